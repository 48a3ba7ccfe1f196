import { type Box, containsPoint, isMostlyVisible } from '../../page/box';
import { flatParentOf, isLaidOutIn } from '../../page/flat-tree';
import { isOpaque } from '../../page/is-rendered';
import { rectsOf } from '../../page/live-range';
import type { PageMention } from '../../page/mention';
import { boxOf, checkVisibility, matches } from '../../platform/dom';
import { visibleAt } from '../occlusion';
import { Clips, visiblePartOf } from './clips';
import { planFor, Scrolling } from './scroll-to-range';

/** The most covered mentions that are tried in one step. */
const MAX_TRIES = 30;
/** Pixels between a term and what would cover it. */
const GAP = 12;

/** Tells which mentions can be scrolled into view, and scrolls to them. */
export class ReachableMentions {
  /** What covered mentions when they were last scrolled to, by key. */
  readonly #covered = new Map<number, Element | 'nothing'>();

  /** By card, over one list of mentions. */
  #known:
    | { readonly of: readonly PageMention[]; readonly byCard: Map<string, readonly PageMention[]> }
    | undefined;

  /** A card's mentions that can be scrolled into view: found once for a list of mentions. */
  ofCard(card: string, mentions: readonly PageMention[]): readonly PageMention[] {
    if (this.#known?.of !== mentions) this.#known = { of: mentions, byCard: new Map() };
    const { byCard } = this.#known;
    const known = byCard.get(card) ?? this.filter(mentions.filter((mention) => mention.card === card));
    byCard.set(card, known);
    return known;
  }

  /** Forgets what `ofCard` has found: the page may show other things now. */
  forget(): void {
    this.#known = undefined;
  }

  /** The mentions that can be scrolled into view. */
  filter(mentions: readonly PageMention[]): PageMention[] {
    const clips = new Clips();
    return mentions.filter((mention) => isOpaque(mention) && planFor(mention.range, clips) !== undefined);
  }

  /** The mentions without a known cover that is still there: only these are counted. */
  uncovered(mentions: readonly PageMention[]): PageMention[] {
    return mentions.filter(({ key }) => {
      const cover = this.#covered.get(key);
      return cover === undefined || (cover instanceof Element && !checkVisibility(cover));
    });
  }

  /**
   * Scrolls to the first of the mentions whose text is visible then; undoes scrolling for others.
   * @param scrolling records what was scrolled
   */
  scrollToFirst(mentions: readonly PageMention[], scrolling: Scrolling): PageMention | undefined {
    const clips = new Clips();
    const covers: Element[] = [];
    let tries = 0;
    for (const mention of mentions) {
      const { inFrame } = planFor(mention.range, clips) ?? {};
      if (!inFrame) continue;
      const known = covers.find((cover) => isUnder(cover, mention, middleOf(inFrame)));
      if (known) {
        this.#covered.set(mention.key, known);
        continue;
      }
      if (tries++ === MAX_TRIES) break;
      const own = new Scrolling();
      const cover = uncover(mention.range, own);
      if (cover === undefined) {
        this.#covered.delete(mention.key);
        scrolling.absorb(own);
        return mention;
      }
      this.#covered.set(mention.key, cover);
      own.undo();
      if (cover instanceof Element && clips.isFixed(cover)) covers.push(cover);
    }
    return undefined;
  }
}

/**
 * Scrolls a range into view, and out from under sticky boxes.
 * @returns what still covers it, or `nothing` if it is clipped; undefined if its text is visible
 */
function uncover(range: StaticRange, scrolling: Scrolling): Element | 'nothing' | undefined {
  scrolling.to(range);
  const cover = coverOf(range);
  const box = visibleBoxOf(range);
  if (!(cover instanceof Element) || !box) return cover;
  const { top, bottom } = boxOf(cover);
  const isAtTop = top + bottom < box.top + box.bottom;
  scrolling.nudge(range, isAtTop ? bottom + GAP - box.top : top - GAP - box.bottom);
  return coverOf(range) === undefined ? undefined : cover;
}

function coverOf(range: StaticRange): Element | 'nothing' | undefined {
  const box = visibleBoxOf(range);
  if (!box) return 'nothing';
  const { x, y } = middleOf(box);
  const sight = visibleAt(range, x, y);
  return sight === 'text' ? undefined : sight;
}

/** The visible part of the first box of a range that is in view. */
function visibleBoxOf(range: StaticRange): Box | undefined {
  const element = flatParentOf(range.startContainer);
  const clip = element ? new Clips().in(element) : undefined;
  for (const rect of rectsOf(range)) {
    const seen = visiblePartOf(rect, clip);
    if (isMostlyVisible(rect, seen)) return seen;
  }
  return undefined;
}

const middleOf = ({ left, top, right, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** Whether a mention that will be at a point is under a fixed element. */
function isUnder(cover: Element, { range }: PageMention, { x, y }: { x: number; y: number }): boolean {
  if (isLaidOutIn(range.startContainer, cover)) return false;
  // A modal dialog's backdrop covers everything around it.
  return matches(cover, ':modal') || containsPoint(boxOf(cover), x, y);
}
