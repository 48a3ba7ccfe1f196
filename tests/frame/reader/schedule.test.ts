import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Schedule, startSlice } from '../../../src/frame/reader/schedule';

/** What the browser was asked to call: frames and idle callbacks come when the test says so. */
const asked = { frame: new Map<number, () => void>(), idle: new Map<number, () => void>() };
let lastId = 0;
const ask = (waiting: Map<number, () => void>) => (call: () => void, options?: IdleRequestOptions) => {
  const id = ++lastId;
  waiting.set(id, call);
  if (options?.timeout !== undefined) setTimeout(() => waiting.delete(id) && call(), options.timeout);
  return id;
};
/** The browser paints, or has nothing to do. */
const come = (kind: keyof typeof asked) => {
  const calls = [...asked[kind].values()];
  asked[kind].clear();
  for (const call of calls) call();
};

const run = vi.fn();
let end: AbortController;
let schedule: Schedule;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', ask(asked.frame));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.frame.delete(id));
  vi.stubGlobal('requestIdleCallback', ask(asked.idle));
  vi.stubGlobal('cancelIdleCallback', (id: number) => asked.idle.delete(id));
  run.mockClear();
  end = new AbortController();
  schedule = new Schedule(run, end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('work', () => {
  it('that waits for an idle page runs before the next paint, once something changes', () => {
    schedule.whenIdle();
    schedule.beforePaint();
    come('frame');
    expect(run).toHaveBeenCalledOnce();
    come('idle');
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('that is wanted before the next paint is not put off until the page is idle', () => {
    schedule.beforePaint();
    schedule.whenIdle();
    come('idle');
    expect(run).not.toHaveBeenCalled();
    come('frame');
    expect(run).toHaveBeenCalledOnce();
  });

  it('runs where the page is not painted, too, within 100 ms', () => {
    schedule.beforePaint();
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    come('frame');
    expect(run).toHaveBeenCalledOnce();
  });

  it('waits for an idle page half a second at most', () => {
    schedule.whenIdle();
    vi.advanceTimersByTime(499);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
  });

  it.each([
    ['is wanted again', () => schedule.beforePaint()],
    ['is wanted for an idle page, too', () => schedule.whenIdle()],
  ])('is not put off when it %s', (_why, want) => {
    schedule.whenIdle();
    for (let times = 0; times < 2; times++) {
      schedule.beforePaint();
      want();
      vi.advanceTimersByTime(50);
    }
    expect(run).toHaveBeenCalledOnce();
  });

  it('that nobody wanted before the end is not done after it', () => {
    end.abort();
    schedule.whenIdle();
    come('idle');
    expect(run).not.toHaveBeenCalled();
  });

  it('that is wanted several times runs once, and again when it is wanted again', () => {
    for (let times = 0; times < 3; times++) schedule.whenIdle();
    come('idle');
    expect(run).toHaveBeenCalledOnce();
    schedule.whenIdle();
    come('idle');
    schedule.beforePaint();
    come('frame');
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('may ask for itself again', () => {
    run.mockImplementationOnce(() => schedule.whenIdle());
    schedule.whenIdle();
    come('idle');
    come('idle');
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('does not run after the end, whether it was wanted before or is wanted later', () => {
    schedule.beforePaint();
    end.abort();
    schedule.whenIdle();
    schedule.beforePaint();
    come('frame');
    come('idle');
    vi.advanceTimersByTime(1000);
    expect(run).not.toHaveBeenCalled();
  });
});

it('a slice of work is over after 8 ms', () => {
  const slice = startSlice();
  vi.advanceTimersByTime(7);
  expect(slice.isOver()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(slice.isOver()).toBe(true);
});
