import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/harness/longest-first.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'prisma/**/*.test.ts',
            'test/scenarios/**/*.test.ts',
            'test/harness/**/*.test.ts',
          ],
          globalSetup: ['test/harness/build-scripts.ts', 'test/harness/global-setup.ts'],
          setupFiles: ['test/harness/setup.ts'],
          // One process keeps one embedded database for all its files; every test works in its own workspace.
          pool: 'forks',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'explain',
          include: ['test/explain/**/*.test.ts'],
          globalSetup: ['test/harness/global-setup.ts'],
          setupFiles: ['test/harness/setup.ts'],
          pool: 'forks',
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          // They read and change nothing: the features are loaded once for all of them.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          globalSetup: ['test/harness/build-scripts.ts'],
          include: ['sandbox/**/*.test.ts'],
          exclude: ['sandbox/**/*.browser.test.ts'],
        },
      },
      // Real processes on a real PostgreSQL, one after the other.
      ...['race', 'crash', 'pgbouncer'].map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          globalSetup: ['test/harness/build-scripts.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      })),
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['test/browser/filled-demo.ts'],
          include: ['test/browser/**/*.test.ts', 'sandbox/**/*.browser.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
