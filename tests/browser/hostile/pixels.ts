import type { Page } from 'puppeteer-core';

/** What marks change in a page's picture. */
export interface Change {
  /** Pixels under the baselines of marked terms, where their underlines are. */
  readonly inUnderlines: number;
  /** All others, with the first of them as `x,y`. */
  readonly elsewhere: number;
  readonly first: string | null;
}

/** From here down, as a share of the height of a term's box, its underline is drawn. */
const BASELINE = 0.7;

/** So far, in pixels, an underline reaches out of its term's box: in Firefox it casts the text's shadow. */
const REACH = 6;

/**
 * Compares a page's viewport as it is with the same without any highlight, pixel by pixel. Takes the highlights away.
 * @param page in front, at rest; its text is in level lines
 */
export async function changeByMarks(page: Page): Promise<Change> {
  const boxes = await page.evaluate(
    (baseline, reach) => {
      const found: { left: number; top: number; right: number; bottom: number }[] = [];
      for (const highlight of CSS.highlights.values())
        for (const mark of highlight as unknown as Iterable<AbstractRange>) {
          const range = document.createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          for (const { left, top, right, bottom, height } of range.getClientRects())
            found.push({
              left: left - reach,
              top: top + baseline * height,
              right: right + reach,
              bottom: bottom + reach,
            });
        }
      return found;
    },
    BASELINE,
    REACH,
  );
  const marked = await page.screenshot({ encoding: 'base64' });
  await page.evaluate(() => CSS.highlights.clear());
  const plain = await page.screenshot({ encoding: 'base64' });
  if ((await page.evaluate(() => CSS.highlights.size)) > 0) throw new Error('The marks came back.');
  return page.evaluate(
    async (pictures, underlines) => {
      const pixels: ImageData[] = [];
      for (const picture of pictures) {
        const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        if (canvas) pixels.push(canvas.getImageData(0, 0, image.width, image.height));
      }
      const [before, after] = pixels as [ImageData, ImageData];
      let inUnderlines = 0;
      let elsewhere = 0;
      let first: string | null = null;
      for (let at = 0; at < before.data.length; at += 4) {
        if ([0, 1, 2].every((part) => before.data[at + part] === after.data[at + part])) continue;
        const x = (at / 4) % before.width;
        const y = Math.floor(at / 4 / before.width);
        if (underlines.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) {
          inUnderlines++;
        } else {
          elsewhere++;
          first ??= `${x},${y}`;
        }
      }
      return { inUnderlines, elsewhere, first };
    },
    [marked, plain],
    boxes,
  );
}
