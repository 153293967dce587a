import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const common = { root, testTimeout: 60_000, hookTimeout: 120_000 };

/** Two projects: what needs no database runs at once, the rest on a clone of the run's template database. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'pure',
          include: ['tests/{core,map,web,guards,import}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'database',
          include: ['tests/{db,api,e2e}/**/*.test.ts'],
          globalSetup: ['tests/support/globalSetup.ts'],
        },
      },
    ],
  },
});
