import type { Point } from '../page/card-script';
import type { MarkPorts } from '../page/mark-script';
import type { PageMention } from '../page/mention';
import { matches, rootElement, rootOf, selection } from '../platform/dom';
import { HitTest } from './hit-test';
import type { LazyCard } from './lazy-card';
import type { MarkChoice } from './mark-choice';

/** Follows the pointer over the page, and turns rests, clicks and taps on terms into card events, until the signal. */
export function followPointer(
  ports: MarkPorts,
  choice: MarkChoice,
  card: LazyCard,
  signal: AbortSignal,
): void {
  const pointer = new PointerEvents(ports, choice, card, signal);
  // The pointer over a frame in the page sends moves to that frame only: the `pointerover` of its edge is the last seen.
  ports.addCaptureHandler((event) => {
    if (event instanceof PointerEvent && /^pointer(move|over)$/.test(event.type)) pointer.move(event);
    else if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Alt')
      pointer.pressAlt(event);
  }, signal);
  const options = { passive: true, signal };
  rootElement()?.addEventListener('pointerleave', (event) => event.isTrusted && pointer.leave(), options);
  window.addEventListener('click', (event) => event.isTrusted && pointer.click(event), options);
}

/** Trusted events of the pointer, as card events. */
class PointerEvents {
  readonly #ports: MarkPorts;
  readonly #choice: MarkChoice;
  readonly #card: LazyCard;
  readonly #hitTest: HitTest;
  #last = { x: 0, y: 0, at: Number.NEGATIVE_INFINITY };
  /** The key of the mention that the pointer was last over. */
  #under: number | null = null;

  constructor(ports: MarkPorts, choice: MarkChoice, card: LazyCard, signal: AbortSignal) {
    this.#ports = ports;
    this.#choice = choice;
    this.#card = card;
    this.#hitTest = new HitTest(ports.mentions, ports.shadowRoots, signal);
  }

  move(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const last = this.#last;
    const speed = Math.hypot(x - last.x, y - last.y) / Math.max(1, at - last.at);
    this.#last = { x, y, at };
    const isOnCard = this.#isOnCard(event);
    // A pressed button is a selection or a drag: nothing opens under it.
    const mention = isOnCard || event.buttons !== 0 ? undefined : this.#mentionUnder(event);
    const isInside = isOnCard || this.#card.loaded?.containsPoint(x, y) === true;
    this.#under = mention?.key ?? null;
    this.#send({ isInside, hasAlt: event.altKey, speed, point: { x, y } });
  }

  /** Opens the card of the term that the pointer rests on, where the reader has that key for it. */
  pressAlt(event: KeyboardEvent): void {
    if (!this.#needsAlt) return;
    // Firefox would go to its menu when the key is released.
    event.preventDefault();
    if (this.#under === null) return;
    const { x, y } = this.#last;
    this.#send({ hasAlt: true, point: { x, y } });
  }

  /** Sends that the pointer is where it was seen last. */
  #send(move: { isInside?: boolean; hasAlt?: boolean; speed?: number; point?: Point }): void {
    const at = performance.now();
    this.#card.send({ type: 'moved', mention: this.#under, isInside: false, speed: 0, at, ...move });
  }

  get #needsAlt(): boolean {
    return this.#ports.settings().opening === 'alt';
  }

  leave(): void {
    this.#under = null;
    this.#send({});
  }

  click(event: MouseEvent): void {
    if (this.#isOnCard(event) || event.button !== 0 || hasModifier(event)) return;
    const card = this.#card;
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const point = { x: event.clientX, y: event.clientY };
    const isSelecting = selection()?.isCollapsed === false;
    const under = isInControl(event) ? undefined : this.#mentionUnder(event);
    const isOpen = under !== undefined && under.key === card.shown.open;
    const mention = this.#needsAlt && !isTouch && !isOpen ? undefined : under;
    // A double click selects a word: what its first click pinned was not meant.
    if (mention && event.detail > 1)
      card.send({ type: 'closed', mention: mention.key, at: performance.now() });
    else if (mention && isTouch && !isSelecting)
      card.send({ type: 'opened', mention: mention.key, takesFocus: false, point });
    else if (mention && !isSelecting) card.send({ type: 'pinned', mention: mention.key, point });
    else if (card.shown.open !== undefined)
      card.send({ type: 'closed', mention: card.shown.open, at: performance.now() });
  }

  #isOnCard(event: Event): boolean {
    return this.#card.loaded?.isTarget(event) === true;
  }

  #mentionUnder(event: MouseEvent): PageMention | undefined {
    const [target] = event.composedPath();
    const root = target instanceof Node ? rootOf(target) : undefined;
    if (root instanceof ShadowRoot) this.#ports.addShadowRoot(root);
    const mention = this.#hitTest.at(event.clientX, event.clientY);
    return mention && this.#choice.answersPointer(mention) ? mention : undefined;
  }
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
