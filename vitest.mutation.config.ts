import { defineConfig } from 'vitest/config';

/** What a mutant runs against: the unit tests of the folders that are mutated, which take seconds. */
export default defineConfig({
  test: {
    include: ['tests/{card,core,frame,page,protocol}/**/*.test.ts'],
    globalSetup: 'scripts/compile-for-tests.ts',
    setupFiles: 'tests/fake-i18n.ts',
    testTimeout: 60_000,
  },
});
