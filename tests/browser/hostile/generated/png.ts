import { inflateSync } from 'node:zlib';

/** A picture of 4 bytes a pixel, row by row; the fourth is not used. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of the kind that browsers shoot: 8 bits, RGB or RGBA, not interlaced (PNG, third edition).
 * @throws where it is of another kind
 */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const channels = CHANNELS[bytes[25] ?? -1];
  if (bytes[24] !== 8 || channels === undefined || bytes[28] !== 0) throw new Error('A PNG of another kind');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width, height, channels) };
}

function unfilter(raw: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const rowBytes = width * channels;
  let above = new Uint8Array(rowBytes);
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const row = raw.subarray(start + 1, start + 1 + rowBytes);
    unfilterRow(row, above, raw[start] ?? 0, channels);
    for (let x = 0, from = 0, to = y * width * 4; x < width; x++, from += channels, to += 4) {
      pixels[to] = row[from] as number;
      pixels[to + 1] = row[from + 1] as number;
      pixels[to + 2] = row[from + 2] as number;
    }
    above = row as Uint8Array<ArrayBuffer>;
  }
  return pixels;
}

function unfilterRow(row: Uint8Array, above: Uint8Array, filter: number, step: number): void {
  if (filter === 0) return;
  for (let i = 0; i < row.length; i++) {
    const left = i >= step ? (row[i - step] as number) : 0;
    const up = above[i] as number;
    let guess = 0;
    if (filter === 1) guess = left;
    else if (filter === 2) guess = up;
    else if (filter === 3) guess = (left + up) >> 1;
    else guess = paeth(left, up, i >= step ? (above[i - step] as number) : 0);
    row[i] = (row[i] as number) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Which pixels of two pictures of one size differ: 1 for each that does. */
export function differences(one: Picture, other: Picture): Uint8Array {
  const differ = new Uint8Array(one.width * one.height);
  const a = new Uint32Array(one.pixels.buffer);
  const b = new Uint32Array(other.pixels.buffer);
  for (let i = 0; i < differ.length; i++) differ[i] = a[i] === b[i] ? 0 : 1;
  return differ;
}

/** Takes in all pixels that are at most so far, across and down, from one that is set. */
export function dilate(mask: Uint8Array, width: number, radius: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  mask.forEach((isSet, i) => {
    if (!isSet) return;
    for (let dy = -radius; dy <= radius; dy++) {
      const middle = i + dy * width;
      wide.fill(1, Math.max(0, middle - radius), Math.max(0, middle + radius + 1));
    }
  });
  return wide;
}

/**
 * Which pixels of two pictures of one size differ by more than what was moved by part of a pixel: no neighbour in the
 * other picture is like them.
 */
export function changes(one: Picture, other: Picture): Uint8Array {
  const changed = differences(one, other);
  changed.forEach((isSet, i) => {
    if (isSet) changed[i] = isAmong(one, i, other) && isAmong(other, i, one) ? 0 : 1;
  });
  return changed;
}

/** Leaves of a mask only squares of two by two pixels: not what is as thin as one. */
export function broad(mask: Uint8Array, width: number): Uint8Array {
  const left = new Uint8Array(mask.length);
  mask.forEach((isSet, i) => {
    const square = [i, i + 1, i + width, i + width + 1];
    if (isSet && square.every((each) => mask[each])) for (const each of square) left[each] = 1;
  });
  return left;
}

/** Levels of a channel that nobody sees. */
const SLACK = 20;

/** Whether a pixel's channels lie between those of the pixels around it in another picture. */
function isAmong(one: Picture, place: number, { pixels, width }: Picture): boolean {
  for (let channel = 0; channel < 3; channel++) {
    let [least, most] = [255, 0];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const value = pixels[(place + dy * width + dx) * 4 + channel];
        if (value === undefined) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    const value = one.pixels[place * 4 + channel] ?? 0;
    if (value < least - SLACK || value > most + SLACK) return false;
  }
  return true;
}
