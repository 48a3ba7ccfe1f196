import { beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeText, updateBadge } from '../../src/background/badge';
import { keepReport } from '../../src/background/tab-reports';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
    [123_456, '999+'],
  ])('of %i mentions reads “%s”', (total, text) => {
    expect(badgeText(total)).toBe(text);
  });

  it('shows the mentions of all frames together', async () => {
    browser.tabs = [{ id: 1 }];
    await keepReport(1, 0, {
      shownAt: 0,
      cards: [{ card: 'aws', count: 2, weight: 1 }],
      hasUnreadCode: false,
    });
    await keepReport(1, 3, {
      shownAt: 0,
      cards: [{ card: 'aws', count: 3, weight: 1 }],
      hasUnreadCode: false,
    });
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('5');
  });

  it('is cleared where nothing is left', async () => {
    browser.tabs = [{ id: 1 }];
    browser.badges.set(1, '5');
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('');
  });

  it('of a tab that is gone is no error', async () => {
    await expect(updateBadge(404)).resolves.toBeUndefined();
  });
});
