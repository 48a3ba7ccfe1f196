import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Bench } from './in-browsers';

/** axe-core as a script: what it is given is put on the page's window. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules of accessibility that axe finds broken in a page, with the first element each. */
export async function violationsIn(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window);
  if (!hasAxe) await page.evaluate(AXE);
  return page.evaluate(async () => {
    // What fades in has the contrast that readers see when it is there.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** The sheets of cards in pages. */
const CSS_FILES = [
  'src/ui/tokens.css',
  'src/ui/card.css',
  'src/ui/controls.css',
  'src/ui/card-body.css',
  'src/ui/citation.css',
  'src/ui/card-end.css',
  'src/ui/card-menu.css',
  'src/ui/number-check.css',
  'src/ui/stance.css',
  'src/ui/correcting.css',
  'src/card/card-sheet.css',
];

/**
 * Rules that axe finds broken in cards of a page, light and dark.
 * @param blank path of a route without content
 * @param cards the markup of each
 */
export async function violationsInCards(
  bench: Bench,
  blank: string,
  cards: readonly string[],
): Promise<string[]> {
  const css = CSS_FILES.map((file) => readFileSync(file, 'utf8')).join('\n');
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const page = await bench.driven.open(bench.served.url(blank), { width: 420, height: 800, scheme });
    await page.evaluate(AXE);
    for (const html of cards)
      found.push(...(await page.evaluate(runAxe, html, css.replaceAll(':host', ':root'))));
    await page.close();
  }
  return found;
}

/** Runs in a page of its own, with a copy of the card: no page can look into the card itself. */
async function runAxe(html: string, css: string): Promise<string[]> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css} .place-on-page, .sheet { position: static; translate: none !important }`);
  document.adoptedStyleSheets = [sheet];
  document.body.replaceChildren(new DOMParser().parseFromString(html, 'text/html').body.firstChild as Node);
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
