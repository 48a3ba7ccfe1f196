import { describe, expect, it } from 'vitest';
import { checkExamples, describeProblems, readPack } from '../../scripts/pack-files';
import { loadCues, loadGazetteer } from '../../src/core/gazetteer';
import { spot } from '../../src/core/spot';
import { HOLDS, QUANTITIES, SHAPES, TIE_TYPES } from '../../src/pack/argument-schema';
import { checkPack } from '../../src/pack/check';
import { compileCues, compileGazetteer } from '../../src/pack/compile';
import { parseAuthored } from '../../src/pack/parse';
import {
  CardSource,
  KINDS,
  LAYERS,
  LIMITS,
  PackSource,
  RELATION_TYPES,
  STANCES,
  TextSource,
  TIERS,
} from '../../src/pack/schema';
import { buildEngine } from '../core/tiny-engine';
import { readMessages } from '../fake-i18n';
import { codeIn, firstOf, listed, read, rowsOf, signed } from './table';

const { pack } = readPack();
if (!pack) throw new Error('The shipped pack cannot be read.');
const cards = pack.cards.map(({ value }) => value);
const packageJson = JSON.parse(read('package.json'));

describe('writing-cards.md', () => {
  const file = 'docs/writing-cards.md';
  const text = read(file);
  const fields = new Map(rowsOf(file, 'Field').map(([field = '', what = '']) => [codeIn(field)[0], what]));

  it('lists the fields of a card, with what they may be and how long', () => {
    expect([...fields.keys()]).toEqual(Object.keys(CardSource.entries));
    expect(fields.get('kind')).toBe(listed(KINDS));
    expect(fields.get('layer')).toBe(`optional: ${listed(LAYERS)}`);
    const limits = {
      name: LIMITS.form,
      short: LIMITS.short,
      deal: LIMITS.deal,
      undo: LIMITS.undo,
      definition: LIMITS.definition,
      aliases: LIMITS.form,
      evidence: LIMITS.form,
      statements: LIMITS.statement,
      relations: LIMITS.because,
      links: LIMITS.example,
    };
    for (const [field, limit] of Object.entries(limits))
      expect(fields.get(field), field).toContain(`at most ${limit} characters`);
  });

  it('lists tiers, stances and types of relation', () => {
    const tiers = [...text.matchAll(/^- `([a-z-]+)`: /gm)].map(([, tier]) => tier);
    expect(tiers).toEqual([...TIERS]);
    expect(firstOf(file, 'Stance')).toEqual([...STANCES]);
    const types = rowsOf(file, 'Type').flatMap(([left = '', , right = '']) => [
      ...codeIn(left),
      ...codeIn(right),
    ]);
    expect(types.sort()).toEqual([...RELATION_TYPES].sort());
    for (const words of [text, read('CONTRIBUTING.md')]) expect(words).toContain(listed(STANCES));
  });

  it('shows each stance with its verb, and with a statement of a card', () => {
    const messages = readMessages('en');
    expect(rowsOf(file, 'Stance').map(([, verb]) => verb)).toEqual(
      STANCES.map((stance) => messages[`stance_${stance}`]?.message),
    );
    const stated = new Set(
      cards.flatMap(({ statements }) => statements.map((one) => `${one.stance}: ${one.text}`)),
    );
    const shown = rowsOf(file, 'Stance').map(([stance, , , example]) => `${stance}: ${example}`);
    expect(shown.filter((example) => !stated.has(example))).toEqual([]);
  });

  it('lists the sections of the source, with their paragraphs', () => {
    const sections = pack.source.value.sections.map(({ id, paragraphs }) => `${id} ${paragraphs.length}`);
    expect(text.replaceAll('\n', ' ')).toContain(`${sections.join(', ')}.`);
  });

  it('tells what a form finds', () => {
    const rows = rowsOf(file, 'Form').map(([form = '', ...found]) => {
      const [finds = [], leaves = []] = found.map((cell) => cell.split(', '));
      return { form: codeIn(form)[0] ?? '', finds, leaves };
    });
    const engine = buildEngine({ neuron: { alone: ['AWS', ...rows.map(({ form }) => form)] } });
    const whole = (spelling: string) => engine.candidates(`Use ${spelling} here.`).includes(spelling);
    for (const { form, finds, leaves } of rows) {
      expect(
        finds.filter((spelling) => !whole(spelling.replace(/’s$/, ''))),
        form,
      ).toEqual([]);
      expect(leaves.filter(whole), form).toEqual([]);
    }
  });

  const flat = text.replaceAll('\n', ' ').replace(/ {2,}/g, ' ');

  it('lists the fields of pack and source, and how long an abstract may be', () => {
    const [, told = ''] = /^## `pack\.yaml` and `source\.yaml`\n(.*?)^## /ms.exec(text) ?? [];
    const fieldsOf = ({ entries }: { entries: object }) => Object.keys(entries);
    const named = codeIn(told).filter((code) => !code.endsWith('.yaml'));
    expect(new Set(named)).toEqual(
      new Set([
        ...fieldsOf(PackSource),
        ...fieldsOf(TextSource),
        ...fieldsOf(TextSource.entries.sections.item),
        'deal',
      ]),
    );
    expect(flat).toContain(`an abstract of each, in order, at most ${LIMITS.abstract} characters`);
  });

  it('names what argument and figures may say', () => {
    expect(flat).toContain(`\`text\` (at most ${LIMITS.statement} characters), \`cite\` and \`cards\``);
    for (const values of [TIE_TYPES, HOLDS, QUANTITIES]) expect(flat).toContain(`(${listed(values)}`);
    expect(SHAPES.filter((shape) => !flat.includes(`\`${shape}\``))).toEqual([]);
  });

  it('names commands that there are', () => {
    const scripts = firstOf(file, 'Command')
      .flatMap(codeIn)
      .map((command) => /npm run (?:--silent )?(\S+)/.exec(command)?.[1]);
    expect(scripts.filter((script) => !script || !(script in packageJson.scripts))).toEqual([]);
  });
});

