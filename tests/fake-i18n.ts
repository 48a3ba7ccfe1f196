import { readFileSync } from 'node:fs';

const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

type Messages = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

/** The messages of a locale, as the extension ships them. */
export function readMessages(locale: Locale): Messages {
  return JSON.parse(readFileSync(`_locales/${locale}/messages.json`, 'utf8')) as Messages;
}

const shipped = { en: readMessages('en'), de: readMessages('de') };
let language = 'en-GB';

/** Sets the fake browser's language, a BCP 47 tag; one without messages gets English, as in a browser. */
export function setLanguage(tag: string): void {
  language = tag;
}

/** Stands in for `i18n` of the browser, with the messages that the extension ships. */
const i18n = {
  getUILanguage: () => language,
  getMessage(name: string, substitutions: readonly string[] = []): string {
    if (name === '@@bidi_dir') return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
    const found = shipped[language.startsWith('de') ? 'de' : 'en'][name];
    if (!found) throw new Error(`There is no message ${name}`);
    return found.message.replace(/\$(\$|\d)/g, (_, sign) =>
      sign === '$' ? '$' : (substitutions[sign - 1] ?? ''),
    );
  },
};

Object.assign(globalThis, { chrome: { i18n } });
