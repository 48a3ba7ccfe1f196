import type { Environment } from 'vitest/runtime';
import type { Driven } from '../../scripts/browser/driven';

declare global {
  /** The browsers that the test files of this worker share, by what they were launched with. */
  var keptBrowsers: Map<string, Promise<Driven>>;
}

/** A Vitest environment: it starts and ends with a worker, and so do the browsers that are kept in it. */
export default {
  name: 'kept-browsers',
  viteEnvironment: 'ssr',
  setup(global: typeof globalThis) {
    global.keptBrowsers = new Map();
    return {
      async teardown() {
        await Promise.allSettled([...global.keptBrowsers.values()].map(async (kept) => (await kept).close()));
      },
    };
  },
} satisfies Environment;
