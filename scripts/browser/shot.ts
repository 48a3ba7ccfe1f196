import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import type { BrowserName } from './driven';
import { waitFor } from './wait';

type PngPath = `${string}.png`;

/** The largest popup that browsers show. */
const POPUP_VIEWPORT = { width: 400, height: 600 };

/** Saves what the page's viewport shows, as soon as it has come to rest. */
export async function shootPage(page: Page, path: PngPath): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await shootAtRest(page));
}

/** Saves the popup as large as its content makes it; in Firefox this brings the popup's tab to front. */
export async function shootPopup(name: BrowserName, popup: Page, path: PngPath): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (name === 'chrome') {
    await writeFile(path, await shootAtRest(popup));
    return;
  }
  await popup.bringToFront();
  await popup.setViewport(POPUP_VIEWPORT);
  const clip = await popup.evaluate(() => {
    const { body } = document;
    // So Firefox sizes a popup: as wide as its content would be.
    body.style.width = 'max-content';
    const { right, bottom } = body.getBoundingClientRect();
    body.style.removeProperty('width');
    return { x: 0, y: 0, width: Math.min(innerWidth, right), height: Math.min(innerHeight, bottom) };
  });
  await writeFile(path, await shootAtRest(popup, clip));
}

/** Shoots until two shots in a row are alike: a fade is over then, even one in a closed shadow root. */
async function shootAtRest(page: Page, clip?: ScreenshotClip): Promise<Uint8Array> {
  let last: Uint8Array | undefined;
  return waitFor('the page to come to rest', async () => {
    const shot = await page.screenshot(clip ? { clip } : {});
    const isAtRest = last !== undefined && Buffer.compare(last, shot) === 0;
    last = shot;
    return isAtRest ? shot : undefined;
  });
}
