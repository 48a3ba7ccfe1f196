import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setSite } from '../../src/settings/sites';
import { onReportChanged, reportTab } from '../../src/tab/report';
import { addFrame, browser, type FakeTab, reportOf, resetBrowser, settle } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(() => {
  resetBrowser();
  browser.granted.add('<all_urls>');
});

const PAGE = { id: 1, url: 'https://news.example/story', status: 'complete' } as const;
const open = (tab: Partial<FakeTab>) => {
  browser.tabs = [{ id: 1, ...tab }];
  return reportTab(1);
};

describe('a tab', () => {
  it('that was read shows its cards', async () => {
    addFrame(1, 0, reportOf({ aws: 2 }));
    addFrame(1, 3, reportOf({ aws: 2 }));
    expect(await open(PAGE)).toEqual({
      state: 'read',
      site: 'news.example',
      origins: [],
      total: 4,
      hasUnreadCode: false,
      cards: [{ card: 'aws', count: 4, leading: 0, position: 0, weight: 2 * Math.SQRT2 }],
    });
    expect(browser.inserted).toEqual([]);
  });

  it('that was read and has no mention is read, too', async () => {
    addFrame(1, 0, reportOf({}));
    expect(await open(PAGE)).toMatchObject({ state: 'read', total: 0 });
  });

  it('that is being read is waited for', async () => {
    addFrame(1, 0, 'reading');
    addFrame(1, 3, reportOf({ aws: 2 }));
    expect(await open(PAGE)).toMatchObject({ state: 'reading', total: 0 });
    expect(browser.inserted).toEqual([]);
  });

  it('that has gone to sleep is neither asked nor woken', async () => {
    const answer = vi.fn(() => reportOf({}));
    addFrame(1, 0, answer);
    expect(await open({ ...PAGE, discarded: true })).toMatchObject({ state: 'reading' });
    expect(answer).not.toHaveBeenCalled();
    expect(browser.inserted).toEqual([]);
  });

  it('with the welcome page is asked by a message', async () => {
    browser.closedTabs.add(1);
    addFrame(1, 0, reportOf({ aws: 2 }));
    const url = 'chrome-extension://sidelight/src/surfaces/welcome/index.html#stack';
    expect(await open({ ...PAGE, url })).toMatchObject({ state: 'read', site: null, total: 2 });
  });

  it('that was open before Sidelight came is started', async () => {
    expect(await open(PAGE)).toMatchObject({ state: 'reading', site: 'news.example' });
    await settle();
    expect(browser.inserted).toEqual(expect.arrayContaining(['content.js → 1', 'content.js → 1:all']));
  });

  it('is started, too, where a frame in it is busy without end', async () => {
    browser.endlessTabs.add(1);
    expect(await open(PAGE)).toMatchObject({ state: 'reading' });
    expect(browser.inserted).toEqual(expect.arrayContaining(['content.js → 1']));
  });

  it('that is loading is waited for', async () => {
    expect(await open({ ...PAGE, status: 'loading' })).toMatchObject({ state: 'reading' });
    expect(browser.inserted).toEqual([]);
  });

  it('whose site is switched off is off, whatever its frames say', async () => {
    addFrame(1, 0, reportOf({ aws: 2 }));
    await setSite('news.example', false);
    expect(await open(PAGE)).toMatchObject({ state: 'off', site: 'news.example', total: 0, cards: [] });
    expect(browser.inserted).toEqual([]);
  });

  it.each([
    'chrome://settings/',
    'about:blank',
    'https://chromewebstore.google.com/detail/x',
    'https://addons.mozilla.org/',
  ])('at %s is closed to extensions', async (url) => {
    expect(await open({ ...PAGE, url })).toMatchObject({ state: 'restricted', origins: [] });
    expect(browser.inserted).toEqual([]);
  });

  it('that refuses the script is closed, too', async () => {
    browser.closedTabs.add(1);
    expect(await open(PAGE)).toMatchObject({ state: 'restricted', site: 'news.example' });
  });

  it('without access asks for its own site only', async () => {
    browser.granted.clear();
    expect(await open(PAGE)).toMatchObject({
      state: 'ungranted',
      site: 'news.example',
      origins: ['*://news.example/*'],
    });
    browser.granted.add('*://news.example/*');
    expect(await open(PAGE)).toMatchObject({ state: 'reading' });
  });

  it('whose address is hidden lacks access, or is a page of the browser’s own', async () => {
    expect(await open({})).toMatchObject({ state: 'restricted', site: null });
    browser.granted.clear();
    expect(await open({})).toMatchObject({ state: 'ungranted', site: null, origins: ['<all_urls>'] });
  });

  it('with a local file is closed until the reader opens files in the browser', async () => {
    const file = { ...PAGE, url: 'file:///home/reader/notes.html' };
    expect(await open(file)).toMatchObject({ state: 'restricted', site: 'local files' });
    browser.mayReadFiles = true;
    expect(await open(file)).toMatchObject({ state: 'reading', site: 'local files' });
  });
});

describe('who looks at a tab', () => {
  const FRAME = { id: 'sidelight', tab: { id: 1 } };
  const tell = (message: unknown, sender: object) =>
    browser.listeners['runtime.onMessage']?.(message as never, sender as never);

  it('hears when a frame of it has other mentions, and answers in nobody’s place', () => {
    const heard = vi.fn();
    const stop = onReportChanged(1, heard);
    expect(tell({ name: 'page.scanned', request: {} }, FRAME)).toBeUndefined();
    expect(heard).toHaveBeenCalledTimes(1);
    for (const junk of [null, 'page.scanned', {}, { name: 'site.ask' }]) tell(junk, FRAME);
    tell({ name: 'page.scanned', request: {} }, { ...FRAME, tab: { id: 2 } });
    tell({ name: 'page.scanned', request: {} }, { ...FRAME, id: 'another-extension' });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    expect(browser.listeners['runtime.onMessage']).toBeUndefined();
  });

  it('hears when it goes elsewhere, when sites are switched and when access is granted', () => {
    const heard = vi.fn();
    const stop = onReportChanged(1, heard);
    browser.listeners['tabs.onUpdated']?.(1 as never);
    browser.listeners['tabs.onUpdated']?.(2 as never);
    expect(heard).toHaveBeenCalledTimes(1);
    browser.listeners['storage.local.onChanged']?.({} as never);
    browser.listeners['permissions.onAdded']?.({} as never);
    expect(heard).toHaveBeenCalledTimes(3);
    stop();
    expect(browser.listeners['tabs.onUpdated']).toBeUndefined();
    expect(browser.listeners['permissions.onAdded']).toBeUndefined();
  });

  it('gets what the top frame has at once where another frame is busy, and hears when that has answered', async () => {
    vi.useFakeTimers();
    const heard = vi.fn();
    const stop = onReportChanged(1, heard);
    addFrame(1, 0, reportOf({ aws: 2 }));
    addFrame(1, 3, reportOf({ aws: 3 }));
    browser.busyMs = 5_000;
    const report = open(PAGE);
    await vi.advanceTimersByTimeAsync(300);
    expect(await report).toMatchObject({ state: 'read', total: 2 });
    expect(heard).not.toHaveBeenCalled();
    browser.busyMs = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await reportTab(1)).toMatchObject({ state: 'read', total: 5 });
    stop();
    vi.useRealTimers();
  });
});
