import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

/** axe-core as a script: what it is given is put on the page's window. */
export const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules of accessibility that axe finds broken in a page, with the first element each. */
export async function violationsIn(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window);
  if (!hasAxe) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
