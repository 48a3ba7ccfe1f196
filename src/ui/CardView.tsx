import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Evidence } from '../core/evidence';
import type { Card, FigureOnPage } from '../pack/card';
import { t, tn, uiDirection, uiLanguage } from '../platform/text';
import { CardActions } from './CardActions';
import { CardBar } from './CardBar';
import type { CardActionProps } from './CardMenu';
import { CardPoints } from './CardPoints';
import { CardTrail } from './CardTrail';
import { CorrectionButtons, type CorrectionButtonsProps } from './CorrectionButtons';
import { CitationProvider, type Citations, useCitationState } from './citations';
import { EvidenceDetails } from './EvidenceDetails';
import { ActionIcon } from './Icon';
import { NumberCheck } from './NumberCheck';
import { Relations } from './Relations';
import { SourceLine } from './SourceLine';
import { StackDiagram } from './StackDiagram';
import { Statements } from './Statements';
import { TextButton } from './TextButton';
import { UndoList } from './UndoList';

export interface CardViewProps {
  card: Card;
  /** `peek`: what the term is, and why it matters. `full`: everything, scrollable. */
  extent: 'peek' | 'full';
  /** Evidence for and against linking the mention to this card. */
  evidence?: readonly Evidence[];
  /** Names of the cards in the evidence, by id. */
  names?: Readonly<Record<string, string>>;
  /** Figures of the page on the same subjects as the card's. */
  figures?: readonly FigureOnPage[];
  /** `index` counts from 1 among `total` mentions; 0 before any mention was shown. */
  position?: { index: number; total: number };
  /** Set for a mention on the page, which the reader may correct. */
  correcting?: CorrectionButtonsProps;
  pinned?: boolean;
  /** On a touch screen: the ways between mentions, and the menu, are at the bottom. */
  isSheet?: boolean;
  /** As high as its content: what is around it scrolls, and the bar stays at the top. */
  inFlow?: boolean;
  /** Id of the name's heading, which labels the card and can take focus by script. */
  headingId: string;
  onPin?: () => void;
  onClose?: () => void;
  onStep?: (direction: 1 | -1) => void;
  onOpenCard?: (id: string) => void;
  /** Set where there is a list to return to. */
  onBack?: () => void;
  /** The cards visited before this one, in order. */
  trail?: readonly Card[];
  /** Returns to a card of the trail, counted from 0. */
  onRevisit?: (index: number) => void;
  onOpenPanel?: (() => void) | undefined;
  onOpenAtlas?: (() => void) | undefined;
  /** There is too little height to read in, so the panel is offered first. */
  cramped?: boolean;
  onCopy?: () => void;
  /** Outcome of the last action, as a sentence. */
  outcome?: string | undefined;
}

/**
 * A card, in a page's shadow root and on every surface: a bar, and below it everything else, which scrolls.
 * @param props the card, how much of it to show, and event handlers; a button without a handler is left out
 * @returns an `article` labelled by the card's name
 */
export function CardView(props: CardViewProps) {
  const { card, extent, pinned, headingId, trail = [], onRevisit, cramped, isSheet, inFlow, outcome } = props;
  const citations = useCitationState(card.id, props.onOpenCard);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const { isScrolled, hasMore, measure } = useScrollState(scroller, inFlow === true);
  const hasFoot = isSheet && extent === 'full';
  const actions = actionsOf(props, scroller);
  const menu = actions && { ...actions, isOpen: isMenuOpen, onToggle: setMenuOpen };
  const stepper =
    props.position && props.onStep ? { position: props.position, onStep: props.onStep } : undefined;
  const classes = { pinned, 'in-flow': inFlow, followed: trail.length > 0, cramped, more: hasMore };
  const names = Object.entries(classes).flatMap(([name, is]) => (is ? [name] : []));
  return (
    <CitationProvider value={citations}>
      <article
        class={['card', extent, ...names].join(' ')}
        lang={uiLanguage()}
        dir={uiDirection()}
        aria-labelledby={headingId}
        onKeyDown={(event) => closeInnermost(event, isMenuOpen, setMenuOpen, citations)}
      >
        {trail.length > 0 && onRevisit && <CardTrail trail={trail} onRevisit={onRevisit} />}
        <CardBar
          {...{ card, isScrolled, pinned }}
          stepper={isSheet ? undefined : stepper}
          menu={hasFoot ? undefined : menu}
          onPin={props.onPin}
          onClose={props.onClose}
          onBack={props.onBack}
        />
        {cramped && <PanelOffer onOpenPanel={props.onOpenPanel} />}
        <div ref={scroller} class="body" onScroll={measure}>
          <h2 id={headingId} tabIndex={-1} lang={card.language}>
            {card.name}
          </h2>
          {extent === 'peek' ? (
            <PeekBody card={card} figures={props.figures ?? []} />
          ) : (
            <FullBody {...props} />
          )}
        </div>
        {hasFoot && <CardActions stepper={stepper} menu={menu} />}
        {/* The live region announces it to screen readers. */}
        {outcome && (
          <span class="outcome" aria-hidden="true">
            {outcome}
          </span>
        )}
      </article>
    </CitationProvider>
  );
}

