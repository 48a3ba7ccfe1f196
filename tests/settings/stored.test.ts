import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseStorage, exportStored, listStored } from '../../src/settings/stored';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(resetBrowser);

describe('what is stored', () => {
  it('is counted as it stands in the store, junk included', async () => {
    browser.local
      .set('wrong:a.example:bedrock:bedrock', { surface: 'Bedrock', at: 1 })
      .set('junk', null)
      .set('filter', {});
    browser.session.set('has-begun', true);
    const counts = Object.fromEntries((await listStored()).map(({ kind, count }) => [kind, count]));
    expect(counts).toEqual({
      settings: 0,
      sites: 0,
      corrections: 1,
      known: 0,
      other: 1,
      tables: 1,
      start: 1,
    });
  });

  it('is exported whole, with a version, but for the extension’s own table', async () => {
    browser.local.set('site:mail.example', 'off').set('filter', {});
    browser.session.set('has-begun', true);
    expect(await exportStored(new Date(0))).toEqual({
      format: 'sidelight-export',
      version: 1,
      sidelight: '1.2.3',
      exportedAt: '1970-01-01T00:00:00.000Z',
      kept: { 'site:mail.example': 'off' },
      untilBrowserCloses: { 'has-begun': true },
    });
  });

  it('is erased, be the store full or not', async () => {
    browser.local.set('site:mail.example', 'off').set('junk', 1);
    browser.isFull = true;
    await eraseStorage();
    expect(browser.local.size).toBe(0);
  });
});
