import {
  clientHeightOf,
  pageHasFocus,
  pageScroller,
  parentElementOf,
  parentOf,
  rangeBoxOf,
  scrollHeightOf,
  scrollLeftOf,
  scrollTo,
  scrollTopOf,
  selection,
} from '../../platform/dom';
import type { Request, Responses } from '../../protocol/messages';
import type { Cards } from '../card/cards';
import { liveRange } from '../page/live-range';
import type { PageMention, PageMentions } from '../page/mentions';
import { isRendered } from '../page/summary';
import { rectsOf } from '../paint/hit-test';

/** Takes the reader from mention to mention: by keyboard, or from the popup, and back again. */
export class Tour {
  readonly #mentions: PageMentions;
  readonly #cards: Cards;
  /** The mention shown last for the popup. */
  #shown: number | undefined;
  /** Where the page and the boxes in it were scrolled to before the first mention was shown. */
  #before: { element: Element; left: number; top: number }[] | undefined;

  constructor(mentions: PageMentions, cards: Cards) {
    this.#mentions = mentions;
    this.#cards = cards;
  }

  /** The key of the mention that the popup has brought into view. */
  get flashed(): number | undefined {
    return this.#shown;
  }

  /** Moves the keyboard's ring. */
  async step({ direction, from, before, total }: Request<'frame.step'>): Promise<Responses['frame.step']> {
    const mentions = this.#mentions.inOrder().filter(isRendered);
    const next = nextOf(mentions, this.#cards.ring?.key, direction, from);
    if (!next) {
      await this.#cards.setRing(undefined);
      return { moved: false };
    }
    const { open } = this.#cards.shown;
    if (open !== undefined) this.#cards.send({ type: 'closed', mention: open, at: performance.now() });
    // The keys that follow must reach the frame with the ring.
    if (!pageHasFocus()) window.focus();
    bringIntoView(next);
    await this.#cards.setRing(next, {
      surface: textOf(next.range),
      index: before + mentions.indexOf(next) + 1,
      total: Math.max(total, mentions.length),
    });
    return { moved: true };
  }

  /** Brings a mention of a card into view. */
  show({ card, direction, from }: Request<'frame.show'>): Responses['frame.show'] {
    const same = this.#mentions.inOrder().filter((mention) => mention.card === card && isRendered(mention));
    const isSameCard = same.some((mention) => mention.key === this.#shown);
    const next = nextOf(same, this.#shown, direction, isSameCard || from === 'edge' ? from : 'view');
    this.#shown = next?.key;
    if (!next) return { position: 0 };
    this.#before ??= scrollsAround(next.range.startContainer);
    bringIntoView(next);
    return { position: same.indexOf(next) + 1 };
  }

  /** Scrolls back to where the reader was. */
  goBack(): void {
    for (const { element, left, top } of this.#before ?? [])
      scrollTo(element, { left, top, behavior: 'instant' });
    this.#before = undefined;
    this.#shown = undefined;
  }
}

function nextOf(
  mentions: readonly PageMention[],
  current: number | undefined,
  direction: 1 | -1,
  from: 'here' | 'view' | 'edge',
): PageMention | undefined {
  const order = direction === 1 ? mentions : [...mentions].reverse();
  const at = order.findIndex((mention) => mention.key === current);
  if (from === 'edge') return order[0];
  if (at >= 0) return order[at + 1];
  const caret = direction === 1 ? caretTop() : undefined;
  return order.find(({ range }) => {
    const rect = rectsOf(range)[0];
    return rect && (direction === 1 ? rect.bottom >= (caret ?? 0) : rect.top <= innerHeight);
  });
}

/** Where the text caret or selection is, if it is on the screen: stepping goes on from there. */
function caretTop(): number | undefined {
  const selected = selection();
  if (!selected || selected.rangeCount === 0) return undefined;
  const { top, height } = rangeBoxOf(selected.getRangeAt(0));
  return height > 0 && top >= 0 && top < innerHeight ? top : undefined;
}

function bringIntoView({ range }: PageMention): void {
  const element = parentElementOf(range.startContainer);
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // A term deep in a long paragraph may still be off the screen.
  const rect = rectsOf(range)[0];
  if (rect && (rect.top < 0 || rect.bottom > innerHeight))
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}

function scrollsAround(node: Node): { element: Element; left: number; top: number }[] {
  const found = [];
  for (
    let parent = parentOf(node);
    parent;
    parent = parent instanceof ShadowRoot ? parent.host : parentOf(parent)
  )
    if (
      parent instanceof Element &&
      (scrollHeightOf(parent) > clientHeightOf(parent) || parent === pageScroller())
    )
      found.push({ element: parent, left: scrollLeftOf(parent), top: scrollTopOf(parent) });
  return found;
}

function textOf(range: StaticRange): string {
  const text = liveRange(range)?.toString() ?? '';
  return text.replace(/[\u00AD\u200B-\u200D]/g, '').replace(/\s+/g, ' ');
}
