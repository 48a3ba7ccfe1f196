import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addUp,
  forgetDocument,
  forgetTab,
  framesOf,
  keepCursorFrame,
  keepReport,
  reportedTabs,
} from '../../src/background/tab-reports';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

/** A report of a document that started at `shownAt`, with cards as `id: count`; each mention weighs 1. */
const report = (cards: Record<string, number>, shownAt = 0) => ({
  shownAt,
  hasUnreadCode: false,
  cards: Object.entries(cards).map(([card, count]) => ({ card, count, weight: count })),
});
const framesIn = async (tabId: number) => (await framesOf(tabId)).map(({ frameId }) => frameId);

describe('a tab’s frames', () => {
  it('are those that reported, the top one first', async () => {
    await keepReport(1, 12, report({ aws: 1 }));
    await keepReport(1, 3, report({}));
    await keepReport(1, 0, report({ aws: 2 }));
    await keepReport(11, 4, report({ aws: 5 }));
    expect(await framesIn(1)).toEqual([0, 3, 12]);
  });

  it('lose nothing when two of them report at the same time', async () => {
    await Promise.all([
      keepReport(1, 0, report({ aws: 2 })),
      keepReport(1, 3, report({ claude: 1 })),
      keepReport(1, 4, report({ claude: 1 })),
    ]);
    expect(addUp(await framesOf(1)).total).toBe(4);
  });

  it('count with their latest report only', async () => {
    await keepReport(1, 0, report({ aws: 2 }));
    await keepReport(1, 0, report({ claude: 5 }));
    expect(addUp(await framesOf(1)).cards).toEqual([{ card: 'claude', count: 5, weight: 5 }]);
  });

  it('leave out those of a page that the tab has left', async () => {
    await keepReport(1, 3, report({ aws: 9 }, 1000));
    await keepReport(1, 4, report({ aws: 1 }, 2500));
    await keepReport(1, 0, report({ aws: 1 }, 2000));
    expect(await framesIn(1)).toEqual([0, 4]);
  });

  it('count before the top frame has reported', async () => {
    await keepReport(1, 3, report({ aws: 1 }, 1000));
    expect(await framesIn(1)).toEqual([3]);
  });
});

describe('adding up', () => {
  it('sums each card’s mentions and weights over all frames, the heaviest first', async () => {
    await keepReport(1, 0, report({ aws: 1, claude: 2 }));
    await keepReport(1, 3, report({ claude: 1, bedrock: 1 }));
    expect(addUp(await framesOf(1))).toEqual({
      total: 5,
      cards: [
        { card: 'claude', count: 3, weight: 3 },
        { card: 'aws', count: 1, weight: 1 },
        { card: 'bedrock', count: 1, weight: 1 },
      ],
      hasUnreadCode: false,
    });
  });

  it('tells of code that any frame has passed over', async () => {
    await keepReport(1, 0, report({ aws: 1 }));
    await keepReport(1, 3, { ...report({}), hasUnreadCode: true });
    expect(addUp(await framesOf(1)).hasUnreadCode).toBe(true);
  });

  it('gives nothing for nothing', () => {
    expect(addUp([])).toEqual({ total: 0, cards: [], hasUnreadCode: false });
  });
});

describe('forgetting', () => {
  beforeEach(async () => {
    for (const [tabId, frameId] of [
      [1, 0],
      [1, 3],
      [1, 4],
      [12, 0],
    ] as const)
      await keepReport(tabId, frameId, report({ aws: 1 }));
  });

  it('one frame leaves the others', async () => {
    await forgetDocument(1, 3, 0);
    expect(await framesIn(1)).toEqual([0, 4]);
  });

  it('the top frame takes the frames in it along', async () => {
    await forgetDocument(1, 0, 0);
    expect(await framesIn(1)).toEqual([]);
    expect(await framesIn(12)).toEqual([0]);
  });

  it('a tab leaves the others, and nothing of its own', async () => {
    await keepCursorFrame(1, 3);
    await forgetTab(1);
    expect([...browser.session.keys()]).toEqual(['frame:12:0']);
  });

  it.each(['before', 'after'])(
    'a page does not take along what the next page reports just %s',
    async (when) => {
      const writes = [() => forgetDocument(1, 0, 0), () => keepReport(1, 0, report({ claude: 7 }, 5000))];
      await Promise.all((when === 'after' ? writes : writes.reverse()).map((write) => write()));
      expect(addUp(await framesOf(1)).total).toBe(7);
    },
  );
});

describe('the tabs that reported', () => {
  it('are each named once', async () => {
    await keepReport(1, 0, report({}));
    await keepReport(1, 3, report({}));
    await keepReport(12, 0, report({}));
    await keepCursorFrame(99, 3);
    expect(await reportedTabs()).toEqual([1, 12]);
  });
});
