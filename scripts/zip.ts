/** `npm run zip`: builds, and packs what the stores take: an archive for each browser, and one of the source. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../manifest.json' with { type: 'json' };
import { npmCommand } from './setup/npm.mjs';
import { runQuietly } from './setup/step.mjs';
import { runMain } from './setup.mjs';
import { readFolder, readSource } from './zip/read-files';
import { zipBytes } from './zip/zip-bytes';

const ROOT = dirname(import.meta.dirname);
const DIST = join(ROOT, 'dist');

await runMain(async () => {
  await runQuietly('build', npmCommand(['--prefix', ROOT, 'run', 'build']));
  const archives = {
    chrome: readFolder(join(DIST, 'chrome')),
    firefox: readFolder(join(DIST, 'firefox')),
    source: readSource(ROOT),
  };
  for (const [name, files] of Object.entries(archives)) {
    const path = join(DIST, `sidelight-${manifest.version}-${name}.zip`);
    const bytes = zipBytes(files);
    writeFileSync(path, bytes);
    console.log(`${path}  ${Object.keys(files).length} files, ${Math.ceil(bytes.length / 1000)} KB`);
  }
});
