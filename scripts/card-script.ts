import { build, type Plugin } from 'vite';
import { TARGET } from './build-target';
import { dropInnerHtml } from './drop-inner-html';

/**
 * Builds the script that draws cards as one classic file, `card.js`, beside the rest. It stands in no manifest field:
 * the background injects it into a frame that opens its first card, so that no page can fetch it.
 */
export function cardScript(): Plugin {
  return {
    name: 'sidelight:card-script',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [dropInnerHtml()],
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: TARGET,
          lib: {
            entry: 'src/content/card/index.tsx',
            formats: ['iife'],
            name: 'sidelightCard',
            fileName: () => 'card.js',
          },
        },
      });
      const outputs = Array.isArray(built) ? built : [built];
      for (const output of outputs.flatMap((result) => ('output' in result ? result.output : [])))
        if (output.type === 'chunk')
          this.emitFile({ type: 'asset', fileName: 'card.js', source: output.code });
    },
  };
}
