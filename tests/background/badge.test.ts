import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeText, updateBadge } from '../../src/background/badge';
import { addFrame, browser, reportOf, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);
afterEach(() => void vi.useRealTimers());

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
    addFrame(1, 0, reportOf({ aws: 2 }));
    addFrame(1, 3, reportOf({ aws: 3 }));
    addFrame(1, 4, 'reading');
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('5');
  });

  it('is cleared where nothing is left', async () => {
    browser.tabs = [{ id: 1 }];
    browser.badges.set(1, '5');
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('');
  });

  it('is right where much is told at once', async () => {
    browser.tabs = [{ id: 1 }, { id: 2 }];
    let count = 0;
    const asked = vi.fn(() => reportOf({ aws: ++count }));
    addFrame(1, 0, asked);
    addFrame(2, 0, reportOf({ aws: 7 }));
    await Promise.all([1, 2, 1, 1, 1].map(updateBadge));
    expect(browser.badges).toEqual(
      new Map([
        [1, String(count)],
        [2, '7'],
      ]),
    );
    // Twice, and not twice for each word.
    expect(asked.mock.calls.length).toBeLessThan(4);
  });

  it('says what a frame tells while it is being asked for the last time', async () => {
    browser.tabs = [{ id: 1 }];
    let count = 1;
    let asked = 0;
    addFrame(1, 0, () => {
      const answer = reportOf({ aws: count });
      if (++asked === 2) {
        count = 5;
        void updateBadge(1);
      }
      return answer;
    });
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('5');
  });

  it('does not pass to a page that came before it was set', async () => {
    browser.tabs = [{ id: 1 }];
    addFrame(1, 0, () => {
      browser.frames.clear();
      return reportOf({ aws: 5 });
    });
    await updateBadge(1);
    expect(browser.badges.get(1)).toBe('');
  });

  it('counts what answers late', async () => {
    vi.useFakeTimers();
    browser.tabs = [{ id: 1 }];
    addFrame(1, 0, reportOf({ aws: 2 }));
    addFrame(1, 3, reportOf({ aws: 3 }));
    browser.busyMs = 1_000;
    const shown = updateBadge(1);
    await vi.advanceTimersByTimeAsync(900);
    await shown;
    expect(browser.badges.get(1)).toBe('2');
    browser.busyMs = 0;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.badges.get(1)).toBe('5');
  });

  it('of a tab that is gone is no error', async () => {
    await expect(updateBadge(404)).resolves.toBeUndefined();
  });
});
