import { basename } from 'node:path';

/**
 * How to start npm: the npm that runs this script where there is one, so that both are the same version.
 * @param {string[]} args
 * @param {{ execPath?: string, platform?: string }} [surroundings]
 * @returns {import('./step.mjs').Command}
 */
export function npmCommand(args, surroundings = {}) {
  const { npm_execpath } = process.env;
  const { execPath = npm_execpath, platform = process.platform } = surroundings;
  // Other package managers set the same variable.
  if (execPath && basename(execPath).startsWith('npm') && /\.c?js$/.test(execPath)) {
    return { file: process.execPath, args: [execPath, ...args] };
  }
  return platform === 'win32' ? { file: 'npm.cmd', args, shell: true } : { file: 'npm', args };
}
