import type { Evidence } from '../core/evidence';
import type { Card, FigureOnPage } from '../pack/card';
import { t, uiDirection, uiLanguage } from '../platform/text';
import { CardFooter } from './CardFooter';
import { CardTrail } from './CardTrail';
import { CorrectionButtons, type CorrectionButtonsProps } from './CorrectionButtons';
import { counterpointsOf } from './counterpoints';
import { EvidenceDetails } from './EvidenceDetails';
import { ActionIcon, KindIcon } from './Icon';
import { IconButton } from './IconButton';
import { NumberCheck } from './NumberCheck';
import { kindName } from './names';
import { selectPeekStatements } from './peek';
import { Relations } from './Relations';
import { StackDiagram } from './StackDiagram';
import { Statements } from './Statements';

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
  return (
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

function Definition({ card }: { card: Card }) {
  return (
    <p class="definition" lang={card.language}>
      {card.definition}
    </p>
  );
}

function PeekBody({ card, figures }: { card: Card; figures: readonly FigureOnPage[] }) {
  return (
    <div class="body">
      <Definition card={card} />
      <Statements statements={selectPeekStatements(card.statements)} language={card.language} />
      <NumberCheck figures={card.figures} onPage={figures} language={card.language} />
      <p class="hint">{t('card_hint')}</p>
    </div>
  );
}

function FullBody(props: CardViewProps) {
  const { card, evidence = [], names = {}, figures = [], correcting, onOpenCard } = props;
  const counterpoints = counterpointsOf(card);
  return (
    <>
      <div class="body">
        <Definition card={card} />
        <section>
          <h3>{t('card_statements')}</h3>
          <Statements statements={card.statements} language={card.language} />
        </section>
        <NumberCheck figures={card.figures} onPage={figures} language={card.language} />
        {counterpoints.length > 0 && (
          <section>
            <h3>{t('card_counterpoints')}</h3>
            <Statements statements={counterpoints} language={card.language} />
          </section>
        )}
        <div class="place">
          {card.layer && (
            <section>
              <h3>{t('card_stack')}</h3>
              <StackDiagram layer={card.layer} />
            </section>
          )}
          {card.relations.length > 0 && (
            <section>
              <h3>{t('card_relations')}</h3>
              <Relations relations={card.relations} language={card.language} onOpenCard={onOpenCard} />
            </section>
          )}
        </div>
        {correcting && <CorrectionButtons {...correcting} />}
      </div>
      {evidence.length > 0 && <EvidenceDetails evidence={evidence} card={card.id} names={names} />}
      <CardFooter {...props} />
    </>
  );
}
