import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { disambiguate } from '../../src/core/disambiguate';
import { FormFilter } from '../../src/core/form-filter';
import { loadCues, loadGazetteer } from '../../src/core/gazetteer';
import { findCandidates } from '../../src/core/match';
import { normalize } from '../../src/core/normalize';
import { type BlockReading, readBlock, readTitle, relatedIn } from '../../src/core/read-block';
import type { Mention } from '../../src/core/sense-choice';
import { type SourceBlock, spot, spotBlocks } from '../../src/core/spot';
import { keyOf } from '../../src/core/tokenize';
import { compileCues, compileGazetteer } from '../../src/pack/compile';
import { compileFilter } from '../../src/pack/compile-filter';
import { withPlural } from '../../src/pack/index-forms';

const { pack } = readPack();
if (!pack) throw new Error('The shipped pack cannot be read.');
const forms = compileGazetteer(pack);
const gazetteer = loadGazetteer(forms);
const cues = loadCues(compileCues(pack));
const engine = { gazetteer, cues };
const filter = new FormFilter(compileFilter(forms.aliases));
const keysOf = new Map(
  pack.cards.map(({ value }) => [
    value.id,
    new Set(value.aliases.flatMap(({ form }) => withPlural(form)).map(keyOf)),
  ]),
);

const form = fc.constantFrom(...pack.cards.flatMap(({ value }) => value.aliases.map(({ form }) => form)));
const example = fc.constantFrom(...pack.cards.flatMap(({ value }) => [...value.links, ...value.leaves]));
const cue = fc.constantFrom(
  ...pack.cards.flatMap(({ value }) => [...value.evidence.for, ...value.evidence.against]),
);
const fullWidth = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0);
/** What pages do to a form. */
type Change = (written: string, at: number) => string;
const change = fc.constantFrom<Change[]>(
  (written) => written,
  (written) => written.toUpperCase(),
  (written) => `${written}s`,
  (written) => `${written}’s`,
  (written) => `${written}'`,
  (written) => written.normalize('NFD'),
  (written) => written.replace(/[!-~]/g, fullWidth),
  (written) => written.replaceAll(' ', '\u00A0'),
  (written) => written.replaceAll(' ', '\n  '),
  (written) => written.replace(/[ -]/, ''),
  (written) => written.replaceAll('fi', 'ﬁ'),
  (written, at) => written.slice(0, at % (written.length + 1)),
  ...['\u00AD', '\u200B', '\u200D', '\uFEFF', '\uFE0F', '\u0301', '\u3099', '\uFF9E', '\uD83D'].map(
    (put) => (written: string, at: number) => {
      const place = at % (written.length + 1);
      return written.slice(0, place) + put + written.slice(place);
    },
  ),
);
const changedForm = fc
  .tuple(form, fc.array(change, { maxLength: 3 }), fc.nat())
  .map(([written, changes, at]) => changes.reduce((now, each) => each(now, at), written));
const word = fc.constantFrom(
  ...[
    'the',
    'of',
    'and',
    'chips',
    'Hotel',
    'Debussy',
    'said',
    'a',
    '4.5',
    '1,000',
    '$8bn',
    'https://',
    'www.',
  ],
  ...[
    '生',
    '成',
    'の',
    'モデル',
    '클라우드',
    'ｶ',
    'ﾞ',
    '😀',
    '👩‍💻',
    '\uDE00',
    'ﷺ',
    'ﬃ',
    '葛\u{E0100}',
    '\u0301',
  ],
);
const between = fc.oneof(
  { weight: 5, arbitrary: fc.constant(' ') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '. ', ', ', '\n', '-', '/', '_', '@', '、', '(', '“', '\u00A0'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);
const piece = fc.oneof(
  { weight: 5, arbitrary: changedForm },
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: cue },
  { weight: 1, arbitrary: example },
);
const text = fc.array(fc.tuple(piece, between), { maxLength: 10 }).map((pieces) => pieces.flat().join(''));
const block = fc.record({ text, isHeading: fc.boolean() });
const page = fc.record({
  title: fc.option(text, { nil: undefined }),
  url: fc.constantFrom(undefined, 'https://aws.amazon.com/bedrock', 'https://example.org', 'no address'),
});

/** What a span's own text says, without the marks on its last character, which belong to no term. */
const withoutMarks = (surface: string) => surface.replace(/[\p{M}\uFF9E\uFF9F]+$/u, '');

