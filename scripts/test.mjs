/** `npm test`: makes the machine ready, then runs every check in order, up to the first that fails. */
import { npmCommand } from './setup/npm.mjs';
import { formatSeconds, runAloud, runQuietly } from './setup/step.mjs';
import { runMain, setUp } from './setup.mjs';

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {string[]} npm arguments of npm
 * @property {'aloud' | 'quiet' | 'data'} output shown as it comes; only on failure; or, being data, never
 */

/** @type {readonly Check[]} */
const CHECKS = [
  // What the pack compiles to is generated, and the types and the tests import it.
  { title: 'compile pack', npm: ['run', '--silent', 'pack'], output: 'data' },
  { title: 'types', npm: ['run', '--silent', 'types'], output: 'quiet' },
  { title: 'lint', npm: ['run', '--silent', 'lint'], output: 'quiet' },
  { title: 'unused code', npm: ['run', '--silent', 'unused'], output: 'quiet' },
  { title: 'unit tests', npm: ['run', '--silent', 'test:unit'], output: 'aloud' },
  { title: 'build', npm: ['run', '--silent', 'build'], output: 'quiet' },
  { title: 'extension lint', npm: ['run', '--silent', 'lint:extension'], output: 'quiet' },
  { title: 'browser tests', npm: ['run', '--silent', 'test:browser'], output: 'aloud' },
];

/** @type {[title: string, ms: number][]} */
const times = [];
await runMain(async () => {
  await timeStep('set up', () => setUp());
  for (const check of CHECKS) {
    console.log(`\n── ${check.title}`);
    await timeStep(check.title, () => run(check));
  }
});
printTimes();

/**
 * @param {Check} check
 * @returns {Promise<void>}
 */
function run({ title, npm, output }) {
  if (output === 'aloud') return runAloud(title, npmCommand(npm));
  return runQuietly(title, npmCommand(npm), { dropStdout: output === 'data' });
}

/**
 * @param {string} title
 * @param {() => Promise<void>} step
 * @returns {Promise<void>}
 */
async function timeStep(title, step) {
  const startedAt = performance.now();
  try {
    await step();
  } finally {
    times.push([title, performance.now() - startedAt]);
  }
}

function printTimes() {
  const failed = process.exitCode ? times.at(-1)?.[0] : undefined;
  console.log('\nStep              Seconds');
  for (const [title, ms] of times) {
    console.log(`${title.padEnd(16)} ${formatSeconds(ms).padStart(8)}${title === failed ? '  FAILED' : ''}`);
  }
}
