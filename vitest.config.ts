import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file that takes as long as many others: what starts it last waits for it alone. */
const LONGEST = /generated\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => Number(LONGEST.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isLongest(b) - isLongest(a));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // Property tests have much to do, and machines are slow now and then.
          testTimeout: 60_000,
          globalSetup: 'scripts/compile-for-tests.ts',
          setupFiles: 'tests/fake-i18n.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A worker keeps its browsers from file to file. Each has its own: a test wants its page in front.
          environment: './tests/browser/kept-browsers.ts',
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
