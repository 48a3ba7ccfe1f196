/** Normalized text with a mapping of offsets to its source. */
export interface NormalizedText {
  readonly text: string;
  /** Offset in the source of the character at `offset`. */
  sourceStart(offset: number): number;
  /** Exclusive offset in the source of the end of the character that ends at `offset`, which is at least 1. */
  sourceEnd(offset: number): number;
}

// Soft hyphen, zero-width characters, direction marks, word joiner, byte-order mark, variation selectors.
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the characters are meant one by one
const INVISIBLE = /[\u00AD\u034F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]/u;
// The above, combining marks, compatibility ligatures, full-width and half-width forms.
const IRREGULAR =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the characters are meant one by one
  /[\u00AD\u0300-\u036F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u3099\u309A\uFB00-\uFB06\uFE00-\uFE0F\uFEFF\uFF01-\uFFEF]/;

/** Whether a UTF-16 code unit is one that normalizing may drop or change. */
export function isIrregular(code: number): boolean {
  return IRREGULAR.test(String.fromCharCode(code));
}

/** Marks beyond this make a new cluster: composing takes time in the square of their number (UAX 15, Stream-Safe). */
const MAX_CLUSTER = 32;

const identity = (offset: number) => offset;

/**
 * Drops invisible characters and composes the rest by NFKC (Unicode Standard Annex 15), one cluster at a time.
 * @param source any text; offsets are UTF-16 code units
 * @returns the normalized text and its offset map; `source` itself if nothing had to change
 */
export function normalize(source: string): NormalizedText {
  if (!IRREGULAR.test(source)) return { text: source, sourceStart: identity, sourceEnd: identity };
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length; ) {
    const start = at;
    let cluster = '';
    let end = at;
    do {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      at += character.length;
      if (!INVISIBLE.test(character)) {
        cluster += character;
        end = at;
      }
    } while (at < source.length && cluster.length < MAX_CLUSTER && continuesCluster(source, at));
    const composed = IRREGULAR.test(cluster) ? cluster.normalize('NFKC') : cluster;
    for (let i = 0; i < composed.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    text += composed;
  }
  starts.push(source.length);
  return {
    text,
    sourceStart: (offset) => starts[offset] ?? source.length,
    sourceEnd: (offset) => ends[offset - 1] ?? 0,
  };
}

function continuesCluster(source: string, at: number): boolean {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  // Half-width katakana carry their sound marks as separate characters (U+FF9E, U+FF9F).
  return /\p{M}/u.test(character) || character === '\uFF9E' || character === '\uFF9F';
}
