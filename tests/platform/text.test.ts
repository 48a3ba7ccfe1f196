import { afterEach, describe, expect, it } from 'vitest';
import { formatNumber, t, tn, uiDirection, uiLanguage } from '../../src/platform/text';
import { setLanguage } from '../fake-i18n';

afterEach(() => setLanguage('en-GB'));

describe('the interface’s text', () => {
  it('is in the browser’s language', () => {
    setLanguage('de');
    expect(t('options_title')).toBe('Sidelight-Einstellungen');
  });

  it('counts as the language counts, in its numbers', () => {
    expect(tn('cards', 1)).toBe('1 card');
    expect(tn('cards', 1234)).toBe('1,234 cards');
    setLanguage('de-DE');
    expect(tn('cards', 1)).toBe('1 Karte');
    expect(tn('cards', 1234)).toBe('1.234 Karten');
    expect(formatNumber(0.5)).toBe('0,5');
  });
});

describe('the interface’s language', () => {
  it.each([
    ['en-US', 'en-US'],
    ['de-AT', 'de-AT'],
    ['fr', 'en-GB'],
    ['ar', 'en-GB'],
  ])('of a browser in %s is %s, as its text is', (browsers, language) => {
    setLanguage(browsers);
    expect(uiLanguage()).toBe(language);
    expect(uiDirection()).toBe('ltr');
  });
});
