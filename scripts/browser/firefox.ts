import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../setup/find-browser.mjs';
import type { LaunchOptions, Scheme, Wire } from './driven';
import { contextOf, FirefoxBidi } from './firefox-bidi';
import { FIREFOX_PREFS, OFFLINE_PREFS, SCHEME_PREF, SCHEME_VALUE } from './firefox-prefs';

/** What the extension is called in a profile that is kept: its storage is found by it. */
const KEPT_HOST = '5b2d3f0e-7c1a-4a59-9a62-3f1d0c8e7b64';

/**
 * Starts Firefox on a fresh profile with the extension as a temporary add-on, driven over WebDriver BiDi.
 * @throws where there is no Firefox, or where it refuses the extension
 */
export async function launchFirefox(options: LaunchOptions): Promise<Wire> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox: run `node scripts/setup.mjs`');
  const addOnId = options.extensionDir ? readAddOnId(options.extensionDir) : 'none';
  // Firefox picks a random host for each extension, unless its preferences hold one already.
  const host = options.profileDir ? KEPT_HOST : randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    defaultViewport: null,
    ...(options.profileDir && { userDataDir: options.profileDir }),
    // Without it, the protocol refuses moz-extension: pages and the browser's own window.
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      ...(options.offline === false ? {} : OFFLINE_PREFS),
      ...(options.scheme ? { [SCHEME_PREF]: SCHEME_VALUE[options.scheme] } : {}),
      ...(options.reducedMotion ? { 'ui.prefersReducedMotion': 1 } : {}),
      // A temporary add-on goes with the browser; its storage stays for the next start of a kept profile.
      ...(options.profileDir && { 'extensions.webextensions.keepStorageOnUninstall': true }),
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: host }),
      ...options.prefs,
    },
  });
  try {
    if (options.language) await speak(browser, options.language);
    // Without one, what a page costs by itself can be measured.
    if (options.extensionDir) await browser.installExtension(options.extensionDir);
    return new FirefoxWire(browser, addOnId, `moz-extension://${host}`, options.scheme);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Sets the language, for which Firefox needs no language pack: extensions bring their own messages. */
async function speak(browser: Browser, language: string): Promise<void> {
  const locales = JSON.stringify([language, 'en-US']);
  await new FirefoxBidi(browser).inBrowserWindow(
    `Services.locale.availableLocales = ${locales}; Services.locale.requestedLocales = ${locales}; null`,
  );
}

function readAddOnId(extensionDir: string): string {
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const id: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${path} has no browser_specific_settings.gecko.id`);
  return id;
}

class FirefoxWire implements Wire {
  readonly name = 'firefox';
  readonly browser: Browser;
  readonly extensionOrigin: string;
  readonly #addOnId: string;
  readonly #bidi: FirefoxBidi;
  readonly #startScheme: Scheme | undefined;

  constructor(browser: Browser, addOnId: string, extensionOrigin: string, startScheme: Scheme | undefined) {
    this.browser = browser;
    this.#startScheme = startScheme;
    this.extensionOrigin = extensionOrigin;
    this.#addOnId = addOnId;
    this.#bidi = new FirefoxBidi(browser);
  }

  async navigate(page: Page, url: string): Promise<void> {
    if (url.startsWith('moz-extension:')) await this.#bidi.navigate(contextOf(page), url);
    else await page.goto(url);
  }

  async applyScheme(page: Page, scheme: Scheme): Promise<void> {
    await this.#setScheme(scheme);
    // The preference reaches the pages' processes a moment later.
    await page.waitForFunction(
      (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
      { timeout: 5_000 },
      scheme,
    );
  }

  async resetScheme(): Promise<void> {
    await this.#setScheme(this.#startScheme);
  }

  async openAside(url: string): Promise<Page> {
    const page = await this.#bidi.openBackgroundTab();
    await this.navigate(page, url);
    // What it stands for is seen by the reader: timers are not slowed down in it, and its frames are drawn.
    await this.#inTabOf(page, 'tab.linkedBrowser.docShellIsActive = true');
    return page;
  }

  async #setScheme(scheme: Scheme | undefined): Promise<void> {
    const change = scheme
      ? `setIntPref('${SCHEME_PREF}', ${SCHEME_VALUE[scheme]})`
      : `clearUserPref('${SCHEME_PREF}')`;
    await this.#bidi.inBrowserWindow(`Services.prefs.${change}`);
  }

  async findTabId(page: Page): Promise<number> {
    const module = "ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')";
    const tabId = `${module}.ExtensionParent.apiManager.global.tabTracker.getId(tab)`;
    return (await this.#inTabOf(page, tabId)) as number;
  }

  openPopup(url: string): Promise<Page> {
    return this.openAside(url);
  }

  /** Evaluates an expression about `tab`, the tab of a page, with the rights of Firefox's own window. */
  #inTabOf(page: Page, expression: string): Promise<unknown> {
    return this.#bidi.inBrowserWindow(`(() => {
      const { NavigableManager } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/NavigableManager.sys.mjs');
      for (const window of Services.wm.getEnumerator('navigator:browser')) {
        for (const tab of window.gBrowser.tabs) {
          if (NavigableManager.getIdForBrowser(tab.linkedBrowser) === ${JSON.stringify(contextOf(page))})
            return ${expression};
        }
      }
      throw new Error('The page is in no tab');
    })()`);
  }

  async stopBackground(): Promise<void> {
    await this.#bidi.inBrowserWindow(
      `WebExtensionPolicy.getByID(${JSON.stringify(this.#addOnId)})?.extension
        .terminateBackground?.({ ignoreDevToolsAttached: true })`,
    );
  }

  async isBackgroundRunning(): Promise<boolean> {
    const state = await this.#bidi.inBrowserWindow(
      `WebExtensionPolicy.getByID(${JSON.stringify(this.#addOnId)}).extension.backgroundState`,
    );
    return state !== 'stopped';
  }

  async install(folder: string): Promise<void> {
    // Firefox forgets the host of an extension that is removed.
    const uuids = JSON.stringify({ [this.#addOnId]: new URL(this.extensionOrigin).host });
    await this.#bidi.inBrowserWindow(
      `Services.prefs.setStringPref('extensions.webextensions.uuids', ${JSON.stringify(uuids)})`,
    );
    await this.browser.installExtension(folder);
  }

  async setEnabled(isEnabled: boolean): Promise<void> {
    await this.#bidi.inBrowserWindow(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addOn = await AddonManager.getAddonByID(${JSON.stringify(this.#addOnId)});
      await addOn.${isEnabled ? 'enable' : 'disable'}();
    })()`);
  }

  async remove(): Promise<void> {
    await this.browser.uninstallExtension(this.#addOnId);
  }
}
