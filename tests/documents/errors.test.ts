import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { TIE_TYPES } from '../../src/pack/argument-schema';
import { parseAuthored } from '../../src/pack/parse';
import { CardSource, RELATION_TYPES } from '../../src/pack/schema';
import { codeIn, firstOf, read } from './table';

/** A node of a syntax tree, by the ESTree's names. */
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The texts of a source file, with `*` for what is filled in. */
function textsIn(node: Node): string[] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  const own =
    node.type === 'TemplateLiteral'
      ? [(node['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw).join('*')]
      : [];
  return [...own, ...Object.values(node).flat().filter(isNode).flatMap(textsIn)];
}

/** Messages of one kind are the same, whichever field or list they name. */
const kindOf = (message: string) =>
  message
    .replace(/^[\w*]+(?= (must be |is empty$|has \* characters))/, '*')
    .replace(/(?<=(must be one of: |must be a list of |limit is |needs at least one )).*/, '*')
    .replace(/“[^”]*”/, '“*”');

/** The messages that writing-cards.md explains, with `*` for names and numbers. */
const explained = firstOf('docs/writing-cards.md', 'Message')
  .flatMap(codeIn)
  .map((message) => message.replace(/\b[NXY]\b/g, '*'));
/** The libraries' messages are sentences; our own go on from the field's name. */
const isOfLibrary = (message: string) => /^[A-Z]/.test(message);
/** What example sentences are told is in writing-cards.test.ts. */
const isOfExample = (message: string) => /^(links|does not link), but must/.test(message);

describe('writing-cards.md explains', () => {
  it('every message of the checks, and no other', () => {
    const files = [
      'schema',
      'argument-schema',
      'check',
      'check-argument',
      'check-names',
      'check-texts',
      'parse',
    ];
    const values = new Set<string>([...RELATION_TYPES, ...TIE_TYPES, '” or “']);
    const reported = files
      .flatMap((name) =>
        textsIn(parseSync(`${name}.ts`, read(`src/pack/${name}.ts`)).program as unknown as Node),
      )
      .filter((text) => /\p{L}+ | \p{L}+/u.test(text) && !values.has(text));
    const ours = explained.filter((message) => !isOfLibrary(message) && !isOfExample(message));
    expect(new Set(ours.map(kindOf))).toEqual(new Set(reported.map(kindOf)));
  });

  // What an author may write, and what the libraries make of it.
  it.each([
    ['', 'Invalid type: Expected Object but received null'],
    ['aliases: Neuron', 'Invalid type: Expected Array but received *'],
    ['name: Neuron: an SDK', 'Nested mappings are not allowed in compact mappings'],
    ['aliases:\n  - form: Neuron\n   tier: alone', 'Sequence item without - indicator'],
    ['evidence:\n\tfor: []', 'Tabs are not allowed as indentation'],
    [
      'aliases:\n  - { form: Neuron\nname: x',
      'Flow map in block collection must be sufficiently indented and end with a }',
    ],
    ["name: 'Neuron' SDK", 'Unexpected scalar at node end'],
    ['name: `Neuron`', 'Plain value cannot start with reserved character *'],
    ['name: *Neuron', 'Unresolved alias (the anchor must be set before the alias): *'],
    ['name: Neuron\nname: SDK', 'Map keys must be unique'],
    ['statements:\n  - cite: { section: lede, paragraph: 1.5 }', 'Invalid integer: Received *'],
    ['unit: %', 'Plain value cannot start with directive indicator character %'],
  ])('what is said to %j', (yaml, message) => {
    const parsed = parseAuthored('card.yaml', yaml, CardSource);
    const told = parsed.ok ? [] : parsed.problems.map((problem) => problem.message);
    const [start = '', end = ''] = message.split('*');
    expect(told.filter((text) => text.startsWith(start) && text.endsWith(end))).not.toEqual([]);
    expect(explained).toContain(message);
  });
});
