// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reporter } from '../../src/frame/report';
import { ANSWER_KEY, type FrameAnswer, type FrameReport } from '../../src/protocol/reports';

const EMPTY: FrameReport = { cards: [], hasUnreadCode: false };
const CODE: FrameReport = { cards: [], hasUnreadCode: true };
const mentions = (count: number): FrameReport => ({
  cards: [{ card: 'aws', count, leading: 0, tier: 0 }],
  hasUnreadCode: false,
});

let now: FrameReport;
let told: number;
let pace: number;
let end: AbortController;

const start = () =>
  new Reporter({ report: () => now, backoffMs: () => pace, notify: () => void told++ }, end.signal);
const scope = globalThis as unknown as Record<string, unknown>;
/** What is asked of the frame from outside. */
const ask = () => (scope[ANSWER_KEY] as () => FrameAnswer)();
const inFrame = () => vi.stubGlobal('top', {});

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_000);
  now = EMPTY;
  told = 0;
  pace = 0;
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  delete scope[ANSWER_KEY];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a frame that is asked', () => {
  it('is being read until it was, and then answers with what it has now', () => {
    const reporter = start();
    expect(ask()).toBe('reading');
    now = mentions(2);
    reporter.update();
    expect(ask()).toEqual({ ...mentions(2), reachedAt: 0 });
    now = mentions(3);
    expect(ask()).toEqual({ ...mentions(3), reachedAt: 0 });
  });

  it('says when the reader was led to it, until the reader goes back', () => {
    const reporter = start();
    reporter.update();
    vi.setSystemTime(5_000);
    reporter.setReached();
    expect(ask()).toEqual({ ...EMPTY, reachedAt: 5_000 });
    reporter.setReached(false);
    expect(ask()).toEqual({ ...EMPTY, reachedAt: 0 });
  });

  it('answers no more when its session has ended, nor when its page is left', () => {
    const reporter = start();
    now = mentions(2);
    reporter.update();
    reporter.leave();
    expect(ask()).toBe('reading');
    end.abort();
    expect(Object.hasOwn(scope, ANSWER_KEY)).toBe(false);
    vi.runAllTimers();
    expect(told).toBe(1);
  });
});

describe('a frame tells', () => {
  it('nothing where it has nothing, and nobody has asked', () => {
    const reporter = start();
    reporter.update();
    now = CODE;
    vi.advanceTimersByTime(1_000);
    reporter.update();
    reporter.leave();
    expect(told).toBe(0);
  });

  it('what it has, once', () => {
    const reporter = start();
    now = mentions(2);
    reporter.update();
    vi.advanceTimersByTime(1_000);
    reporter.update();
    ask();
    vi.runAllTimers();
    expect(told).toBe(1);
  });

  it('that it has nothing any more', () => {
    const reporter = start();
    now = mentions(2);
    reporter.update();
    vi.advanceTimersByTime(1_000);
    now = EMPTY;
    reporter.update();
    expect(told).toBe(2);
  });

  it.each([
    [
      'by asking before it was read',
      (reporter: Reporter) => {
        ask();
        reporter.update();
      },
    ],
    [
      'by asking before it had a session',
      (_: Reporter) => {
        end.abort();
        scope[ANSWER_KEY] = true;
        end = new AbortController();
        start().update();
      },
    ],
  ])('that it has nothing to whoever waits, %s; in a frame of the page nobody waits', (_, askEarly) => {
    askEarly(start());
    expect(told).toBe(1);
    told = 0;
    inFrame();
    end.abort();
    end = new AbortController();
    askEarly(start());
    expect(told).toBe(0);
    end.abort();
    end = new AbortController();
    now = CODE;
    askEarly(start());
    expect(told).toBe(1);
  });

  it('of every change to whoever was told that there is nothing', () => {
    const reporter = start();
    reporter.update();
    ask();
    expect(told).toBe(0);
    vi.advanceTimersByTime(1_000);
    now = CODE;
    reporter.update();
    expect(told).toBe(1);
  });

  it('what has changed without a word when it is asked', () => {
    const reporter = start();
    now = mentions(2);
    reporter.update();
    vi.advanceTimersByTime(1_000);
    now = mentions(1);
    ask();
    expect(told).toBe(2);
  });

  it('of a page that changes on and on only now and then, and its last change, too', () => {
    pace = 100;
    const reporter = start();
    for (let count = 1; count <= 50; count++) {
      now = mentions(count);
      reporter.update();
      ask();
      vi.advanceTimersByTime(10);
    }
    expect(told).toBe(1);
    vi.advanceTimersByTime(200);
    expect(told).toBe(2);
    vi.runAllTimers();
    expect(told).toBe(2);
    expect(ask()).toMatchObject(mentions(50));
  });

  it('that it goes away, unless it is the page itself', () => {
    now = mentions(1);
    const page = start();
    page.update();
    page.leave();
    expect(told).toBe(1);
    inFrame();
    const frame = start();
    frame.update();
    frame.leave();
    expect(told).toBe(3);
  });
});
