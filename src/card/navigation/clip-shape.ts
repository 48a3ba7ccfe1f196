import { type Box, intersection } from '../../page/box';

/** Parses a length or percentage of computed style. @returns pixels, or undefined for anything else */
function pixelsOf(text: string | undefined, whole: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+(?:e-?\d+)?)(px|%)?$/.exec(text ?? '') ?? [];
  if (number === undefined) return undefined;
  return unit === '%' ? (Number(number) / 100) * whole : Number(number);
}

/** The four values of a shorthand for edges: top, right, bottom, left. */
const fourOf = ([top, right = top, bottom = top, left = right]: string[]) => [top, right, bottom, left];

/**
 * The smallest box around what `clip-path` leaves of an element.
 * @param shape the computed value
 * @param box the element's border box
 * @returns the box itself for shapes that are not known to be smaller
 */
export function boxOfClipPath(shape: string, box: Box): Box {
  const [, name, values = ''] = /^(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(shape) ?? [];
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const inside = (left?: number, top?: number, right?: number, bottom?: number) =>
    left === undefined || top === undefined || right === undefined || bottom === undefined
      ? box
      : intersection(box, {
          left: box.left + left,
          top: box.top + top,
          right: box.left + right,
          bottom: box.top + bottom,
        });
  if (name === 'inset') {
    const [top, right, bottom, left] = fourOf((values.split(' round ')[0] ?? '').trim().split(/\s+/));
    const end = (whole: number, text?: string) => {
      const pixels = pixelsOf(text, whole);
      return pixels === undefined ? undefined : whole - pixels;
    };
    return inside(pixelsOf(left, width), pixelsOf(top, height), end(width, right), end(height, bottom));
  }
  if (name === 'polygon') {
    const points = values
      .replace(/^\s*(evenodd|nonzero)\s*,/, '')
      .split(',')
      .map((point) => point.trim().split(/\s+/));
    const xs = points.map(([x]) => pixelsOf(x, width));
    const ys = points.map(([, y]) => pixelsOf(y, height));
    if ([...xs, ...ys].includes(undefined)) return box;
    const [x, y] = [xs as number[], ys as number[]];
    return inside(Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y));
  }
  // A circle or an ellipse.
  if (name) return insideOval(name, values, width, height, inside);
  return box;
}

function insideOval(
  name: string,
  values: string,
  width: number,
  height: number,
  inside: (left?: number, top?: number, right?: number, bottom?: number) => Box,
): Box {
  const [radii = '', place = '50% 50%'] = values.split(/\s*at\s+/);
  const [first, second = first] = radii.trim().split(/\s+/);
  const [atX, atY] = place.trim().split(/\s+/);
  const x = pixelsOf(atX, width);
  const y = pixelsOf(atY, height);
  const base = Math.hypot(width, height) / Math.SQRT2;
  const radiusX = pixelsOf(first, name === 'circle' ? base : width);
  const radiusY = pixelsOf(second, name === 'circle' ? base : height);
  if (x === undefined || y === undefined || radiusX === undefined || radiusY === undefined) return inside();
  return inside(x - radiusX, y - radiusY, x + radiusX, y + radiusY);
}

/**
 * What the old `clip` leaves of an element: `rect(top, right, bottom, left)`, from its top left corner.
 * @param clip the computed value
 * @param box the element's border box
 */
export function boxOfClip(clip: string, box: Box): Box {
  const [, values] = /^rect\((.*)\)$/.exec(clip) ?? [];
  const [top, right, bottom, left] = values?.split(/[\s,]+/).map((value) => pixelsOf(value, 0)) ?? [];
  return intersection(box, {
    left: box.left + (left ?? 0),
    top: box.top + (top ?? 0),
    right: right === undefined ? box.right : box.left + right,
    bottom: bottom === undefined ? box.bottom : box.top + bottom,
  });
}
