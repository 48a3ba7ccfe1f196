import { resolve } from 'node:path';
import { build } from 'vite';

/**
 * Bundles modules to a script for `page.evaluate`: what the entry exports is put on the page's window.
 * @param entry a file, from the project's root
 * @param name of the property of `window`
 * @throws where the bundle is empty
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: resolve(entry), formats: ['iife'], name } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`The bundle of ${entry} is empty.`);
  return `${chunk.code};globalThis.${name}=${name};`;
}
