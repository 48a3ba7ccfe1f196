import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const DOM = resolve('src/platform/dom.ts');
const OWNER = /\b\w+\.ownerDocument\s*\|\|\s*document\b/g;

/**
 * Has Preact make nodes through `src/platform/dom.ts`. It asks the page's document, which may answer to
 * `createElementNS` or `createTextNode` with an image or a form of that name.
 * @throws Error where Preact no longer asks in the form that is looked for
 */
export function ownNodeFactory(): Plugin {
  return {
    name: 'sidelight:own-node-factory',
    transform(code, id) {
      if (!/preact\/dist\/preact\.(?:m?js|module\.js)$/.test(id)) return undefined;
      if (code.match(OWNER)?.length !== 1) throw new Error(`${id} makes nodes in another way than it did.`);
      const source = code.replace(OWNER, 'nodeFactory');
      return { code: `import { nodeFactory } from ${JSON.stringify(DOM)};\n${source}`, map: null };
    },
  };
}
