import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onSessionStart, startEverywhere } from '../../src/background/access';
import { applyCorrections, NO_CORRECTIONS } from '../../src/core/corrections';
import type { Citation } from '../../src/pack/card';
import type { Responses } from '../../src/protocol/messages';
import { DEFAULTS } from '../../src/settings/schema';
import { setSite } from '../../src/settings/sites';
import { addFrame, browser, reportOf, resetBrowser, sendMessage, settle } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
await import('../../src/background/index');

const url = 'https://news.example/story';
const frame = { id: 'sidelight', url, frameId: 0, tab: { id: 1, url } };
const popup = { id: 'sidelight', url: 'chrome-extension://sidelight/src/surfaces/popup/index.html' };
/** What a start puts into tab 1: first into the page, then into all of its frames. */
const STARTED = new Set(['content.js → 1', 'content.js → 1:all']);

beforeEach(() => {
  resetBrowser();
  browser.granted.add('<all_urls>');
  browser.tabs = [{ id: 1, url, status: 'complete' }];
});

describe('a frame that starts', () => {
  const ask = (sender: object) => sendMessage({ name: 'site.ask', request: {} }, sender);

  it('learns its keys, that its site is on, and that nothing was corrected', async () => {
    browser.commands = [{ name: 'next-mention', shortcut: 'Alt+Shift+Period' }];
    expect(await ask(frame)).toEqual({
      ok: true,
      response: {
        enabled: true,
        keys: {
          next: { code: 'Period', altKey: true, ctrlKey: false, shiftKey: true, metaKey: false },
          previous: null,
          open: null,
        },
        corrections: NO_CORRECTIONS,
        settings: DEFAULTS,
      },
    });
  });

  it('goes by the site of its tab, not by its own', async () => {
    await setSite('news.example', false);
    const embedded = { ...frame, frameId: 7, url: 'https://video.example/' };
    expect(await ask(embedded)).toMatchObject({ response: { enabled: false } });
    await setSite('news.example', true);
    await setSite('video.example', false);
    expect(await ask(embedded)).toMatchObject({ response: { enabled: true } });
  });
});

describe('a frame that has other mentions', () => {
  it('has its tab’s badge say so', async () => {
    addFrame(1, 0, reportOf({ aws: 2 }));
    await sendMessage({ name: 'page.scanned', request: {} }, frame);
    expect(browser.badges.get(1)).toBe('2');
    browser.frames.clear();
    await sendMessage({ name: 'page.scanned', request: {} }, frame);
    expect(browser.badges.get(1)).toBe('');
  });
});

describe('a card', () => {
  const get = (card: string) => sendMessage({ name: 'card.get', request: { card } }, frame);

  it('comes by its id, with the paragraphs that it cites and no others, and null where there is none', async () => {
    const reply = await get('trainium');
    if (!reply?.ok) throw new Error('There is no answer.');
    const { card, paragraphs } = reply.response as Responses['card.get'];
    if (!card) throw new Error('There is no card.');
    expect(card).toMatchObject({ id: 'trainium', name: 'AWS Trainium' });
    const placeOf = ({ section, paragraph }: Citation) => `${section} ${paragraph}`;
    const cited = [...card.statements, ...card.undo, ...card.points].map(({ cite }) => placeOf(cite));
    expect(cited.length).toBeGreaterThan(4);
    expect(new Set(paragraphs.map(placeOf))).toEqual(
      new Set([...cited, ...card.figures.flatMap(({ cite }) => cite.map(placeOf))]),
    );
    for (const { abstract } of paragraphs) expect(abstract).toMatch(/\S/);
    expect(await get('constructor')).toEqual({ ok: true, response: { card: null, paragraphs: [] } });
  });

  it('has its script put into the asking frame only', async () => {
    await sendMessage({ name: 'script.load', request: { script: 'card' } }, { ...frame, frameId: 3 });
    expect(browser.inserted).toEqual(['card.js → 1:3']);
  });
});

