import { beforeEach, expect, it, vi } from 'vitest';
import { keepReport } from '../../src/background/tab-reports';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
const { prepareToFollow } = await import('../../src/background/follow');

const report = (...cards: string[]) => ({
  shownAt: 0,
  hasUnreadCode: false,
  cards: cards.map((card) => ({ card, count: 1, weight: 1 })),
});

beforeEach(async () => {
  resetBrowser();
  await keepReport(1, 0, report('aws'));
  await keepReport(1, 3, report());
  await keepReport(1, 5, report('claude'));
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
