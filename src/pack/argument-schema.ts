import * as v from 'valibot';
import { Citation, Id, LAYERS, plainText, STANCES } from './schema';

/** How a point of the argument bears on a card. */
export const TIE_TYPES = ['undermines', 'aims at', 'answers', 'hedges', 'draws on'] as const;

/** How a party has what it needs at a layer. */
export const HOLDS = ['owned', 'part-owned', 'rented'] as const;

/** How a framework's points hang together: side by side, or each leading to the next and the last to the first. */
export const SHAPES = ['row', 'cycle'] as const;

/** What a figure counts. */
export const QUANTITIES = ['money', 'share', 'ratio', 'count', 'duration'] as const;

const CardIds = v.pipe(v.array(Id, 'must be a list of card ids'), v.minLength(1, 'names no card'));

const Tie = v.strictObject({
  type: v.picklist(TIE_TYPES, `type must be one of: ${TIE_TYPES.join(', ')}`),
  card: Id,
  because: plainText('because', 100),
});

const Point = v.strictObject({
  name: plainText('name', 60),
  stance: v.picklist(STANCES, `stance must be one of: ${STANCES.join(', ')}`),
  text: plainText('text', 220),
  cite: Citation,
  /** The cards that tell of it, the nearest first. */
  cards: CardIds,
  /** Only what the source itself ties it to. */
  ties: v.optional(v.array(Tie)),
  /** In a cycle: how it leads to the next point. */
  transition: v.optional(plainText('transition', 60)),
});

const Framework = v.strictObject({
  id: Id,
  name: plainText('name', 60),
  /** How it stands to the thesis, as a heading: rests on, undermined by. */
  lead: plainText('lead', 40),
  shape: v.picklist(SHAPES, `shape must be one of: ${SHAPES.join(', ')}`),
  points: v.pipe(v.array(Point), v.minLength(2, 'a framework has at least two points')),
});

const Part = v.strictObject({
  id: Id,
  name: plainText('name', 40),
  sections: v.pipe(v.array(Id), v.minLength(1, 'names no section')),
  /** What a page that leaves it out says nothing on. */
  about: plainText('about', 80),
  /** The few cards whose presence on a page means that the page touches this part. */
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
      /** A layer that is not listed is one that the source says nothing of. */
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

/** The source's argument as data: what the popup's coverage, the panel and the atlas are drawn from. */
export const ArgumentSource = v.strictObject({
  thesis: Point,
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
    /** As the source has it, in words. */
    name: plainText('name', 60),
    quantity: v.picklist(QUANTITIES, `quantity must be one of: ${QUANTITIES.join(', ')}`),
    /** One number, or the ends of a range. */
    value: v.optional(v.number('value must be a number')),
    from: v.optional(v.number('from must be a number')),
    to: v.optional(v.number('to must be a number')),
    /** ISO 4217 for money; %, x, years, parameters. */
    unit: plainText('unit', 20),
    /** What the number is a number of. */
    subject: plainText('subject', 120),
    card: Id,
    /** Cards that a page has to mention where it gives a figure about the same: all on the page, one in the block. */
    parties: CardIds,
    /** Beginnings of words of which one must stand near the page's figure. */
    near: Stems,
    /** Beginnings of words beside a figure that counts something else. */
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

/** The source's figures, so that a page's figure can be set beside them. */
export const FiguresSource = v.array(Figure);

export type ArgumentSource = v.InferOutput<typeof ArgumentSource>;
export type FiguresSource = v.InferOutput<typeof FiguresSource>;
