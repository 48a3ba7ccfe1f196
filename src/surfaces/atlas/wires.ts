import type { Argument, TieType } from '../../pack/argument';

/** The name of the thesis' box; that of a point consists of its framework's id and its index. */
export const THESIS_BOX = 'thesis';
export const boxOf = (framework: string, index: number): string => `${framework}.${index}`;

/** A tie between two boxes of the argument map. */
export interface Wire {
  readonly type: TieType;
  readonly from: string;
  readonly to: string;
}

/** A box on the map, in CSS pixels from the map's start corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The ties of an argument between two boxes. A box represents its first card, the most specific; ties to other cards
 * have no target on the map.
 */
export function visibleTies({ thesis, frameworks }: Argument): Wire[] {
  const points = frameworks.flatMap(({ id, points: each }) =>
    each.map((point, index) => ({ box: boxOf(id, index), point })),
  );
  const boxes = [{ box: THESIS_BOX, point: thesis }, ...points];
  return points.flatMap(({ box: from, point }) =>
    point.ties.flatMap(({ type, card }) => {
      const target = boxes.find(({ box, point: { cards } }) => box !== from && cards[0] === card);
      return target ? [{ type, from, to: target.box }] : [];
    }),
  );
}

/** A wire as SVG path data: its line, and the marker at its end. */
export interface DrawnWire {
  readonly type: TieType;
  readonly line: string;
  readonly end: string;
}

const TRACK = 8;
/** Distance from a box's far side to its first wire. */
const INSET = 26;
/** Boxes nearer than this are connected without the gutter. */
const NEAR = 64;
const CORNER = 6;

/**
 * Routes wires between boxes: from the box into the gap between rows, along the gutter at the far side, and into the
 * other box, each on its own track.
 * @param wires the ties to draw; one without both boxes is left out
 * @param boxes by name
 * @param gutter start of the gutter, in CSS pixels from the map's start corner
 */
export function routeWires(
  wires: readonly Wire[],
  boxes: ReadonlyMap<string, Box>,
  gutter: number,
): DrawnWire[] {
  const wireCounts = new Map<string, number>();
  const nextSlot = (box: string) => {
    const count = wireCounts.get(box) ?? 0;
    wireCounts.set(box, count + 1);
    return count;
  };
  return wires.flatMap(({ type, from, to }, track) => {
    const source = boxes.get(from);
    const target = boxes.get(to);
    if (!source || !target) return [];
    // Up where the target is above, down where it is below.
    const direction = target.bottom <= source.top ? -1 : 1;
    const [y1, y2] = direction === -1 ? [source.top, target.bottom] : [source.bottom, target.top];
    const x1 = source.right - INSET - nextSlot(from) * 2 * TRACK;
    const x2 = target.right - INSET - nextSlot(to) * 2 * TRACK;
    const shift = 10 + (track % 3) * (TRACK - 3);
    const near = Math.abs(y1 - y2) < NEAR;
    const lane = gutter + track * TRACK;
    const first = y1 + direction * shift;
    const last = y2 - direction * (shift + 6);
    const corners = near
      ? [
          [x1, first],
          [x2, first],
        ]
      : [
          [x1, first],
          [lane, first],
          [lane, last],
          [x2, last],
        ];
    return [
      {
        type,
        line: roundCorners([[x1, y1], ...corners, [x2, y2 - direction * 3]]),
        end: endMarker(type, x2, y2, direction),
      },
    ];
  });
}

function endMarker(type: TieType, x: number, y: number, sign: number): string {
  const back = y - sign * 3;
  // A bar for what undermines, an arrow for the rest.
  return type === 'undermines'
    ? `M${x - 7} ${back}h14`
    : `M${x - 4} ${back - sign * 6}L${x} ${back}L${x + 4} ${back - sign * 6}`;
}

/** SVG path data of a line through points, with rounded corners. */
function roundCorners(points: readonly (readonly number[])[]): string {
  const [start, ...rest] = points as [number, number][];
  if (!start) return '';
  let path = `M${start[0]} ${start[1]}`;
  rest.forEach((point, index) => {
    const before = index === 0 ? start : rest[index - 1];
    const after = rest[index + 1];
    if (!after || !before) {
      path += `L${point[0]} ${point[1]}`;
      return;
    }
    const [ax, ay] = towards(point, before);
    const [bx, by] = towards(point, after);
    path += `L${ax} ${ay}Q${point[0]} ${point[1]} ${bx} ${by}`;
  });
  return path;
}

function towards(from: readonly [number, number], to: readonly [number, number]): [number, number] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const share = Math.min(CORNER, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
