// npm run e2e: the journeys in a browser, on freshly built pages. A path as argument runs that one.
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';
import { journeys } from './journeys.mjs';
import { alone, die } from './machine.mjs';
import { close } from './stage.mjs';
import { systemPackages } from './system-packages.mjs';

await alone(() => {
  install();
  buildWeb();
});
if (systemPackages().length > 0) die('The journeys cannot run without it.');
close([journeys(process.argv.slice(2))]);
