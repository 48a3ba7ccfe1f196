import type { MarkPorts } from '../page/mark-script';
import { matches, rootElement, rootOf, selection } from '../platform/dom';
import { HitTest } from './hit-test';
import type { LazyCard } from './lazy-card';

/** Follows the pointer over the page, and turns rests, clicks and taps on terms into card events. */
export function followPointer(
  { mentions, shadowRoots, addShadowRoot, takeFirst }: MarkPorts,
  card: LazyCard,
  signal: AbortSignal,
): void {
  const hitTest = new HitTest(mentions, shadowRoots, signal);
  let last = { x: 0, y: 0, at: Number.NEGATIVE_INFINITY };

  const isTarget = (event: Event) => card.loaded?.isTarget(event) === true;

  const mentionUnder = (event: MouseEvent) => {
    const [target] = event.composedPath();
    const root = target instanceof Node ? rootOf(target) : undefined;
    if (root instanceof ShadowRoot) addShadowRoot(root);
    const mention = hitTest.at(event.clientX, event.clientY);
    return mention?.isMarked ? mention : undefined;
  };

  const follow = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const speed = Math.hypot(x - last.x, y - last.y) / Math.max(1, at - last.at);
    last = { x, y, at };
    const isOnStage = isTarget(event);
    // A pressed button is a selection or a drag: nothing opens under it.
    const mention = isOnStage || event.buttons !== 0 ? undefined : mentionUnder(event);
    const isInside = isOnStage || card.loaded?.holds(x, y) === true;
    card.send({
      type: 'moved',
      mention: mention?.key ?? null,
      isInside,
      speed,
      at: performance.now(),
      point: { x, y },
    });
  };
  // A frame in the page takes all further moves to itself; its edge, come over, is the last that is seen of the pointer.
  takeFirst((event) => {
    if (event instanceof PointerEvent && /^pointer(move|over)$/.test(event.type)) follow(event);
  }, signal);

  rootElement()?.addEventListener(
    'pointerleave',
    (event) => {
      if (event.isTrusted)
        card.send({ type: 'moved', mention: null, isInside: false, speed: 0, at: performance.now() });
    },
    { passive: true, signal },
  );

  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || isTarget(event) || event.button !== 0 || hasModifier(event)) return;
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
      const point = { x: event.clientX, y: event.clientY };
      const isSelecting = selection()?.isCollapsed === false;
      const mention = isInControl(event) ? undefined : mentionUnder(event);
      // A double click selects a word: what its first click pinned was not meant.
      if (mention && event.detail > 1)
        card.send({ type: 'closed', mention: mention.key, at: performance.now() });
      else if (mention && isTouch && !isSelecting)
        card.send({ type: 'opened', mention: mention.key, takesFocus: false, point });
      else if (mention && !isSelecting) card.send({ type: 'pinned', mention: mention.key, point });
      else if (card.shown.open !== undefined)
        card.send({ type: 'closed', mention: card.shown.open, at: performance.now() });
    },
    { passive: true, signal },
  );
}

const hasModifier = (event: MouseEvent) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

const CONTROLS = [
  'a[href], area, label, summary, button, input, select, textarea, video, audio, [contenteditable], [onclick]',
  '[role=link], [role=button], [role=tab], [role=option], [role=checkbox], [role=radio], [role=switch], [role=menuitem]',
].join(', ');

/** A click on a link, a label or a control is the page's own. */
function isInControl(event: MouseEvent): boolean {
  return event.composedPath().some((node) => node instanceof Element && matches(node, CONTROLS));
}
