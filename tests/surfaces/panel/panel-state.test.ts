import { expect, test } from 'vitest';
import {
  INITIAL,
  isFollowing,
  type PanelEvent,
  type PanelState,
  reduce,
} from '../../../src/surfaces/panel/panel-state';
import { viewOf } from './views';

const run = (events: readonly PanelEvent[], from: PanelState = INITIAL) => events.reduce(reduce, from);
const seen = (...cards: string[]): PanelEvent => ({ type: 'viewed', view: viewOf(...cards) });
const shownIn = ({ shown }: PanelState) => shown?.cards.map(({ card }) => card);

test('what comes onto the screen is shown while following', () => {
  expect(shownIn(run([seen('a'), seen('b')]))).toEqual(['b']);
});

test('following stops with an opened card, and resumes with what is on the screen by then', () => {
  const exploring = run([seen('a'), { type: 'opened', cards: ['x'] }, seen('b')]);
  expect(isFollowing(exploring)).toBe(false);
  expect(shownIn(exploring)).toEqual(['a']);
  const back = run([{ type: 'wentBack' }], exploring);
  expect(isFollowing(back)).toBe(true);
  expect(shownIn(back)).toEqual(['b']);
});

test('back goes through the trail card by card, and a crumb goes straight to its card', () => {
  const deep = run(['x', 'y', 'z'].map((card) => ({ type: 'opened', cards: [card] })));
  expect(run([{ type: 'wentBack' }], deep).trail).toEqual(['x', 'y']);
  expect(run([{ type: 'revisited', index: 0 }], deep).trail).toEqual(['x']);
  expect(run([{ type: 'resumed' }], deep).trail).toEqual([]);
});

test('a link in the leading card leads to another with the leading one before it', () => {
  const followed = run([seen('a'), { type: 'opened', cards: ['a', 'b'] }]);
  expect(followed.trail).toEqual(['a', 'b']);
  expect(run([{ type: 'wentBack' }], followed).trail).toEqual(['a']);
});

test('a pause holds until it is taken back', () => {
  const paused = run([seen('a'), { type: 'paused' }, seen('b')]);
  expect(shownIn(paused)).toEqual(['a']);
  expect(isFollowing(run([{ type: 'opened', cards: ['x'] }, { type: 'wentBack' }], paused))).toBe(false);
  expect(shownIn(run([{ type: 'resumed' }], paused))).toEqual(['b']);
});

test('nothing moves under a pointer that is over the panel', () => {
  const held = run([seen('a'), { type: 'held', isHeld: true }, seen('b'), seen('c')]);
  expect(shownIn(held)).toEqual(['a']);
  expect(shownIn(run([{ type: 'held', isHeld: false }], held))).toEqual(['c']);
});

test('the first view is shown whatever the state, so that no panel stays empty', () => {
  expect(shownIn(run([{ type: 'paused' }, { type: 'held', isHeld: true }, seen('a')]))).toEqual(['a']);
});

test('a page that goes takes its view and the way back in it along, and leaves the trail', () => {
  const gone = run([
    seen('a'),
    { type: 'opened', cards: ['x'] },
    { type: 'visited', card: 'x', position: 1, count: 2 },
    { type: 'viewed', view: null },
  ]);
  expect(gone).toMatchObject({ shown: null, visit: null, trail: ['x'] });
});

test('there is a place to go back to once the page was moved, even if the next mention is gone', () => {
  const visited = run([
    { type: 'visited', card: 'x', position: 1, count: 2 },
    { type: 'visited', card: 'y', position: 0, count: 0 },
  ]);
  expect(visited.visit).toMatchObject({ card: 'y', hasMoved: true });
  expect(run([{ type: 'visited', card: 'y', position: 0, count: 0 }]).visit?.hasMoved).toBe(false);
  expect(run([{ type: 'returned' }], visited).visit).toBe(null);
});
