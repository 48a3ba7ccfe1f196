import { isRendered } from '../../page/is-rendered';
import { liveRange, rectsOf } from '../../page/live-range';
import type { OrderedMentions, PageMention } from '../../page/mention';
import { pageHasFocus, rangeBoxOf, selection } from '../../platform/dom';
import type { Request, Responses } from '../../protocol/messages';
import type { Cards } from '../cards';
import type { ReachableMentions } from './reachable-mentions';
import { Scrolling } from './scroll-to-range';

/** Goes from mention to mention, for the keyboard or the popup, and back again. */
export class MentionNavigator {
  readonly #mentions: OrderedMentions;
  readonly #cards: Cards;
  readonly #reachable: ReachableMentions;
  /** The mention shown last for the popup. */
  #shown: number | undefined;
  /** Records what was scrolled since the popup showed its first mention. */
  readonly #scrolling = new Scrolling();

  constructor(mentions: OrderedMentions, cards: Cards, reachable: ReachableMentions) {
    this.#mentions = mentions;
    this.#cards = cards;
    this.#reachable = reachable;
  }

  /** The key of the mention that the popup has brought into view. */
  get flashed(): number | undefined {
    return this.#shown;
  }

  /** Moves the keyboard's ring. */
  async step({ direction, from, before, total }: Request<'frame.step'>): Promise<Responses['frame.step']> {
    const rendered = this.#mentions.inOrder().filter(isRendered);
    const reachable = this.#reachable.filter(rendered);
    const onwards = this.#from(reachable, this.#cards.ring?.key, direction, from);
    this.#cards.closeOpen();
    const next = this.#reachable.scrollToFirst(onwards, new Scrolling());
    if (!next) {
      await this.#cards.setRing(undefined);
      return { moved: false };
    }
    // The keys that follow must reach the frame with the ring.
    if (!pageHasFocus()) window.focus();
    const uncovered = this.#reachable.uncovered(reachable);
    // The tab's total is of all that is rendered.
    const others = Math.max(before, total - rendered.length);
    await this.#cards.setRing(next, {
      surface: textOf(next.range),
      index: before + uncovered.indexOf(next) + 1,
      total: others + uncovered.length,
    });
    return { moved: true };
  }

  /** Brings a mention of a card into view. */
  show({ card, direction, from }: Request<'frame.show'>): Responses['frame.show'] {
    const same = this.#mentions.inOrder().filter((mention) => mention.card === card && isRendered(mention));
    const reachable = this.#reachable.filter(same);
    const isSameCard = reachable.some((mention) => mention.key === this.#shown);
    const start = isSameCard || from === 'edge' ? from : 'view';
    this.#cards.closeOpen();
    const next = this.#reachable.scrollToFirst(
      this.#from(reachable, this.#shown, direction, start),
      this.#scrolling,
    );
    this.#shown = next?.key;
    const counted = this.#reachable.uncovered(reachable);
    return { position: next ? counted.indexOf(next) + 1 : 0, unseen: same.length - counted.length };
  }

  /** The mentions to go to, the nearest first. From what is in view, the way leads through the article. */
  #from(
    mentions: readonly PageMention[],
    current: number | undefined,
    direction: 1 | -1,
    from: 'here' | 'view' | 'edge',
  ): readonly PageMention[] {
    const order = direction === 1 ? mentions : [...mentions].reverse();
    const at = order.findIndex((mention) => mention.key === current);
    if (from === 'edge') return order;
    if (at >= 0) return order.slice(at + 1);
    const caret = direction === 1 ? caretTop() : undefined;
    const isOnward = ({ range }: PageMention) => {
      const rect = rectsOf(range)[0];
      return rect && (direction === 1 ? rect.bottom >= (caret ?? 0) : rect.top <= innerHeight);
    };
    const inArticle = order.findIndex((one) => !this.#mentions.isBeside(one) && isOnward(one));
    const first = inArticle >= 0 ? inArticle : order.findIndex(isOnward);
    return first === -1 ? [] : order.slice(first);
  }

  /** Undoes all scrolling for the popup. */
  goBack(): void {
    this.#scrolling.undo();
    this.#shown = undefined;
  }
}

/** The top of the text caret or selection, if it is on the screen: stepping continues from there. */
function caretTop(): number | undefined {
  const selected = selection();
  if (!selected || selected.rangeCount === 0) return undefined;
  const { top, height } = rangeBoxOf(selected.getRangeAt(0));
  return height > 0 && top >= 0 && top < innerHeight ? top : undefined;
}

function textOf(range: StaticRange): string {
  const text = liveRange(range)?.toString() ?? '';
  return text.replace(/[\u00AD\u200B-\u200D]/g, '').replace(/\s+/g, ' ');
}
