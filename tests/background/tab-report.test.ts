import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reportTab } from '../../src/background/tab-report';
import { keepReport } from '../../src/background/tab-reports';
import { setSite } from '../../src/settings/sites';
import { browser, type FakeTab, resetBrowser, settle } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(() => {
  resetBrowser();
  browser.granted.add('<all_urls>');
});

const PAGE = { id: 1, url: 'https://news.example/story', status: 'complete' } as const;
const scanned = { shownAt: 0, cards: [{ card: 'aws', count: 2, weight: 1 }], hasUnreadCode: false };
const open = (tab: Partial<FakeTab>) => {
  browser.tabs = [{ id: 1, ...tab }];
  return reportTab(1);
};

/** A frame that has reported, and says the same, or what it has by now, when it is asked. */
async function keepFrame(frameId: number, report: typeof scanned, now = report): Promise<void> {
  await keepReport(1, frameId, report);
  browser.frames.set(`1:${frameId}`, () => ({ ok: true, response: now }) as never);
}

describe('a tab', () => {
  it('that was read shows its cards', async () => {
    await keepFrame(0, scanned);
    await keepFrame(3, scanned);
    expect(await open(PAGE)).toEqual({
      state: 'read',
      site: 'news.example',
      origins: [],
      total: 4,
      hasUnreadCode: false,
      cards: [{ card: 'aws', count: 4, weight: 2 }],
    });
    expect(browser.inserted).toEqual([]);
  });

  it('that was read and has no mention is read, too', async () => {
    await keepFrame(0, { shownAt: 0, cards: [], hasUnreadCode: false });
    expect(await open(PAGE)).toMatchObject({ state: 'read', total: 0 });
  });

  it('is asked for what its frames have by now, and frames that are gone are forgotten', async () => {
    const more = { shownAt: 0, cards: [{ card: 'aws', count: 5, weight: 2 }], hasUnreadCode: false };
    await keepFrame(0, scanned, more);
    await keepReport(1, 3, scanned);
    expect(await open(PAGE)).toMatchObject({ state: 'read', total: 5 });
  });

  it('that was open before Sidelight came is started', async () => {
    expect(await open(PAGE)).toMatchObject({ state: 'reading', site: 'news.example' });
    await settle();
    expect(browser.inserted).toEqual(expect.arrayContaining(['marks.css → 1:all', 'content.js → 1:all']));
  });

  it('is started, too, where a frame in it never finishes loading', async () => {
    browser.endlessTabs.add(1);
    expect(await open(PAGE)).toMatchObject({ state: 'reading' });
    expect(browser.inserted).toEqual(expect.arrayContaining(['marks.css → 1', 'content.js → 1']));
  });

  it('that is loading is waited for', async () => {
    expect(await open({ ...PAGE, status: 'loading' })).toMatchObject({ state: 'reading' });
    expect(browser.inserted).toEqual([]);
  });

  it('whose top frame has not reported is still being read', async () => {
    await keepReport(1, 3, scanned);
    expect(await open({ ...PAGE, status: 'loading' })).toMatchObject({ state: 'reading', total: 0 });
  });

  it('whose site is switched off is off, whatever it reported before', async () => {
    await keepReport(1, 0, scanned);
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
