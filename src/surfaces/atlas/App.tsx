import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Argument } from '../../pack/argument';
import type { Card } from '../../pack/card';
import { t, tn } from '../../platform/text';
import { measureCoverage } from '../../ui/coverage';
import { useAnswer } from '../../ui/use-answer';
import { ArgumentMap } from './ArgumentMap';
import { afterPaint } from './after-paint';
import { CardPane, HEADING_ID } from './CardPane';
import { CardsSection, SEARCH_ID } from './CardsSection';
import { CycleMap } from './CycleMap';
import { PageLight, type PageState } from './PageLight';
import { Parts } from './Parts';
import { cardHash, frameworkHash, readPlace } from './place';
import type { AtlasPorts } from './ports';
import { ReadingContext } from './reading';
import { StackMap } from './StackMap';
import { TiesMap } from './TiesMap';
import { type SectionLink, TopBar } from './TopBar';
import { mostTied } from './ties';
import { usePlace } from './use-place';

export interface AppProps {
  ports: AtlasPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
  /** What the maps are drawn from; a pack without an argument has its cards only. */
  argument: Argument | undefined;
}

const NO_PARTS: Argument['parts'] = [];

/**
 * The atlas: the whole analysis, drawn from the pack, and lit by what the reader's page mentions.
 * @param props the atlas' ports, and the pack
 * @returns the whole page
 */
export function App({ ports, cards, argument }: AppProps) {
  const { answer, failed, reload } = useAnswer(ports.report, ports.onReportChanged);
  const page: PageState = failed ? 'failed' : (answer ?? 'asking');
  // What the page's light is as high as is known with the answer: drawn before it, the maps would jump. Then first
  // what is in sight, and the rest in the next frame; a link into the rest has to find it there.
  const hasMaps = page !== 'asking';
  const [isWhole, setWhole] = useState(
    () => !argument || (location.hash !== '' && readPlace(location.hash).view !== 'card'),
  );
  useLayoutEffect(() => (hasMaps ? afterPaint(() => setWhole(true)) : undefined), [hasMaps]);
  const { place, close } = usePlace(HEADING_ID, 'ties', hasMaps && isWhole);
  const [said, setSaid] = useState('');
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const report = typeof page === 'object' ? page : null;
  const counts = useMemo(
    () => new Map(report?.cards.filter(({ card }) => byId.has(card)).map(({ card, count }) => [card, count])),
    [report, byId],
  );
  const parts = argument?.parts ?? NO_PARTS;
  const coverage = useMemo(() => measureCoverage(parts, counts.keys()), [parts, counts]);
  const language = argument?.language ?? cards[0]?.language ?? 'en';
  const cycles = argument?.frameworks.filter(({ shape }) => shape === 'cycle') ?? [];

  const open = place.card === undefined ? undefined : byId.get(place.card);
  const around = useRef<string | null>(null);
  if (open) around.current = open.id;
  const busiest = useMemo(() => mostTied(cards), [cards]);
  const centre = byId.get(
    around.current ?? report?.cards[0]?.card ?? argument?.thesis.cards[0] ?? busiest ?? '',
  );

  const show = useMemo(
    () => (id: string) => {
      setSaid('');
      ports.showMention(id).then(
        ({ count }) => {
          if (count === 0) setSaid(t('atlas_no_longer', byId.get(id)?.name ?? ''));
        },
        () => setSaid(t('unreachable_title')),
      );
    },
    [ports, byId],
  );
  const reading = useMemo(() => ({ cards: byId, counts, onShow: show }), [byId, counts, show]);

  const searchNext = useRef(false);
  const search = () => {
    // An open card may stand in the place of the cards.
    searchNext.current = true;
    if (open) location.hash = '#cards';
    else focusSearch();
  };
  const focusSearch = () => {
    const field = document.getElementById(SEARCH_ID);
    field?.focus();
    if (document.activeElement === field) searchNext.current = false;
  };
  useEffect(() => {
    if (searchNext.current) focusSearch();
  });

  // With the card, not a frame after it: a key pressed meanwhile would be lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement;
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || inField || !open) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open, close]);

  const sections: SectionLink[] = [
    ...(argument ? [{ hash: '#stack', name: t('atlas_stack') }] : []),
    ...cycles.map(({ id, name }) => ({ hash: frameworkHash(id), name, language })),
    ...(argument ? [{ hash: '#argument', name: t('atlas_argument') }] : []),
    { hash: '#ties', name: t('atlas_ties') },
    { hash: '#cards', name: t('atlas_cards_title') },
  ];
  const count = open ? counts.get(open.id) : undefined;
  return (
    <ReadingContext.Provider value={reading}>
      <TopBar
        sections={sections}
        total={cards.length}
        onSearch={search}
        onOptions={() => void ports.openOptions()}
      />
      <div class={open ? `desk with-${place.view}` : 'desk'}>
        <main>
          <div class="hero">
            <div>
              <h1 lang={language}>{argument?.title ?? t('atlas_name')}</h1>
              {argument && <p class="source">{tn('atlas_source', cards.length, argument.author)}</p>}
            </div>
            <PageLight
              page={page}
              coverage={coverage}
              language={language}
              onGoToPage={() => void ports.goToPage().catch(reload)}
              onRetry={reload}
            />
          </div>
          {hasMaps && parts.length > 0 && (
            <Parts coverage={coverage} language={language} isLit={counts.size > 0} />
          )}
          {hasMaps && argument && <StackMap argument={argument} />}
          {hasMaps && isWhole && (
            <>
              {cycles.map((cycle) => (
                <CycleMap key={cycle.id} cycle={cycle} language={language} />
              ))}
              {argument && <ArgumentMap argument={argument} />}
              {centre && <TiesMap card={centre} cards={cards} />}
              <CardsSection cards={cards} parts={parts} />
            </>
          )}
        </main>
        {open && (
          <CardPane
            card={open}
            mentions={count === undefined ? undefined : { site: report?.site ?? null, total: count }}
            onShow={() => show(open.id)}
            onOpenCard={(id) => {
              location.hash = cardHash(id);
            }}
            onClose={close}
          />
        )}
      </div>
      <p class={said ? 'said' : 'hidden'} role="status">
        {said}
      </p>
    </ReadingContext.Provider>
  );
}
