import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { debounce } from '../../src/follow/debounce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const follow = () => {
  const work = vi.fn();
  const controller = new AbortController();
  return { work, controller, move: debounce(work, controller.signal) };
};

test('nothing is done while the page moves, and once when it rests', () => {
  const { work, move } = follow();
  for (let step = 0; step < 5; step++) {
    move();
    vi.advanceTimersByTime(100);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a page that never rests is looked at once a second', () => {
  const { work, move } = follow();
  for (let step = 0; step < 60; step++) {
    move();
    vi.advanceTimersByTime(50);
  }
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(2);
  expect(work.mock.calls.length).toBeLessThanOrEqual(3);
});

test('no timer outlives the signal', () => {
  const { work, controller, move } = follow();
  move();
  controller.abort();
  move();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