describe('the card that writing-cards.md writes step by step', () => {
  const text = read('docs/writing-cards.md');
  const yaml = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
  const packWith = (changed: string) => {
    const parsed = parseAuthored('src/packs/amazon-anthropic/cards/neuron-sdk.yaml', changed, CardSource);
    if (!parsed.ok) throw new Error(describeProblems(parsed.problems));
    const rest = pack.cards.filter(({ value }) => value.id !== parsed.authored.value.id);
    return {
      ...pack,
      cards: [...rest, parsed.authored].sort((a, b) => a.value.id.localeCompare(b.value.id)),
    };
  };
  const mended = packWith(yaml.replace('against: [', 'against: [dropout, '));
  const find = (sentence: string, authored: typeof pack) =>
    spot(sentence, {}, loadGazetteer(compileGazetteer(authored)), loadCues(compileCues(authored))).find(
      ({ card }) => card === 'neuron-sdk',
    );

  it('has the problem that it is said to have, and passes the check once that is mended', () => {
    const problem = /```text\n(src.*)\n```/.exec(text)?.[1] ?? '';
    const first = packWith(yaml);
    expect(describeProblems([...checkPack(first), ...checkExamples(first)])).toBe(problem);
    expect(find(problem.split('but must not: ')[1] ?? '', first)?.score).toBe(0);
    expect(describeProblems([...checkPack(mended), ...checkExamples(mended)])).toBe('');
  });

  it('says the same as the card that ships', () => {
    const [shipped] = cards.filter(({ id }) => id === 'neuron-sdk');
    const [ours] = mended.cards.filter(({ value }) => value.id === 'neuron-sdk');
    if (!shipped || !ours) throw new Error('There is no such card.');
    // What is long is cut, and nothing else is changed.
    const { aliases, evidence, relations, links, leaves, ...whole } = ours.value;
    expect(shipped).toMatchObject(whole);
    expect(shipped.aliases).toEqual(expect.arrayContaining(aliases));
    expect(shipped.evidence.for).toEqual(expect.arrayContaining(evidence.for));
    expect(shipped.evidence.against).toEqual(expect.arrayContaining(evidence.against));
    expect(shipped.relations).toEqual(expect.arrayContaining(relations));
    expect(shipped.links).toEqual(expect.arrayContaining(links));
    expect(shipped.leaves).toEqual(expect.arrayContaining(leaves));
  });

  it('has the scores that its sentences are said to have', () => {
    const [linked = '', left = ''] = [...text.matchAll(/^> (.*)$/gm)].map(([, sentence = '']) => sentence);
    const told = /evidence `(Neuron [^`]*)`/.exec(text)?.[1]?.replaceAll('\n', ' ');
    const mention = find(linked, mended);
    expect(mention?.score).toBe(6);
    expect(mention?.evidence.map((one) => `${one.text} ${signed(one.weight)}`).join(', ')).toBe(told);
    expect(find(left, mended)).toBeUndefined();
  });
});
