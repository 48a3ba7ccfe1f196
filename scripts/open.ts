/** What `npm start` does once the machine is ready: builds, and opens a page in a browser that has the extension. */
import { statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Driven } from './browser/driven';
import { launch } from './browser/launch';
import { findMention, restMouse, waitForCard } from './browser/mention';
import { parseOpenOptions } from './browser/open-options.mjs';
import { serveFolder } from './browser/serve';
import { shootPage, shootPopup } from './browser/shot';
import { hasDisplay, untilClosed } from './browser/window';
import { npmCommand } from './setup/npm.mjs';
import { reportStep, runQuietly, StepFailure } from './setup/step.mjs';
import { runMain } from './setup.mjs';

const ROOT = dirname(import.meta.dirname);
const WELL_KNOWN_TERM = 'Trainium';

type Choice = ReturnType<typeof parseOpenOptions>;

await runMain(async () => {
  const choice = parseOpenOptions(process.argv.slice(2));
  try {
    await openPage(choice);
  } catch (error) {
    if (error instanceof StepFailure || !(error instanceof Error)) throw error;
    throw new StepFailure(`${choice.browser} could not show ${choice.page}: ${error.message}`);
  }
});

async function openPage(choice: Choice): Promise<void> {
  const file = findFile(choice.page);
  const extensionDir = join(ROOT, 'dist', choice.browser);
  const buildStartedAt = performance.now();
  await runQuietly('build', npmCommand(['--prefix', ROOT, 'run', 'build']));
  reportStep('build', relative(process.cwd(), extensionDir), buildStartedAt);

  // A file is served, since browsers let extensions into `file:` pages only where the user allowed it.
  const served = file === null ? null : await serveFolder(dirname(file));
  try {
    const url = served && file ? served.url(encodeURIComponent(basename(file))) : choice.page;
    await launchOn(url, extensionDir, choice);
  } finally {
    await served?.close();
  }
}

async function launchOn(url: string, extensionDir: string, choice: Choice): Promise<void> {
  const headless = choice.headless || !hasDisplay();
  const startedAt = performance.now();
  const driven = await launch(choice.browser, {
    extensionDir,
    headless,
    // A window is for reading anywhere; without one, only a web page that was asked for needs the network.
    offline: headless && url !== choice.page,
    // Otherwise a screenshot may show a card half faded in.
    reducedMotion: headless,
    ...(choice.scheme ? { scheme: choice.scheme } : {}),
  });
  try {
    reportStep('browser', await driven.browser.version(), startedAt);
    await (headless ? showFindings(driven, url, choice) : stayOpen(driven, url));
  } finally {
    await driven.close();
  }
}

/** @returns the file's path, or null where a web page is meant */
function findFile(page: string): string | null {
  if (/^https?:\/\//.test(page)) return null;
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile();
  const path = [page, join(ROOT, page)].find(isFile);
  if (!path) throw new StepFailure(`${page} is neither a file nor an http(s) URL.`);
  return path;
}

async function stayOpen(driven: Driven, url: string): Promise<void> {
  const blank = await driven.browser.pages();
  const page = await driven.open(url);
  await Promise.all(blank.map((tab) => tab.close()));
  await page.bringToFront();
  console.log(`
${url} is open. Try this:
  - rest the mouse on an underlined term: its card opens; click to keep it open, Escape closes it
  - open Sidelight behind the toolbar's puzzle piece: every term of the page, and the switch for this site
  - go to any other page
Close the browser to end.`);
  await untilClosed(driven.browser);
}

async function showFindings(driven: Driven, url: string, { browser, out }: Choice): Promise<void> {
  const page = await driven.open(url);
  const report = await driven.waitForReport(page);
  console.log(`\n${url}: ${report.total} mentions of ${report.cards.length} cards`);
  for (const { card, count } of report.cards) console.log(`${String(count).padStart(6)}  ${card}`);
  if (report.total > 0) await driven.waitForBadge(page, String(report.total));
  console.log(`badge: ${(await driven.badgeOf(page)) || 'empty'}`);

  const saved: string[] = [];
  const nameShot = (what: string) => {
    const path = join(out, `${browser}-${what}.png`) as `${string}.png`;
    saved.push(path);
    return path;
  };
  await shootPage(page, nameShot('page'));
  const mention = (await findMention(page, WELL_KNOWN_TERM)) ?? (await findMention(page, null));
  if (mention) {
    await restMouse(page, mention);
    await waitForCard(page);
    await shootPage(page, nameShot('card'));
  } else {
    console.log('No mention in the top frame to open a card on.');
  }
  const popup = await driven.openPopup(page);
  await popup.waitForFunction(() => document.querySelector('main')?.hasChildNodes());
  await shootPopup(browser, popup, nameShot('popup'));
  console.log(`\nScreenshots:\n${saved.map((path) => `  ${path}`).join('\n')}`);
}
