import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName, Driven, Scheme } from './browser/driven';
import { launch } from './browser/launch';
import { findMention, restMouse, waitForCard } from './browser/mention';
import { serveFolder } from './browser/serve';
import { shootPage, shootPopup } from './browser/shot';

// Takes the README's screenshots: `npm run build`, then `npx tsx scripts/screenshots.ts`.

const OUT = resolve('docs/screenshots');

/** Keys of the shortcut for the next mention. */
async function stepToNext(page: Page): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Period');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

async function openCard(page: Page): Promise<void> {
  const mention = await findMention(page, 'Trainium');
  if (!mention) throw new Error('The sample article shows no mention of Trainium.');
  await restMouse(page, mention);
  await waitForCard(page);
}

async function shoot(
  driven: Driven,
  url: string,
  scheme: Scheme,
  file: (shot: string) => `${string}.png`,
): Promise<void> {
  const page = await driven.open(url, { width: 1120, height: 760, scheme });
  await driven.waitForReport(page);
  await shootPage(page, file('page'));
  await openCard(page);
  await shootPage(page, file('card'));
  const popup = await driven.openPopup(page);
  await shootPopup(driven.name, popup, file('popup'));
  await popup.close();

  const stepped = await driven.open(url, { width: 1120, height: 760, scheme });
  await driven.waitForReport(stepped);
  await stepped.bringToFront();
  for (let step = 0; step < 4; step++) await stepToNext(stepped);
  await waitForCard(stepped);
  await shootPage(stepped, file('keyboard'));
  await stepped.keyboard.press('Enter');
  await stepped.waitForFunction(() => document.activeElement?.matches(':popover-open') === true);
  await shootPage(stepped, file('card-full'));
}

mkdirSync(OUT, { recursive: true });
const served = await serveFolder(resolve('docs/sample'));
const rounds: [BrowserName, Scheme, string][] = [
  ['chrome', 'light', ''],
  ['chrome', 'dark', ''],
  ['firefox', 'light', 'firefox-'],
  ['firefox', 'dark', 'firefox-'],
];
try {
  for (const [name, scheme, prefix] of rounds) {
    const driven = await launch(name, {
      extensionDir: resolve(`dist/${name}`),
      headless: true,
      reducedMotion: true,
      scheme,
    });
    try {
      await shoot(
        driven,
        served.url('/article.html'),
        scheme,
        (shot) => `${OUT}/${prefix}${shot}-${scheme}.png`,
      );
    } finally {
      await driven.close();
    }
  }
} finally {
  await served.close();
}
console.log(`Screenshots: ${OUT}`);
