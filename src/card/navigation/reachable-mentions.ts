import { type Box, containsPoint, isMostlyVisible } from '../../page/box';
import { flatParentOf, isLaidOutIn } from '../../page/flat-tree';
import { isOpaque } from '../../page/is-rendered';
import { rectsOf } from '../../page/live-range';
import type { PageMention } from '../../page/mention';
import { boxOf, checkVisibility, matches } from '../../platform/dom';
import { visibleAt } from '../occlusion';
import { Clips, visiblePartOf } from './clips';
import { planFor, Scrolling } from './scroll-to-range';

/** So many mentions that something covers are tried in one go. */
const MAX_TRIES = 30;
/** Pixels between a term and what would cover it. */
const GAP = 12;

/** The mentions that a reader can get to see, and the way to them. */
export class ReachableMentions {
  /** What covered mentions when they were last gone to, by their keys. */
  readonly #covered = new Map<number, Element | 'nothing'>();

  /** Those of the mentions that are not cut away, whatever is scrolled. */
  filter(mentions: readonly PageMention[]): PageMention[] {
    const clips = new Clips();
    return mentions.filter((mention) => isOpaque(mention) && planFor(mention.range, clips) !== undefined);
  }

  /** Those of such mentions that nothing was found to cover that is still there: what is counted. */
  uncovered(mentions: readonly PageMention[]): PageMention[] {
    return mentions.filter(({ key }) => {
      const cover = this.#covered.get(key);
      return cover === undefined || (cover instanceof Element && !checkVisibility(cover));
    });
  }

  /**
   * Goes to the first of these mentions whose own text is seen then; what else was scrolled is scrolled back.
   * @param scrolling remembers what was scrolled
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
 * Scrolls a range into view, out from under what sticks to an edge.
 * @returns what hides it all the same, or `nothing` where it is cut away; undefined where its text is seen
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

/** What is in view now of the first line's box of a range that is. */
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

/** Whether a mention that will stand at a point lies under something that stays in its place. */
function isUnder(cover: Element, { range }: PageMention, { x, y }: { x: number; y: number }): boolean {
  if (isLaidOutIn(range.startContainer, cover)) return false;
  // What a modal dialog leaves free, its backdrop covers.
  return matches(cover, ':modal') || containsPoint(boxOf(cover), x, y);
}
