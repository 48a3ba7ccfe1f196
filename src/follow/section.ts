import {
  boxOf,
  clientHeightOf,
  closest,
  page,
  pageScroller,
  query,
  queryAll,
  rootElement,
  scrollHeightOf,
  scrollTopOf,
  textContentOf,
} from '../platform/dom';
import type { SectionInView } from '../protocol/reading-port';

const HEADINGS = 'h1, h2, h3';
const SECONDARY = 'nav, aside, footer, dialog, [role="navigation"], [role="complementary"], [role="dialog"]';

/** The most headings that are measured; a page with more is an index rather than a text. */
const MAX_HEADINGS = 400;
const MAX_TITLE = 120;

/**
 * Finds the section that is being read: the last heading above the reading line. The line is in the middle of the
 * screen, but higher at the page's start and lower at its end, so that it reaches the first and last sections too.
 * @returns null if the document has no headings outside navigation and asides
 */
export function sectionInView(): SectionInView | null {
  const main = query(page, 'main, [role="main"]') ?? page;
  const headings = queryAll(main, HEADINGS)
    .slice(0, MAX_HEADINGS)
    .filter((heading) => !closest(heading, SECONDARY) && titleOf(heading) !== '');
  const tops = headings.map((heading) => {
    const { top, height } = boxOf(heading);
    return height > 0 ? top : Number.POSITIVE_INFINITY;
  });
  const shown = headings.filter((_, index) => Number.isFinite(tops[index]));
  if (shown.length === 0) return null;
  const line = readingLine();
  const above = headings.filter((_, index) => (tops[index] as number) <= line);
  const current = above.at(-1);
  // Text before the first heading belongs to its section.
  const index = current ? shown.indexOf(current) + 1 : 1;
  return { title: current ? titleOf(current) : '', index, total: shown.length };
}

function readingLine(): number {
  const scroller = pageScroller() ?? rootElement();
  if (!scroller) return 0;
  const scrollTop = scrollTopOf(scroller);
  const left = scrollHeightOf(scroller) - clientHeightOf(scroller);
  const progress = left > 0 ? Math.min(1, scrollTop / left) : 0;
  const start = Math.min(1, scrollTop / innerHeight);
  return innerHeight * (0.3 + 0.2 * start + 0.45 * progress ** 6);
}

function titleOf(heading: Element): string {
  const title = (textContentOf(heading) ?? '').replace(/\s+/g, ' ').trim();
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title;
}
