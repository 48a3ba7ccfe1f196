import type messages from '../../_locales/en/messages.json';
import { ownGlobal } from './own-global';

/** The name of a message in `_locales`. */
export type MessageKey = keyof typeof messages;

/** The name of a message with plural forms, without the suffixes `_one` and `_other` that it has in `_locales`. */
export type CountKey = {
  [K in MessageKey]: K extends `${infer Name}_one`
    ? `${Name}_other` extends MessageKey
      ? Name
      : never
    : never;
}[MessageKey];

interface I18n {
  getMessage(name: string, substitutions?: string[]): string;
  getUILanguage(): string;
}

// Without the polyfill, so that scripts in pages stay small: both browsers have these two functions.
function i18n(): I18n {
  const api = ownGlobal<{ i18n: I18n }>('browser') ?? ownGlobal<{ i18n: I18n }>('chrome');
  const found = api?.i18n;
  if (!found) throw new Error('Outside the extension.');
  return found;
}

/**
 * A text of the interface, in the reader's language.
 * @param key its name in `_locales`
 * @param substitutions values of `$1`, `$2` …; numbers are formatted in the reader's language
 * @throws Error outside an extension
 */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return i18n().getMessage(
    key,
    substitutions.map((each) => (typeof each === 'number' ? formatNumber(each) : each)),
  );
}

/**
 * A text of the interface with a count, in the plural form that the count needs (CLDR: one, other).
 * @param key its name in `_locales`, without `_one` or `_other`
 * @param count the value of `$1`
 * @param substitutions values of `$2`, `$3` …
 * @throws Error outside an extension
 */
export function tn(key: CountKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const isOne = new Intl.PluralRules(uiLanguage()).select(count) === 'one';
  return t(`${key}_${isOne ? 'one' : 'other'}` as MessageKey, count, ...substitutions);
}

/**
 * Formats a number in the reader's language.
 * @throws Error outside an extension
 */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(uiLanguage()).format(value);
}

/**
 * Formats a percentage in the reader's language.
 * @param percent 100 for the whole
 * @throws Error outside an extension
 */
export function formatPercent(percent: number): string {
  return new Intl.NumberFormat(uiLanguage(), { style: 'percent' }).format(percent / 100);
}

/** An amount; both ends are equal where it is one number. */
interface Amount {
  readonly quantity: string;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

/**
 * Formats an amount of money, a share or a span of years in the reader's language: $25bn, 30–50%, 5 years.
 * @param amount its unit is an ISO 4217 code, % or years
 * @returns undefined for what a language has no form for
 * @throws Error outside an extension
 */
export function formatAmount({ quantity, from, to, unit }: Amount): string | undefined {
  // The texts are in British English: $25bn, not $25B.
  const language = uiLanguage().startsWith('en') ? 'en-GB' : uiLanguage();
  const format = (options: Intl.NumberFormatOptions, value: number) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
      ...options,
    }).format(value);
  const range = (options: Intl.NumberFormatOptions) =>
    from === to ? format(options, to) : `${formatNumber(from)}–${format(options, to)}`;
  if (quantity === 'money' && from === to && /^[A-Z]{3}$/.test(unit))
    return format(
      { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol', notation: 'compact' },
      to,
    );
  if (quantity === 'duration') return range({ style: 'unit', unit: 'year', unitDisplay: 'long' });
  if (quantity === 'share') return range({ style: 'unit', unit: 'percent' });
  return undefined;
}

/**
 * Joins words in the reader's language: 'a, b and c'.
 * @throws Error outside an extension
 */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(words);
}

/**
 * Formats a size in bytes, or from 1000 bytes on in kilobytes (1000 bytes), in the reader's language.
 * @throws Error outside an extension
 */
export function formatBytes(bytes: number): string {
  const isLarge = bytes >= 1000;
  const unit = isLarge ? 'kilobyte' : 'byte';
  const format = new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return format.format(isLarge ? bytes / 1000 : bytes);
}

/**
 * The language of the interface, as a BCP 47 tag: the browser's, with its region (`de-AT`), where there are messages in
 * it; else the language of the messages.
 * @throws Error outside an extension
 */
export function uiLanguage(): string {
  const browsers = i18n().getUILanguage();
  return isTranslated(browsers) ? browsers : i18n().getMessage('language');
}

/**
 * The direction of the interface's text.
 * @throws Error outside an extension
 */
export function uiDirection(): 'ltr' | 'rtl' {
  // `@@bidi_dir` follows the browser's language; the messages are English where that has none.
  const isRightToLeft = isTranslated(i18n().getUILanguage()) && i18n().getMessage('@@bidi_dir') === 'rtl';
  return isRightToLeft ? 'rtl' : 'ltr';
}

const primary = (tag: string) => tag.split(/[-_]/)[0];

const isTranslated = (tag: string) => primary(tag) === primary(i18n().getMessage('language'));

/**
 * Sets the language, direction and title of an extension page.
 * @param title the name of the message with the title
 * @throws Error outside an extension
 */
export function localisePage(title: MessageKey): void {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = uiDirection();
  document.title = t(title);
}
