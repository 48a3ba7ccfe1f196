import type { Framework } from '../../pack/argument';
import type { Card } from '../../pack/card';

/** A point in the units of the drawing. */
interface Position {
  readonly x: number;
  readonly y: number;
}

/** A label's position, the end of its text that is there, and the direction in which further lines extend. */
export interface LabelPosition extends Position {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly grows: 'up' | 'down' | 'both';
}

/** The layout of a cycle of steps. */
export interface Ring {
  readonly width: number;
  readonly height: number;
  readonly nodeRadius: number;
  /** Clockwise from the top. */
  readonly nodes: readonly (Position & { readonly label: LabelPosition })[];
  /** From each node to the next: SVG path data, and the position of the label. */
  readonly arcs: readonly { readonly path: string; readonly label: LabelPosition }[];
}

const WIDTH = 600;
const HEIGHT = 350;
const CENTRE = { x: WIDTH / 2, y: 184 };
const RADIUS = 112;
const NODE_RADIUS = 19;
/** Between a node and the ends of the arcs beside it, in radians. */
const GAP = (NODE_RADIUS + 7) / RADIUS;

/** Lays out a cycle, clockwise, with its first step at the top. */
export function layOutRing(steps: number): Ring {
  const angleOf = (step: number) => (step * 2 * Math.PI) / steps - Math.PI / 2;
  const order = Array.from({ length: steps }, (_, step) => step);
  return {
    width: WIDTH,
    height: HEIGHT,
    nodeRadius: NODE_RADIUS,
    nodes: order.map((step) => ({
      ...at(angleOf(step), RADIUS),
      label: labelAt(angleOf(step), RADIUS + NODE_RADIUS + 13),
    })),
    arcs: order.map((step) => {
      const from = at(angleOf(step) + GAP, RADIUS);
      const to = at(angleOf(step + 1) - GAP, RADIUS);
      const sweep = angleOf(step + 1) - angleOf(step) - 2 * GAP;
      return {
        path: `M${from.x} ${from.y}A${RADIUS} ${RADIUS} 0 ${sweep > Math.PI ? 1 : 0} 1 ${to.x} ${to.y}`,
        label: labelAt(angleOf(step + 0.5), RADIUS + 18),
      };
    }),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function at(angle: number, radius: number): Position {
  return { x: round(CENTRE.x + radius * Math.cos(angle)), y: round(CENTRE.y + radius * Math.sin(angle)) };
}

function labelAt(angle: number, radius: number): LabelPosition {
  const side = Math.cos(angle);
  const spot = at(angle, radius);
  if (Math.abs(side) > 0.2) return { ...spot, anchor: side > 0 ? 'start' : 'end', grows: 'both' };
  return { ...spot, anchor: 'middle', grows: Math.sin(angle) < 0 ? 'up' : 'down' };
}

/** Wraps a label into lines of at most `characters` where its words allow. */
export function wrapText(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A card that would stop a cycle, and the cards of its steps that it undermines. */
export interface Stopper {
  readonly card: string;
  readonly name: string;
  readonly undermines: readonly Card[];
}

/**
 * Finds the cards that undermine more than one step of a cycle, by the relations of the steps' cards.
 * @param cycle the framework
 * @param cards all cards of the pack, by id
 * @returns those that undermine most cards first
 */
export function findStoppers(cycle: Framework, cards: ReadonlyMap<string, Card>): Stopper[] {
  const found = new Map<string, { name: string; steps: Set<number>; undermines: Set<Card> }>();
  cycle.points.forEach((point, step) => {
    for (const card of point.cards.flatMap((id) => cards.get(id) ?? []))
      for (const relation of card.relations) {
        if (relation.type !== 'undermined by') continue;
        const entry = found.get(relation.card) ?? {
          name: relation.name,
          steps: new Set(),
          undermines: new Set(),
        };
        entry.steps.add(step);
        entry.undermines.add(card);
        found.set(relation.card, entry);
      }
  });
  return [...found]
    .filter(([, { steps }]) => steps.size > 1)
    .map(([card, { name, undermines }]) => ({ card, name, undermines: [...undermines] }))
    .sort((a, b) => b.undermines.length - a.undermines.length);
}
