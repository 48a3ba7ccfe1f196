import { join } from 'node:path';
import type { Driven } from '../browser/driven';
import { reportStep, runQuietly, StepFailure } from '../setup/step.mjs';
import { watchFiles } from './changes';

/** What a build reads, but for packages: `npm run dev` is started anew after those change. */
const WATCHED = {
  folders: ['src', '_locales', 'icons', 'scripts'],
  files: ['manifest.json', 'vite.config.ts'],
};

/**
 * Builds anew whenever a source file changes, and reloads the extension and the open pages. A build that fails is shown,
 * and the last one stays.
 * @param driven a browser that runs with the build for it in `root`
 * @param root the project's folder
 * @param signal ends it
 * @throws where the browser takes the extension no more
 */
export async function develop(driven: Driven, root: string, signal: AbortSignal): Promise<void> {
  await watchFiles(
    root,
    WATCHED,
    async ([first = '', ...others]) => {
      const startedAt = performance.now();
      try {
        await buildFor(driven.name, root);
      } catch (error) {
        if (!(error instanceof StepFailure)) throw error;
        console.error(error.message);
        return;
      }
      await reload(driven);
      reportStep('reloaded', others.length > 0 ? `${first} and ${others.length} more` : first, startedAt);
    },
    signal,
  );
}

/** @throws StepFailure with what the build said */
export function buildFor(browser: Driven['name'], root: string): Promise<void> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const command = { file: process.execPath, args: [tsx, join('scripts', 'build.ts'), browser] };
  return runQuietly('build', command, { cwd: root });
}

/** The extension first: pages reloaded before it would run the old one. */
async function reload({ browser, reinstallExtension }: Driven): Promise<void> {
  await reinstallExtension();
  for (const page of await browser.pages()) if (/^https?:/.test(page.url())) await page.reload();
}
