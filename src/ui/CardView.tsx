import type { Evidence } from '../core/evidence';
import type { Card, FigureOnPage } from '../pack/card';
import { t, tn, uiDirection, uiLanguage } from '../platform/text';
import { CardFooter } from './CardFooter';
import { CardPoints } from './CardPoints';
import { CardTrail } from './CardTrail';
import { CorrectionButtons, type CorrectionButtonsProps } from './CorrectionButtons';
import { CitationProvider, useCitationState } from './citations';
import { EvidenceDetails } from './EvidenceDetails';
import { ActionIcon, KindIcon } from './Icon';
import { IconButton } from './IconButton';
import { NumberCheck } from './NumberCheck';
import { kindName } from './names';
import { Relations } from './Relations';
import { SourceLine } from './SourceLine';
import { StackDiagram } from './StackDiagram';
import { Statements } from './Statements';
import { UndoList } from './UndoList';

export interface CardViewProps {
  card: Card;
  /** `peek`: what fits into about 200 px. `full`: everything, scrollable. */
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
  /** There is too little height to read in, so the panel is offered first. */
  cramped?: boolean;
  onCopy?: () => void;
  /** Outcome of the last action, as a sentence. */
  outcome?: string | undefined;
}

/**
 * A card, in a page's shadow root and on every surface.
 * @param props the card, how much of it to show, and event handlers; a button without a handler is left out
 * @returns an `article` labelled by the card's name
 */
export function CardView(props: CardViewProps) {
  const { card, extent, pinned, headingId, trail = [], onRevisit, cramped, onOpenPanel } = props;
  const citations = useCitationState(card.id, props.onOpenCard);
  return (
    <CitationProvider value={citations}>
      <article
        class={`card ${extent}${pinned ? ' pinned' : ''}${trail.length > 0 ? ' followed' : ''}${cramped ? ' cramped' : ''}`}
        lang={uiLanguage()}
        dir={uiDirection()}
        aria-labelledby={headingId}
      >
        {trail.length > 0 && onRevisit && <CardTrail trail={trail} onRevisit={onRevisit} />}
        <CardHeader {...props} />
        {cramped && onOpenPanel && (
          <p class="offer">
            {t('card_cramped')}
            <button type="button" class="text-button" onClick={onOpenPanel}>
              <ActionIcon name="panel" />
              {t('card_open_panel')}
            </button>
          </p>
        )}
        {extent === 'peek' ? <PeekBody card={card} figures={props.figures ?? []} /> : <FullBody {...props} />}
      </article>
    </CitationProvider>
  );
}

function CardHeader({ card, pinned, headingId, onPin, onClose, onBack }: CardViewProps) {
  return (
    <header>
      {onBack && <IconButton icon="back" label={t('card_back')} onPress={onBack} />}
      <div class="title">
        <h2 id={headingId} tabIndex={-1} lang={card.language}>
          {card.name}
        </h2>
        <p class="meta">
          <KindIcon kind={card.kind} />
          <span>{kindName(card.kind)}</span>
          {/* A company is its own party: once is enough. */}
          {card.party && card.party !== card.name && <span lang={card.language}>{card.party}</span>}
        </p>
      </div>
      {(onPin || onClose) && (
        <div class="tools">
          {onPin && (
            <IconButton
              icon={pinned ? 'unpin' : 'pin'}
              label={t(pinned ? 'card_unpin' : 'card_pin')}
              lit={pinned === true}
              onPress={onPin}
            />
          )}
          {onClose && (
            <IconButton
              icon="close"
              label={t('card_close')}
              title={t('card_close_by_key')}
              onPress={onClose}
            />
          )}
        </div>
      )}
    </header>
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
    <div class="body">
      <Opening card={card} />
      <NumberCheck figures={card.figures} onPage={figures} language={card.language} />
      <p class="hint">{tn('card_hint', card.statements.length)}</p>
    </div>
  );
}

function FullBody(props: CardViewProps) {
  const { card, evidence = [], names = {}, figures = [], correcting, onOpenCard } = props;
  const { language, statements, undo, points, relations, layer } = card;
  return (
    <>
      <div class="body">
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
        {correcting && <CorrectionButtons {...correcting} />}
      </div>
      {evidence.length > 0 && <EvidenceDetails evidence={evidence} card={card.id} names={names} />}
      <CardFooter {...props} />
    </>
  );
}
