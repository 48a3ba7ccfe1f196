import type { Page } from 'puppeteer-core';
import type { TabReport } from '../../src/protocol/reports';
import { bundleForPage } from './bundle';
import type { Driven, LaunchOptions, Wire } from './driven';
import { LaterVersions } from './later-version';
import { shareAside } from './share-aside';
import { waitFor } from './wait';

const POPUP = 'src/surfaces/popup/index.html';
const PANEL = 'src/surfaces/panel/index.html';
const PANEL_VIEWPORT = { width: 380, height: 900 };
const DEFAULT_VIEWPORT = { width: 1280, height: 800 };

/** Builds the driver that both browsers share on what each does in its own way. */
export function drive(wire: Wire, options: LaunchOptions): Driven {
  const { browser } = wire;
  const tabIds = new WeakMap<Page, number>();
  const versions = new LaterVersions(options.extensionDir);
  const extensionUrl = (path: string) => `${wire.extensionOrigin}/${path}`;
  const withAside = shareAside(() => wire.openAside(extensionUrl('manifest.json')));

  const inExtension: Driven['inExtension'] = (fn, ...args) =>
    withAside((page) => evaluateSource(page, fn, args));

  const tabIdOf: Driven['tabIdOf'] = async (page) => {
    const known = tabIds.get(page);
    if (known !== undefined) return known;
    const tabId = await wire.findTabId(page, () => inExtension(askActiveTab));
    tabIds.set(page, tabId);
    return tabId;
  };

  const badgeOf: Driven['badgeOf'] = async (page) => inExtension(askBadge, await tabIdOf(page));
  const reportOf: Driven['reportOf'] = async (page) => {
    const [source, tabId] = await Promise.all([reportSource(), tabIdOf(page)]);
    return withAside((aside) =>
      aside.evaluate(`${source}sidelightTab.reportTab(${tabId})`),
    ) as Promise<TabReport>;
  };

  return {
    name: wire.name,
    browser,
    extensionUrl,
    inExtension,
    tabIdOf,
    badgeOf,
    reportOf,
    async open(url, { width, height, scale = 1, scheme = options.scheme } = {}) {
      const page = await browser.newPage();
      // In a window that people see, the page fills the window unless a size is asked for.
      if (options.headless || width || height) {
        const size = { width: width ?? DEFAULT_VIEWPORT.width, height: height ?? DEFAULT_VIEWPORT.height };
        await page.setViewport({ ...size, deviceScaleFactor: scale });
      }
      if (scheme) await wire.applyScheme(page, scheme);
      await wire.navigate(page, url);
      return page;
    },
    async waitForReport(page, accept = (report) => report.state === 'read', timeoutMs) {
      let report: TabReport | undefined;
      const probe = async () => {
        report = await reportOf(page);
        return accept(report) ? report : undefined;
      };
      const lastSeen = () => report;
      return withAside(() =>
        waitFor(`a report of ${page.url()}`, probe, { lastSeen, ...(timeoutMs ? { timeoutMs } : {}) }),
      );
    },
    async waitForBadge(page, text, timeoutMs) {
      let badge: string | undefined;
      const probe = async () => {
        badge = await badgeOf(page);
        return badge === text || undefined;
      };
      const lastSeen = () => badge;
      await withAside(() =>
        waitFor(`the badge '${text}'`, probe, { lastSeen, ...(timeoutMs ? { timeoutMs } : {}) }),
      );
    },
    async openPopup(page) {
      await page.bringToFront();
      const popup = await wire.openPopup(extensionUrl(POPUP), () => inExtension(openToolbarPopup));
      if (options.scheme) await wire.applyScheme(popup, options.scheme);
      return popup;
    },
    async openPanel(page, size = PANEL_VIEWPORT) {
      const panel = await wire.openAside(`${extensionUrl(PANEL)}?tab=${await tabIdOf(page)}`);
      await panel.setViewport(size);
      if (options.scheme) await wire.applyScheme(panel, options.scheme);
      // What the panel follows is what is being shown.
      await page.bringToFront();
      return panel;
    },
    stopBackground: () => wire.stopBackground(),
    isBackgroundRunning: () => wire.isBackgroundRunning(),
    updateExtension: () => wire.install(versions.add()),
    setExtensionEnabled: (isEnabled) => wire.setEnabled(isEnabled),
    removeExtension: () => wire.remove(),
    reinstallExtension: () => wire.install(versions.latest),
    async close() {
      await browser.close();
      versions.remove();
    },
  };
}

let reportBundle: Promise<string> | undefined;

/** What popup, panel and atlas ask a tab with. */
function reportSource(): Promise<string> {
  reportBundle ??= bundleForPage('src/tab/report.ts', 'sidelightTab');
  return reportBundle;
}

/**
 * Sends the function as text: puppeteer would do so too, but a compiler that keeps function names calls `__name`
 * in it, which no page has.
 */
async function evaluateSource<A extends unknown[], R>(
  page: Page,
  fn: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  const source = `(() => { const __name = (fn) => fn; return (${fn})(...${JSON.stringify(args)}); })()`;
  return (await page.evaluate(source)) as R;
}

async function askActiveTab(): Promise<number> {
  const active = await chrome.tabs.query({ active: true });
  const [tab] =
    active.length === 1 ? active : await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) throw new Error('No tab is active');
  return tab.id;
}

function askBadge(tabId: number): Promise<string> {
  return chrome.action.getBadgeText({ tabId });
}

function openToolbarPopup(): Promise<void> {
  return chrome.action.openPopup();
}
