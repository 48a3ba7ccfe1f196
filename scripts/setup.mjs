/**
 * Makes this machine ready to build, run and test Sidelight. Plain Node: it runs before any package is installed.
 *
 *   node scripts/setup.mjs                    packages, Chrome and Firefox
 *   node scripts/setup.mjs --packages         packages only
 *   node scripts/setup.mjs --browser firefox  packages and one browser (chrome, firefox or all)
 */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpBrowsers } from './setup/install-browser.mjs';
import { setUpPackages } from './setup/packages.mjs';
import { BROWSERS, parseSetupOptions } from './setup/setup-options.mjs';
import { StepFailure } from './setup/step.mjs';
import { isAtLeast, parseVersion } from './setup/version.mjs';

export { findBrowser } from './setup/find-browser.mjs';

const LEAST_NODE = [20, 19];
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs what is missing; quick where nothing is.
 * @param {{ browsers?: readonly import('./setup/find-browser.mjs').BrowserName[] }} [options] both, unless told
 * @returns {Promise<void>}
 * @throws {StepFailure} that says what to do, where something cannot be installed from here
 */
export async function setUp({ browsers = BROWSERS } = {}) {
  if (!isAtLeast(parseVersion(process.version) ?? [], LEAST_NODE)) {
    throw new StepFailure(
      `Node ${process.version} is too old: install Node ${LEAST_NODE.join('.')} or later from nodejs.org.`,
    );
  }
  await setUpPackages(ROOT);
  await setUpBrowsers(browsers);
}

/**
 * Runs a script's main part: a failure that its reader can act on is printed without a stack.
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StepFailure ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runMain(() => setUp(parseSetupOptions(process.argv.slice(2))));
}
