import type { Page } from 'puppeteer-core';

/**
 * Opens a page when it is first needed, lets those who need it at the same time share it, and closes it after the last.
 * @param open opens the page
 */
export function shareAside(open: () => Promise<Page>): <T>(use: (page: Page) => Promise<T>) => Promise<T> {
  let users = 0;
  let opening: Promise<Page> | undefined;
  return async (use) => {
    users += 1;
    opening ??= open();
    const current = opening;
    try {
      return await use(await current);
    } finally {
      users -= 1;
      if (users === 0) {
        opening = undefined;
        await current.then((page) => page.close()).catch(() => {});
      }
    }
  };
}
