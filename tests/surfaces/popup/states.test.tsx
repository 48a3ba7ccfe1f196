// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { button, buttonNames, click } from '../../ui/render-into';
import { openPopup, readPage } from './open-popup';

const EMPTY = { total: 0, cards: [] };

test('a page that was read lists its cards, with the badge’s number', async () => {
  const popup = await openPopup();
  expect(popup.names()).toEqual(['AWS Trainium', 'Claude', 'Amazon Bedrock']);
  expect(popup.has('6 mentions of 3 cards on this page')).toBe(true);
  expect(popup.root.querySelector('.row-count')?.textContent).toBe('3');
  expect(popup.root.querySelector('.row-count')?.getAttribute('title')).toBe('3 mentions on this page');
});

test('a page without cards says that it was read, and offers all cards', async () => {
  const popup = await openPopup(EMPTY);
  expect(popup.title()).toBe('Nothing spotted on this page');
  expect(popup.has('Sidelight has read this page')).toBe(true);
  await click(button(popup.root, 'Search all cards'));
  expect(popup.focused()).toBe(popup.root.querySelector('input'));
  expect(popup.names()).toHaveLength(14);
  await popup.press('Escape');
  expect(popup.title()).toBe('Nothing spotted on this page');
});

test('a site that is off is unread, and can be turned on', async () => {
  const popup = await openPopup({ ...EMPTY, state: 'off' });
  expect(popup.title()).toBe('Off on news.example');
  expect(popup.has('has not read this page')).toBe(true);
  expect(button(popup.root, 'Sidelight on news.example').getAttribute('aria-checked')).toBe('false');
  await click(button(popup.root, 'Turn on for news.example'));
  expect(popup.ports.setSite).toHaveBeenCalledWith('news.example', true);
});

test('a page is paused, and says so until it is resumed', async () => {
  const popup = await openPopup();
  await click(button(popup.root, 'Pause on this page'));
  expect(popup.ports.setPaused).toHaveBeenLastCalledWith(true);
  const paused = await openPopup({ ...EMPTY, state: 'paused' });
  expect(paused.title()).toBe('Paused on this page');
  expect(button(paused.root, 'Sidelight on news.example').getAttribute('aria-checked')).toBe('true');
  await click(button(paused.root, 'Resume'));
  expect(paused.ports.setPaused).toHaveBeenLastCalledWith(false);
});

test('the switch turns the site off', async () => {
  const popup = await openPopup();
  const control = button(popup.root, 'Sidelight on news.example');
  expect(control.getAttribute('role')).toBe('switch');
  expect(control.getAttribute('aria-checked')).toBe('true');
  await click(control);
  expect(popup.ports.setSite).toHaveBeenCalledWith('news.example', false);
});

test.each([
  [null, 'belongs to the browser'],
  ['store.example', 'store.example is one of the sites'],
])('a restricted page says which kind it is, and that it is unread (%s)', async (site, words) => {
  const popup = await openPopup({ ...EMPTY, state: 'restricted', site });
  expect(popup.title()).toBe('Extensions cannot run here');
  expect(popup.has(words)).toBe(true);
  expect(popup.has('has not read')).toBe(true);
  expect(popup.root.querySelector('[role="switch"]')).toBeNull();
});

test('a site without access asks, inside the click', async () => {
  const popup = await openPopup({ ...EMPTY, state: 'ungranted', origins: ['*://news.example/*'] });
  expect(popup.title()).toBe('Allow Sidelight to read news.example?');
  button(popup.root, 'Allow on news.example').click();
  expect(popup.ports.requestAccess).toHaveBeenCalledWith(['*://news.example/*']);
  button(popup.root, 'Allow on every site').click();
  expect(popup.ports.requestAccess).toHaveBeenLastCalledWith(['*://*/*']);
});

test('access that was not given is said, without asking again', async () => {
  const popup = await openPopup({ ...EMPTY, state: 'ungranted', origins: ['*://news.example/*'] });
  popup.ports.requestAccess.mockResolvedValueOnce(false);
  await click(button(popup.root, 'Allow on news.example'));
  expect(popup.has('Access was not granted. Nothing has been read.')).toBe(true);
});

test('while the page is being read a line says so, and cards appear by themselves', async () => {
  const popup = await openPopup({ ...EMPTY, state: 'reading' });
  expect(popup.has('Sidelight is reading this page')).toBe(true);
  expect(popup.names()).toEqual([]);
  await popup.change({});
  expect(popup.names()).toHaveLength(3);
});

test('a background that does not answer is an error, not an empty page', async () => {
  const popup = await openPopup(new Error('gone'));
  expect(popup.title()).toBe('Sidelight is not answering');
  expect(buttonNames(popup.root)).toEqual([
    'Try again',
    'Panel',
    'Atlas',
    'Back to where you were',
    'Options',
  ]);
  popup.ports.report.mockResolvedValueOnce({
    state: 'read',
    site: 'news.example',
    origins: [],
    total: 1,
    hasUnreadCode: false,
    cards: [{ card: 'claude', count: 1, leading: 0, position: 0, weight: 1 }],
  });
  await click(button(popup.root, 'Try again'));
  expect(popup.names()).toEqual(['Claude']);
});

test('an answer that was overtaken is not shown', async () => {
  const popup = await openPopup();
  let answerLate = (_: Awaited<ReturnType<typeof popup.ports.report>>) => {};
  popup.ports.report.mockReturnValueOnce(
    new Promise((resolve) => {
      answerLate = resolve;
    }),
  );
  await popup.change({});
  await popup.change({ ...EMPTY });
  answerLate({ ...readPage, state: 'off', ...EMPTY });
  await popup.press('x');
  expect(popup.title()).toBe('Nothing spotted on this page');
});

test('the panel, the atlas and the options are one press away, in every state', async () => {
  for (const first of [{}, EMPTY, { ...EMPTY, state: 'off' }, new Error('Nobody answered')] as const) {
    const popup = await openPopup(first);
    await click(button(popup.root, 'Options'));
    expect(popup.ports.openOptions).toHaveBeenCalledOnce();
    await click(button(popup.root, 'Atlas'));
    expect(popup.ports.openAtlas).toHaveBeenCalledOnce();
    // Inside the click: a browser refuses a panel that is asked for later.
    button(popup.root, 'Panel').click();
    expect(popup.ports.openPanel).toHaveBeenCalledOnce();
  }
});

test.each([
  ['beside cards', {}],
  ['where nothing was found', EMPTY],
])('code that was passed over is told, with the switch at hand (%s)', async (_where, found) => {
  const popup = await openPopup({ ...found, hasUnreadCode: true });
  expect(popup.has('Code samples on this page were skipped.')).toBe(true);
  await click(button(popup.root, 'Read code'));
  expect(popup.ports.readCode).toHaveBeenCalledOnce();
  await popup.change({ hasUnreadCode: false });
  expect(popup.has('skipped')).toBe(false);
});

test('a choice that cannot be kept asks anew how the page stands', async () => {
  const popup = await openPopup({ hasUnreadCode: true });
  popup.ports.readCode.mockRejectedValueOnce(new Error('full'));
  await click(button(popup.root, 'Read code'));
  expect(popup.has('skipped')).toBe(true);
  expect(popup.ports.report).toHaveBeenCalledTimes(2);
});
