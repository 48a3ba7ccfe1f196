import { liveRange } from '../../page/live-range';
import type { PageMention } from '../../page/mention';
import { rangeBoxesOf } from '../../platform/dom';
import { type Box, overlap } from '../boxes';
import { Scrolling } from './scroll-to-range';

/** Pixels between a term's line and a card. */
const GAP = 8;

/**
 * Scrolls to another mention of a card that stays where it is: to the line of the window where the last one was, or else to
 * the nearest one that the card does not cover.
 * @param card where the card is, in viewport pixels
 * @param last the mention that it was at
 * @param scrollToNext scrolls to the next mention
 * @returns the next mention; undefined if there is none
 */
export function stepBeside(
  card: Box | undefined,
  last: StaticRange,
  scrollToNext: (scrolling: Scrolling) => PageMention | undefined,
): PageMention | undefined {
  const before = firstBoxOf(last);
  const scrolling = new Scrolling();
  const next = scrollToNext(scrolling);
  if (!next) return undefined;
  if (before) moveTo(before.top, next.range, scrolling);
  const box = firstBoxOf(next.range);
  if (!card || !box || !overlap(grown(box), card)) return next;
  for (const top of [card.top - GAP - (box.bottom - box.top), card.bottom + GAP]) {
    moveTo(top, next.range, scrolling);
    const now = firstBoxOf(next.range);
    if (now && !overlap(grown(now), card) && now.top >= 0 && now.bottom <= innerHeight) break;
  }
  return next;
}

function moveTo(top: number, range: StaticRange, scrolling: Scrolling): void {
  const box = firstBoxOf(range);
  if (box) scrolling.nudge(range, top - box.top);
}

const grown = ({ left, top, right, bottom }: Box): Box => ({
  left,
  right,
  top: top - GAP / 2,
  bottom: bottom + GAP / 2,
});

function firstBoxOf(range: StaticRange): Box | undefined {
  const live = liveRange(range);
  return live ? [...rangeBoxesOf(live)].find(({ width, height }) => width > 0 && height > 0) : undefined;
}
