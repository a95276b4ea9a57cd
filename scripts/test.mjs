// npm test: installs what is missing, then proves everything that can be proven on this machine.
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';
import { alone } from './machine.mjs';
import { close, stage, vitest } from './stage.mjs';
import { systemPackages } from './system-packages.mjs';

await alone(() => {
  install();
  buildWeb();
});
const missing = systemPackages();
const inGuards = ['test/architecture.test.ts', 'test/messages.test.ts', 'test/rule-map.test.ts'];

const counts = [
  stage('guards', 'scripts/check.ts'),
  vitest('proof that the guards bite', 'vitest.guards.config.ts', ['test/guards']),
  vitest(
    'rules and integration',
    'vitest.config.ts',
    inGuards.flatMap((file) => ['--exclude', file]),
  ),
];
if (!missing.includes('chromium')) counts.push(vitest('journeys in a browser', 'vitest.e2e.config.ts'));
// Where nobody reads the hint above, what could not run has not passed.
if (process.env.CI) counts.push({ passed: 0, failed: missing.length });
close(counts);
