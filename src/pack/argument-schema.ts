import * as v from 'valibot';
import { Citation, Id, LAYERS, LIMITS, plainText, STANCES } from './schema';

/** How a point of the argument relates to a card. */
export const TIE_TYPES = ['undermines', 'aims at', 'answers', 'hedges', 'draws on'] as const;

/** Whether a party owns or rents a layer. */
export const HOLDS = ['owned', 'part-owned', 'rented'] as const;

/** How the points of a framework are connected: not at all, or each leads to the next, and the last to the first. */
export const SHAPES = ['row', 'cycle'] as const;

/** What a figure measures. */
export const QUANTITIES = ['money', 'share', 'ratio', 'count', 'duration'] as const;

const CardIds = v.pipe(v.array(Id, 'must be a list of card ids'), v.minLength(1, 'names no card'));

const Tie = v.strictObject({
  type: v.picklist(TIE_TYPES, `type must be one of: ${TIE_TYPES.join(', ')}`),
  card: Id,
  because: plainText('because', 100),
});

const thesisFields = {
  name: plainText('name', 60),
  stance: v.picklist(STANCES, `stance must be one of: ${STANCES.join(', ')}`),
  text: plainText('text', LIMITS.statement),
  cite: Citation,
  /** Ids of the cards about it, the most specific first. */
  cards: CardIds,
  /** Only ties that the source itself states. */
  ties: v.optional(v.array(Tie)),
};

const Point = v.strictObject({
  id: Id,
  ...thesisFields,
  /** In a cycle: how the point leads to the next. */
  transition: v.optional(plainText('transition', 60)),
});

const Framework = v.strictObject({
  id: Id,
  name: plainText('name', 60),
  /** How it relates to the thesis, as a heading: rests on, undermined by. */
  lead: plainText('lead', 40),
  shape: v.picklist(SHAPES, `shape must be one of: ${SHAPES.join(', ')}`),
  points: v.pipe(v.array(Point), v.minLength(2, 'a framework has at least two points')),
});

const Part = v.strictObject({
  id: Id,
  name: plainText('name', 40),
  sections: v.pipe(v.array(Id), v.minLength(1, 'names no section')),
  /** The subject of the part, which a page may leave out. */
  about: plainText('about', 80),
  /** Ids of the cards whose mention means that a page is about this part. */
  keyCards: CardIds,
});

const Stack = v.strictObject({
  layers: v.array(
    v.strictObject({
      layer: v.picklist(LAYERS, `layer must be one of: ${LAYERS.join(', ')}`),
      name: plainText('name', 40),
      /** What is asked at this layer: whose chip? */
      question: plainText('question', 60),
    }),
  ),
  parties: v.array(
    v.strictObject({
      name: plainText('name', 60),
      cards: CardIds,
      /** The source says nothing about a layer that is not listed. */
      holds: v.array(
        v.strictObject({
          layer: v.picklist(LAYERS, `layer must be one of: ${LAYERS.join(', ')}`),
          hold: v.optional(v.picklist(HOLDS, `hold must be one of: ${HOLDS.join(', ')}`)),
          note: plainText('note', 60),
          cards: CardIds,
          cite: Citation,
        }),
      ),
    }),
  ),
});

/** The source's argument as an author writes it. */
export const ArgumentSource = v.strictObject({
  thesis: v.strictObject(thesisFields),
  parts: v.array(Part),
  frameworks: v.array(Framework),
  stack: Stack,
});

const Stems = v.pipe(
  v.array(plainText('word', 40), 'must be a list of words or beginnings of words'),
  v.minLength(1, 'names no word'),
);

const Figure = v.pipe(
  v.strictObject({
    id: Id,
    /** The figure as the source words it. */
    name: plainText('name', 60),
    quantity: v.picklist(QUANTITIES, `quantity must be one of: ${QUANTITIES.join(', ')}`),
    /** One number, or the ends of a range. */
    value: v.optional(v.number('value must be a number')),
    from: v.optional(v.number('from must be a number')),
    to: v.optional(v.number('to must be a number')),
    /** ISO 4217 for money; %, x, years, parameters. */
    unit: plainText('unit', 20),
    /** What the number measures. */
    subject: plainText('subject', 120),
    card: Id,
    /** Ids of the cards that a comparable page mentions: all of them on the page, one of them in the figure's block. */
    parties: CardIds,
    /** Word prefixes, one of which has to appear near the page's figure. */
    near: Stems,
    /** Word prefixes that mark a figure as one of something else. */
    apart: v.optional(Stems),
    cite: v.pipe(v.array(Citation, 'must be a list of citations'), v.minLength(1, 'cites nothing')),
  }),
  v.check(
    ({ value, from, to }) =>
      (value === undefined) === (from !== undefined && to !== undefined) &&
      (from === undefined) === (to === undefined),
    'needs either a value, or from and to',
  ),
  v.check(
    ({ from, to }) => from === undefined || to === undefined || from < to,
    'has a range that ends before it starts',
  ),
);

/** The source's figures, with which a page's figures are compared. */
export const FiguresSource = v.array(Figure);

export type ArgumentSource = v.InferOutput<typeof ArgumentSource>;
export type FiguresSource = v.InferOutput<typeof FiguresSource>;
