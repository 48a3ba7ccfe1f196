import type { Argument, TieType } from '../../pack/argument';

/** The box of the thesis; a point's is its framework's id and its place. */
export const THESIS_BOX = 'thesis';
export const boxOf = (framework: string, index: number): string => `${framework}.${index}`;

/** A tie between two boxes of the argument map. */
export interface Wire {
  readonly type: TieType;
  readonly from: string;
  readonly to: string;
}

/** A box on the map, in pixels from the map's own corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The ties of an argument whose other end is drawn: a box stands for the card that tells of it best, its first.
 * Ties to other cards are told in words only.
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

/** A wire as SVG path data: its line, and the sign at its end. */
export interface DrawnWire {
  readonly type: TieType;
  readonly line: string;
  readonly end: string;
}

const TRACK = 8;
/** From a box's far side to where its wires meet it. */
const INSET = 26;
/** Boxes this near need no way round by the gutter. */
const NEAR = 64;
const CORNER = 6;

/**
 * Leads wires between boxes: out of the box into the gap between rows, along the gutter at the far side, and into the
 * other box. Each wire has a track of its own.
 * @param wires what to draw; a wire without its boxes is left out
 * @param boxes where the boxes are
 * @param gutter where the gutter starts, in pixels from the map's corner
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
    // Up where the target stands above, down where it stands below.
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
  // What undermines stops short against a bar; everything else arrives as an arrow.
  return type === 'undermines'
    ? `M${x - 7} ${back}h14`
    : `M${x - 4} ${back - sign * 6}L${x} ${back}L${x + 4} ${back - sign * 6}`;
}

/** Draws a line through points, its corners rounded. */
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
