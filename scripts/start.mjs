/** `npm start`: makes the machine ready for one browser, then runs `open.ts`. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseOpenOptions, USAGE } from './browser/open-options.mjs';
import { runMain, setUp } from './setup.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');

await runMain(async () => {
  const args = process.argv.slice(2);
  const { browser, help } = parseOpenOptions(args);
  if (help) return console.log(USAGE);
  await setUp({ browsers: [browser] });
  process.exitCode = await runOpen(args);
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
function runOpen(args) {
  const child = spawn(process.execPath, [TSX, join(ROOT, 'scripts', 'open.ts'), ...args], {
    stdio: 'inherit',
  });
  // The terminal sends its interrupt to both; other signals come here alone. This process stays until the other has
  // closed the browser.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
