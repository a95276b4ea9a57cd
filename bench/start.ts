import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './support/figures.ts';
import { freePort, startParley } from './support/parley-process.ts';

const TIMES = 5;

/** `npm start` until the first page comes: once with everything to build and a new database, then as on every other day. */
export const measurement: Measurement = {
  summary: 'from npm start to the first page: first start after install, later starts',
  run: async () => {
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const start = async (): Promise<number> => {
      const parley = await startParley({ dataDir, port: await freePort(), whole: true });
      await parley.kill('SIGTERM');
      return parley.readyAfter / 1_000;
    };
    try {
      // The pages are built in the first start after an install; without the stamp they are built again.
      fs.rmSync(join(import.meta.dirname, '..', 'dist', 'web.stamp'), { force: true });
      const first = await start();
      const later: number[] = [];
      for (let i = 0; i < TIMES; i++) later.push(await start());
      later.sort((a, b) => a - b);
      return [
        { name: 'first start after install', value: first, unit: 's' },
        { name: `later start, median of ${TIMES}`, value: later[Math.floor(TIMES / 2)] ?? 0, unit: 's' },
        { name: 'later start, slowest', value: later.at(-1) ?? 0, unit: 's' },
      ];
    } finally {
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
