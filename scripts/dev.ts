/**
 * Opens a page in a browser with the extension, and reloads both whenever a source file changes.
 *
 *   npm run dev                     in Chrome, with the sample article
 *   npm run dev -- firefox [URL]    in Firefox, with another page
 */
import { dirname, join } from 'node:path';
import { launch } from './browser/launch';
import { serveFolder } from './browser/serve';
import { hasDisplay, untilClosed } from './browser/window';
import { buildFor, develop } from './dev/develop';
import { StepFailure } from './setup/step.mjs';
import { runMain } from './setup.mjs';

const ROOT = dirname(import.meta.dirname);

await runMain(async () => {
  const [browser = 'chrome', url] = process.argv.slice(2);
  if (browser !== 'chrome' && browser !== 'firefox')
    throw new StepFailure(`npm run dev takes chrome or firefox, not ${browser}.`);
  await buildFor(browser, ROOT);
  const served = await serveFolder(join(ROOT, 'docs', 'sample'));
  const driven = await launch(browser, {
    extensionDir: join(ROOT, 'dist', browser),
    headless: !hasDisplay(),
    offline: false,
  });
  const ending = new AbortController();
  try {
    const page = await driven.open(url ?? served.url('article.html'));
    console.log(`${page.url()} is open in ${browser}. Close the browser to end.`);
    const closed = untilClosed(driven.browser).then(() => ending.abort());
    await Promise.all([closed, develop(driven, ROOT, ending.signal)]);
  } finally {
    ending.abort();
    await driven.close();
    await served.close();
  }
});
