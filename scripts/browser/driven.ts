import type { Browser, Page } from 'puppeteer-core';
import type { TabReport } from '../../src/protocol/reports';

export type BrowserName = 'chrome' | 'firefox';
export type Scheme = 'light' | 'dark';

export interface LaunchOptions {
  /** The folder with the built extension's manifest.json; empty for no extension. */
  extensionDir: string;
  headless: boolean;
  /** Colour scheme of pages (prefers-color-scheme), unless `open` is given another; the machine's own by default. */
  scheme?: Scheme;
  /**
   * True by default: every host name resolves to this machine, so that no request leaves it, and so that a server on 127.0.0.1
   * can stand for any site (`http://news.example:PORT/`).
   */
  offline?: boolean;
  /** Sets prefers-reduced-motion for pages: what opens appears at once. */
  reducedMotion?: boolean;
  /** A profile to keep, so that another start finds what this one stored; a fresh one by default. */
  profileDir?: string;
  /** The language of the browser's own interface, and so of Sidelight's; the machine's own by default. */
  language?: string;
  /** Further command line arguments. */
  args?: readonly string[];
  /** Further Firefox preferences. */
  prefs?: Readonly<Record<string, string | number | boolean>>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  /** Device pixels in a CSS pixel; 1 by default. */
  scale?: number;
  /** In Firefox the scheme holds for all tabs. */
  scheme?: Scheme;
}

/** A browser that runs with the extension. */
export interface Driven {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** URL of a page inside the extension, e.g. `extensionUrl('src/surfaces/popup/index.html')`. */
  extensionUrl(path: string): string;
  /** Opens a tab in front and navigates it to a web page or an extension page; waits for its load event. */
  open(url: string, options?: OpenOptions): Promise<Page>;
  /**
   * Runs a function in an extension page that no tab strip shows (Chrome) or that is open in a background tab (Firefox),
   * from the first call on. `chrome.*` is there in both; arguments and result travel as JSON. The function is passed as
   * its source, so it sees nothing from around it. Messages it sends wake the background.
   */
  inExtension<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** The browser's own number for a page's tab. Chrome has to bring the page to front once to learn it. */
  tabIdOf(page: Page): Promise<number>;
  /** Text of the toolbar button's badge for the page's tab. */
  badgeOf(page: Page): Promise<string>;
  /** The report that popup, panel and atlas get of a page's tab. */
  reportOf(page: Page): Promise<TabReport>;
  /** The first report that is accepted; by default, one that says that the page was read. */
  waitForReport(page: Page, accept?: (report: TabReport) => boolean, timeoutMs?: number): Promise<TabReport>;
  /** Waits until the badge has this text. */
  waitForBadge(page: Page, text: string, timeoutMs?: number): Promise<void>;
  /**
   * Opens the popup for the page's tab. Chrome: the toolbar's own. Firefox, whose toolbar popup cannot be driven: the
   * popup's page in a background tab, so that it finds the page's tab active when it loads. There `page.url()` stays
   * `about:blank`, since the protocol reports no events of extension pages; the tab draws as one that is seen.
   */
  openPopup(page: Page): Promise<Page>;
  /**
   * Opens the side panel's page where no tab is disturbed, beside the page's tab; it stays with that tab. Close it as any
   * page.
   */
  openPanel(page: Page, size?: { width: number; height: number }): Promise<Page>;
  /** Stops the background as the browser does when it is idle; the next event wakes it. */
  stopBackground(): Promise<void>;
  /** Whether the background runs just now. It goes on for half a minute after what it was woken for. */
  isBackgroundRunning(): Promise<boolean>;
  /** Installs a later version over the one that is installed, as an update does. */
  updateExtension(): Promise<void>;
  /** Switches the extension off or on, as the reader does on the browser's page of extensions. */
  setExtensionEnabled(isEnabled: boolean): Promise<void>;
  removeExtension(): Promise<void>;
  /** Installs the extension again, after it was removed, or over the one from the same folder, which is read anew. */
  reinstallExtension(): Promise<void>;
  /**
   * Makes the browser as it was at its start: one empty tab, nothing stored by the extension, the background asleep.
   * What the browser itself was told of the extension, such as its permissions, stays.
   */
  reset(): Promise<void>;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
}

/** What each browser does in its own way. */
export interface Wire {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly extensionOrigin: string;
  /** Navigates to a web page or an extension page. */
  navigate(page: Page, url: string): Promise<void>;
  applyScheme(page: Page, scheme: Scheme): Promise<void>;
  /** Goes back to the colour scheme that the browser was started with, where a scheme outlasts the page it was set for. */
  resetScheme(): Promise<void>;
  /** Opens an extension page where it disturbs nothing: no other tab loses its place in front. */
  openAside(url: string): Promise<Page>;
  /** `askActive` asks the browser for the id of the active tab. */
  findTabId(page: Page, askActive: () => Promise<number>): Promise<number>;
  openPopup(url: string, openFromExtension: () => Promise<void>): Promise<Page>;
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Installs the extension from a folder, also over another version of it. */
  install(folder: string): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  remove(): Promise<void>;
}
