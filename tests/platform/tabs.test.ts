import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
const { bringToFront, isTabOpen, openAtlas } = await import('../../src/platform/tabs');

const ATLAS = 'chrome-extension://sidelight/src/surfaces/atlas/index.html';

beforeEach(() => {
  resetBrowser();
  browser.tabs = [{ id: 1, windowId: 4, url: 'https://news.example/story' }, { id: 2 }];
  browser.activeTab = 1;
});

describe('opening the atlas', () => {
  it('opens a tab, lit by the page, at the place', async () => {
    await openAtlas(1, '#stack');
    expect(browser.tabs.at(-1)).toMatchObject({ url: `${ATLAS}?tab=1#stack` });
  });

  it('opens it unlit without a page', async () => {
    await openAtlas();
    expect(browser.tabs.at(-1)).toMatchObject({ url: ATLAS });
  });

  it('goes back to the one that is open for the same page, and leaves it where it stands', async () => {
    browser.tabs = [...browser.tabs, { id: 3, windowId: 5, url: `${ATLAS}?tab=1#card=aws` }];
    await openAtlas(1);
    expect(browser.tabs).toHaveLength(3);
    expect(browser.tabs.at(-1)?.url).toBe(`${ATLAS}?tab=1#card=aws`);
    expect([browser.activeTab, browser.focusedWindow]).toEqual([3, 5]);
  });

  it('takes the open one to another place', async () => {
    browser.tabs = [...browser.tabs, { id: 3, url: `${ATLAS}?tab=1#card=aws` }];
    await openAtlas(1, '#stack');
    expect(browser.tabs.at(-1)?.url).toBe(`${ATLAS}?tab=1#stack`);
  });

  it('does not take one that another page lights', async () => {
    browser.tabs = [...browser.tabs, { id: 3, url: `${ATLAS}?tab=12` }];
    await openAtlas(1);
    expect(browser.tabs).toHaveLength(4);
  });
});

describe('a tab', () => {
  it('comes to the front with its window', async () => {
    browser.activeTab = 2;
    await bringToFront(1);
    expect([browser.activeTab, browser.focusedWindow]).toEqual([1, 4]);
  });

  it('is open or not', async () => {
    expect(await isTabOpen(1)).toBe(true);
    expect(await isTabOpen(9)).toBe(false);
  });
});
