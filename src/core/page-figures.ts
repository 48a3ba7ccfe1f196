import {
  type CardPlace,
  distanceOf,
  type FigureInContext,
  hasStem,
  isInClause,
  isLinkedTo,
  isOfOthers,
  meansOneOf,
  readFigures,
} from './figure-context';
import {
  DOUBTED,
  EARLIER,
  EARLIER_BEHIND,
  EARLIER_TOO,
  GROWN,
  LAST,
  LIMITED,
  LIMITED_BEHIND,
  LINKED,
  PAID,
  PART,
  RATE,
  ROUNDED,
  SIZED,
  TOTAL,
} from './figure-cues';
import type { TextFigure } from './figures';

/** A figure of the source, with what identifies figures of a page on the same subject. */
export interface SourceFigure extends Omit<TextFigure, 'start' | 'end' | 'bound'> {
  readonly id: string;
  /** Ids of the cards whose figure it is. */
  readonly parties: readonly string[];
  /** Ids of the companies that have no part in it. */
  readonly others: readonly string[];
  /** Word stems, one of which must be near. */
  readonly near: readonly string[];
  /** Word stems beside figures that count something else. */
  readonly apart: readonly string[];
}

/** What a page gives, to the source: the same, inside its range, more, less, or more as it counts earlier money too. */
export type Comparison = 'same' | 'within' | 'more' | 'less' | 'earlier';

/** What a text says on the subject of a figure of the source. Plain JSON. */
export interface PageFigure {
  /** Id of the source's figure. */
  readonly about: string;
  readonly comparison: Comparison;
  /** One figure, or several that add up to the source's. */
  readonly parts: readonly TextFigure[];
}

/**
 * Compares the figures of a block with the source's figures on the same subjects, and says nothing where it could err: of
 * parts of a sum, of rates, limits, sums of others. Whether the page mentions the parties, the caller has to check.
 * @param text normalized
 * @param places where the text may mention a card, in order
 * @returns at most one for each of the source's
 */
export function findPageFigures(
  text: string,
  source: readonly SourceFigure[],
  places: readonly CardPlace[],
): PageFigure[] {
  const figures = readFigures(text);
  return source.flatMap((each) => {
    const found = compareWith(each, { text, figures, places });
    return found ? [{ about: each.id, ...found }] : [];
  });
}

interface Block {
  readonly text: string;
  readonly figures: readonly FigureInContext[];
  readonly places: readonly CardPlace[];
}

function compareWith(source: SourceFigure, block: Block): Omit<PageFigure, 'about'> | undefined {
  const own = block.figures.filter((each) => isAbout(each, source, block));
  const same = own.find((each) => isSame(each.figure, source) && !isGrown(each, block.text));
  if (same) return { comparison: 'same', parts: [same.figure] };
  const parts = findParts(own, source);
  if (parts) return { comparison: 'same', parts };
  for (const each of own) {
    const comparison = isWithin(each.figure, source) ? 'within' : differenceOf(each, source, own, block);
    if (comparison) return { comparison, parts: [each.figure] };
  }
  return undefined;
}

/** The nearest word tells what a figure counts: invested $8bn, revenue of $33bn. */
function isAbout(each: FigureInContext, source: SourceFigure, { text, places }: Block): boolean {
  const { figure, before, behind } = each;
  return (
    figure.quantity === source.quantity &&
    figure.unit === source.unit &&
    figure.bound !== 'least' &&
    distanceOf(text, figure, source.near) < distanceOf(text, figure, source.apart) &&
    !isLinkedTo(each, source.apart) &&
    !LIMITED.test(before) &&
    !LIMITED_BEHIND.test(behind) &&
    !RATE.test(`${before}\n${behind}`) &&
    !isOfOthers(text, each, places, source.parties, source.others)
  );
}

const isClose = (one: number, other: number) => Math.abs(one - other) <= 0.005 * Math.max(one, other);
/** Ranges are the same where both ends agree within 0.5 per cent. */
const isSame = (page: TextFigure, source: SourceFigure) =>
  isClose(page.from, source.from) && isClose(page.to, source.to);
