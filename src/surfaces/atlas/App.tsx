import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Argument } from '../../pack/argument';
import type { Card } from '../../pack/card';
import { t, tn } from '../../platform/text';
import { type Coverage, measureCoverage } from '../../ui/coverage';
import { useAnswer } from '../../ui/use-answer';
import { afterPaint } from './after-paint';
import { AtlasContext } from './atlas-context';
import { CardPane, HEADING_ID } from './CardPane';
import { SEARCH_ID } from './CardsSection';
import { Maps, sectionLinks } from './Maps';
import { type PageState, PageStatus } from './PageStatus';
import type { AtlasPorts } from './ports';
import { mostRelated } from './relations';
import { cardHash, parseRoute } from './route';
import { TopBar } from './TopBar';
import { useEscape } from './use-escape';
import { useRoute } from './use-route';
import { useSearchFocus } from './use-search-focus';
import { useShowMention } from './use-show-mention';

export interface AppProps {
  ports: AtlasPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
  /** What the maps are drawn from; a pack without an argument has its cards only. */
  argument: Argument | undefined;
}

/**
 * The atlas: the whole analysis, with what the reader's page mentions highlighted.
 * @param props the atlas' ports, and the pack
 * @returns the whole page
 */
export function App({ ports, cards, argument }: AppProps) {
  const { answer, failed, reload } = useAnswer(ports.report, ports.onReportChanged);
  const page: PageState = failed ? 'failed' : (answer ?? 'loading');
  const report = typeof page === 'object' ? page : null;
  // The height of the page's section is known with the answer: maps that are drawn before would jump.
  const hasMaps = page !== 'loading';
  const isComplete = useComplete(hasMaps, argument);
  const { route, close } = useRoute(HEADING_ID, 'ties', hasMaps && isComplete);

  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const counts = useMemo(
    () => new Map(report?.cards.filter(({ card }) => byId.has(card)).map(({ card, count }) => [card, count])),
    [report, byId],
  );
  const coverage = useMemo(() => measureCoverage(argument?.parts ?? [], counts.keys()), [argument, counts]);
  const language = argument?.language ?? cards[0]?.language ?? 'en';

  const open = route.card === undefined ? undefined : byId.get(route.card);
  const centre = useCentre(open, report?.cards[0]?.card, argument, cards);

  const { status, showMention } = useShowMention(ports, byId);
  const atlas = useMemo(() => ({ cards: byId, counts, onShow: showMention }), [byId, counts, showMention]);
  const search = useSearchFocus(SEARCH_ID, open !== undefined);
  useEscape(open && close);
  return (
    <AtlasContext.Provider value={atlas}>
      <TopBar
        sections={sectionLinks(argument)}
        total={cards.length}
        onSearch={search}
        onOptions={() => void ports.openOptions()}
      />
      <div class={open ? `desk with-${route.view}` : 'desk'}>
        <main>
          <Hero {...{ ports, argument, page, coverage, language, reload }} total={cards.length} />
          {hasMaps && (
            <Maps
              {...{ argument, cards, coverage, language, isComplete }}
              centre={byId.get(centre)}
              isLit={counts.size > 0}
            />
          )}
        </main>
        {open && (
          <CardPane
            card={open}
            site={report?.site ?? null}
            total={counts.get(open.id) ?? 0}
            onShow={() => showMention(open.id)}
            onOpenCard={openCard}
            onClose={close}
          />
        )}
      </div>
      <p class={status ? 'said' : 'hidden'} role="status">
        {status}
      </p>
    </AtlasContext.Provider>
  );
}

interface HeroProps extends Pick<AppProps, 'ports' | 'argument'> {
  page: PageState;
  coverage: Coverage;
  language: string;
  /** Number of cards in the pack. */
  total: number;
  reload: () => Promise<void>;
}

function Hero({ ports, argument, page, coverage, language, total, reload }: HeroProps) {
  return (
    <div class="hero">
      <div>
        <h1 lang={language}>{argument?.source.title ?? t('atlas_name')}</h1>
        {argument && <p class="source">{tn('atlas_source', total, argument.source.author)}</p>}
      </div>
      <PageStatus
        page={page}
        coverage={coverage}
        language={language}
        onGoToPage={() => void ports.goToPage().catch(reload)}
        onRetry={reload}
      />
    </div>
  );
}

/**
 * Chooses the card in the middle of the relation map: the one opened last, else the page's heaviest, else the thesis.
 * @param heaviest id of the page's heaviest card
 * @returns the card's id; empty for a pack without cards
 */
function useCentre(
  open: Card | undefined,
  heaviest: string | undefined,
  argument: Argument | undefined,
  cards: readonly Card[],
): string {
  const lastOpen = useRef<string | undefined>(undefined);
  if (open) lastOpen.current = open.id;
  const busiest = useMemo(() => mostRelated(cards), [cards]);
  return lastOpen.current ?? heaviest ?? argument?.thesis.cards[0] ?? busiest ?? '';
}

const openCard = (id: string) => {
  location.hash = cardHash(id);
};

/**
 * Draws the first screen first, and the sections below it in the next frame.
 * @param hasMaps whether the first screen is drawn
 * @returns whether to draw everything: at once where the address names a section below
 */
function useComplete(hasMaps: boolean, argument: Argument | undefined): boolean {
  const [isComplete, setComplete] = useState(
    () => !argument || (location.hash !== '' && parseRoute(location.hash).view !== 'card'),
  );
  useLayoutEffect(() => (hasMaps ? afterPaint(() => setComplete(true)) : undefined), [hasMaps]);
  return isComplete;
}
