// npm run test:data: the long runs over the data collected beside the repository.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { alone, die, root } from './machine.mjs';
import { close, vitest } from './stage.mjs';

const data = join(root, '..', 'shared', 'data');
if (!existsSync(data))
  die(`These tests read the collected data in ${data}, and it is not there. npm test needs none of it.`);
await alone(install);
close([vitest('collected data', 'vitest.data.config.ts')]);
