import { defineConfig } from 'vitest/config';

/** The guards that are tests (structure, messages, rule map) and the proof that each guard bites. They need no database. */
export default defineConfig({
  test: {
    include: [
      'test/guards/**/*.test.ts',
      'test/architecture.test.ts',
      'test/messages.test.ts',
      'test/rule-map.test.ts',
    ],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
