import type { Browser, Page } from 'puppeteer-core';

/** The part of puppeteer's connection that is used here. It is internal to puppeteer, whose version is pinned for it. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface EvaluationResult {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** The WebDriver BiDi commands that puppeteer offers no method for. */
export class FirefoxBidi {
  readonly #browser: Browser;
  readonly #connection: Connection;

  constructor(browser: Browser) {
    this.#browser = browser;
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  /** Navigates and waits for the load event; unlike `page.goto`, it ends on extension pages. */
  async navigate(context: string, url: string): Promise<void> {
    await this.#connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
  }

  /** Opens a tab without taking the active tab's place. */
  async openBackgroundTab(): Promise<Page> {
    const { result } = await this.#connection.send('browsingContext.create', {
      type: 'tab',
      background: true,
    });
    const { context } = result as { context: string };
    const page = (await this.#browser.pages()).find((candidate) => contextOf(candidate) === context);
    if (!page) throw new Error('The background tab closed at once');
    return page;
  }

  /** Evaluates an expression with the rights of Firefox's own window; gives its plain result. */
  async inBrowserWindow(expression: string): Promise<unknown> {
    const tree = await this.#connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
    if (!window) throw new Error('Firefox has no window');
    const target = { context: window.context };
    const answer = await this.#connection.send('script.evaluate', { expression, target, awaitPromise: true });
    const { type, result, exceptionDetails } = answer.result as EvaluationResult;
    if (type === 'exception') throw new Error(`In Firefox's window: ${exceptionDetails?.text}`);
    return result?.value;
  }
}

/** The protocol's id of a page's tab. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