/** What the menu offers; undefined where that is nothing. */
function actionsOf(
  { extent, evidence = [], correcting, onOpenPanel, onCopy, onOpenAtlas }: CardViewProps,
  scroller: { readonly current: HTMLElement | null },
): CardActionProps | undefined {
  const showReasons = () => {
    const reasons = scroller.current?.querySelector('details');
    if (!reasons) return;
    reasons.open = true;
    reasons.scrollIntoView({ block: 'nearest' });
  };
  const onWhy = extent === 'full' && evidence.length > 0 ? showReasons : undefined;
  const isEmpty = !(onOpenPanel || onCopy || onOpenAtlas || onWhy || correcting);
  return isEmpty ? undefined : { onOpenPanel, onCopy, onOpenAtlas, onWhy, correcting };
}

/** Escape closes the menu, then an open citation; what is around the card has it after that. */
function closeInnermost(
  event: KeyboardEvent,
  isMenuOpen: boolean,
  setMenuOpen: (isOpen: boolean) => void,
  citations: Citations,
): void {
  if (event.key !== 'Escape' || !(isMenuOpen || citations.open)) return;
  event.preventDefault();
  event.stopPropagation();
  if (isMenuOpen) setMenuOpen(false);
  else citations.close();
}

/** Whether the name has been scrolled away, and whether there is more below what is seen. */
function useScrollState(scroller: { readonly current: HTMLElement | null }, inFlow: boolean) {
  const [state, setState] = useState({ isScrolled: false, hasMore: false });
  const measure = () => {
    const element = scroller.current;
    const name = element?.querySelector('h2');
    if (!element || !name) return;
    const isScrolled = inFlow
      ? isUnderBar(name, element)
      : element.scrollTop > name.offsetTop + name.offsetHeight / 2;
    const hasMore = element.scrollHeight - element.clientHeight - element.scrollTop > 1;
    if (isScrolled !== state.isScrolled || hasMore !== state.hasMore) setState({ isScrolled, hasMore });
  };
  // At every render: what is in it, and its height, may have changed.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    if (!inFlow) return;
    const options = { capture: true, passive: true };
    document.addEventListener('scroll', measure, options);
    return () => document.removeEventListener('scroll', measure, options);
  });
  return { ...state, measure };
}

/** Whether the bar, which stays, covers a name more than half. */
function isUnderBar(name: HTMLElement, body: HTMLElement): boolean {
  const { top, height } = name.getBoundingClientRect();
  return top + height / 2 < (body.previousElementSibling?.getBoundingClientRect().bottom ?? top);
}

function PanelOffer({ onOpenPanel }: Pick<CardViewProps, 'onOpenPanel'>) {
  if (!onOpenPanel) return null;
  return (
    <p class="offer">
      {t('card_cramped')}
      <TextButton icon="panel" label={t('card_open_panel')} onPress={onOpenPanel} />
    </p>
  );
}

/** What the term is, and why it matters. */
function Opening({ card: { definition, deal, language, source } }: { card: Card }) {
  return (
    <>
      <p class="definition" lang={language}>
        {definition}
      </p>
      <section class="deal" lang={language}>
        <h3>{source.dealHeading}</h3>
        <p>{deal}</p>
      </section>
    </>
  );
}

function PeekBody({ card, figures }: { card: Card; figures: readonly FigureOnPage[] }) {
  return (
    <>
      <Opening card={card} />
      <NumberCheck figures={card.figures} onPage={figures} language={card.language} />
      <p class="hint">
        {tn('card_hint', card.statements.length)}
        <ActionIcon name="expand" />
      </p>
    </>
  );
}

function FullBody(props: CardViewProps) {
  const { card, figures = [], onOpenCard } = props;
  const { language, statements, undo, points, relations, layer } = card;
  return (
    <>
      <Opening card={card} />
      <section>
        <SourceLine card={card} />
        <Statements statements={statements} language={language} />
      </section>
      <NumberCheck figures={card.figures} onPage={figures} language={language} />
      {undo.length > 0 && (
        <section>
          <h3>{t('card_undo')}</h3>
          <UndoList undo={undo} language={language} onOpenCard={onOpenCard} />
        </section>
      )}
      {points.length > 0 && (
        <section>
          <h3>{t('card_points')}</h3>
          <CardPoints points={points} language={language} />
        </section>
      )}
      <section>
        <h3>{t('card_relations')}</h3>
        <Relations relations={relations} language={language} onOpenCard={onOpenCard} />
      </section>
      {layer && (
        <section class="axis-row">
          <h3>{t('card_stack')}</h3>
          <StackDiagram layer={layer} />
        </section>
      )}
      <CardEnd {...props} />
    </>
  );
}

/** Why the card is shown, what the reader may say against it, and the ways on. */
function CardEnd({
  card,
  evidence = [],
  names = {},
  correcting,
  onCopy,
  onOpenPanel,
  onOpenAtlas,
}: CardViewProps) {
  if (evidence.length === 0 && !correcting && !onCopy) return null;
  return (
    <section class="end">
      {evidence.length > 0 && (
        <EvidenceDetails {...{ evidence, names }} card={card.id} language={card.language} />
      )}
      {correcting && <CorrectionButtons {...correcting} />}
      <p class="actions">
        {onCopy && <TextButton icon="copy" label={t('card_copy')} onPress={onCopy} />}
        {onOpenPanel && <TextButton icon="panel" label={t('card_open_panel')} onPress={onOpenPanel} />}
        {onOpenAtlas && <TextButton icon="atlas" label={t('card_open_atlas')} onPress={onOpenAtlas} />}
      </p>
    </section>
  );
}
