import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CorrectionKind } from '../../core/corrections';
import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import { reasonOf } from '../../protocol/reason';
import { CardView } from '../../ui/CardView';
import { keepPlaced, keepTermVisible } from './place';
import type { StagedCard, StageEvents } from './stage';

/** On touch screens and in narrow windows a card is a sheet at the bottom. */
const SHEET_MEDIA = '(max-width: 559px), (pointer: coarse)';

/** A card at its place on the page. Following a relation opens the next card in it, with a way back. */
export function PlacedCard({ staged, events }: { staged: StagedCard; events: StageEvents }) {
  const { key, card, range, surface, extent, isPinned, takesFocus, evidence, names, figures, position } =
    staged;
  const [problem, setProblem] = useState<string>();
  const [trail, setTrail] = useState<readonly Card[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const headingId = `name-${key}`;
  const followed = trail.at(-1);

  const [isSheet] = useState(() => matchMedia(SHEET_MEDIA).matches);

  useLayoutEffect(() => {
    if (!place.current) return undefined;
    if (isSheet) return keepTermVisible(place.current, range);
    // A pinned card waits for its term to be scrolled back.
    return keepPlaced(place.current, range, (isHidden) => {
      if (isHidden || !isPinned) events.onClose(key);
    });
  }, [range, isSheet, isPinned, key, events]);
  // A card opened by key takes the focus, once; one opened by pointer never does.
  useEffect(() => {
    if (takesFocus) place.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [takesFocus]);

  const goBack = () => {
    setTrail((cards) => cards.slice(0, -1));
    focusName(place.current);
  };
  const follow = async (id: string) => {
    const next = await events.getCard(id);
    if (next) setTrail((cards) => [...cards, next]);
    focusName(place.current);
  };
  const correct = (kind: CorrectionKind) => {
    setProblem(undefined);
    events.onCorrect(key, kind).catch((error: unknown) => {
      setProblem(t('correct_failed', reasonOf(error)));
    });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key opens the card in full; the click is the pointer's way to it
    <div
      ref={place}
      class={isSheet ? 'sheet' : 'place-on-page'}
      role="dialog"
      aria-labelledby={headingId}
      data-key={key}
      onClick={extent === 'peek' ? () => events.onGrow(key) : undefined}
    >
      <CardView
        key={(followed ?? card).id}
        card={followed ?? card}
        extent={followed ? 'full' : extent}
        pinned={isPinned}
        headingId={headingId}
        onPin={() => events.onPin(key)}
        onClose={() => events.onClose(key)}
        onOpenCard={(id) => void follow(id)}
        {...(followed
          ? { onBack: goBack }
          : {
              evidence,
              names,
              figures,
              position,
              correcting: { surface, problem, onCorrect: correct },
              onStep: (direction: 1 | -1) => events.onStep(key, direction),
            })}
      />
    </div>
  );
}

/** Moves the focus to the name of the card that comes next, where the focus is in the card. */
function focusName(place: HTMLElement | null): void {
  const root = place?.getRootNode() as ShadowRoot | undefined;
  if (root?.activeElement) requestAnimationFrame(() => place?.querySelector<HTMLElement>('h2')?.focus());
}
