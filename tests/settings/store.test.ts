import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema';
import { getSettings, onSettingsChanged, setSetting } from '../../src/settings/store';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

it('only what was chosen is stored, be it the default', async () => {
  expect(await getSettings()).toEqual(DEFAULTS);
  expect(browser.local.size).toBe(0);
  await setSetting('marks', 'first');
  await setSetting('marks', 'every');
  expect([...browser.local]).toEqual([['setting:marks', { version: 1, value: 'every' }]]);
});

it('choices made at the same time do not undo each other', async () => {
  await Promise.all([setSetting('marks', 'first'), setSetting('theme', 'dark'), setSetting('dwellMs', 200)]);
  expect(await getSettings()).toEqual({ ...DEFAULTS, marks: 'first', theme: 'dark', dwellMs: 200 });
});

it('where the store is full the former choice stands, and the error says why', async () => {
  await setSetting('theme', 'dark');
  browser.isFull = true;
  await expect(setSetting('theme', 'light')).rejects.toThrow(
    'The browser could not store it: QUOTA_BYTES quota exceeded',
  );
  expect((await getSettings()).theme).toBe('dark');
});

it('junk in the store stays where it is, and a choice takes its place', async () => {
  browser.local.set('setting:theme', 'purple').set('setting:ghost', 1);
  expect(await getSettings()).toEqual(DEFAULTS);
  await setSetting('theme', 'light');
  expect((await getSettings()).theme).toBe('light');
  expect(browser.local.get('setting:ghost')).toBe(1);
});

it('changes of settings are heard, and others are not', () => {
  const listener = vi.fn();
  const end = onSettingsChanged(listener);
  const change = (changes: object) => browser.listeners['storage.local.onChanged']?.(changes as never);
  change({ 'site:a.example': {} });
  expect(listener).not.toHaveBeenCalled();
  change({ 'setting:theme': {}, 'site:a.example': {} });
  expect(listener).toHaveBeenCalledOnce();
  end();
  expect(browser.listeners['storage.local.onChanged']).toBeUndefined();
});
