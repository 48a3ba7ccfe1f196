import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askFrames, mergeReports } from '../../src/tab/frames';
import { addFrame, browser, reportOf, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

describe('a tab’s frames', () => {
  it('are those that were read, the top one first', async () => {
    addFrame(1, 12, reportOf({ aws: 1 }));
    addFrame(1, 3, reportOf({}));
    addFrame(1, 5, 'reading');
    addFrame(1, 0, reportOf({ aws: 2 }));
    addFrame(11, 4, reportOf({ aws: 5 }));
    const { frames, isStarted } = await askFrames(1);
    expect(frames.map(({ frameId }) => frameId)).toEqual([0, 3, 12]);
    expect(isStarted).toBe(true);
  });

  it('count before the top frame was read', async () => {
    addFrame(1, 0, 'reading');
    addFrame(1, 3, reportOf({ aws: 1 }));
    expect(await askFrames(1)).toMatchObject({ frames: [{ frameId: 3 }], isStarted: true });
  });

  it('have not been started where the top one does not know of us', async () => {
    addFrame(1, 3, reportOf({ aws: 1 }));
    expect((await askFrames(1)).isStarted).toBe(false);
  });

  it('are none where no script may be put into them', async () => {
    browser.closedTabs.add(1);
    expect(await askFrames(1)).toEqual({ frames: [], isStarted: false, isPaused: false });
  });
});

describe('adding up', () => {
  const frames = (...reports: ReturnType<typeof reportOf>[]) =>
    reports.map((report, frameId) => ({ frameId, report }));

  it('sums each card’s mentions and weights over all frames, the heaviest first', () => {
    expect(
      mergeReports(frames(reportOf({ aws: 1, claude: 4 }), reportOf({ claude: 1, bedrock: 1 }))),
    ).toEqual({
      total: 7,
      cards: [
        { card: 'claude', count: 5, leading: 0, weight: 3, position: 1 },
        { card: 'aws', count: 1, leading: 0, weight: 1, position: 0 },
        { card: 'bedrock', count: 1, leading: 0, weight: 1, position: 2 },
      ],
      hasUnreadCode: false,
    });
  });

  it('weighs a household name less than a name of its own, and one that is named on and on not above all', () => {
    const weigh = (count: number, tier: 0 | 1 | 2) =>
      mergeReports(frames({ ...reportOf({}), cards: [{ card: 'aws', count, leading: 0, tier }] })).cards[0]
        ?.weight;
    expect([weigh(1, 0), weigh(1, 1), weigh(1, 2)]).toEqual([1, 0.6, 0.4]);
    expect(weigh(9, 0)).toBe(3);
  });

  it('takes only the page’s own title and first paragraph for leading', () => {
    const leading = { ...reportOf({}), cards: [{ card: 'aws', count: 3, leading: 2, tier: 0 as const }] };
    expect(mergeReports(frames(leading, leading)).cards).toMatchObject([{ count: 6, leading: 2 }]);
  });

  it('tells of code that any frame has passed over', () => {
    expect(
      mergeReports(frames(reportOf({ aws: 1 }), { ...reportOf({}), hasUnreadCode: true })).hasUnreadCode,
    ).toBe(true);
  });

  it('gives nothing for nothing', () => {
    expect(mergeReports([])).toEqual({ total: 0, cards: [], hasUnreadCode: false });
  });
});