const isWithin = (page: TextFigure, source: SourceFigure) =>
  !isOne(source) && page.from >= source.from && page.to <= source.to;
const isOne = ({ from, to }: { readonly from: number; readonly to: number }) => from === to;

/** Whether a sum is said to have grown to the figure, so that it may hold earlier money. */
const isGrown = ({ start, figure }: FigureInContext, text: string) =>
  GROWN.test(text.slice(start, figure.start)) && TOTAL.test(text.slice(start, figure.end + 40));

const isEarlier = ({ before, behind }: FigureInContext) =>
  EARLIER.test(before) || EARLIER_BEHIND.test(behind);

const MOST_PARTS = 4;

/** Sums of new money, in a sentence or two, that add up to the source's sum exactly. */
function findParts(own: readonly FigureInContext[], source: SourceFigure): TextFigure[] | undefined {
  if (source.quantity !== 'money' || !isOne(source)) return undefined;
  const sums = own.filter((each) => isOne(each.figure) && !isEarlier(each));
  for (let first = 0; first < sums.length; first++)
    for (let end = first + 2; end <= Math.min(sums.length, first + MOST_PARTS); end++) {
      const parts = sums.slice(first, end);
      const isNear = (parts.at(-1)?.sentence ?? 0) - (parts[0]?.sentence ?? 0) <= 1;
      const figures = parts.map(({ figure }) => figure);
      if (isNear && figures.reduce((sum, { to }) => sum + to, 0) === source.to) return figures;
    }
  return undefined;
}

/** How a sum differs from the source's; undefined where anything about it is doubtful. */
function differenceOf(
  each: FigureInContext,
  source: SourceFigure,
  own: readonly FigureInContext[],
  { text, figures, places }: Block,
): 'more' | 'less' | 'earlier' | undefined {
  const { figure, before, behind, start, end, sentence } = each;
  if (source.quantity !== 'money' || !isOne(source) || !isOne(figure)) return undefined;
  const words = text.slice(start, end);
  const inSentence = places.filter((place) => start <= place.start && place.end <= end);
  const first = inSentence.find((place) => meansOneOf(place, source.parties));
  const noun = SIZED.exec(before)?.[1];
  const isDoubtful =
    !hasStem(words, source.near) ||
    hasStem(words, source.apart) ||
    ROUNDED.test(before) ||
    DOUBTED.test(words) ||
    /\?\s*$/.test(words) ||
    inSentence.some((place) => meansOneOf(place, source.others)) ||
    figures.some((other) => other.figure.quantity === 'duration' && other.sentence === sentence) ||
    // The giver is named first.
    (first && !meansOneOf(first, source.parties.slice(0, 1))) ||
    (noun && !hasStem(noun, source.near) && !TOTAL.test(noun));
  if (isDoubtful) return undefined;
  const isMore = figure.to > source.to;
  const isWhole = TOTAL.test(words);
  if (isMore && (isGrown(each, text) || EARLIER_TOO.test(words))) return 'earlier';
  const inClause = inSentence.filter((place) => isInClause(each, place));
  const next = inClause.find((place) => place.start >= figure.end && meansOneOf(place, source.parties));
  const isPlain =
    hasStem(`${before}\n${behind}`, source.near) &&
    source.parties.every((party) => inClause.some((place) => meansOneOf(place, [party]))) &&
    (next ? LINKED.test(text.slice(figure.end, next.start)) : LAST.test(behind)) &&
    own.every((other) => other === each || other.sentence !== sentence) &&
    !GROWN.test(text.slice(start, figure.start)) &&
    !isEarlier(each) &&
    !PAID.test(words) &&
    !PART.test(`${before}\n${behind}`);
  // A smaller sum is a part unless it is called the whole; a larger whole may hold earlier money.
  return isPlain && isMore !== isWhole ? (isMore ? 'more' : 'less') : undefined;
}
