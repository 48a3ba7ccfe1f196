import { beforeEach, expect, it, vi } from 'vitest';
import { welcome } from '../../src/background/welcome';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

const url = 'chrome-extension://sidelight/src/surfaces/welcome/index.html';

it('the welcome page opens in front when Sidelight was installed', async () => {
  await welcome({ reason: 'install' });
  expect(browser.tabs).toEqual([expect.objectContaining({ url })]);
  expect(browser.activeTab).toBe(browser.tabs[0]?.id);
});

it('a copy that was loaded for development leaves the tab in front where it is', async () => {
  browser.installType = 'development';
  await welcome({ reason: 'install' });
  expect(browser.tabs).toEqual([expect.objectContaining({ url })]);
  expect(browser.activeTab).toBeUndefined();
});

it('an update opens nothing', async () => {
  for (const reason of ['update', 'browser_update', 'chrome_update', 'shared_module_update'])
    await welcome({ reason });
  expect(browser.tabs).toEqual([]);
});
