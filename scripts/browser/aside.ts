import type { Page } from 'puppeteer-core';

/** A page of the extension's that is opened when it is first needed, and again after it was closed. */
export class Aside {
  readonly #open: () => Promise<Page>;
  #opening: Promise<Page> | undefined;

  /** @param open opens the page */
  constructor(open: () => Promise<Page>) {
    this.#open = open;
  }

  /** The open page. */
  page(): Promise<Page> {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  /** Closes the page, if it is open: it does not outlast the version of the extension that it belongs to. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    await (await opening)?.close();
  }
}
