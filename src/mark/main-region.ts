import { flatParentOf, isLaidOutIn } from '../page/flat-tree';
import type { ReadBlock } from '../page/mention';
import { localNameOf, matches } from '../platform/dom';

/** Shorter blocks are labels, rows and links: they say nothing of where the article is. In characters. */
const MIN_TEXT = 80;
/** The article holds this share of the text, at least. */
const ARTICLE_SHARE = 0.6;

const MAIN = 'main, [role=main]';
const ARTICLE = 'article, [role=article]';
/** What is beside the article wherever it stands (ARIA 1.2, landmark roles). */
const BESIDE =
  'nav, aside, footer, [role=navigation], [role=complementary], [role=contentinfo], [role=search], [role=banner]';

interface Mass {
  /** Characters in blocks of text. */
  characters: number;
  /** The number of these blocks. */
  blocks: number;
}

/**
 * Finds the element that holds a page's article: by landmarks (`main`, `article`), else by where most of its text is.
 * @param blocks of the page that hold candidates for terms: what else it says is not looked at
 * @returns undefined where the text is too little to tell
 */
export function findMainRegion(blocks: Iterable<ReadBlock>): Element | undefined {
  const masses = weigh(blocks);
  const heaviest = (selector: string, within?: Element) =>
    [...masses]
      .filter(([element]) => matches(element, selector) && (!within || isLaidOutIn(element, within)))
      .reduce<[Element, Mass] | undefined>(
        (best, one) => (!best || one[1].characters > best[1].characters ? one : best),
        undefined,
      );
  const total = Math.max(0, ...[...masses.values()].map(({ characters }) => characters));
  const main = heaviest(MAIN);
  const article = heaviest(ARTICLE, main?.[0]);
  if (article && article[1].characters >= ARTICLE_SHARE * (main?.[1].characters ?? total)) return article[0];
  if (main) return main[0];
  const holders = [...masses].filter(
    ([, { characters, blocks: count }]) => count > 1 && characters >= ARTICLE_SHARE * total,
  );
  // They hold each other, and share the article's text: the innermost.
  return holders
    .map(([element]) => element)
    .reduce<Element | undefined>(
      (deepest, one) => (!deepest || isLaidOutIn(one, deepest) ? one : deepest),
      undefined,
    );
}

function weigh(blocks: Iterable<ReadBlock>): Map<Element, Mass> {
  const masses = new Map<Element, Mass>();
  for (const { block } of blocks) {
    const [node] = block.nodes;
    if (!node || block.text.length < MIN_TEXT) continue;
    for (let element = flatParentOf(node); element; element = flatParentOf(element)) {
      const mass = masses.get(element) ?? { characters: 0, blocks: 0 };
      mass.characters += block.text.length;
      mass.blocks++;
      masses.set(element, mass);
    }
  }
  return masses;
}

/**
 * Whether a block is beside the article: in navigation, a sidebar, a footer, or outside the main region.
 * @param region as `findMainRegion` returns it
 */
export function isBeside({ block }: ReadBlock, region: Element | undefined): boolean {
  const [node] = block.nodes;
  let isInRegion = region === undefined;
  for (let element = node ? flatParentOf(node) : null; element; element = flatParentOf(element)) {
    if (element === region) isInRegion = true;
    if (localNameOf(element) !== 'body' && matches(element, BESIDE)) return true;
  }
  return !isInRegion;
}
