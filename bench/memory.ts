import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './support/figures.ts';

/** The server, its PostgreSQL and everything below them, while the whole main job is done in a browser. */
export const measurement: Measurement = {
  summary:
    'memory of all processes of the product: idle, and after the journey of the main job (needs chromium and dovecot)',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const note = join(folder, 'memory');
    try {
      const env = { ...process.env, PARLEY_MEMORY_NOTE: note };
      const journey = spawnSync(process.execPath, ['scripts/e2e.mjs', 'e2e/main-job.test.ts'], {
        env,
        encoding: 'utf8',
      });
      if (journey.status !== 0) throw new Error(`The journey failed:\n${journey.stdout}${journey.stderr}`);
      const [idle = 0, after = 0] = readFileSync(note, 'utf8').trim().split('\n').map(Number);
      return [
        { name: 'idle, before anybody came', value: idle / 1_048_576, unit: 'MiB' },
        { name: 'after the journey', value: after / 1_048_576, unit: 'MiB' },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
