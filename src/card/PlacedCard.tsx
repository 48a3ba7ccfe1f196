import { useRef } from 'preact/hooks';
import { CardView } from '../ui/CardView';
import { ParagraphProvider } from '../ui/citations';
import type { OverlayEvents, SceneCard } from './overlay';
import { useCardActions } from './use-card-actions';
import { useMedia } from './use-media';
import { useHeadingFocus, usePlacement } from './use-placement';
import { useTrail } from './use-trail';

/** On touch screens and in narrow windows a card is a sheet at the bottom. */
const SHEET_MEDIA = '(max-width: 559px), (pointer: coarse)';

/** A card at its place on the page. A relation opens the next card in the same place, with a way back. */
export function PlacedCard({ card, events }: { card: SceneCard; events: OverlayEvents }) {
  const { key, extent, isPinned, evidence, names, figures, position, surface } = card;
  const container = useRef<HTMLDivElement>(null);
  const { outcome, problem, copy, openCard, openPanel, openAtlas, correct } = useCardActions(
    container,
    key,
    events,
  );
  const { shown, earlier, follow, revisit } = useTrail(card, container);
  const isSheet = useMedia(SHEET_MEDIA);
  const isCramped = usePlacement(container, card, isSheet, events);
  useHeadingFocus(container, card.takesFocus);
  const isFollowed = earlier.length > 0;
  const headingId = `name-${key}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key opens the card in full; the click is the pointer's way to it
    <div
      ref={container}
      class={isSheet ? 'sheet' : 'place-on-page'}
      role="dialog"
      aria-labelledby={headingId}
      data-key={key}
      data-tone={card.tone}
      onClick={extent === 'peek' ? () => events.onExpand(key) : undefined}
    >
      {isSheet && <div class="grab" />}
      {isPinned && !isSheet && <div class="tick" />}
      <ParagraphProvider value={shown.paragraphs}>
        <CardView
          key={`${earlier.length} ${shown.card.id}`}
          card={shown.card}
          extent={isFollowed ? 'full' : extent}
          pinned={isPinned}
          headingId={headingId}
          onPin={() => events.onPin(key)}
          onClose={() => events.onClose(key)}
          onOpenCard={(id) => openCard(id, follow)}
          trail={earlier}
          onRevisit={revisit}
          onCopy={() => void copy(shown.card)}
          onOpenPanel={openPanel}
          onOpenAtlas={() => openAtlas(shown.card.id)}
          isSheet={isSheet}
          outcome={outcome}
          cramped={isCramped}
          {...(!isFollowed && {
            evidence,
            names,
            figures,
            position,
            correcting: { surface, problem, onCorrect: correct },
            onStep: (direction: 1 | -1) => events.onStep(key, direction),
          })}
        />
      </ParagraphProvider>
    </div>
  );
}
