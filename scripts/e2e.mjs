// npm run e2e: the journeys in a browser, on freshly built pages.
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';
import { alone, die } from './machine.mjs';
import { close, vitest } from './stage.mjs';
import { systemPackages } from './system-packages.mjs';

await alone(() => {
  install();
  buildWeb();
});
if (systemPackages().includes('chromium')) die('The journeys need a Chromium.');
close([vitest('journeys in a browser', 'vitest.e2e.config.ts', process.argv.slice(2))]);
