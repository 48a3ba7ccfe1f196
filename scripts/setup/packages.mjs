import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './npm.mjs';
import { reportStep, runQuietly, StepFailure } from './step.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Compares what package-lock.json asks for with npm's own record of what it installed (`node_modules/.package-lock.json`,
 * which npm writes last: an installation that broke off has none). So packages that somebody installed by hand
 * count, and are not installed again.
 * @param {Lockfile} wanted
 * @param {Lockfile | null} installed
 * @returns {string | null} why the packages must be installed, or null where they are up to date
 */
export function findStalePackage(wanted, installed) {
  if (!installed) return 'not installed yet';
  const there = installed.packages ?? {};
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '') continue;
    const found = there[path];
    if (!found) {
      // npm leaves out optional packages that are for other machines.
      if (locked.optional || locked.devOptional) continue;
      return `${path} is missing`;
    }
    if (found.version !== locked.version || found.integrity !== locked.integrity) return `${path} changed`;
  }
  const extra = Object.keys(there).find((path) => !wanted.packages?.[path]);
  return extra ? `${extra} is no longer wanted` : null;
}

/**
 * Installs the packages that package-lock.json names, where they are not installed already.
 * @param {string} root the repository's root
 * @returns {Promise<void>}
 * @throws {StepFailure} where npm cannot
 */
export async function setUpPackages(root) {
  const startedAt = performance.now();
  const wanted = readLockfile(join(root, 'package-lock.json'));
  if (!wanted)
    throw new StepFailure('package-lock.json is missing or broken: bring it back from version control.');
  const reason = findStalePackage(wanted, readLockfile(join(root, 'node_modules', '.package-lock.json')));
  if (reason === null) return reportStep('packages', 'up to date', startedAt);
  console.log(`packages         installing: ${reason}`);
  await runQuietly('npm ci', npmCommand(['--prefix', root, 'ci', '--no-audit', '--no-fund']));
  reportStep('packages', 'installed', startedAt);
}

/**
 * @param {string} path
 * @returns {Lockfile | null} null where it is absent or no JSON
 */
function readLockfile(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