describe('marks', () => {
  const load = () =>
    sendMessage({ name: 'script.load', request: { script: 'mark' } }, { ...frame, frameId: 3 });

  it('have their script and sheet put into the asking frame only', async () => {
    await load();
    expect(browser.inserted).toEqual(['mark.css → 1:3', 'mark.js → 1:3']);
  });

  it('have their sheet in every page already where the manifest brings it', async () => {
    browser.isFirefox = true;
    await load();
    expect(browser.inserted).toEqual(['mark.js → 1:3']);
  });
});

describe('a correction', () => {
  const add = (kind: string, surface = 'Bedrock', sender: object = frame) =>
    sendMessage({ name: 'correction.add', request: { kind, card: 'bedrock', surface } }, sender);
  const renewed: string[] = [];
  const BOTH = { known: [], senses: ['bedrock', 'gemini'] };
  const TEXT = 'Bedrock on AWS, and Gemini, Google’s model';
  /** What a frame of a page is told when it asks: the terms that are known, and which of two others are still senses. */
  const holdsOn = async (tabUrl: string) => {
    const sender = { ...frame, tab: { id: 9, url: tabUrl } };
    const answerTo = async (name: string, request: unknown) => {
      const reply = await sendMessage({ name, request }, sender);
      return reply?.ok ? reply.response : undefined;
    };
    const { corrections } = (await answerTo('site.ask', {})) as Responses['site.ask'];
    const read = (await answerTo('blocks.read', {
      blocks: [{ text: TEXT, isHeading: false }],
    })) as Responses['blocks.read'];
    const corrected = applyCorrections(
      read.readings.map((reading) => ({ text: TEXT, reading })),
      corrections,
    );
    const senses = corrected.flatMap(({ candidates }) =>
      candidates.flatMap((candidate) => candidate.senses.map(({ card }) => card)),
    );
    return {
      known: corrections.known,
      senses: senses.filter((card) => ['bedrock', 'gemini'].includes(card)),
    };
  };

  beforeEach(() => {
    renewed.length = 0;
    browser.tabs = [{ id: 1, url }, { id: 2, url: 'https://other.example/' }, { id: 3, url }, { id: 4 }];
    for (const key of ['1:0', '1:4', '2:0', '3:0', '4:0'])
      browser.frames.set(key, ({ name }) => {
        if (name === 'frame.renew') renewed.push(key);
        return { ok: true, response: {} };
      });
  });

  it('is answered with what holds, and told to every frame of the site', async () => {
    expect(await add('wrong')).toEqual({
      ok: true,
      response: { wrong: [['bedrock', 'bedrock']], never: [], known: [] },
    });
    await settle();
    expect(renewed).toEqual(['1:0', '1:4', '3:0']);
    expect(await holdsOn(url)).toEqual({ known: [], senses: ['gemini'] });
  });

  it('of a known term is told to every site, each with its own', async () => {
    await add('never', 'Gemini');
    await settle();
    renewed.length = 0;
    await add('known');
    await settle();
    expect(renewed).toEqual(['1:0', '1:4', '2:0', '3:0']);
    expect(await holdsOn(url)).toEqual({ known: ['bedrock'], senses: ['bedrock'] });
    expect(await holdsOn('https://other.example/')).toEqual({ ...BOTH, known: ['bedrock'] });
  });

  it('belongs to the site of its tab, and is there for a frame that starts later', async () => {
    await add('never', 'Gemini', { ...frame, frameId: 7, url: 'https://video.example/' });
    expect(await holdsOn(url)).toEqual({ known: [], senses: ['bedrock'] });
    expect(await holdsOn('https://video.example/')).toEqual(BOTH);
  });

  it('is listed, and taken back in every frame of the site', async () => {
    await add('wrong');
    const list = () => sendMessage({ name: 'corrections.list', request: {} }, popup);
    expect(await list()).toMatchObject({
      response: {
        corrections: [{ kind: 'wrong', site: 'news.example', card: 'bedrock', surface: 'Bedrock' }],
      },
    });
    await settle();
    renewed.length = 0;
    const id = 'wrong:news.example:bedrock:bedrock';
    expect(await sendMessage({ name: 'correction.remove', request: { id } }, popup)).toMatchObject({
      ok: true,
    });
    await settle();
    expect(renewed).toEqual(['1:0', '1:4', '3:0']);
    expect(await holdsOn(url)).toEqual(BOTH);
    expect(await list()).toEqual({ ok: true, response: { corrections: [] } });
  });

  it('tells that the store is full, and changes nothing on any page', async () => {
    browser.isFull = true;
    expect(await add('wrong')).toEqual({
      ok: false,
      error: 'The browser could not store it: QUOTA_BYTES quota exceeded',
    });
    await settle();
    expect(renewed).toEqual([]);
  });

  it('is refused on a page without a site, unless it holds everywhere', async () => {
    const sender = { ...frame, url: 'about:blank', tab: { id: 4 } };
    for (const kind of ['wrong', 'never'])
      expect(await add(kind, 'Bedrock', sender)).toMatchObject({
        ok: false,
        error: expect.stringContaining('no site'),
      });
    expect(await add('known', 'Bedrock', sender)).toMatchObject({ ok: true });
  });

  it('goes through where a tab’s frames are gone', async () => {
    browser.frames.clear();
    expect(await add('known')).toMatchObject({ ok: true });
    await settle();
  });
});

