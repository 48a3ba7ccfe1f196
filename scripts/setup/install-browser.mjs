import { execFileSync } from 'node:child_process';
import { findBrowser, LEAST_VERSION, listBrowsers, VARIABLE } from './find-browser.mjs';
import { reportStep, runQuietly, StepFailure } from './step.mjs';

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

const DEBIAN_PACKAGE = { chrome: 'chromium', firefox: 'firefox-esr' };
const TITLE = { chrome: 'Chrome', firefox: 'Firefox' };
const DOWNLOAD = {
  chrome: 'Chromium from your system, or Chrome from google.com/chrome',
  firefox: 'Firefox from mozilla.org/firefox',
};
const LOCK_WAIT_SECONDS = 120;

/**
 * Makes sure that the browsers are there, installing what is missing where the system's package manager may be used.
 * @param {readonly BrowserName[]} names
 * @returns {Promise<void>}
 * @throws {StepFailure} that says what to install, where one is missing and cannot be installed from here
 */
export async function setUpBrowsers(names) {
  const missing = names.filter((name) => !reportBrowser(name));
  if (missing.length === 0) return;
  const prefix = findAptPrefix();
  if (!prefix) throw new StepFailure(missing.map(adviseOn).join('\n'));
  const startedAt = performance.now();
  const packages = missing.map((name) => DEBIAN_PACKAGE[name]);
  console.log(`browsers         installing ${packages.join(' and ')} with apt-get`);
  try {
    await runApt(prefix, ['update']);
    // A bare machine has no fonts worth a screenshot, and without its recommendations a browser brings none.
    await runApt(prefix, ['install', '-y', '--no-install-recommends', ...packages, 'fonts-noto-core']);
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    throw new StepFailure([output, ...missing.map(adviseOn)].join('\n'));
  }
  reportStep('browsers', 'installed', startedAt);
  const stillMissing = missing.filter((name) => !reportBrowser(name));
  if (stillMissing.length > 0) throw new StepFailure(stillMissing.map(adviseOn).join('\n'));
}

/**
 * @param {BrowserName} name
 * @returns {boolean} whether it is there
 */
function reportBrowser(name) {
  const startedAt = performance.now();
  const path = findBrowser(name);
  if (path) reportStep(TITLE[name], path, startedAt);
  return path !== null;
}

/**
 * @param {BrowserName} name
 * @returns {string} what a person must do to have this browser
 */
function adviseOn(name) {
  const least = LEAST_VERSION[name].join('.');
  const [old] = listBrowsers(name);
  const reason = old ? `${old.path} is version ${old.version.join('.')}` : 'it was not found';
  return (
    `${TITLE[name]} ${least} or later is needed, and ${reason}.\n` +
    `  Install ${DOWNLOAD[name]}, or set ${VARIABLE[name]} to the program's path.`
  );
}

/**
 * @returns {string[] | null} what apt-get must be started with, or null where it may not be used
 */
function findAptPrefix() {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return null;
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runApt(prefix, args) {
  // Through `env`, since sudo does not pass the environment on.
  const command = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    `DPkg::Lock::Timeout=${LOCK_WAIT_SECONDS}`,
  ];
  const [file = 'env', ...rest] = [...prefix, ...command, ...args];
  return runQuietly(`apt-get ${args[0]}`, { file, args: rest });
}

/**
 * @param {string} file
 * @param {string[]} args
 * @returns {boolean}
 */
function succeeds(file, args) {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
