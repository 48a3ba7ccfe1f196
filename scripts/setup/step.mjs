import { spawn } from 'node:child_process';

const SIGN_OF_LIFE_MS = 10_000;
const REFRESH_MS = 500;
const LINE_LENGTH = 100;

/** A step that failed for a reason the reader can act on: shown without a stack. */
export class StepFailure extends Error {}

/**
 * @typedef {object} Command
 * @property {string} file
 * @property {string[]} args
 * @property {boolean} [shell] Windows starts `.cmd` files only through a shell.
 */

/**
 * @param {number} ms
 * @returns {string} seconds, such as `1.2 s`
 */
export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`;
}

/**
 * Prints one line: what was done, what came of it, and how long it took.
 * @param {string} title
 * @param {string} outcome
 * @param {number} startedAt as `performance.now()` gave it
 */
export function reportStep(title, outcome, startedAt) {
  console.log(`${title.padEnd(16)} ${outcome} (${formatSeconds(performance.now() - startedAt)})`);
}

/**
 * Runs a command with its output held back, showing a sign of life meanwhile: on a terminal the seconds and the
 * latest line of output, elsewhere a line every ten seconds.
 * @param {string} title
 * @param {Command} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, dropStdout?: boolean }} [options] `dropStdout`: the output is data, not
 *   for reading
 * @returns {Promise<void>}
 * @throws {StepFailure} with all the output, where the command fails
 */
export async function runQuietly(title, command, options = {}) {
  const startedAt = performance.now();
  const child = spawn(command.file, command.args, {
    env: options.env ?? process.env,
    ...(options.cwd && { cwd: options.cwd }),
    shell: command.shell ?? false,
    stdio: ['ignore', options.dropStdout ? 'ignore' : 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const stopShowing = showProgress(title, () => output, startedAt);
  try {
    const ending = await endOf(child);
    if (ending !== null) throw new StepFailure(`${output.trimEnd()}\n\n${title}: ${ending}`.trimStart());
  } finally {
    stopShowing();
  }
}

/**
 * Runs a command whose output goes straight to the terminal.
 * @param {string} title
 * @param {Command} command
 * @returns {Promise<void>}
 * @throws {StepFailure} where the command fails
 */
export async function runAloud(title, command) {
  const child = spawn(command.file, command.args, { shell: command.shell ?? false, stdio: 'inherit' });
  const ending = await endOf(child);
  if (ending !== null) throw new StepFailure(`${title}: ${ending}`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string | null>} how it failed, or null where it succeeded
 */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? null : signal ? `ended by ${signal}` : `failed with exit code ${code}`),
    );
  });
}

/**
 * @param {string} title
 * @param {() => string} read all output so far
 * @param {number} startedAt
 * @returns {() => void} stops, and clears what it drew
 */
function showProgress(title, read, startedAt) {
  const terminal = process.stdout.isTTY;
  const timer = setInterval(
    () => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      const latest =
        read()
          .trimEnd()
          .split(/[\r\n]/)
          .at(-1) ?? '';
      const line = `${title.padEnd(16)} ${seconds} s  ${latest}`.slice(0, LINE_LENGTH);
      process.stdout.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
    terminal ? REFRESH_MS : SIGN_OF_LIFE_MS,
  );
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\x1b[K');
  };
}
