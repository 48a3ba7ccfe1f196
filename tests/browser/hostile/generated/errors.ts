import type { Page } from 'puppeteer-core';
import type { Bench } from '../../in-browsers';

/** What the extension says on the console where something went wrong. */
const OWN_WORDS = /sidelight/i;

/** The browser's own request, which a page's policy may refuse. */
const OWN_REQUEST = /favicon\.ico/;

/**
 * Collects what is thrown in a page, by the page's scripts or by the extension's in it, and what the extension says on
 * the console.
 * @returns the list that it is added to
 */
export async function collectErrors({ name }: Bench, page: Page): Promise<string[]> {
  const errors: string[] = [];
  if (name === 'firefox') {
    page.on('pageerror', (error) => {
      const text = error instanceof Error ? error.message : String(error);
      if (!OWN_REQUEST.test(text)) errors.push(`thrown: ${text}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || OWN_WORDS.test(message.text()))
        errors.push(`on the console: ${message.text()}`);
    });
    return errors;
  }
  // Puppeteer tells only of the page's own world.
  const session = await page.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    errors.push(`thrown: ${text} ${exception?.description ?? ''}`),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map(({ value, description }) => String(value ?? description)).join(' ');
    if (type === 'error' || OWN_WORDS.test(text)) errors.push(`on the console: ${text}`);
  });
  await session.send('Runtime.enable');
  return errors;
}
