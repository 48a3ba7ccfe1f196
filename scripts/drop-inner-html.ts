import type { Plugin } from 'vite';

/**
 * Drops Preact's `dangerouslySetInnerHTML` branch from a bundle. Nothing of ours uses it, text reaches the screen as
 * text nodes only, and extension lint rightly objects to any write to `innerHTML`.
 */
export function dropInnerHtml(): Plugin {
  return {
    name: 'sidelight:drop-inner-html',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk')
          output.code = output.code.replace(/\.innerHTML\s*=(?!=)/g, '.textContent=');
        else if (output.fileName.endsWith('.js'))
          output.source = String(output.source).replace(/\.innerHTML\s*=(?!=)/g, '.textContent=');
    },
  };
}
