import type { Page } from 'puppeteer-core';

export interface Point {
  x: number;
  y: number;
}

/**
 * Scrolls the first painted mention with this text into view.
 * @param text what to look for, whatever its case; any mention where null
 * @returns its middle, in CSS pixels of the viewport; null where the page has no such mention in its top frame
 */
export function findMention(page: Page, text: string | null): Promise<Point | null> {
  return page.evaluate(locateInPage, text);
}

/**
 * Rests the mouse on a point as a hand does: it comes near first, and the last step is short.
 */
export async function restMouse(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x - 12, y, { steps: 4 });
  await page.mouse.move(x - 1, y, { steps: 4 });
  await page.mouse.move(x, y);
}

/**
 * Presses the shortcut for the next mention, or for the previous one.
 * @param direction 1 for the next
 */
export async function stepByKey(page: Page, direction: 1 | -1 = 1): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await page.keyboard.press(direction === 1 ? 'Period' : 'Comma');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

/**
 * Waits until a card is open in the page's top layer.
 * @throws where none opens in time
 */
export async function waitForCard(page: Page, timeoutMs = 5_000): Promise<void> {
  await page
    .waitForFunction(
      () => Document.prototype.querySelector.call(document, '[popover="manual"]:popover-open') !== null,
      {
        timeout: timeoutMs,
      },
    )
    .catch(() => {
      throw new Error(`No card opened within ${timeoutMs / 1000} s`);
    });
}

/** Runs in the page, which sees every registered highlight; no function may be named in here (see `inExtension`). */
function locateInPage(text: string | null): Point | null {
  const mentions: Range[] = [];
  for (const highlight of CSS.highlights.values()) {
    for (const painted of highlight as unknown as Iterable<AbstractRange>) {
      const range = new Range();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      const isWanted = text === null || range.toString().toLowerCase().includes(text.toLowerCase());
      if (isWanted && range.startContainer.getRootNode() === document) mentions.push(range);
    }
  }
  mentions.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  for (const mention of mentions) {
    const { parentElement } = mention.startContainer;
    if (parentElement)
      Element.prototype.scrollIntoView.call(parentElement, { block: 'center', behavior: 'instant' });
    // A mention that breaks over two lines has a rectangle on each.
    const box = [...mention.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
    if (box) return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  }
  return null;
}
