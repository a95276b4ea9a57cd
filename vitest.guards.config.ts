import { defineConfig } from 'vitest/config';
import guardTests from './scripts/guard-tests.json' with { type: 'json' };

/** The guards that are tests (structure, messages, the map of the method) and the proof that each guard bites. They need no database. */
export default defineConfig({
  test: {
    include: ['test/guards/**/*.test.ts', ...guardTests],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
