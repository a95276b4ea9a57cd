import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ourNode, root, say } from './machine.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Runs a program of ours with Node 24; it leaves its own count in the file given after `--json`. @returns {Count} */
export function stage(title, script, args = []) {
  return counted(
    title,
    (file) => [script, ...args, '--json', file],
    (result) => result,
  );
}

/** Runs vitest with one of our configurations. @returns {Count} */
export function vitest(title, config, args = [], extra = {}) {
  const reporters = ['--reporter=default', '--reporter=json'];
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters, ...args];
  return counted(title, (file) => [...command, `--outputFile.json=${file}`], countOf, extra);
}

/**
 * A stage that dies, or in which nothing ran, has failed once.
 * @param {string} title @param {(file: string) => string[]} command @param {(json: any) => Count} read @param {Record<string, string>} extra @returns {Count}
 */
function counted(title, command, read, extra = {}) {
  say(`\n── ${title}`);
  const dir = mkdtempSync(join(tmpdir(), 'parley-stage-'));
  const file = join(dir, 'result.json');
  // Our Node first, so that whatever a test starts as `node` is Node 24, too; mail servers are not on the path of ordinary users.
  const PATH = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}:/usr/sbin`;
  const env = { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...extra, PATH };
  const { status } = spawnSync(ourNode(), command(file), { cwd: root, stdio: 'inherit', env });
  let count = { passed: 0, failed: 0 };
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    say(`${title}: ended without a result.`);
  }
  rmSync(dir, { recursive: true, force: true });
  if (count.passed + count.failed === 0) say(`${title}: no test ran.`);
  else if (status === 0 || count.failed > 0) return count;
  return { passed: count.passed, failed: count.failed + 1 };
}

/** Tests, and one for every file that broke before its first test. */
function countOf(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** An end before the first stage (no network, pages that do not build) is a failure with a closing line, too. */
let closed = false;
process.once('exit', () => {
  if (!closed) say('\n0 passed, 1 failed');
});

/** Prints the closing line and sets the exit code. @param {Count[]} counts */
export function close(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  closed = true;
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
