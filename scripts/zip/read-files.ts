import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { StepFailure } from '../setup/step.mjs';
import type { Files } from './zip-bytes';

/** Reads all files of a folder, by their paths in it. */
export function readFolder(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return readPaths(folder, paths);
}

/**
 * Reads what the project is built from: all files that git keeps, as they are in the working tree.
 * @throws StepFailure where the folder is no git repository
 */
export function readSource(root: string): Files {
  return readPaths(root, listTracked(root));
}

function listTracked(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter(Boolean);
  } catch (error) {
    throw new StepFailure(`The source archive holds what git keeps, and git cannot say: ${error}`);
  }
}

function readPaths(root: string, paths: readonly string[]): Files {
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll(sep, '/'), new Uint8Array(readFileSync(join(root, path)))]),
  );
}
