import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LazyScript } from '../../src/page/lazy-script';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../../src/page/ask', () => ({ ask }));

const KEY = 'sidelightLazyScriptTest';
const scope = globalThis as Record<string, unknown>;
const create = vi.fn((name: string, signal: AbortSignal) => ({ name, signal }));
let session: AbortController;
let script: LazyScript<string, { name: string; signal: AbortSignal }>;

beforeEach(() => {
  vi.useFakeTimers();
  create.mockClear();
  ask.mockReset();
  // The background takes a while to put the script into the frame.
  ask.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    scope[KEY] = create;
    return {};
  });
  session = new AbortController();
  script = new LazyScript('card', KEY, 'ports', session.signal);
});
afterEach(() => {
  session.abort();
  delete scope[KEY];
  vi.useRealTimers();
});

it('is not asked for before it is needed', () => {
  expect(ask).not.toHaveBeenCalled();
  expect(script.loaded).toBeUndefined();
});

it('is fetched and created once, for all who need it meanwhile and later', async () => {
  const both = Promise.all([script.load(), script.load()]);
  await vi.advanceTimersByTimeAsync(49);
  expect(script.loaded).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  const [first, second] = await both;
  expect(first).toBe(second);
  expect(await script.load()).toBe(first);
  expect(script.loaded).toBe(first);
  expect(ask).toHaveBeenCalledExactlyOnceWith('script.load', { script: 'card' });
  expect(create).toHaveBeenCalledExactlyOnceWith('ports', session.signal);
});

it('is asked for again where the background failed, so that the next rest on a term opens a card', async () => {
  ask.mockRejectedValueOnce(new Error('Nobody answered.'));
  await expect(script.load()).rejects.toThrow('Nobody answered.');
  const again = script.load();
  await vi.advanceTimersByTimeAsync(50);
  expect(await again).toMatchObject({ name: 'ports' });
});

it('fails where the frame did not take it, and is asked for again', async () => {
  ask.mockResolvedValueOnce({});
  await expect(script.load()).rejects.toThrow('The card script did not load.');
  const again = script.load();
  await vi.advanceTimersByTimeAsync(50);
  expect(await again).toMatchObject({ name: 'ports' });
});

it('creates nothing in a page whose session ended while it was on its way', async () => {
  const loading = script.load();
  const failed = expect(loading).rejects.toThrow();
  session.abort();
  await vi.advanceTimersByTimeAsync(50);
  await failed;
  expect(create).not.toHaveBeenCalled();
  expect(script.loaded).toBeUndefined();
});
