import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import { findBrowser } from '../setup/find-browser.mjs';
import type { LaunchOptions, Scheme, Wire } from './driven';
import { waitFor } from './wait';

const ARGS = [
  '--window-size=1280,900',
  '--disable-gpu',
  '--disable-quic',
  '--disable-component-update',
  '--no-default-browser-check',
  '--disable-domain-reliability',
];
// The screen that headless Chrome makes up is otherwise too small for a popup of full height.
const HEADLESS_ARGS = ['--screen-info={1600x1200}'];
const OFFLINE_ARGS = ['--host-resolver-rules=MAP * 127.0.0.1'];

/**
 * Starts Chrome or Chromium on a fresh profile with the extension, driven over the DevTools protocol.
 * @throws where there is no such browser, or where it refuses the extension
 */
export async function launchChrome(options: LaunchOptions): Promise<Wire> {
  const executablePath = findBrowser('chrome');
  if (!executablePath) throw new Error('No Chrome or Chromium: run `node scripts/setup.mjs`');
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless: options.headless,
    // Only over a pipe may the protocol install extensions, which is the one way that branded Chrome still has.
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(options.profileDir && { userDataDir: options.profileDir }),
    // On Linux the language is the environment's; elsewhere, the argument's.
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    args: [
      ...ARGS,
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(options.headless ? HEADLESS_ARGS : []),
      ...(options.reducedMotion ? ['--force-prefers-reduced-motion'] : []),
      ...(options.offline === false ? [] : OFFLINE_ARGS),
      // Chromium's sandbox does not start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
  });
  try {
    // Without one, what a page costs by itself can be measured.
    const id = options.extensionDir ? await browser.installExtension(options.extensionDir) : 'none';
    const session = await browser.target().createCDPSession();
    return new ChromeWire(browser, session, `chrome-extension://${id}`);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

class ChromeWire implements Wire {
  readonly name = 'chrome';
  readonly browser: Browser;
  readonly extensionOrigin: string;
  readonly #session: CDPSession;
  #asides = 0;

  constructor(browser: Browser, session: CDPSession, extensionOrigin: string) {
    this.browser = browser;
    this.#session = session;
    this.extensionOrigin = extensionOrigin;
  }

  async navigate(page: Page, url: string): Promise<void> {
    await page.goto(url);
  }

  async applyScheme(page: Page, scheme: Scheme): Promise<void> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  async resetScheme(): Promise<void> {}

  async openAside(url: string): Promise<Page> {
    this.#asides += 1;
    const own = `${url}${url.includes('?') ? '&' : '?'}aside=${this.#asides}`;
    // A hidden target is in no window and in no answer of chrome.tabs.
    await this.#session.send('Target.createTarget', { url: own, hidden: true, background: true });
    const target = await this.browser.waitForTarget((candidate) => candidate.url() === own);
    return target.asPage();
  }

  async findTabId(page: Page, askActive: () => Promise<number>): Promise<number> {
    // The protocol knows no tab ids, and without a permission the extension knows no URLs: only 'active' is common.
    const isVisible = await page.evaluate(() => document.visibilityState === 'visible');
    if (!isVisible) await page.bringToFront();
    return askActive();
  }

  async openPopup(url: string, openFromExtension: () => Promise<void>): Promise<Page> {
    const isPopup = (target: Target) => target.url() === url;
    // An open popup may close of its own meanwhile, since its tab has just been brought to front.
    const closings = this.browser
      .targets()
      .filter(isPopup)
      .map(async (old) => (await old.asPage()).close());
    await Promise.allSettled(closings);
    await waitFor('the last popup to close', () => !this.browser.targets().some(isPopup) || undefined);
    await openFromExtension();
    const target = await this.browser.waitForTarget(isPopup, { timeout: 10_000 });
    return target.asPage();
  }

  async stopBackground(): Promise<void> {
    const first = await this.#findWorker();
    await waitFor('the service worker to stop', async () => {
      const worker = await this.#findWorker();
      if (!worker || worker !== first) return true;
      // One that is about to start hears nothing yet; one that is about to stop is not to be found any more.
      await this.#session.send('Target.closeTarget', { targetId: worker }).catch(() => {});
      return undefined;
    });
  }

  async isBackgroundRunning(): Promise<boolean> {
    return (await this.#findWorker()) !== undefined;
  }

  async install(folder: string): Promise<void> {
    await this.browser.installExtension(folder);
  }

  async setEnabled(isEnabled: boolean): Promise<void> {
    const settings = await this.browser.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate((id, on) => chrome.management.setEnabled(id, on), this.#id, isEnabled);
    await settings.close();
  }

  async remove(): Promise<void> {
    await this.browser.uninstallExtension(this.#id);
  }

  get #id(): string {
    return new URL(this.extensionOrigin).host;
  }

  /** @returns the protocol's id of the running service worker, if it runs */
  async #findWorker(): Promise<string | undefined> {
    const { targetInfos } = await this.#session.send('Target.getTargets');
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(this.extensionOrigin),
    )?.targetId;
  }
}
