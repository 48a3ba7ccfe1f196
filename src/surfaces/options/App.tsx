import { useEffect, useState } from 'preact/hooks';
import type { KeptCorrection } from '../../core/corrections';
import type { CardLine } from '../../pack/outline';
import { type MessageKey, t } from '../../platform/text';
import { siteWords } from '../../settings/site-name';
import { KindIcon } from '../../ui/Icon';
import { Mark } from '../../ui/Mark';
import { RichText } from '../../ui/RichText';
import { useAnswer } from '../../ui/use-answer';
import { type Choice, ChoiceSection } from './ChoiceSection';
import { DataSection } from './DataSection';
import { LookSection } from './LookSection';
import { PrivacySection } from './PrivacySection';
import type { OptionsPorts } from './ports';
import { ReadingSection } from './ReadingSection';
import { ShortcutsSection } from './ShortcutsSection';
import { useCurrentSection } from './use-current-section';

export interface AppProps {
  ports: OptionsPorts;
  /** All cards of the pack. */
  cards: readonly CardLine[];
}

/**
 * The options page: what the reader has chosen, and how to take it back.
 * @param props the page's ports and the pack's cards
 * @returns the whole page
 */
export function App({ ports, cards }: AppProps) {
  const { answer: choices, failed, reload } = useAnswer(ports.choices, ports.onChoicesChanged);
  const [done, setDone] = useState('');
  const byId = new Map(cards.map((card) => [card.id, card]));
  const nameOf = (card: string) => byId.get(card)?.name ?? card;

  const takeBack = (correction: KeptCorrection, words: string) => async () => {
    await ports.undo(correction.id);
    setDone(words);
    await reload();
  };
  const corrections = (choices?.corrections ?? []).flatMap((correction): Choice[] => {
    if (correction.kind === 'known') return [];
    const { id, kind, site, surface, at } = correction;
    const where = siteWords(site);
    return [
      {
        id,
        what:
          kind === 'wrong' ? (
            <RichText
              of="options_not_this"
              nodes={[
                <Form>{surface}</Form>,
                <Name card={byId.get(correction.card)}>{correction.card}</Name>,
              ]}
            />
          ) : (
            <RichText of="options_not_a_term" nodes={[<Form>{surface}</Form>]} />
          ),
        site,
        at,
        label: t('options_undo_on_site', surface, where),
        takeBack: takeBack(
          correction,
          kind === 'wrong'
            ? t('options_may_mean', surface, nameOf(correction.card), where)
            : t('options_may_be_term', surface, where),
        ),
      },
    ];
  });
  const known = (choices?.corrections ?? []).flatMap((correction): Choice[] => {
    if (correction.kind !== 'known') return [];
    const { id, card: cardId, at } = correction;
    const card = byId.get(cardId);
    return [
      {
        id,
        what: (
          <>
            {card && <KindIcon kind={card.kind} />}
            <Name card={card}>{cardId}</Name>
          </>
        ),
        at,
        label: t('options_undo_known', nameOf(cardId)),
        takeBack: takeBack(correction, t('options_underlined', nameOf(cardId))),
      },
    ];
  });
  const sites = (choices?.sitesOff ?? []).map(
    (site): Choice => ({
      id: site,
      what: <bdi>{siteWords(site)}</bdi>,
      label: t('options_switch_on_site', siteWords(site)),
      async takeBack() {
        await ports.switchOn(site);
        setDone(t('options_on_again', siteWords(site)));
        await reload();
      },
    }),
  );

  const isLoaded = choices !== null;
  // The page is drawn late: the browser has looked for the address's section by then.
  useEffect(() => {
    if (isLoaded) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isLoaded]);
  const current = useCurrentSection(SECTION_IDS, isLoaded);
  return (
    <div class="options">
      <header>
        <h1>
          <Mark />
          {t('options_title')}
        </h1>
        <nav aria-label={t('options_contents')}>
          {SECTIONS.map(([id, title]) => (
            <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {t(title)}
            </a>
          ))}
        </nav>
        <p>{t('options_lead')}</p>
      </header>
      <main>
        <p class="hidden" role="status">
          {done}
        </p>
        {failed && <Unreachable onRetry={() => void reload()} />}
        {choices && (
          <>
            <ReadingSection settings={choices.settings} set={ports.set} />
            <LookSection settings={choices.settings} set={ports.set} />
            <ShortcutsSection ports={ports} />
            <ChoiceSection
              id="sites"
              title={t('options_sites')}
              lead={t('options_sites_lead')}
              empty={t('options_sites_empty')}
              action={t('options_switch_on')}
              choices={sites}
            />
            <ChoiceSection
              id="corrections"
              title={t('options_corrections')}
              lead={t('options_corrections_lead')}
              empty={
                <RichText
                  of="options_corrections_empty"
                  nodes={[<b>{t('correct_wrong')}</b>, <b>{t('correct_never')}</b>]}
                />
              }
              action={t('options_undo')}
              choices={corrections}
            />
            <ChoiceSection
              id="known"
              title={t('options_known')}
              lead={t('options_known_lead')}
              empty={<RichText of="options_known_empty" nodes={[<b>{t('correct_known')}</b>]} />}
              action={t('options_undo')}
              choices={known}
            />
            <DataSection stored={choices.stored} ports={ports} />
            <PrivacySection ports={ports} />
          </>
        )}
      </main>
    </div>
  );
}

/** The page's sections in order: id and title. */
const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['reading', 'options_reading'],
  ['look', 'options_look'],
  ['shortcuts', 'options_shortcuts'],
  ['sites', 'options_sites'],
  ['corrections', 'options_corrections'],
  ['known', 'options_known'],
  ['data', 'options_data'],
  ['privacy', 'options_privacy'],
];
const SECTION_IDS = SECTIONS.map(([id]) => id);

/** A surface form: the page's words, in whatever script. */
function Form({ children }: { children: string }) {
  return (
    <span class="form">
      <RichText of="quoted" nodes={[<bdi>{children}</bdi>]} />
    </span>
  );
}

/** A card's name; its id where the pack does not have it any more. */
function Name({ card, children }: { card: CardLine | undefined; children: string }) {
  return (
    <span class="name" lang={card?.language}>
      {card?.name ?? children}
    </span>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <section>
      <h2>{t('unreachable_title')}</h2>
      <p class="lead">{t('options_unreachable')}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('try_again')}
      </button>
    </section>
  );
}
