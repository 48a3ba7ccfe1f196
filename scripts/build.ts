/**
 * Builds the extension into `dist/`.
 *
 *   tsx scripts/build.ts            for both browsers
 *   tsx scripts/build.ts firefox    for one
 */
import { build } from 'vite';

// What is built hangs on nothing of the shell's.
process.env['NODE_ENV'] = 'production';

const asked = process.argv.slice(2);
// One after the other: crxjs keeps a build's state in module variables.
for (const mode of asked.length > 0 ? asked : ['chrome', 'firefox'])
  await build({ mode, logLevel: 'warn', configLoader: 'runner' });
