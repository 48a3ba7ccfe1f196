import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ArgumentSource, FiguresSource } from '../src/pack/argument-schema';
import { PackDocument } from '../src/pack/document-schema';
import { CardSource, PackSource, TextSource } from '../src/pack/schema';

const SCRIPT = fileURLToPath(import.meta.url);
const FOLDER = resolve(dirname(SCRIPT), '../src/pack');

/**
 * Derives the JSON Schemas (draft 2020-12): five that editors check a pack’s files with while they are written, and that
 * of the compiled pack.
 * What JSON Schema cannot express (trimming) is left out: the compiler checks it.
 * @returns each file's path with its content
 */
export function describeSchemas(): { readonly path: string; readonly text: string }[] {
  return [
    { path: resolve(FOLDER, 'card.schema.json'), text: write('A Sidelight card', CardSource) },
    { path: resolve(FOLDER, 'pack.schema.json'), text: write('A Sidelight pack', PackSource) },
    { path: resolve(FOLDER, 'source.schema.json'), text: write('A pack’s source', TextSource) },
    { path: resolve(FOLDER, 'argument.schema.json'), text: write('A pack’s argument', ArgumentSource) },
    { path: resolve(FOLDER, 'figures.schema.json'), text: write('A pack’s figures', FiguresSource) },
    { path: resolve(FOLDER, 'compiled-pack.schema.json'), text: write('A compiled pack', PackDocument) },
  ];
}

function write(title: string, schema: v.GenericSchema): string {
  const { $schema, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

if (process.argv[1] && resolve(process.argv[1]) === SCRIPT)
  for (const { path, text } of describeSchemas()) writeFileSync(path, text);
