import type { ComponentChildren } from 'preact';
import { type MessageKey, t, tn, uiLanguage } from '../../platform/text';
import { Keys } from '../../ui/Keys';
import { Logo } from '../../ui/Logo';
import { RichText } from '../../ui/RichText';

const OPTIONS = '../options/index.html';
const ATLAS = '../atlas/index.html';

export interface AppProps {
  /** The shortcut for the next mention; empty where the browser has none. */
  keys: string;
  /** Number of cards in the pack. */
  cardCount: number;
  /** The text that the cards are drawn from; undefined where the pack names none. */
  source: { readonly title: string; readonly author: string; readonly language: string } | undefined;
  /** How the toolbar button is kept in sight; undefined where it is already. */
  toPin: MessageKey | undefined;
}

/**
 * The welcome page: something to try, what Sidelight may see, and what it never does.
 * @param props the shortcut, the pack's size and source, and how to pin the button
 * @returns the whole page
 */
export function App({ keys, cardCount, source, toPin }: AppProps) {
  return (
    <div class="welcome">
      <header>
        <p class="who">
          <Logo />
          {t('extension_name')}
        </p>
        <h1>{t('welcome_heading')}</h1>
        <p class="lead">{tn('welcome_lead', cardCount)}</p>
        {source && (
          <p class="whose">
            <RichText
              of="welcome_source"
              nodes={[<cite lang={source.language}>{source.title}</cite>, <span>{source.author}</span>]}
            />{' '}
            {!uiLanguage().startsWith(source.language) && t('welcome_language')}
          </p>
        )}
      </header>
      <main>
        <section class="try" aria-labelledby="try">
          <h2 id="try">{t('welcome_try')}</h2>
          <div class="sample">
            <p>{t('welcome_sample')}</p>
            <p>{t('welcome_sample_second')}</p>
          </div>
          <ul class="ways">
            <Way name={t('welcome_rest')}>{t('welcome_rest_does')}</Way>
            <Way name={t('welcome_click')}>{t('welcome_click_does')}</Way>
            <Way name={keys ? <Keys keys={keys} /> : t('welcome_keys')}>
              {keys ? t('welcome_keys_do') : t('welcome_keys_unset')}
            </Way>
          </ul>
          {toPin && <p class="pin">{t(toPin)}</p>}
        </section>
        <section aria-labelledby="sees">
          <h2 id="sees">{t('welcome_sees')}</h2>
          <ul>
            <li>{t('welcome_sees_text')}</li>
            <li>{t('welcome_sees_not')}</li>
            <li>{t('welcome_sees_off')}</li>
          </ul>
        </section>
        <section aria-labelledby="never">
          <h2 id="never">{t('welcome_never')}</h2>
          <ul>
            <li>{t('welcome_never_sends')}</li>
            <li>{t('welcome_never_keeps')}</li>
            <li>{t('welcome_never_changes')}</li>
          </ul>
        </section>
      </main>
      <Links />
    </div>
  );
}

function Links() {
  return (
    <nav aria-label={t('welcome_further')}>
      <a class="strong" href={ATLAS}>
        {t('welcome_atlas')}
      </a>
      <a href={OPTIONS}>{t('welcome_options')}</a>
      <a href={`${OPTIONS}#privacy`}>{t('welcome_check')}</a>
    </nav>
  );
}

function Way({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <b>{name}</b>
      <span>{children}</span>
    </li>
  );
}
