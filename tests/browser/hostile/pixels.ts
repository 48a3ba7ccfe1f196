import type { Page } from 'puppeteer-core';

/** What marks change in a page's picture, in pixels. */
export interface Change {
  /** Under the baselines of marked terms, where their underlines are. */
  readonly inUnderlines: number;
  /** Where else, as `x,y`; but not where a mark begins or ends: there browsers join a line's pieces less than exactly. */
  readonly elsewhere: readonly string[];
}

/** From here down, as a share of the height of a term's box, its underline is drawn. */
const BASELINE = 0.7;

/** So far an underline reaches out of its term's box, in pixels: in Firefox it casts the text's shadow. */
const REACH = 6;

/** So far from a mark's beginning or end its pieces overlap, in pixels. */
const JOINT = 4;

/**
 * Compares a page's viewport as it is with the same without any highlight, pixel by pixel. Takes the highlights away.
 * @param page in front, at rest; its text is in level lines
 * @throws where the marks come back meanwhile
 */
export async function changeByMarks(page: Page): Promise<Change> {
  const boxes = await page.evaluate(() => {
    const found: { left: number; top: number; right: number; bottom: number }[] = [];
    for (const highlight of CSS.highlights.values())
      for (const mark of highlight as unknown as Iterable<AbstractRange>) {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        for (const { left, top, right, bottom } of range.getClientRects())
          found.push({ left, top, right, bottom });
      }
    return found;
  });
  const marked = await page.screenshot({ encoding: 'base64' });
  await page.evaluate(() => CSS.highlights.clear());
  const plain = await page.screenshot({ encoding: 'base64' });
  if ((await page.evaluate(() => CSS.highlights.size)) > 0) throw new Error('The marks came back.');

  let inUnderlines = 0;
  const elsewhere: string[] = [];
  for (const [x, y] of await differences(page, marked, plain)) {
    const near = boxes.filter(
      ({ left, top, right, bottom }) =>
        x >= left - REACH && x <= right + REACH && y >= top - REACH && y <= bottom + REACH,
    );
    if (near.some(({ top, bottom }) => y >= top + BASELINE * (bottom - top))) inUnderlines++;
    else if (!near.some(({ left, right }) => Math.min(Math.abs(x - left), Math.abs(x - right)) <= JOINT))
      elsewhere.push(`${x},${y}`);
  }
  return { inUnderlines, elsewhere };
}

/** The pixels in which two PNG pictures of the same size differ. */
function differences(page: Page, one: string, other: string): Promise<[number, number][]> {
  return page.evaluate(
    async (pictures) => {
      const pixels: Uint8ClampedArray[] = [];
      let width = 1;
      for (const picture of pictures) {
        const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        width = image.width;
        pixels.push(canvas?.getImageData(0, 0, width, image.height).data ?? new Uint8ClampedArray());
      }
      const [a, b] = pixels as [Uint8ClampedArray, Uint8ClampedArray];
      const found: [number, number][] = [];
      for (let at = 0; at < a.length; at++)
        if (a[at] !== b[at]) found.push([Math.floor(at / 4) % width, Math.floor(at / 4 / width)]);
      return found;
    },
    [one, other],
  );
}
