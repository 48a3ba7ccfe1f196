import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { StepFailure } from './step.mjs';
import { isAtLeast, parseVersion } from './version.mjs';

/**
 * @typedef {'chrome' | 'firefox'} BrowserName
 * @typedef {{ path: string, version: number[] }} InstalledBrowser
 */

/** The lowest versions that can hit-test highlights. */
export const LEAST_VERSION = { chrome: [140], firefox: [150] };

/** Environment variables that name a browser's program. */
export const VARIABLE = { chrome: 'SIDELIGHT_CHROME', firefox: 'SIDELIGHT_FIREFOX' };

// Chromium stands first: it takes unpacked extensions in every way; branded Chrome has been closing them one by one.
const ON_PATH = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
};

const ON_MAC = {
  chrome: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const ON_WINDOWS = {
  chrome: ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/** Starting a browser to ask its version takes a while, so each is asked once. @type {Map<BrowserName, string>} */
const found = new Map();

/**
 * Finds a browser that is recent enough: what its environment variable names, or else on PATH, or else in the usual places.
 * @param {BrowserName} name
 * @returns {string | null} the program's path, or null where there is none
 * @throws {StepFailure} where the environment variable names a program that does not serve
 */
export function findBrowser(name) {
  const known = found.get(name);
  if (known) return known;
  const chosen = process.env[VARIABLE[name]];
  const path = chosen ? checkChosen(name, chosen) : (firstRecent(name)?.path ?? null);
  if (path) found.set(name, path);
  return path;
}

/**
 * @param {BrowserName} name
 * @returns {Generator<InstalledBrowser>} such browsers on this machine, of any version, the best first
 */
export function* listBrowsers(name) {
  for (const path of new Set(candidatePaths(name))) {
    const version = isProgram(path) ? readVersion(name, path) : null;
    if (version) yield { path, version };
  }
}

/**
 * @param {BrowserName} name
 * @returns {InstalledBrowser | undefined}
 */
function firstRecent(name) {
  for (const browser of listBrowsers(name)) {
    if (isAtLeast(browser.version, LEAST_VERSION[name])) return browser;
  }
  return undefined;
}

/**
 * @param {BrowserName} name
 * @param {string} path
 * @returns {string}
 */
function checkChosen(name, path) {
  const version = isProgram(path) ? readVersion(name, path) : null;
  if (!version) {
    throw new StepFailure(
      `${VARIABLE[name]} is ${path}, which is no browser that starts. Correct it or unset it.`,
    );
  }
  if (!isAtLeast(version, LEAST_VERSION[name])) {
    const least = LEAST_VERSION[name].join('.');
    throw new StepFailure(
      `${VARIABLE[name]} is ${path}, version ${version.join('.')}: Sidelight needs ${least} or later.`,
    );
  }
  return path;
}

/**
 * @param {BrowserName} name
 * @returns {string[]} where such a browser may be
 */
function candidatePaths(name) {
  const {
    PATH = '',
    HOME = '/',
    PROGRAMFILES,
    'PROGRAMFILES(X86)': PROGRAMFILES_X86,
    LOCALAPPDATA,
  } = process.env;
  if (process.platform === 'win32') {
    const roots = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA];
    return roots.flatMap((root) => (root ? ON_WINDOWS[name].map((path) => join(root, path)) : []));
  }
  const folders = PATH.split(delimiter).filter(Boolean);
  const onPath = ON_PATH[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  if (process.platform !== 'darwin') return onPath;
  const applications = ['/Applications', join(HOME, 'Applications')];
  return [...onPath, ...ON_MAC[name].flatMap((path) => applications.map((folder) => join(folder, path)))];
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {BrowserName} name
 * @param {string} path
 * @returns {number[] | null} null where it does not start, or is no browser
 */
function readVersion(name, path) {
  try {
    if (process.platform === 'win32') return readWindowsVersion(name, dirname(path));
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
    return parseVersion(
      execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: [...stdio] }),
    );
  } catch {
    return null;
  }
}

/**
 * On Windows `--version` opens a window instead of printing, so the version is read off the installation's files.
 * @param {BrowserName} name
 * @param {string} folder
 * @returns {number[] | null}
 */
function readWindowsVersion(name, folder) {
  if (name === 'firefox') {
    const line = /^Version=(.*)$/m.exec(readFileSync(join(folder, 'application.ini'), 'utf8'));
    return parseVersion(line?.[1] ?? '');
  }
  const versions = readdirSync(folder).filter((entry) => /^\d+(\.\d+){3}$/.test(entry));
  return parseVersion(versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '');
}
