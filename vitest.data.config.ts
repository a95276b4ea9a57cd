import { defineConfig } from 'vitest/config';

/** Long runs over the collected data beside the repository; `npm run test:data`. */
export default defineConfig({
  test: {
    include: ['test/data/**/*.test.ts'],
    globalSetup: ['./test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
