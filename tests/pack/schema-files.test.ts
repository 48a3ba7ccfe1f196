import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeSchemas } from '../../scripts/pack-schemas';

const PACK = 'src/packs/amazon-anthropic';
const cards = readdirSync(join(PACK, 'cards')).map((name) => join(PACK, 'cards', name));
const files = [
  ...['pack', 'source', 'argument', 'figures'].map((name) => join(PACK, `${name}.yaml`)),
  ...cards,
];
/** The one format that the schemas name. */
const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
const schemaOf = (file: string) => {
  const [, relative = ''] =
    /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
  return resolve(dirname(file), relative);
};

describe('the schemas for editors', () => {
  it.each(describeSchemas())('are committed as the compiler has them: $path', ({ path, text }) => {
    // Where this fails: npx tsx scripts/pack-schemas.ts
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each(files)('are found from %s, and take it', (file) => {
    const name = dirname(file).endsWith('cards') ? 'card' : file.replace(/^.*\/|\.yaml$/g, '');
    expect(schemaOf(file)).toBe(resolve('src/pack', `${name}.schema.json`));
    const validate = new Ajv2020({ formats }).compile(JSON.parse(readFileSync(schemaOf(file), 'utf8')));
    validate(parse(readFileSync(file, 'utf8')));
    expect(validate.errors).toBeNull();
  });

  it('refuse fields that no card has', () => {
    const validate = new Ajv2020().compile(JSON.parse(readFileSync('src/pack/card.schema.json', 'utf8')));
    const card = parse(readFileSync(cards[0] ?? '', 'utf8'));
    expect(validate({ ...card, html: '<b>' })).toBe(false);
  });
});
