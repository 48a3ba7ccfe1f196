import { parseArgs } from 'node:util';
import { StepFailure } from './step.mjs';

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

/** @type {readonly BrowserName[]} */
export const BROWSERS = ['chrome', 'firefox'];

/**
 * @param {string[]} args what follows `node scripts/setup.mjs`
 * @returns {{ browsers: readonly BrowserName[] }} the browsers that are wanted besides the packages
 * @throws {StepFailure} where an option is not known
 */
export function parseSetupOptions(args) {
  const { packages, browser } = parseKnown(args);
  if (packages && browser) throw new StepFailure('--packages and --browser exclude each other.');
  if (packages) return { browsers: [] };
  if (browser === undefined || browser === 'all') return { browsers: BROWSERS };
  const name = BROWSERS.find((known) => known === browser);
  if (!name) throw new StepFailure(`--browser takes chrome, firefox or all, not ${browser}.`);
  return { browsers: [name] };
}

/**
 * @param {string[]} args
 * @returns {{ packages?: boolean, browser?: string }}
 */
function parseKnown(args) {
  try {
    return parseArgs({ args, options: { packages: { type: 'boolean' }, browser: { type: 'string' } } })
      .values;
  } catch (error) {
    throw new StepFailure(error instanceof Error ? error.message : String(error));
  }
}
