import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CorrectionKind } from '../core/corrections';
import { parentElementOf, query, rootOf } from '../platform/dom';
import { t } from '../platform/text';
import { reasonOf } from '../protocol/reason';
import { CardView } from '../ui/CardView';
import { cardMarkdown } from '../ui/card-markdown';
import { copyText } from './copy-text';
import { followLayout } from './follow-layout';
import type { OverlayEvents, SceneCard } from './overlay';
import { createPlacer } from './place';
import { createSheetPlacer, followDrag } from './sheet';
import { TermLine } from './term-boxes';
import { useMedia } from './use-media';
import { useOutcome } from './use-outcome';
import { useTrail } from './use-trail';

/** On touch screens and in narrow windows a card is a sheet at the bottom. */
const SHEET_MEDIA = '(max-width: 559px), (pointer: coarse)';

/** A card at its place on the page. Following a relation opens the next card in it, with a way back. */
export function PlacedCard({ staged, events }: { staged: SceneCard; events: OverlayEvents }) {
  const { key, card, range, surface, extent, isPinned, takesFocus } = staged;
  const { evidence, names, figures, position } = staged;
  const [problem, setProblem] = useState<string>();
  const [outcome, setOutcome] = useOutcome();
  const place = useRef<HTMLDivElement>(null);
  const { shown, earlier, follow, revisit } = useTrail(card, place);
  const isSheet = useMedia(SHEET_MEDIA);
  const isFollowed = earlier.length > 0;
  const headingId = `name-${key}`;

  // What the page changes around the term makes another range of it, and no other place.
  const latest = useRef(range);
  latest.current = range;
  const anchor = useRef({ range: () => latest.current, line: new TermLine(staged.point) }).current;
  const [isCramped, setCramped] = useState(false);
  const placer = useRef<(() => void) | undefined>(undefined);
  const around = parentElementOf(range.startContainer);
  const heldExtent = isSheet ? extent : undefined;

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    // A pinned card waits for its term to be scrolled back.
    const onLost = (isHidden: boolean) => {
      if (isHidden || !isPinned) events.onClose(key);
    };
    const placing = { onLost, onRoom: setCramped };
    // A peek is what opens by a rest of the pointer, and that moves no page.
    const mayScroll = heldExtent !== 'peek';
    placer.current = isSheet
      ? createSheetPlacer(element, anchor, mayScroll, placing)
      : createPlacer(element, anchor, isPinned, placing);
    return () => {
      placer.current = undefined;
      element.removeAttribute('style');
      delete element.dataset['dock'];
    };
  }, [anchor, isSheet, heldExtent, isPinned, key, events]);
  useLayoutEffect(() => {
    const ending = new AbortController();
    followLayout(around, place.current, () => placer.current?.(), ending.signal);
    if (isSheet && place.current) followDrag(place.current, () => events.onClose(key), ending.signal);
    return () => ending.abort();
  }, [around, isSheet, key, events]);
  // Whatever is drawn anew, the page may have changed.
  useLayoutEffect(() => placer.current?.());
  // A card opened by key takes the focus, once; one opened by pointer never does.
  useEffect(() => {
    const heading = takesFocus && place.current && query(place.current, 'h2');
    if (heading instanceof HTMLElement) heading.focus();
  }, [takesFocus]);

  const tell = (words: string) => {
    setOutcome(words);
    events.onAnnounce(words);
  };
  const openCard = (id: string) => {
    events.getCard(id).then(
      (next) => next && follow(next),
      () => tell(t('unreachable_title')),
    );
  };
  const copy = async () => {
    const root = place.current && rootOf(place.current);
    const isCopied = root instanceof ShadowRoot && (await copyText(cardMarkdown(shown), root));
    tell(t(isCopied ? 'card_copied' : 'card_copy_failed'));
  };
  const { onOpenPanel } = events;
  const openPanel = () => {
    onOpenPanel?.().catch((error: unknown) => tell(t('card_panel_failed', reasonOf(error))));
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
      onClick={extent === 'peek' ? () => events.onExpand(key) : undefined}
    >
      {isSheet && <div class="grab" />}
      {isPinned && !isSheet && <div class="tick" />}
      <CardView
        key={`${earlier.length} ${shown.id}`}
        card={shown}
        extent={isFollowed ? 'full' : extent}
        pinned={isPinned}
        headingId={headingId}
        onPin={() => events.onPin(key)}
        onClose={() => events.onClose(key)}
        onOpenCard={openCard}
        trail={earlier}
        onRevisit={revisit}
        onCopy={() => void copy()}
        onOpenPanel={onOpenPanel && openPanel}
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
    </div>
  );
}