describe('switching a site', () => {
  const set = (enabled: boolean) =>
    sendMessage({ name: 'site.set', request: { site: 'news.example', enabled } }, popup);

  it('off stops every frame of its tabs, and no other', async () => {
    browser.tabs = [
      { id: 1, url },
      { id: 2, url },
      { id: 3, url: 'https://other.example/' },
    ];
    const stopped: string[] = [];
    for (const [tabId, frameId] of [
      [1, 0],
      [1, 4],
      [2, 0],
      [3, 0],
    ] as const)
      addFrame(tabId, frameId, reportOf({ aws: 1 }), ({ name }) => {
        stopped.push(`${name} ${tabId}:${frameId}`);
        browser.frames.delete(`${tabId}:${frameId}`);
        return { ok: true, response: {} };
      });
    browser.badges.set(1, '2').set(3, '1');
    await set(false);
    expect(stopped).toEqual(['frame.stop 1:0', 'frame.stop 1:4', 'frame.stop 2:0']);
    expect([...browser.badges]).toEqual([
      [1, ''],
      [3, '1'],
      [2, ''],
    ]);
  });

  it('on starts it in tabs that are open', async () => {
    await set(false);
    await set(true);
    await settle();
    expect(new Set(browser.inserted)).toEqual(STARTED);
  });

  it('on brings the sheet into open tabs, with user origin, where the manifest has it', async () => {
    browser.isFirefox = true;
    await set(true);
    await settle();
    expect(browser.inserted).toEqual(expect.arrayContaining(['marks.css → 1', 'content.js → 1']));
    expect([...browser.sheetOrigins]).toEqual(['USER']);
  });

  it('tells that the store is full, and stops nothing', async () => {
    browser.isFull = true;
    const stop = vi.fn(() => ({ ok: true, response: {} }) as const);
    browser.frames.set('1:0', stop);
    expect(await set(false)).toMatchObject({ ok: false, error: expect.stringContaining('news.example') });
    expect(stop).not.toHaveBeenCalled();
  });
});

describe('erasing', () => {
  const erase = () => sendMessage({ name: 'store.erase', request: {} }, popup);

  it('leaves nothing stored, and starts open pages anew', async () => {
    browser.local.set('site:news.example', 'off').set('setting:marks', { version: 1, value: 'first' });
    const stop = vi.fn(() => {
      browser.frames.clear();
      return { ok: true, response: {} } as const;
    });
    addFrame(1, 0, reportOf({ aws: 1 }), stop);
    browser.session.set('has-begun', true);
    expect(await erase()).toEqual({ ok: true, response: {} });
    expect([...browser.local.keys(), ...browser.session.keys()]).toEqual(['filter', 'screen']);
    expect(stop).toHaveBeenCalledWith(expect.objectContaining({ name: 'frame.stop' }));
    expect(browser.badges.get(1)).toBe('');
    await settle();
    expect(new Set(browser.inserted)).toEqual(STARTED);
  });
});

