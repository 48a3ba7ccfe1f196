import { inflateSync } from 'node:zlib';

/** A picture of 8 bits a channel, row by row; a fourth channel is not looked at. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3 or 4. */
  readonly channels: number;
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
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(data)), width * channels, channels),
  };
}

/** Unfilters in place: each row moves forward over the bytes that name the filters. */
function unfilter(bytes: Uint8Array, rowBytes: number, step: number): Uint8Array {
  const height = bytes.length / (rowBytes + 1);
  for (let y = 0; y < height; y++) {
    const from = y * (rowBytes + 1) + 1;
    const to = y * rowBytes;
    const filter = bytes[from - 1];
    bytes.copyWithin(to, from, from + rowBytes);
    if (filter === 1) unfilterLeft(bytes, to, to + rowBytes, step);
    else if (filter === 2) unfilterUp(bytes, to, rowBytes);
    else if (filter !== 0) unfilterMixed(bytes, to, rowBytes, step, filter === 3 ? mean : paeth);
  }
  return bytes.subarray(0, height * rowBytes);
}

// Loops of their own for the filters that browsers choose: this is where the time goes.

function unfilterLeft(bytes: Uint8Array, start: number, end: number, step: number): void {
  for (let i = start + step; i < end; i++) bytes[i] = (bytes[i] as number) + (bytes[i - step] as number);
}

function unfilterUp(bytes: Uint8Array, start: number, rowBytes: number): void {
  if (start === 0) return;
  const end = start + rowBytes;
  for (let i = start; i < end; i++) bytes[i] = (bytes[i] as number) + (bytes[i - rowBytes] as number);
}

function unfilterMixed(
  bytes: Uint8Array,
  start: number,
  rowBytes: number,
  step: number,
  guess: (left: number, up: number, corner: number) => number,
): void {
  for (let i = start; i < start + rowBytes; i++) {
    const isFirst = i < start + step;
    const left = isFirst ? 0 : (bytes[i - step] as number);
    const up = start === 0 ? 0 : (bytes[i - rowBytes] as number);
    const corner = isFirst || start === 0 ? 0 : (bytes[i - rowBytes - step] as number);
    bytes[i] = (bytes[i] as number) + guess(left, up, corner);
  }
}

const mean = (left: number, up: number): number => (left + up) >> 1;

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The places of a mask that are set, in order. */
export function* placesIn(mask: Uint8Array): Generator<number> {
  for (let i = mask.indexOf(1); i !== -1; i = mask.indexOf(1, i + 1)) yield i;
}

/** Which pixels of two pictures of one size differ: 1 for each that does. */
export function differences(one: Picture, other: Picture): Uint8Array {
  const { width, height, channels } = one;
  const differ = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width * channels, (y + 1) * width * channels];
    // Most rows are alike.
    if (Buffer.compare(one.pixels.subarray(start, end), other.pixels.subarray(start, end)) === 0) continue;
    for (let x = 0, i = start; x < width; x++, i += channels)
      for (let channel = 0; channel < 3; channel++)
        if (one.pixels[i + channel] !== other.pixels[i + channel]) differ[y * width + x] = 1;
  }
  return differ;
}

/** Takes in all pixels that are at most so far, across and down, from one that is set. */
export function dilate(mask: Uint8Array, width: number, radius: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  for (const i of placesIn(mask))
    for (let dy = -radius; dy <= radius; dy++) {
      const middle = i + dy * width;
      wide.fill(1, Math.max(0, middle - radius), Math.max(0, middle + radius + 1));
    }
  return wide;
}

/**
 * Which pixels of two pictures of one size differ by more than what was moved by part of a pixel: no neighbour in the
 * other picture is like them.
 */
export function changes(one: Picture, other: Picture): Uint8Array {
  const changed = differences(one, other);
  for (const i of placesIn(changed)) if (isAmong(one, i, other) && isAmong(other, i, one)) changed[i] = 0;
  return changed;
}

/** Leaves of a mask only squares of two by two pixels: not what is as thin as one. */
export function broad(mask: Uint8Array, width: number): Uint8Array {
  const left = new Uint8Array(mask.length);
  for (const i of placesIn(mask)) {
    const square = [i, i + 1, i + width, i + width + 1];
    if (square.every((each) => mask[each])) for (const each of square) left[each] = 1;
  }
  return left;
}

/** Levels of a channel that nobody sees. */
const SLACK = 20;

/** Whether a pixel's channels lie between those of the pixels around it in another picture. */
function isAmong(one: Picture, place: number, { pixels, width, channels }: Picture): boolean {
  for (let channel = 0; channel < 3; channel++) {
    let least = 255;
    let most = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const value = pixels[(place + dy * width + dx) * channels + channel];
        if (value === undefined) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    const value = one.pixels[place * channels + channel] ?? 0;
    if (value < least - SLACK || value > most + SLACK) return false;
  }
  return true;
}
