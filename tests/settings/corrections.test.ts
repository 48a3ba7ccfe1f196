import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Correction } from '../../src/core/corrections';
import {
  addCorrection,
  correctionsFor,
  listCorrections,
  removeCorrection,
} from '../../src/settings/corrections';
import { setSite, sitesOff } from '../../src/settings/sites';
import { browser, resetBrowser } from '../fake-browser';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
});

const wrong: Correction = { kind: 'wrong', site: 'news.example', card: 'bedrock', surface: 'Bedrocks' };
const never: Correction = { kind: 'never', site: 'news.example', surface: 'Gemini' };
const known: Correction = { kind: 'known', card: 'aws', surface: 'AWS' };
const NOTHING = { wrong: [], never: [], known: [] };

describe('corrections', () => {
  it('are none until the reader makes one', async () => {
    expect(await correctionsFor('news.example')).toEqual(NOTHING);
    expect(await listCorrections()).toEqual([]);
    expect(browser.local.size).toBe(0);
  });

  it('are kept under one key each', async () => {
    for (const correction of [wrong, never, known]) await addCorrection(correction);
    expect(Object.fromEntries(browser.local)).toEqual({
      'wrong:news.example:bedrock:bedrock': { surface: 'Bedrocks', at: 1_000 },
      'never:news.example:gemini': { surface: 'Gemini', at: 1_000 },
      'known:aws': { surface: 'AWS', at: 1_000 },
    });
  });

  it('hold on their own site; a known term holds everywhere', async () => {
    for (const correction of [wrong, never, known]) await addCorrection(correction);
    expect(await correctionsFor('news.example')).toEqual({
      wrong: [['bedrock', 'bedrock']],
      never: ['gemini'],
      known: ['aws'],
    });
    for (const site of ['other.example', 'www.news.example', null])
      expect(await correctionsFor(site)).toEqual({ ...NOTHING, known: ['aws'] });
  });

  it('are listed with the latest first', async () => {
    await addCorrection(wrong);
    vi.setSystemTime(2_000);
    await addCorrection(known);
    expect(await listCorrections()).toEqual([
      { id: 'known:aws', kind: 'known', card: 'aws', surface: 'AWS', at: 2_000 },
      { ...wrong, id: 'wrong:news.example:bedrock:bedrock', at: 1_000 },
    ]);
  });

  it('are the same where the form is', async () => {
    for (const surface of ['Bedrock', 'BEDROCK', 'bed\u00ADrocks'])
      await addCorrection({ ...wrong, surface });
    expect(browser.local.size).toBe(1);
  });

  it('show their form as it reads', async () => {
    await addCorrection({ ...never, surface: ' scaling\n      la\u00ADws ' });
    expect((await listCorrections())[0]?.surface).toBe('scaling laws');
  });

  it('can be taken back, one at a time', async () => {
    for (const correction of [wrong, never, known]) await addCorrection(correction);
    expect(await removeCorrection('never:news.example:gemini')).toMatchObject({
      kind: 'never',
      site: 'news.example',
    });
    expect([...browser.local.keys()]).toEqual(['wrong:news.example:bedrock:bedrock', 'known:aws']);
  });

  it('do not undo each other when they are made at the same time', async () => {
    await Promise.all([wrong, never, known].map(addCorrection));
    await Promise.all([removeCorrection('known:aws'), addCorrection({ ...never, surface: 'Maia' })]);
    expect(browser.local.size).toBe(3);
  });
});

describe('a name with a colon, a space or a script of its own', () => {
  it.each(['local files', 'a:b', 'known:aws', 'ümlaut.example', '100%', ''])(
    '%j stays whole',
    async (name) => {
      await addCorrection({ kind: 'wrong', site: name, card: `card ${name}`, surface: '長い 語 3.5' });
      await addCorrection({ kind: 'never', site: name, surface: 'échelle' });
      expect(await correctionsFor(name)).toEqual({
        wrong: [['長い語3\u00015', `card ${name}`]],
        never: ['échelle'],
        known: [],
      });
      for (const { id } of await listCorrections()) expect(await removeCorrection(id)).toBeDefined();
      expect(browser.local.size).toBe(0);
    },
  );
});

describe('what else is in the store', () => {
  it('is no correction, and cannot be removed as one', async () => {
    await setSite('news.example', false);
    for (const key of ['wrong:a', 'never:a:b:c']) browser.local.set(key, { surface: 'x', at: 1 });
    browser.local.set('never:%:x', { surface: 'x', at: 1 });
    expect(await listCorrections()).toEqual([]);
    for (const id of ['site:news.example', 'wrong:a', 'never:%:x', 'toString'])
      expect(await removeCorrection(id)).toBeUndefined();
    expect(browser.local.size).toBe(4);
    expect(await sitesOff()).toEqual(['news.example']);
  });

  it('may be damaged: the correction holds all the same', async () => {
    browser.local.set('never:news.example:gemini', 'junk');
    expect((await correctionsFor('news.example')).never).toEqual(['gemini']);
    expect(await listCorrections()).toMatchObject([{ surface: 'gemini', at: 0 }]);
  });
});

describe('a store that is full', () => {
  it('says so, and loses nothing', async () => {
    await addCorrection(wrong);
    browser.isFull = true;
    await expect(addCorrection(never)).rejects.toThrow(
      'The browser could not store it: QUOTA_BYTES quota exceeded',
    );
    expect(await listCorrections()).toHaveLength(1);
    await removeCorrection('wrong:news.example:bedrock:bedrock');
    expect(browser.local.size).toBe(0);
  });
});

it('refuses a form without a word', async () => {
  await expect(addCorrection({ ...never, surface: ' — ' })).rejects.toThrow('no word');
  expect(browser.local.size).toBe(0);
});

it('lists the sites that are off by name', async () => {
  for (const site of ['b.example', 'a.example', 'c.example']) await setSite(site, false);
  await setSite('c.example', true);
  expect(await sitesOff()).toEqual(['a.example', 'b.example']);
});