describe('the welcome page', () => {
  it('has brought the card’s script along', async () => {
    const welcomePage = 'chrome-extension://sidelight/src/surfaces/welcome/index.html';
    const sender = { id: 'sidelight', url: welcomePage, frameId: 0, tab: { id: 1, url: welcomePage } };
    expect(await sendMessage({ name: 'script.load', request: { script: 'card' } }, sender)).toMatchObject({
      ok: true,
    });
    expect(browser.inserted).toEqual([]);
  });
});

describe('what the browser tells', () => {
  it('a change of a setting has the frames of all tabs ask again', async () => {
    const renew = vi.fn(() => ({ ok: true, response: {} }) as const);
    browser.frames.set('1:0', renew);
    browser.listeners['storage.local.onChanged']?.({ 'setting:marks': {} } as never);
    await settle();
    expect(renew).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'frame.renew' }));
  });

  it('a start of the extension, once, or a grant starts Sidelight in the tabs that it may read', async () => {
    browser.tabs = [
      { id: 1, url },
      { id: 2, url: 'chrome://settings/' },
      { id: 3, url, discarded: true },
      { id: 4 },
    ];
    await onSessionStart(startEverywhere);
    await settle();
    expect(new Set(browser.inserted)).toEqual(STARTED);
    browser.inserted = [];
    await onSessionStart(startEverywhere);
    await settle();
    expect(browser.inserted).toEqual([]);
    browser.listeners['permissions.onAdded']?.({} as never);
    await settle();
    expect(new Set(browser.inserted)).toEqual(STARTED);
  });

  it('the page that comes after one in which it was started late is started, without a listener for tabs', async () => {
    vi.useFakeTimers();
    browser.tabs = [{ id: 1, url, status: 'complete' }];
    const replaced = sendMessage({ name: 'page.replaced', request: {} }, frame);
    await vi.advanceTimersByTimeAsync(3_000);
    await replaced;
    vi.useRealTimers();
    await settle();
    expect(new Set(browser.inserted)).toEqual(STARTED);
    expect(browser.listeners['tabs.onUpdated']).toBeUndefined();
  });

  it.each([
    ['next-mention', 1],
    ['previous-mention', -1],
  ])('the command %s steps in the active tab', async (command, direction) => {
    browser.tabs = [
      { id: 1, url },
      { id: 2, url },
    ];
    browser.activeTab = 2;
    const step = vi.fn(() => ({ ok: true, response: { moved: true } }) as const);
    addFrame(2, 0, reportOf({ aws: 1 }), step);
    await browser.listeners['commands.onCommand']?.(command as never);
    expect(step).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ name: 'frame.step', request: expect.objectContaining({ direction }) }),
    );
  });

  it.each([
    ['with a ring or a card, opens or closes', true, ['frame.open']],
    ['without, goes to the next mention and opens that', false, ['frame.open', 'frame.step', 'frame.open']],
  ])('the command open-mention %s', async (_, isThere, expected) => {
    browser.tabs = [{ id: 2, url }];
    browser.activeTab = 2;
    let isDone = isThere;
    const asked: string[] = [];
    addFrame(2, 0, reportOf({ aws: 1 }), ({ name }) => {
      asked.push(name);
      if (name === 'frame.open') return { ok: true, response: { isDone } } as const;
      isDone = true;
      return { ok: true, response: { moved: true } } as const;
    });
    await browser.listeners['commands.onCommand']?.('open-mention' as never);
    expect(asked).toEqual(expected);
  });
});
