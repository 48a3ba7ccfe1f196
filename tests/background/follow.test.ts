import { beforeEach, expect, it, vi } from 'vitest';
import { addFrame, browser, reportOf, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
const { prepareToFollow } = await import('../../src/background/follow');

beforeEach(() => {
  resetBrowser();
  addFrame(1, 0, reportOf({ aws: 1 }));
  addFrame(1, 3, reportOf({}));
  addFrame(1, 4, 'reading');
  addFrame(1, 5, reportOf({ claude: 1 }));
});

it('loads its script into the frames that have mentions, each by itself', async () => {
  expect(await prepareToFollow(1, [])).toEqual([0, 5]);
  expect(browser.inserted).toEqual(['follow.js → 1:0', 'follow.js → 1:5']);
});

it('leaves frames alone that tell already', async () => {
  expect(await prepareToFollow(1, [0])).toEqual([5]);
  expect(browser.inserted).toEqual(['follow.js → 1:5']);
});

it('takes it calmly that a tab is closed to it', async () => {
  browser.closedTabs.add(1);
  expect(await prepareToFollow(1, [])).toEqual([]);
});
