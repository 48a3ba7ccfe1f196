import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardLine } from '../../pack/outline';
import { type MessageKey, t } from '../../platform/text';
import { Logo } from '../../ui/Logo';
import { useAnswer } from '../../ui/use-answer';
import { AppearanceSection } from './AppearanceSection';
import { CorrectionsSection } from './CorrectionsSection';
import { DataSection } from './DataSection';
import { KnownSection } from './KnownSection';
import { PrivacySection } from './PrivacySection';
import type { OptionsPorts } from './ports';
import { ReadingSection } from './ReadingSection';
import { ShortcutsSection } from './ShortcutsSection';
import { SitesSection } from './SitesSection';
import { useCurrentSection } from './use-current-section';

export interface AppProps {
  ports: OptionsPorts;
  /** All cards of the pack. */
  cards: readonly CardLine[];
}

/**
 * The options page: the reader's settings, corrections and data.
 * @param props the page's ports and the pack's cards
 * @returns the whole page
 */
export function App({ ports, cards }: AppProps) {
  const { answer: choices, failed, reload } = useAnswer(ports.choices, ports.onChoicesChanged);
  const [status, setStatus] = useState<ComponentChildren>(null);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const showOutcome = async (change: Promise<void>, outcome: ComponentChildren) => {
    await change;
    setStatus(outcome);
    await reload();
  };
  const undo = (id: string, outcome: ComponentChildren) => showOutcome(ports.undo(id), outcome);
  const isLoaded = choices !== null;
  // The browser looked for the address's section before it was drawn.
  useEffect(() => {
    if (isLoaded) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isLoaded]);
  const current = useCurrentSection(SECTION_IDS, isLoaded);
  return (
    <div class="options">
      <Header current={current} />
      <main>
        <p class="hidden" role="status">
          {status}
        </p>
        {failed && <Unreachable onRetry={() => void reload()} />}
        {choices && (
          <>
            <ReadingSection settings={choices.settings} set={ports.set} />
            <AppearanceSection settings={choices.settings} set={ports.set} />
            <ShortcutsSection ports={ports} />
            <SitesSection
              sites={choices.sitesOff}
              onSwitchOn={(site, outcome) => showOutcome(ports.switchOn(site), outcome)}
            />
            <CorrectionsSection corrections={choices.corrections} cards={byId} onUndo={undo} />
            <KnownSection corrections={choices.corrections} cards={byId} onUndo={undo} />
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
  ['appearance', 'options_appearance'],
  ['shortcuts', 'options_shortcuts'],
  ['sites', 'options_sites'],
  ['corrections', 'options_corrections'],
  ['known', 'options_known'],
  ['data', 'options_data'],
  ['privacy', 'options_privacy'],
];
const SECTION_IDS = SECTIONS.map(([id]) => id);

/** Title and contents; `current` is the id of the section that is being read. */
function Header({ current }: { current: string | undefined }) {
  return (
    <header>
      <h1>
        <Logo />
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
