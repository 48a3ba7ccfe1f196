import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'vite';
import { TARGET } from './build-target';
import { dropInnerHtml } from './drop-inner-html';
import { ownNodeFactory } from './own-node-factory';

/**
 * Builds a script for pages as one classic file beside the rest. It stands in no manifest field: the background injects
 * it into a frame that needs it, so that no page can fetch it.
 * @param entry the source to start from
 * @param fileName what the background calls it
 */
export function pageScript(entry: string, fileName: string): Plugin {
  return {
    name: `sidelight:${fileName}`,
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [ownNodeFactory(), dropInnerHtml()],
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: TARGET,
          lib: { entry, formats: ['iife'], name: 'sidelight', fileName: () => fileName },
        },
      });
      const outputs = Array.isArray(built) ? built : [built];
      for (const output of outputs.flatMap((result) => ('output' in result ? result.output : [])))
        if (output.type === 'chunk') this.emitFile({ type: 'asset', fileName, source: output.code });
    },
  };
}

/**
 * Puts a style sheet for pages beside the rest, which the background inserts in the same way.
 * @param source the file
 * @param fileName what the background calls it
 */
export function pageSheet(source: string, fileName: string): Plugin {
  return {
    name: `sidelight:${fileName}`,
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(source, 'utf8') });
    },
  };
}
