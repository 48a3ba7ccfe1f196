import type { Page } from 'puppeteer-core';
import type { TabReport } from '../../src/protocol/reports';
import { Aside } from './aside';
import { bundleForPage } from './bundle';
import type { Driven, LaunchOptions, Wire } from './driven';
import { LaterVersions } from './later-version';
import { waitFor } from './wait';

const POPUP = 'src/surfaces/popup/index.html';
const PANEL = 'src/surfaces/panel/index.html';
const PANEL_VIEWPORT = { width: 380, height: 900 };
const DEFAULT_VIEWPORT = { width: 1280, height: 800 };

/**
 * Builds the driver of a browser.
 * @param wire what each browser does in its own way
 */
export function drive(wire: Wire, options: LaunchOptions): Driven {
  const extension = askExtension(wire);
  const { aside: _aside, ...questions } = extension;
  return {
    name: wire.name,
    browser: wire.browser,
    ...questions,
    ...pageOpeners(wire, options, extension),
    ...waits(extension),
    ...lifecycle(wire, options, extension),
  };
}

type Questions = Pick<Driven, 'extensionUrl' | 'inExtension' | 'tabIdOf' | 'badgeOf' | 'reportOf'>;
type Extension = Questions & { readonly aside: Aside };

function askExtension(wire: Wire): Extension {
  const tabIds = new WeakMap<Page, number>();
  const reporters = new WeakMap<Page, Promise<unknown>>();
  const extensionUrl = (path: string) => `${wire.extensionOrigin}/${path}`;
  const aside = new Aside(() => wire.openAside(extensionUrl('manifest.json')));
  const inExtension: Driven['inExtension'] = async (fn, ...args) =>
    evaluateSource(await aside.page(), fn, args);
  const tabIdOf: Driven['tabIdOf'] = async (page) => {
    const known = tabIds.get(page);
    if (known !== undefined) return known;
    const tabId = await wire.findTabId(page, () => inExtension(askActiveTab));
    tabIds.set(page, tabId);
    return tabId;
  };
  return {
    aside,
    extensionUrl,
    inExtension,
    tabIdOf,
    badgeOf: async (page) => inExtension(askBadge, await tabIdOf(page)),
    async reportOf(page) {
      const tabId = await tabIdOf(page);
      const extensionPage = await aside.page();
      const reporter =
        reporters.get(extensionPage) ?? reportSource().then((source) => extensionPage.evaluate(source));
      reporters.set(extensionPage, reporter);
      await reporter;
      return extensionPage.evaluate(`sidelightTab.reportTab(${tabId})`) as Promise<TabReport>;
    },
  };
}

function pageOpeners(
  wire: Wire,
  options: LaunchOptions,
  { extensionUrl, inExtension, tabIdOf }: Extension,
): Pick<Driven, 'open' | 'openPopup' | 'openPanel'> {
  return {
    async open(url, { width, height, scale = 1, scheme = options.scheme } = {}) {
      const page = await wire.browser.newPage();
      // In a window that people see, the page fills the window unless a size is asked for.
      if (options.headless || width || height) {
        const size = { width: width ?? DEFAULT_VIEWPORT.width, height: height ?? DEFAULT_VIEWPORT.height };
        await page.setViewport({ ...size, deviceScaleFactor: scale });
      }
      if (scheme) await wire.applyScheme(page, scheme);
      await wire.navigate(page, url);
      return page;
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
  };
}

function waits({ badgeOf, reportOf }: Extension): Pick<Driven, 'waitForReport' | 'waitForBadge'> {
  return {
    async waitForReport(page, accept = (report) => report.state === 'read', timeoutMs) {
      let report: TabReport | undefined;
      const probe = async () => {
        report = await reportOf(page);
        return accept(report) ? report : undefined;
      };
      const lastSeen = () => report;
      return waitFor(`a report of ${page.url()}`, probe, { lastSeen, ...(timeoutMs ? { timeoutMs } : {}) });
    },
    async waitForBadge(page, text, timeoutMs) {
      let badge: string | undefined;
      const probe = async () => {
        badge = await badgeOf(page);
        return badge === text || undefined;
      };
      const lastSeen = () => badge;
      await waitFor(`the badge '${text}'`, probe, { lastSeen, ...(timeoutMs ? { timeoutMs } : {}) });
    },
  };
}

type Lifecycle = Pick<
  Driven,
  | 'stopBackground'
  | 'isBackgroundRunning'
  | 'updateExtension'
  | 'setExtensionEnabled'
  | 'removeExtension'
  | 'reinstallExtension'
  | 'reset'
  | 'close'
>;

function lifecycle(wire: Wire, options: LaunchOptions, { aside, inExtension }: Extension): Lifecycle {
  const { browser } = wire;
  const versions = new LaterVersions(options.extensionDir);
  const changeExtension = async (change: () => Promise<void>) => {
    await aside.close();
    await change();
  };
  return {
    stopBackground: () => wire.stopBackground(),
    isBackgroundRunning: () => wire.isBackgroundRunning(),
    updateExtension: () => changeExtension(() => wire.install(versions.add())),
    setExtensionEnabled: (isEnabled) => changeExtension(() => wire.setEnabled(isEnabled)),
    removeExtension: () => changeExtension(() => wire.remove()),
    reinstallExtension: () => changeExtension(() => wire.install(versions.latest)),
    async reset() {
      await aside.close();
      // The last tab would take the browser with it.
      const blank = await browser.newPage();
      for (const page of await browser.pages()) if (page !== blank) await page.close();
      await inExtension(clearStorage);
      await aside.close();
      await wire.resetScheme();
      await wire.stopBackground();
    },
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

/** The tables that frames read stay: the extension puts them there when its life begins. */
async function clearStorage(): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null));
  await chrome.storage.local.remove(keys.filter((key) => !['filter', 'screen'].includes(key)));
}

function openToolbarPopup(): Promise<void> {
  return chrome.action.openPopup();
}
