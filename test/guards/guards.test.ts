import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guards } from '../../scripts/guards.ts';
import { checkArchitecture } from '../support/architecture.ts';
import { sound, violations } from './violations.ts';

const root = process.cwd();
let tree: string;

/** A small project in the shape of this one, judged by this one's own settings and tools. */
beforeAll(() => {
  tree = fs.mkdtempSync(join(tmpdir(), 'parley-guards-'));
  const settings = ['.oxlintrc.json', '.prettierrc.json', '.prettierignore', 'knip.json', 'package.json'];
  for (const name of [...settings, 'tsconfig.json', 'tsconfig.domain.json'])
    fs.copyFileSync(join(root, name), join(tree, name));
  fs.symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  write(sound);
});
afterAll(() => fs.rmSync(tree, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(tree, path)), { recursive: true });
    fs.writeFileSync(join(tree, path), content);
  }
}

function run(name: string): { status: number | null; said: string } {
  const [program = '', ...args] = guards.find((guard) => guard.name === name)?.command.split(' ') ?? [];
  // In the fixture knip knows every dependency to be unused: only files and exports are its subject here.
  const extra = program === 'knip' ? ['--include', 'files,exports,types'] : [];
  // What the tools remember of the project must not be mixed with the fixture.
  if (args.includes('--tsBuildInfoFile')) extra.push('--tsBuildInfoFile', join(tree, '.tsbuildinfo'));
  if (program === 'prettier') extra.push('--cache-location', join(tree, '.cache'));
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', program), [...args, ...extra], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  return { status, said: stdout + stderr };
}

const byTool = Map.groupBy(violations, (violation) => violation.guard);

describe.each([...byTool])('%s', (guard, rows) => {
  it('is content with sound files', () => {
    if (guard === 'architecture') return expect(checkArchitecture(tree).violations).toEqual([]);
    const { status, said } = run(guard);
    expect(status, said).toBe(0);
  });

  describe('with the violations', () => {
    let said = '';
    let status: number | null = null;
    beforeAll(() => {
      for (const { files } of rows) write(files);
      if (guard === 'architecture') said = checkArchitecture(tree).violations.join('\n');
      else ({ status, said } = run(guard));
      for (const { files } of rows) for (const path of Object.keys(files)) fs.rmSync(join(tree, path));
    });

    it.each(rows)('notices $title', ({ says }) => {
      expect(said).toMatch(says);
      if (guard !== 'architecture') expect(status).not.toBe(0);
    });
  });
});

it('every guard of npm run check is proven here', () => {
  const proven = new Set([...byTool.keys()].map((name) => (name === 'architecture' ? 'structure and messages' : name)));
  expect(guards.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
});
