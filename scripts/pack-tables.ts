import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the background reads when it is first wanted: tables, figures, cards and paragraphs of the pack that ships. */
const FILES = [
  ...['filter.json', 'screen.json', 'relations.json', 'figures.json', 'cards.json', 'paragraphs.json'],
  ...['aliases.txt', 'aliases.slots', 'cues.txt', 'cues.slots'],
];

/** Puts the compiled pack into the extension as files, so that no script carries it. */
export function packTables(): Plugin {
  return {
    name: 'sidelight:pack-tables',
    apply: 'build',
    generateBundle() {
      for (const name of FILES)
        this.emitFile({
          type: 'asset',
          fileName: `data/${name}`,
          source: readFileSync(`.generated/${name}`),
        });
    },
  };
}
