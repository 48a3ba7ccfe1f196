/** Size of the windows at a long text's beginning, middle and end that are measured, in characters. */
const WINDOW = 6_000;

/** Letters of scripts that put no space between words. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u30FF\u3400-\u9FFF]/;
/** About as many of them as make a word. */
const LETTERS_A_WORD = 2;

// Patterns with Unicode's properties are functions: browsers parse a pattern where it stands in the code that runs, these
// take them longer than many a page, and few pages have preformatted text.

/** A word in prose: letters, joined by apostrophes or hyphens, with adjacent punctuation. */
const WORD = () =>
  /^(?!\(\()[("'“”‘’«»‹›„‚¿¡*_[—–-]{0,4}\p{L}[\p{L}\p{M}]*(?:['’.\-/–—][\p{L}\p{M}\d]+|\d{1,2})*(?:\.(?=\p{P})|\(s\))?[)"'“”‘’«»‹›*_\]—–,;:!?….。、·-]{0,5}(?:\[\d+\])?$/u;
const ADDRESS = /<?(?:https?:[^\s)>]+|[\w.+-]{1,64}@[\w.-]+)>?/g;
const NAME_WITH_DOTS = () => /\p{L}{2}\.\p{L}{2}/u;
/** What stands between words without being one: numbers, dashes, ampersands, addresses. */
const NEUTRAL = () =>
  /^(?:[($€£¥~+-]*\d[\d.,:/%–-]*\p{L}{0,3}[)\].,;:!?%"”’]*|[–—&·•…-]{1,3}|\.\.\.|<?https?:\S+|<?[\w.+-]+@[\w.-]+>?[,.)]*)$/u;

/** No word is longer. */
const LONGEST_TOKEN = 80;
/** A run of this many words, of which this many have no capital, is taken for part of a sentence. */
const RUN = 4;
const SMALL_IN_RUN = 2;
/** A statement of this many words needs neither a capital nor a comma. */
const SURE_RUN = 6;
/** A text of this many words may be all capitals. */
const CAPITALS_RUN = 8;
const CAPITALS = () => /^\P{L}*\p{Lu}[\p{Lu}\d_-]*\P{L}*$/u;
const SMALL = () => /^\P{L}*(?:\p{Ll}|\p{Lo})/u;

/** Marks that prose has in no language: calls, index brackets, operators, tags, variables. */
const MARKS = () =>
  /\p{L}\((?!s\))|\(\(|\)\)|\s\($|[\w\])]\[\D|[!=<>+*:-]=|=>|->|::|&&|\|\||<\/|\/>|[$%@]\{|\$[\w(]|\\[a-z]+[{[]|^\\\w|\s=\s|\w="|[\w"'\])]=[\w"'([{]|[{}]\s*$|^[{}[\]<]|\);|['"]\s*:\s|",\S|,"\S|\w_\w|\s--?[a-z]\w*(?=\s|$|=)|\|\s[^|]*\s\||\s\||\+--|(?:^|\s)(?:\.{0,2}|~)\/\w|\w\/\w+\/[a-z]|0x[\da-f]|<\w+[^<@>]{0,80}>/giu;
/** Marks that make a line code, however many words it has. */
const CODE_MARKS = /["\w],"\S|",["\d]|<\/\w|^["'][\w-]+["']\s*:|[;{]\s*(?:\/\/|\/\*|#\s)/u;
const COMMENT = /^(?:\/\/|\/\*|\*\/|--\s*\S|;|%|<!|"""|'''|\(\*|\{-|#[!\w]|##\s|@\w|["']\s)/;
const LONG_COMMENT: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^(?:.*\s)?\/\*/, /\*\//],
  [/<!--/, /-->/],
  [/"""/, /"""/],
  [/'''/, /'''/],
  [/^\(\*/, /\*\)/],
  [/^\{-/, /-\}/],
];
const PROMPT = /^(?:[$❯➜]|[\w.~-]*[@:][\w.:~/ -]*[$#]|PS .*>|[A-Z]:\\.*>|In \[\d+\]:)\s/u;
const HUNK = /^@@ -\d+(?:,\d+)? \+\d/;
const RULER = () => /^([^\p{L}\d\s])(?:\s?\1)*$/u;
/** A timestamp at the beginning of a line in logs and chats, and the speaker in a chat. */
const TIMESTAMP = /^[[(]?(?:[\d./-]{6,10},?[T ]\s*)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?[\])]?(?:\s+-)?\s+/i;
const LOGGED = () =>
  /^[[(]?(?:\d{2,4}[-/]\d\d[-/]\d{2,4}[T ,]\s*\d\d:\d\d|\p{Lu}\p{Ll}{2}\s+\d+\s\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s)/u;
const SPEAKER = () => /^(?:<[@+ ]?[^>\s]+>|\*\s\S+(?=\s)|[\p{L}][\p{L}\d_.\- ]{0,24}:(?=\s))\s*/u;
/** A name of a setting or a field, in small letters, with its value. */
const KEY = () => /^(?:- )?(["']?)[\p{Ll}_][\w.-]*\1:(?:\s|$)/u;
const BULLET = /^(?:[-*+•·o–—]|\(?[\divxa-z]{1,4}[.)]|\[\d+\])\s+/i;
const OPTION = /^--?[a-z\d]/i;
/** What parts columns in a line. */
const GAP = /\S(?:\s{2,}|\t)(?=\S)/g;

/**
 * Measures how much of a text is prose (letters, articles, minutes, poems, in any language) and not programs, settings,
 * logs or tables, by the structure of its lines. Of long texts, three windows are measured.
 * @returns the share of prose in the lines that could be classified, from 0 to 1, NaN if there are none; and its words
 */
export function measureProse(text: string): { readonly share: number; readonly words: number } {
  let prose = 0;
  let code = 0;
  let words = 0;
  for (const part of windowsOf(text)) {
    const lines = readLines(part);
    for (const line of lines) {
      if (line.isProse) prose++;
      if (line.isProse) words += line.words;
      code += line.code;
    }
  }
  return { share: prose / (prose + code), words };
}

/** The parts of a text that are measured, in whole lines if it has any. */
function windowsOf(text: string): string[] {
  if (text.length <= 3 * WINDOW) return [text];
  return [0, (text.length - WINDOW) >> 1, text.length - WINDOW].map((from) => {
    const part = text.slice(from, from + WINDOW);
    const first = from === 0 ? 0 : part.indexOf('\n') + 1;
    return part.slice(first, part.lastIndexOf('\n') + 1 || undefined);
  });
}

interface Line {
  readonly isProse: boolean;
  readonly words: number;
  /** From 0 to 1: how sure it is that the line is code. */
  readonly code: number;
}

const NOTHING: Line = { isProse: false, words: 0, code: 0 };
const IN_COMMENT: Line = { isProse: false, words: 0, code: 0.2 };
const COLUMN: Line = { isProse: false, words: 0, code: 0.7 };
const CODE: Line = { isProse: false, words: 0, code: 1 };

function readLines(text: string): Line[] {
  const sources = text.split('\n').map((line) => line.trimEnd());
  const trimmed = sources.map((line) => line.replace(/^\s*(?:>+\s?)*(?:\s*>)*/, '').trim());
  let commentEnd: RegExp | undefined;
  let isInHunk = false;
  const columns = new Columns();
  return trimmed.map((line, index) => {
    if (line === '' || RULER().test(line)) return NOTHING;
    if (commentEnd) {
      if (commentEnd.test(line)) commentEnd = undefined;
      return IN_COMMENT;
    }
    const source = sources[index] ?? '';
    isInHunk = HUNK.test(line) || (isInHunk && /^[-+ \\]/.test(source));
    for (const [begin, end] of LONG_COMMENT) {
      const at = begin.exec(line);
      if (!at) continue;
      if (!end.test(line.slice(at.index + at[0].length))) commentEnd = end;
      return CODE;
    }
    if (isInHunk || COMMENT.test(line) || PROMPT.test(line)) return CODE;
    if (line.startsWith('#')) {
      const isAmongOthers = [trimmed[index - 1], trimmed[index + 1]].some((other) => other?.startsWith('#'));
      return isAmongOthers ? CODE : NOTHING;
    }
    return columns.isIn(source) ? COLUMN : readLine(line);
  });
}

/** Detects lines in columns: text after a gap starts where it did in the line before. */
class Columns {
  #before = new Set<number>();

  isIn(line: string): boolean {
    const indent = line.search(/\S/);
    const text = indent + (BULLET.exec(line.slice(indent))?.[0].length ?? 0);
    const starts = [...line.matchAll(GAP)]
      .map(({ index, 0: gap }) => index + gap.length)
      .filter((start) => start > text);
    const isIn = [...starts, indent].some((start) => this.#before.has(start));
    // A column may continue in the next line.
    if (starts.length > 0 || !isIn) this.#before = new Set(starts);
    return isIn;
  }
}

function readLine(line: string): Line {
  const message = messageIn(line);
  if (message === undefined) return CODE;
  const text = message.replace(BULLET, '');
  const tokens = text.split(/\s+/);
  const { words, longest, capitals } = countWords(text);
  const marks = (text.replace(ADDRESS, '').match(MARKS()) ?? []).length;
  const isShouted = capitals > words / 3 && (capitals < 0.9 * words || words < CAPITALS_RUN);
  const isStatement = words >= SURE_RUN || !/^\p{Ll}[^,.;:!?…—–]*$/u.test(text);
  const isSentence = longest >= RUN && words >= 0.6 * tokens.length && !isShouted && isStatement;
  if (KEY().test(line) && message === line) return isSentence && /[.!?…]$/.test(line) ? NOTHING : CODE;
  if (OPTION.test(line) && !/^-+$/.test(line)) return CODE;
  if (CODE_MARKS.test(text)) return CODE;
  if (marks > 0 && (!isSentence || marks > words / 5)) return CODE;
  if (isSentence) return { isProse: true, words, code: 0 };
  const isCode = /[;{}\\]$|^[\][(){}<]/.test(line) && tokens.length < 5;
  return isCode ? COLUMN : NOTHING;
}

/** The message of a chat's line, without timestamp and speaker; undefined for a line of a log. */
function messageIn(line: string): string | undefined {
  const timestamp = TIMESTAMP.exec(line)?.[0] ?? '';
  const rest = line.slice(timestamp.length);
  const speaker = SPEAKER().exec(rest)?.[0] ?? '';
  if (timestamp !== '' && speaker !== '' && !CAPITALS().test(speaker)) return rest.slice(speaker.length);
  if (LOGGED().test(line)) return undefined;
  return rest;
}

/** Counts words in runs: those of all runs that are long enough, of the longest run, and words in capitals. */
function countWords(text: string): { words: number; longest: number; capitals: number } {
  let words = 0;
  let longest = 0;
  let capitals = 0;
  let run = 0;
  let small = 0;
  const end = () => {
    if (run >= RUN && (small >= SMALL_IN_RUN || capitals >= run)) {
      words += run;
      longest = Math.max(longest, run);
    }
    run = 0;
    small = 0;
  };
  for (const token of text.split(/\s/)) {
    if (token === '' || (token.length < LONGEST_TOKEN && NEUTRAL().test(token))) continue;
    if (UNSPACED.test(token)) {
      const letters = token.match(/[\p{L}\p{M}\p{Nd}、。，！？「」『』（）・：；]/gu)?.length ?? 0;
      if (letters < 0.8 * token.length) {
        end();
        continue;
      }
      run += letters / LETTERS_A_WORD;
      small += letters / LETTERS_A_WORD;
    } else if (token.length < LONGEST_TOKEN && WORD().test(token) && !NAME_WITH_DOTS().test(token)) {
      run++;
      if (SMALL().test(token)) small++;
      if (CAPITALS().test(token)) capitals++;
    } else end();
  }
  end();
  return { words, longest, capitals };
}

/** What is known of a text besides itself: part of a page, a whole document, or marked up as code. */
export type Sample = 'sample' | 'document' | 'code';

/** The least share of prose. A document without lines that can be classified counts as prose. */
const LEAST_SHARE = { sample: 0.5, document: 0.4, code: 0.8 } as const;
/** The least number of words of prose. */
const LEAST_WORDS = { sample: 0, document: 0, code: 12 } as const;

/** Whether a text is prose, and so is read. */
export function mayBeProse(text: string, kind: Sample): boolean {
  const { share, words } = measureProse(text);
  if (Number.isNaN(share)) return kind === 'document';
  return share >= LEAST_SHARE[kind] && words >= LEAST_WORDS[kind];
}
