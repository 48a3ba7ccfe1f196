import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from './driven';

type PngPath = `${string}.png`;

/** The largest popup that browsers show. */
const POPUP_VIEWPORT = { width: 400, height: 600 };

/** Saves what the page's viewport shows. */
export async function shootPage(page: Page, path: PngPath): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** Saves the popup as large as its content makes it; in Firefox this brings the popup's tab to front. */
export async function shootPopup(name: BrowserName, popup: Page, path: PngPath): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (name === 'chrome') {
    await popup.screenshot({ path });
    return;
  }
  await popup.bringToFront();
  await popup.setViewport(POPUP_VIEWPORT);
  const clip = await popup.evaluate(() => {
    const { right, bottom } = document.body.getBoundingClientRect();
    return { x: 0, y: 0, width: Math.min(innerWidth, right), height: Math.min(innerHeight, bottom) };
  });
  await popup.screenshot({ path, clip });
}
