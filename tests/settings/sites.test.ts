import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isSiteOn, setSite } from '../../src/settings/sites';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

describe('a site', () => {
  it('is on until the reader switches it off', async () => {
    expect(await isSiteOn('news.example')).toBe(true);
    await setSite('news.example', false);
    expect(await isSiteOn('news.example')).toBe(false);
    expect(await isSiteOn('other.example')).toBe(true);
  });

  it('leaves nothing in the store when it is on', async () => {
    await setSite('news.example', false);
    expect(browser.local.size).toBe(1);
    await setSite('news.example', true);
    expect(await isSiteOn('news.example')).toBe(true);
    expect(browser.local.size).toBe(0);
  });

  it('keeps its choice while others are made at the same time', async () => {
    await Promise.all(['a.example', 'b.example', 'c.example'].map((site) => setSite(site, false)));
    expect(await Promise.all(['a.example', 'b.example', 'c.example'].map(isSiteOn))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('stays as it was where the store is full, and the error says which site and why', async () => {
    browser.isFull = true;
    await expect(setSite('news.example', false)).rejects.toThrow(
      'The browser could not store the choice for news.example: QUOTA_BYTES quota exceeded',
    );
    expect(await isSiteOn('news.example')).toBe(true);
  });
});
