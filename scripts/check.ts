/**
 * Runs all guards, a line each; what a failed one said follows. `--json FILE` also writes { passed, failed }.
 * Usage: npm run check [-- --json FILE]
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Guard, guards } from './guards.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');

type Outcome = { readonly guard: Guard; readonly ok: boolean; readonly said: string; readonly seconds: string };

function run(guard: Guard): Promise<Outcome> {
  const began = performance.now();
  const [program = '', ...args] = guard.command.split(' ');
  return new Promise((resolve) => {
    const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
    const child = spawn(join(bin, program), args, { cwd: join(bin, '..', '..'), env });
    let said = '';
    const done = (ok: boolean): void =>
      resolve({ guard, ok, said: said.trim(), seconds: ((performance.now() - began) / 1000).toFixed(1) });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', (error) => ((said += error.message), done(false)));
    child.once('close', (code) => done(code === 0));
  });
}

const waiting = [...guards];
const outcomes: Outcome[] = [];
async function work(): Promise<void> {
  for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
    const outcome = await run(guard);
    outcomes.push(outcome);
    console.log(`  ${outcome.ok ? '✓' : '✗'} ${guard.name} (${outcome.seconds} s)`);
  }
}
await Promise.all([work(), work()]);

for (const { guard, ok, said } of outcomes) {
  if (!ok) console.log(`\n── ${guard.name}: ${guard.command}\n${said}`);
}
const failed = outcomes.filter(({ ok }) => !ok).length;
if (values.json) writeFileSync(values.json, JSON.stringify({ passed: outcomes.length - failed, failed }));
process.exitCode = failed > 0 ? 1 : 0;
