import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName, Driven, Scheme } from './browser/driven';
import { launch } from './browser/launch';
import { findMention, restMouse, stepByKey, waitForCard } from './browser/mention';
import { serveFolder } from './browser/serve';
import { shootPage, shootPopup } from './browser/shot';

// Takes the README's screenshots: `npm run build`, then `npm run screenshots`.

const OUT = resolve('docs/screenshots');

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
  save: (shot: string) => `${string}.png`,
): Promise<void> {
  const page = await driven.open(url, { width: 1120, height: 760, scheme });
  await driven.waitForReport(page);
  await shootPage(page, save('page'));
  await openCard(page);
  await shootPage(page, save('card'));
  const popup = await driven.openPopup(page);
  await shootPopup(driven.name, popup, save('popup'));
  await popup.close();
}

async function shootOptions(driven: Driven, scheme: Scheme, path: `${string}.png`): Promise<void> {
  const at = Date.UTC(2026, 4, 3, 12);
  await driven.inExtension((choices) => chrome.storage.local.set(choices), {
    'wrong:garden.example:bedrock:bedrock': { surface: 'Bedrock', at },
    'never:stars.example:gemini': { surface: 'Gemini', at },
    'known:gpu': { surface: 'GPUs', at },
    'site:mail.example': 'off',
  });
  const page = await driven.open(driven.extensionUrl('src/surfaces/options/index.html'), {
    width: 1120,
    height: 700,
    scheme,
  });
  await page.waitForFunction(
    () => document.querySelectorAll(':is(#sites, #corrections, #known) li').length === 4,
  );
  await shootPage(page, path);
}

/** Chrome's side panel at its usual width, beside the sample article. */
async function shootPanel(
  driven: Driven,
  article: Page,
  scheme: Scheme,
  path: `${string}.png`,
): Promise<void> {
  await article.bringToFront();
  await driven.inExtension((tabId) => chrome.sidePanel.open({ tabId }), await driven.tabIdOf(article));
  const url = driven.extensionUrl('src/surfaces/panel/index.html');
  const panel = await (await driven.browser.waitForTarget((each) => each.url() === url)).asPage();
  await panel.setViewport({ width: 380, height: 760 });
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await panel.waitForSelector('.lit-card');
  await shootPage(panel, path);
  await panel.close();
}

/** The extension's other pages beside the sample article: panel, atlas, welcome page. */
async function shootSurfaces(
  driven: Driven,
  url: string,
  scheme: Scheme,
  save: (shot: string) => `${string}.png`,
): Promise<void> {
  const article = await driven.open(url, { width: 1120, height: 760, scheme });
  await driven.waitForReport(article);
  const tabId = await driven.tabIdOf(article);
  await shootPanel(driven, article, scheme, save('panel'));
  const surfaces = [
    {
      shot: 'atlas',
      path: `src/surfaces/atlas/index.html?tab=${tabId}`,
      width: 1280,
      height: 900,
      shows: 'table, [role="table"]',
    },
    { shot: 'welcome', path: 'src/surfaces/welcome/index.html', width: 1120, height: 760, shows: 'h1' },
  ];
  for (const { shot, path, width, height, shows } of surfaces) {
    const page = await driven.open(driven.extensionUrl(path), { width, height, scheme });
    await page.waitForSelector(shows);
    await shootPage(page, save(shot));
    await page.close();
  }
}

async function shootByKey(
  driven: Driven,
  url: string,
  scheme: Scheme,
  save: (shot: string) => `${string}.png`,
): Promise<void> {
  const page = await driven.open(url, { width: 1120, height: 1000, scheme });
  await driven.waitForReport(page);
  await page.bringToFront();
  for (let step = 0; step < 4; step++) await stepByKey(page);
  await waitForCard(page);
  await shootPage(page, save('keyboard'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches(':popover-open') === true);
  await shootPage(page, save('card-full'));
}

mkdirSync(OUT, { recursive: true });
const served = await serveFolder(resolve('docs/sample'));
const rounds: [BrowserName, Scheme, string][] = [
  ['chrome', 'light', ''],
  ['chrome', 'dark', ''],
  ['firefox', 'light', 'firefox-'],
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
      const url = served.url('/article.html');
      const save = (shot: string) => `${OUT}/${prefix}${shot}-${scheme}.png` as const;
      await shoot(driven, url, scheme, save);
      await shootByKey(driven, url, scheme, save);
      if (name === 'firefox') continue;
      await shootSurfaces(driven, url, scheme, save);
      await shootOptions(driven, scheme, save('options'));
    } finally {
      await driven.close();
    }
  }
} finally {
  await served.close();
}
console.log(`Screenshots: ${OUT}`);
