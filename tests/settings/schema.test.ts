import { describe, expect, it } from 'vitest';
import { DEFAULTS, type Migration, readSettings, SETTING_NAMES, toStored } from '../../src/settings/schema';

describe('settings', () => {
  it('are the defaults where nothing was chosen', () => {
    expect(readSettings({})).toEqual(DEFAULTS);
  });

  it('are what was chosen, each by its own key', () => {
    const stored = {
      'setting:marks': toStored('first'),
      'setting:dwellMs': toStored(800),
      'site:a.example': 'off',
    };
    expect(readSettings(stored)).toEqual({ ...DEFAULTS, marks: 'first', dwellMs: 800 });
  });

  it.each([
    ['a value that is none of those to choose from', toStored('sometimes')],
    ['a value of another type', toStored({ toString: () => 'first' })],
    ['no choice at all', 'first'],
    ['nothing', null],
    ['a version that cannot be', { version: 0, value: 'first' }],
    ['a version to come', { version: 99, value: 'first' }],
    ['a field too many', { ...toStored('first'), extra: 1 }],
  ])('pass over %s', (_what, junk) => {
    for (const name of SETTING_NAMES) expect(readSettings({ [`setting:${name}`]: junk })).toEqual(DEFAULTS);
  });

  it('of names that there are not do no harm', () => {
    const stored = {
      'setting:': toStored('x'),
      'setting:constructor': toStored('x'),
      'setting:__proto__': toStored('x'),
    };
    expect(readSettings(stored)).toEqual(DEFAULTS);
  });
});

describe('a choice of an earlier version', () => {
  const migrations: readonly Migration[] = [
    (name, value) => (name === 'underline' ? ['marking', value] : [name, value]),
    (name, value) => (name === 'marking' ? ['marks', value === 'once' ? 'first' : 'every'] : [name, value]),
  ];

  it('is brought to the present one, step by step', () => {
    const old = { 'setting:underline': { version: 1, value: 'once' } };
    expect(readSettings(old, migrations).marks).toBe('first');
    const newer = { 'setting:marking': { version: 2, value: 'once' } };
    expect(readSettings(newer, migrations).marks).toBe('first');
  });

  it('gives way to a later one, in whatever order they are stored', () => {
    const old = { 'setting:underline': { version: 1, value: 'once' } };
    const now = { 'setting:marks': { version: 3, value: 'every' } };
    expect(readSettings({ ...old, ...now }, migrations).marks).toBe('every');
    expect(readSettings({ ...now, ...old }, migrations).marks).toBe('every');
  });
});
