import * as v from 'valibot';

/** What a card is about; each kind has its own icon. */
export const KINDS = [
  'chip',
  'software',
  'platform',
  'model',
  'company',
  'concept',
  'regulator',
  'figure',
  'directive',
  'framework',
] as const;

/** The stack, from the ground up. */
export const LAYERS = [
  'energy',
  'silicon',
  'systems-software',
  'cloud-platform',
  'model',
  'enterprise',
] as const;

/** Kinds of statements, by certainty and purpose. */
export const STANCES = ['fact', 'claim', 'forecast', 'figure', 'risk', 'directive'] as const;

/** Types of relations, read as "this card type other card". */
export const RELATION_TYPES = [
  'runs on',
  'competes with',
  'depends on',
  'supplies',
  'validates',
  'funds',
  'part of',
  'undermined by',
  'answers',
  'contrasts with',
] as const;

/** How much evidence a surface form needs before it is linked. */
export const TIERS = ['alone', 'with-evidence', 'with-strong-evidence'] as const;

/** Maximum lengths of texts, in UTF-16 code units. */
export const LIMITS = {
  definition: 280,
  deal: 140,
  short: 46,
  statement: 200,
  undo: 160,
  abstract: 320,
  because: 100,
  form: 80,
  example: 400,
} as const;

/** A schema for plain text: no markup, no control characters, at most `limit` UTF-16 code units. */
export const plainText = (label: string, limit: number) =>
  v.pipe(
    v.string(`${label} must be text`),
    v.trim(),
    v.minLength(1, `${label} is empty`),
    v.maxLength(limit, (issue) => `${label} has ${issue.input.length} characters; the limit is ${limit}`),
    v.regex(/^[^<>\p{Cc}]*$/u, `${label} must be plain text, without markup or control characters`),
  );

/** An id of a card, section or figure. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words and digits joined by hyphens'),
);

/** A citation of the source. */
export const Citation = v.strictObject({
  section: Id,
  paragraph: v.pipe(
    v.number('paragraph must be a number'),
    v.integer(),
    v.minValue(1, 'paragraphs are counted from 1'),
  ),
});

const Alias = v.strictObject({
  form: plainText('form', LIMITS.form),
  tier: v.picklist(TIERS, `tier must be one of: ${TIERS.join(', ')}`),
});

const Statement = v.strictObject({
  stance: v.picklist(STANCES, `stance must be one of: ${STANCES.join(', ')}`),
  text: plainText('text', LIMITS.statement),
  cite: Citation,
});

/** One of the argument's risks, in the words that fit a card. */
const Undo = v.strictObject({
  /** Id of the argument's point. */
  risk: Id,
  text: plainText('text', LIMITS.undo),
});

const Relation = v.strictObject({
  type: v.picklist(RELATION_TYPES, `type must be one of: ${RELATION_TYPES.join(', ')}`),
  card: Id,
  because: plainText('because', LIMITS.because),
  cite: Citation,
});

const Cues = v.array(plainText('cue', LIMITS.form), 'must be a list of words or phrases');
const Examples = v.array(plainText('example', LIMITS.example), 'must be a list of sentences');

/** A card as an author writes it: one YAML file for each. */
export const CardSource = v.strictObject({
  id: Id,
  name: plainText('name', LIMITS.form),
  kind: v.picklist(KINDS, `kind must be one of: ${KINDS.join(', ')}`),
  layer: v.optional(v.picklist(LAYERS, `layer must be one of: ${LAYERS.join(', ')}`)),
  party: v.optional(Id),
  /** What the term means in a few words, for lists. */
  short: plainText('short', LIMITS.short),
  /** What it is, whatever one thinks of the source. */
  definition: plainText('definition', LIMITS.definition),
  /** Why it matters in the source. */
  deal: plainText('deal', LIMITS.deal),
  aliases: v.pipe(v.array(Alias), v.minLength(1, 'a card needs at least one alias')),
  evidence: v.strictObject({ for: Cues, against: Cues }),
  statements: v.pipe(
    v.array(Statement),
    v.minLength(1, 'a card needs at least one statement'),
    v.maxLength(4, 'a card has at most four statements'),
  ),
  undo: v.optional(v.pipe(v.array(Undo), v.maxLength(2, 'a card has at most two risks'))),
  relations: v.pipe(v.array(Relation), v.minLength(1, 'a card needs at least one relation')),
  links: v.pipe(Examples, v.minLength(3, 'a card needs at least three sentences that must link')),
  leaves: Examples,
});

/** The pack's own file, with the cues that all cards share. */
export const PackSource = v.strictObject({
  id: Id,
  name: plainText('name', LIMITS.form),
  language: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'language must be a BCP 47 tag such as en'),
  ),
  /** The heading of each card's `deal`. */
  dealHeading: plainText('dealHeading', 40),
  subject: Cues,
});

/** The text that the cards are drawn from, paragraph by paragraph. */
export const TextSource = v.strictObject({
  title: plainText('title', 200),
  /** The title without its subtitle. */
  shortTitle: plainText('shortTitle', 80),
  author: plainText('author', 100),
  /** ISO 8601; left out where the text has no date. */
  published: v.optional(
    v.pipe(
      v.string('published must be a date, in quotation marks'),
      v.isoDate('published must be a date such as 2025-11-30'),
    ),
  ),
  sections: v.array(
    v.strictObject({
      id: Id,
      title: plainText('title', 120),
      name: plainText('name', 40),
      /** An abstract of each paragraph. */
      paragraphs: v.pipe(
        v.array(plainText('abstract', LIMITS.abstract), 'must be a list of abstracts'),
        v.minLength(1, 'a section has at least one paragraph'),
      ),
    }),
  ),
});

export type CardSource = v.InferOutput<typeof CardSource>;
export type PackSource = v.InferOutput<typeof PackSource>;
export type TextSource = v.InferOutput<typeof TextSource>;
export type Kind = (typeof KINDS)[number];
export type Layer = (typeof LAYERS)[number];
export type Stance = (typeof STANCES)[number];
export type RelationType = (typeof RELATION_TYPES)[number];
