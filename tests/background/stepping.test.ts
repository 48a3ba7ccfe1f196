import { beforeEach, describe, expect, it, vi } from 'vitest';
import { returnInTab, showInTab, stepInTab } from '../../src/background/stepping';
import type { Request } from '../../src/protocol/messages';
import { addFrame, browser, reportOf, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));

/** What frames were asked, as `frame: start, mentions before of all`. */
let asked: string[];

/** Goes up with each step, as a clock does. */
let now = 1;

/** A frame of tab 1 with mentions of AWS, whose ring or flash stands before the first of them. */
function addSteps(frameId: number, count: number): void {
  let at = 0;
  let reachedAt = 0;
  const move = ({ direction, from }: Request<'frame.show'> | Request<'frame.step'>) => {
    if (from !== 'here') at = direction === 1 ? 0 : count + 1;
    at += direction;
    const isOver = at < 1 || at > count;
    if (isOver) at = 0;
    else reachedAt = now++;
    return at;
  };
  const answer = () => ({ ...reportOf(count > 0 ? { aws: count } : {}), reachedAt });
  addFrame(1, frameId, answer, ({ name, request }) => {
    if (name === 'frame.step') {
      const { from, before, total } = request as Request<'frame.step'>;
      asked.push(`${frameId}: ${from}, ${before} of ${total}`);
      return { ok: true, response: { moved: move(request as Request<'frame.step'>) > 0 } };
    }
    if (name === 'frame.show')
      return { ok: true, response: { position: move(request as Request<'frame.show'>), unseen: 0 } };
    if (name === 'frame.return') reachedAt = 0;
    asked.push(`${frameId}: ${name}`);
    return { ok: true, response: {} };
  });
}

beforeEach(() => {
  resetBrowser();
  asked = [];
  now = 1;
});

describe('stepping through mentions', () => {
  it('starts at what the top frame shows', async () => {
    addSteps(3, 1);
    addSteps(0, 2);
    await stepInTab(1, 1);
    expect(asked).toEqual(['0: view, 0 of 3']);
  });

  it('goes on where the reader is, over all frames, and round', async () => {
    addSteps(0, 2);
    addSteps(3, 1);
    for (let step = 0; step < 4; step++) await stepInTab(1, 1);
    expect(asked).toEqual([
      '0: view, 0 of 3',
      '0: here, 0 of 3',
      '0: here, 0 of 3',
      '3: edge, 2 of 3',
      '3: here, 2 of 3',
      '0: edge, 0 of 3',
    ]);
  });

  it('goes backwards, too, from the last mention of the last frame', async () => {
    addSteps(0, 1);
    addSteps(3, 2);
    await stepInTab(1, 1);
    asked = [];
    await stepInTab(1, -1);
    expect(asked).toEqual(['0: here, 0 of 3', '3: edge, 1 of 3']);
  });

  it('goes round in a tab of one frame', async () => {
    addSteps(0, 1);
    await stepInTab(1, 1);
    await stepInTab(1, 1);
    expect(asked).toEqual(['0: view, 0 of 1', '0: here, 0 of 1', '0: edge, 0 of 1']);
  });

  it('passes by frames that have nothing or do not answer', async () => {
    addSteps(0, 1);
    addSteps(3, 2);
    addSteps(4, 0);
    addSteps(5, 1);
    addFrame(1, 3, reportOf({ aws: 2 }), () => ({ ok: false, error: 'It has gone meanwhile.' }));
    await stepInTab(1, 1);
    await stepInTab(1, 1);
    expect(asked).toEqual(['0: view, 0 of 4', '0: here, 0 of 4', '5: edge, 3 of 4']);
  });

  it('ends where no frame can move', async () => {
    await stepInTab(1, 1);
    addSteps(0, 1);
    browser.frames.clear();
    await stepInTab(1, 1);
    expect(asked).toEqual([]);
  });
});

describe('showing a card’s mentions', () => {
  const show = async (direction: 1 | -1) => (await showInTab(1, 'aws', direction)).position;

  it('counts through all frames, and round', async () => {
    addSteps(0, 2);
    addSteps(3, 1);
    expect(await showInTab(1, 'aws', 1)).toEqual({ position: 1, count: 3 });
    expect([await show(1), await show(1), await show(1)]).toEqual([2, 3, 1]);
    expect([await show(-1), await show(-1)]).toEqual([3, 2]);
  });

  it('passes by a frame that does not answer', async () => {
    addSteps(0, 2);
    addSteps(3, 1);
    addFrame(1, 0, reportOf({ aws: 2 }), () => ({ ok: false, error: 'It has gone meanwhile.' }));
    expect(await show(1)).toBe(3);
  });

  it('says so where there is none', async () => {
    addSteps(0, 2);
    expect(await showInTab(1, 'claude', 1)).toEqual({ position: 0, count: 0 });
  });
});

describe('going back', () => {
  it('takes every frame back, and the next step starts at what is on the screen', async () => {
    addSteps(0, 1);
    addSteps(3, 1);
    await stepInTab(1, 1);
    asked = [];
    await returnInTab(1);
    expect(asked).toEqual(['0: frame.return', '3: frame.return']);
    asked = [];
    await stepInTab(1, 1);
    expect(asked).toEqual(['0: view, 0 of 2']);
  });
});
