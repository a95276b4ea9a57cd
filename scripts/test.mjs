// npm test: installs what is missing, then proves everything that can be proven on this machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';
import { journeys } from './journeys.mjs';
import { alone, root } from './machine.mjs';
import { close, stage, vitest } from './stage.mjs';
import { systemPackages } from './system-packages.mjs';

await alone(() => {
  install();
  buildWeb();
});
const missing = systemPackages();
const inGuards = JSON.parse(readFileSync(join(root, 'scripts', 'guard-tests.json'), 'utf8'));

const counts = [
  stage('guards', 'scripts/check.ts'),
  vitest('proof that the guards bite', 'vitest.guards.config.ts', ['test/guards']),
  vitest(
    'rules and integration',
    'vitest.config.ts',
    inGuards.flatMap((file) => ['--exclude', file]),
  ),
];
if (missing.length === 0) counts.push(journeys());
// Where nobody reads the hint above, what could not run has not passed.
if (process.env.CI) counts.push({ passed: 0, failed: missing.length });
close(counts);
