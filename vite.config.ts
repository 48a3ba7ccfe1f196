import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json';
import { TARGET } from './scripts/build-target';
import { dropInnerHtml } from './scripts/drop-inner-html';
import { type ChromeManifest, firefoxManifest } from './scripts/firefox-manifest';
import { writeCompiledPack } from './scripts/pack-files';
import { packTables } from './scripts/pack-tables';
import { pageScript, pageSheet } from './scripts/page-script';

/** `vite build --mode chrome` or `--mode firefox`. */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  writeCompiledPack();
  return {
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      modulePreload: false,
      // Stand in no manifest field, so crxjs does not know of them; nor does it know of Firefox's sidebar.
      rolldownOptions: {
        input: {
          atlas: 'src/surfaces/atlas/index.html',
          welcome: 'src/surfaces/welcome/index.html',
          ...(browser === 'firefox' && { panel: 'src/surfaces/panel/index.html' }),
        },
      },
      target: TARGET,
    },
    plugins: [
      crx({
        browser,
        manifest: (browser === 'firefox' ? firefoxManifest(manifest as ChromeManifest) : manifest) as never,
        // One classic script a frame: the default would load modules through web-accessible files.
        contentScripts: { standaloneFiles: ['src/frame/index.ts'] },
      }),
      pageScript('src/mark/index.ts', 'mark.js'),
      pageSheet('src/mark/marks.css', 'mark.css'),
      pageScript('src/card/index.ts', 'card.js'),
      pageScript('src/follow/index.ts', 'follow.js'),
      packTables(),
      dropInnerHtml(),
    ],
  };
});
