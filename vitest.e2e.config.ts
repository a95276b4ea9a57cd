import { defineConfig } from 'vitest/config';

/** Journeys in a real browser, one file each, one after the other: two browsers and a server fill this kind of machine. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['./test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
