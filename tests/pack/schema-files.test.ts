import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSchemas } from '../../scripts/card-schema';

const PACK = 'src/pack/amazon-anthropic';
const cards = readdirSync(join(PACK, 'cards')).map((name) => join(PACK, 'cards', name));

describe('the schemas for editors', () => {
  it.each(describeSchemas())('are committed as the compiler has them: $path', ({ path, text }) => {
    // Where this fails: npx tsx scripts/card-schema.ts
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('refuse fields that no card has', () => {
    for (const { text } of describeSchemas()) expect(JSON.parse(text).additionalProperties).toBe(false);
  });

  it.each([join(PACK, 'pack.yaml'), ...cards])('are found from %s', (file) => {
    const [, relative = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    const wanted = file.endsWith('pack.yaml') ? 'pack.schema.json' : 'card.schema.json';
    expect(resolve(dirname(file), relative)).toBe(resolve('src/pack', wanted));
  });
});
