import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { RELATION_TYPES } from '../src/pack/schema';
import { readMessages } from './fake-i18n';

const english = readMessages('en');
const german = readMessages('de');
const keys = Object.keys(english);
const placesIn = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
const manifest = readFileSync('manifest.json', 'utf8');

describe('the messages of both languages', () => {
  it('are the same ones, in the same order, with the same places for what goes into them', () => {
    expect(Object.keys(german)).toEqual(keys);
    const placesOf = (messages: typeof english) =>
      Object.fromEntries(keys.map((key) => [key, placesIn(messages[key]?.message ?? '')]));
    expect(placesOf(german)).toEqual(placesOf(english));
  });

  it('say something, and what goes into them is described', () => {
    const isEmpty = (key: string) => !english[key]?.message.trim() || !german[key]?.message.trim();
    expect(keys.filter(isEmpty)).toEqual([]);
    const isCount = (key: string) => /_(one|other)$/.test(key);
    const undescribed = keys.filter(
      (key) =>
        placesIn(english[key]?.message ?? '').length > 0 && !isCount(key) && !english[key]?.description,
    );
    expect(undescribed).toEqual([]);
  });

  it('have a singular wherever they have a plural', () => {
    const names = (ending: string) =>
      keys.filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
    expect(names('_one')).toEqual(names('_other'));
  });

  it('are all in use', () => {
    const literals = sources.flatMap(({ text }) =>
      [...text.matchAll(/['"`]([a-z][a-z_]*)/g)].map(([, key = '']) => key),
    );
    const patterns = sources.flatMap(({ text }) =>
      [...text.matchAll(/`([a-z]+_)\$\{[^`]*\}((?:_[a-z]+)?)`/g)].map(
        ([, start, end]) => new RegExp(`^${start}[a-z_]+${end}$`),
      ),
    );
    const used = new Set(literals);
    const isUsed = (key: string) =>
      used.has(key) ||
      used.has(key.replace(/_(one|other)$/, '')) ||
      manifest.includes(`__MSG_${key}__`) ||
      patterns.some((pattern) => pattern.test(key));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('name every relation that a pack may hold', () => {
    for (const type of RELATION_TYPES) expect(keys).toContain(`relation_${type.replaceAll(' ', '_')}`);
  });

  it('fit where the browsers show them', () => {
    for (const { extension_description: description } of [english, german])
      expect(description?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('a card’s name, which is in the pack’s language', () => {
  const named = keys.flatMap((key) => {
    const [, place] = /(\$\d): a card’s name/.exec(english[key]?.description ?? '') ?? [];
    return place ? [{ key, place }] : [];
  });

  it('stands apart in its sentence: before a colon or a comma, or at the end', () => {
    expect(named.length).toBeGreaterThan(10);
    const isApart = (text = '', place: string) =>
      text.endsWith(place) || text.startsWith(`${place}:`) || text.startsWith(`${place},`);
    const within = named.flatMap(({ key, place }) =>
      [english, german].map((messages) => messages[key]?.message).filter((text) => !isApart(text, place)),
    );
    expect(within).toEqual([]);
  });

  it('is drawn in an element with its language, but for what only assistive technology says', () => {
    const plain = sources.flatMap(({ name, text }) =>
      named.filter(({ key }) => text.includes(`t('${key}'`)).map(({ key }) => `${name}: ${key}`),
    );
    expect(plain.sort()).toEqual([
      'card/LiveRegion.tsx: mention_reached', // the page's own word
      'surfaces/atlas/CardChip.tsx: atlas_show_count',
      'surfaces/atlas/CardsSection.tsx: atlas_show_count',
      'surfaces/options/KnownSection.tsx: options_undo_known',
      'surfaces/panel/CardRows.tsx: next_of_card',
      'surfaces/popup/CardRow.tsx: next_of_card',
    ]);
  });
});

describe('the manifest', () => {
  it('takes its words from the messages', () => {
    expect(JSON.parse(manifest).default_locale).toBe('en');
    const { name, description, action, commands } = JSON.parse(manifest);
    const words = [name, description, action.default_title, ...Object.values(commands).map(descriptionOf)];
    for (const word of words) {
      expect(word).toMatch(/^__MSG_\w+__$/);
      expect(keys).toContain(word.slice('__MSG_'.length, -'__'.length));
    }
  });
});

const descriptionOf = (command: unknown) => (command as { description: string }).description;

/** A node of a syntax tree, by the ESTree's names. */
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node) => Object.values(node).flat().filter(isNode);

/** The texts that an expression may come to, as far as they stand in it. */
function textsOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  const parts = (...names: readonly string[]) =>
    names.flatMap((name) => [value[name]].flat().flatMap(textsOf));
  switch (value.type) {
    case 'JSXText':
    case 'Literal':
      return typeof value['value'] === 'string' ? [value['value']] : [];
    case 'TemplateElement':
      return [(value['value'] as { raw: string }).raw];
    case 'TemplateLiteral':
      return parts('quasis');
    case 'ConditionalExpression':
      return parts('consequent', 'alternate');
    case 'LogicalExpression':
    case 'BinaryExpression':
      return parts('left', 'right');
    case 'ParenthesizedExpression':
    case 'JSXExpressionContainer':
      return parts('expression');
    default:
      return [];
  }
}

/** Attributes that readers see or hear, and properties of components that come to stand in some. */
const SAID =
  /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|lead|empty|action)$/;

/** What a component says in its own words: text between tags, and what readers meet of attributes. */
function wordsIn(node: Node): string[] {
  const own = () => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      return [node['children']].flat().flatMap(textsOf);
    if (node.type !== 'JSXAttribute') return [];
    const texts = textsOf(node['value']);
    // Elsewhere, what starts like a sentence is one.
    const isSaid = SAID.test(String((node['name'] as { name: unknown }).name));
    return isSaid ? texts : texts.filter((text) => /^\p{Lu}\p{Ll}/u.test(text));
  };
  return [...own().filter((text) => /\p{L}/u.test(text)), ...childrenOf(node).flatMap(wordsIn)];
}

const wordsOf = (source: string) => wordsIn(parseSync('source.tsx', source).program as unknown as Node);

describe('components', () => {
  it('hold no words of their own', () => {
    expect(wordsOf('<p>Hello {name}{a ? `x` : 3 + "y"}</p>')).toEqual(['Hello ', 'x', 'y']);
    expect(wordsOf('<Row name="This page" title={a ?? "b"} class="c d" />')).toEqual(['This page', 'b']);
    expect(wordsOf('<h2 lang="en" title={t("k")}>§{t("k")}</h2>')).toEqual([]);
    const found = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap(({ name, text }) => wordsOf(text).map((words) => `${name}: ${words}`));
    expect(found).toEqual([]);
  });
});
