import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the background reads when it is first wanted: tables, figures and cards of the pack that ships. */
const NAMES = ['filter', 'screen', 'gazetteer', 'cues', 'figures', 'cards'];

/** Puts the compiled pack into the extension as files, so that no script carries it. */
export function packTables(): Plugin {
  return {
    name: 'sidelight:pack-tables',
    apply: 'build',
    generateBundle() {
      for (const name of NAMES)
        this.emitFile({
          type: 'asset',
          fileName: `data/${name}.json`,
          source: readFileSync(`.generated/${name}.json`, 'utf8'),
        });
    },
  };
}
