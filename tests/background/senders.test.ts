import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MessageName, REQUESTS_FROM_FRAMES, REQUESTS_FROM_SURFACES } from '../../src/protocol/messages';
import { browser, resetBrowser, sendMessage } from '../fake-browser';
import { GOOD } from '../protocol/good-requests';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
await import('../../src/background/index');

const url = 'https://news.example/story';
const frame = { id: 'sidelight', url, frameId: 0, tab: { id: 7, url } };
const popup = { id: 'sidelight', url: 'chrome-extension://sidelight/src/surfaces/popup/index.html' };
/** An extension page that is open in a tab. */
const pageInTab = { ...popup, frameId: 0, tab: { id: 2, url: popup.url } };
/** The extension page that is read and marked as any page is. */
const welcomeUrl = 'chrome-extension://sidelight/src/surfaces/welcome/index.html';
const welcome = { ...pageInTab, url: welcomeUrl, tab: { id: 2, url: welcomeUrl } };
const stranger = 'another-extension';

beforeEach(() => {
  resetBrowser();
  browser.granted.add('<all_urls>');
  browser.tabs = [
    { id: 7, url, status: 'complete' },
    { id: 2, url: welcomeUrl, status: 'complete' },
  ];
});

const send = (name: MessageName, sender: object) => sendMessage({ name, request: GOOD[name] }, sender);

/** Whether a message is refused for its sender; such a reply comes at once. */
async function isRefused(name: MessageName, sender: object): Promise<boolean> {
  const reply = await send(name, sender);
  return reply?.ok === false && reply.error === `${name} may not be sent from there.`;
}

describe.each(Object.keys(REQUESTS_FROM_FRAMES) as MessageName[])('%s', (name) => {
  it('is answered to frames of pages, and of the welcome page', async () => {
    expect(await send(name, frame)).toMatchObject({ ok: true });
    expect(await isRefused(name, welcome)).toBe(false);
  });

  it.each([
    ['a page of the extension', popup],
    ['one that is open in a tab', pageInTab],
    ['another extension', { id: stranger, url: 'chrome-extension://another/page.html' }],
    ['a frame with another extension’s id', { ...frame, id: stranger }],
    ['the welcome page with it', { ...welcome, id: stranger }],
    ['what has no tab', { ...frame, tab: undefined }],
    ['what has no frame', { ...frame, frameId: undefined }],
    ['nobody', {}],
  ])('is refused to %s', async (_who, sender) => {
    expect(await isRefused(name, sender)).toBe(true);
  });
});

describe.each(Object.keys(REQUESTS_FROM_SURFACES) as MessageName[])('%s', (name) => {
  it('is answered to pages of the extension, in a tab or not', async () => {
    expect(await send(name, popup)).toMatchObject({ ok: true });
    expect(await send(name, pageInTab)).toMatchObject({ ok: true });
  });

  it.each([
    ['frames of pages', frame],
    ['another extension', { id: stranger, url: 'chrome-extension://another/page.html' }],
    ['our own address with another extension’s id', { ...popup, id: stranger }],
    ['what has no address', { id: 'sidelight' }],
    ['nobody', {}],
  ])('is refused to %s', async (_who, sender) => {
    expect(await isRefused(name, sender)).toBe(true);
  });
});

it.each((Object.keys(GOOD) as MessageName[]).filter((name) => name.startsWith('frame.')))(
  '%s: is for frames, and left unanswered',
  async (name) => {
    expect(await send(name, popup)).toBeUndefined();
  },
);
