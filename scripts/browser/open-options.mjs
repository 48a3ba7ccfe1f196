import { parseArgs } from 'node:util';
import { StepFailure } from '../setup/step.mjs';

/**
 * @typedef {object} OpenChoice
 * @property {'chrome' | 'firefox'} browser
 * @property {string} page URL or file
 * @property {boolean} headless asked for; without a display there is no other way
 * @property {string} out folder for screenshots
 * @property {'light' | 'dark' | undefined} scheme
 * @property {boolean} help
 */

export const USAGE = `npm start -- [options]

  --browser chrome|firefox   which browser to open (chrome)
  --url URL_OR_FILE          what to read (docs/sample/article.html)
  --headless                 open no window: print what was found and save screenshots
  --out DIR                  where screenshots go (screenshots)
  --scheme light|dark        colour scheme to tell pages of`;

/**
 * @param {string[]} args what follows `npm start --`
 * @returns {OpenChoice}
 * @throws {StepFailure} where an option or its value is not known
 */
export function parseOpenOptions(args) {
  const values = parseKnown(args);
  const { browser = 'chrome', url = 'docs/sample/article.html', out = 'screenshots', scheme } = values;
  if (browser !== 'chrome' && browser !== 'firefox') {
    throw new StepFailure(`--browser takes chrome or firefox, not ${browser}.`);
  }
  if (scheme !== undefined && scheme !== 'light' && scheme !== 'dark') {
    throw new StepFailure(`--scheme takes light or dark, not ${scheme}.`);
  }
  return { browser, page: url, headless: values.headless ?? false, out, scheme, help: values.help ?? false };
}

/** @param {string[]} args */
function parseKnown(args) {
  try {
    return parseArgs({
      args,
      options: {
        browser: { type: 'string' },
        url: { type: 'string' },
        headless: { type: 'boolean' },
        out: { type: 'string' },
        scheme: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new StepFailure(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