describe('the way back from any text', () => {
  it('runs forward and stays inside', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { text: regular, sourceStart, sourceEnd } = normalize(source);
        let isRight =
          sourceStart(regular.length) <= source.length && sourceEnd(regular.length) <= source.length;
        for (let at = 0; at < regular.length; at++)
          isRight &&=
            sourceStart(at) >= 0 &&
            sourceStart(at) < sourceEnd(at + 1) &&
            sourceStart(at) <= sourceStart(at + 1) &&
            (at === 0 || sourceEnd(at) <= sourceEnd(at + 1)) &&
            sourceEnd(at + 1) <= source.length;
        expect(isRight).toBe(true);
      }),
      { numRuns: 10_000, seed: 7 },
    );
  });

  it('leads from every candidate to a slice that means the same', () => {
    fc.assert(
      fc.property(text, (source) => {
        const regular = normalize(source).text;
        const inRegular = findCandidates(regular, gazetteer);
        const { candidates } = readBlock(source, false, engine);
        expect(candidates).toHaveLength(inRegular.length);
        candidates.forEach(({ start, end }, place) => {
          const slice = normalize(source.slice(start, end)).text;
          const { start: from = 0, end: to = 0 } = inRegular[place] ?? {};
          const surface = regular.slice(from, to);
          // Only what stands on its last character may come with it.
          expect(slice === surface || withoutMarks(slice) === withoutMarks(surface), slice).toBe(true);
          expect(regular.startsWith(slice, from)).toBe(true);
        });
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});

describe('the mentions of any text', () => {
  const isForm = ({ card }: Mention, surface: string) => {
    const { text: regular } = normalize(surface);
    const keys = keysOf.get(card);
    return keys?.has(keyOf(regular)) || keys?.has(keyOf(withoutMarks(regular)));
  };

  it('stand in order, apart and inside it, and are forms of their cards', () => {
    let found = 0;
    fc.assert(
      fc.property(text, page, (source, context) => {
        let before = 0;
        for (const mention of spot(source, context, gazetteer, cues)) {
          const { start, end } = mention;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          const surface = source.slice(start, end);
          expect(isForm(mention, surface), `${surface} → ${mention.card}`).toBe(true);
          before = end;
          found++;
        }
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(found).toBeGreaterThan(5000);
  });
});

describe('a document that is read in pieces', () => {
  const essence = (mentions: readonly (readonly Mention[])[]) =>
    mentions.map((inBlock) => inBlock.map(({ evidence: _, ...mention }) => mention));

  it('has the mentions of one that is read at one go', () => {
    const step = fc.record({ place: fc.nat(), text: fc.option(text) });
    const documents = fc.record({
      blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
      steps: fc.array(step, { maxLength: 8 }),
      order: fc.infiniteStream(fc.nat()),
      page,
    });
    let found = 0;
    fc.assert(
      fc.property(documents, ({ blocks, steps, order, page: context }) => {
        const final: SourceBlock[] = [...blocks];
        const read = new Map<number, BlockReading>();
        const related = {};
        const shuffled = () =>
          [...final.keys()].map((place) => [order.next().value, place] as const).sort(([a], [b]) => a - b);
        const readAt = (place: number) => {
          const { text: source, isHeading } = final[place] as SourceBlock;
          read.delete(place);
          if (!filter.mayHold(normalize(source).text) && !isHeading) return;
          // Readings cross from the background to the page as JSON.
          const reading: BlockReading = JSON.parse(JSON.stringify(readBlock(source, isHeading, engine)));
          Object.assign(related, relatedIn([reading], engine));
          if (reading.candidates.length > 0 || isHeading) read.set(place, reading);
        };
        for (const [, place] of shuffled()) readAt(place);
        for (const { place, text: other } of steps) {
          const at = place % final.length;
          const { isHeading } = final[at] as SourceBlock;
          if (other !== null) final[at] = { text: other, isHeading };
          readAt(at);
        }
        const title = readTitle(context, engine);
        const whole = spotBlocks(final, context, gazetteer, cues);
        const decide = (places: readonly number[]) => {
          const decided = disambiguate(
            places.map((place) => read.get(place) as BlockReading),
            title,
            related,
          );
          return final.map((_, place) => decided[places.indexOf(place)] ?? []);
        };
        const inPageOrder = [...read.keys()].sort((a, b) => a - b);
        expect(decide(inPageOrder)).toEqual(whole);
        // The reasons may be told in another order, but the verdicts and their scores stand.
        expect(essence(decide([...read.keys()]))).toEqual(essence(whole));
        found += whole.flat().length;
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(found).toBeGreaterThan(5000);
  });
});
