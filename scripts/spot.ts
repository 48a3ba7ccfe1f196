import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadCues, loadGazetteer } from '../src/core/gazetteer';
import type { Mention } from '../src/core/sense-choice';
import { spot } from '../src/core/spot';
import { compileCues, compileGazetteer } from '../src/pack/compile';
import { parseRow } from './jsonl-row';
import { describeProblems, readPack } from './pack-files';
import { spotHtml } from './spot-html';

const USAGE = `Spots the mentions of a page or text with the engine that the extension runs.

  npm run --silent spot -- FILE.html|FILE.txt            a table; --why adds the evidence, --json gives JSON
  npm run --silent spot -- --jsonl                       answers lines {"id","text","title"?,"url"?,"lang"?} from standard input

Offsets are UTF-16 code units, half-open; in a page they count within the block of text that is printed with them.`;

/** Columns of the table, which fits into 100. */
const CARD_WIDTH = 30;
const SURFACE_WIDTH = 40;
const SCORE_WIDTH = 6;
const EVIDENCE_WIDTH = 92;

const { pack, problems } = readPack();
if (!pack) fail(`The pack has problems:\n${describeProblems(problems)}`);
const gazetteer = loadGazetteer(compileGazetteer(pack));
const cues = loadCues(compileCues(pack));

const { values, positionals } = readArguments();
if (values.jsonl) await answerLines();
else if (positionals.length === 1 && positionals[0]) await answerFile(positionals[0]);
else fail(USAGE);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, why: { type: 'boolean' } },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

async function answerLines(): Promise<void> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const row = parseRow(text);
    if (typeof row === 'string') {
      console.error(`line ${line}: ${row}`);
      process.exitCode = 1;
    } else console.log(JSON.stringify({ id: row.id, mentions: plain(spot(row.text, row, gazetteer, cues)) }));
  }
}

async function answerFile(file: string): Promise<void> {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const blocks = /\.x?html?$/i.test(file)
    ? await spotHtml(content, gazetteer, cues)
    : [{ text: content, mentions: spot(content, {}, gazetteer, cues) }];
  if (values.json) {
    console.log(
      JSON.stringify(
        blocks.map(({ text, mentions }) => ({ text, mentions: plain(mentions) })),
        null,
        2,
      ),
    );
    return;
  }
  const found = blocks.flatMap(({ text, mentions }) => mentions.map((mention) => ({ text, mention })));
  for (const { text, mention } of found) {
    const surface = clip(text.slice(mention.start, mention.end).replace(/\s+/g, ' '), SURFACE_WIDTH);
    console.log(
      `${clip(mention.card, CARD_WIDTH).padEnd(CARD_WIDTH)} ${surface.padEnd(SURFACE_WIDTH)} ${String(mention.score).padStart(SCORE_WIDTH)}`,
    );
    if (values.why) for (const line of wrap(mention.evidence.map(weighed))) console.log(`    ${line}`);
  }
  console.log(
    `${found.length} mention(s) of ${new Set(found.map(({ mention }) => mention.card)).size} card(s)`,
  );
}

function weighed({ text, weight }: Mention['evidence'][number]): string {
  return `${text} ${weight > 0 ? '+' : ''}${weight}`;
}

function clip(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** Joins pieces with commas, in lines that fit. */
function wrap(pieces: readonly string[]): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length + 2 <= EVIDENCE_WIDTH)
      lines[lines.length - 1] = `${last}, ${piece}`;
    else lines.push(clip(piece, EVIDENCE_WIDTH));
  }
  return lines;
}

function plain(mentions: readonly Mention[]) {
  return mentions.map(({ start, end, card, score, evidence }) => ({ start, end, card, score, evidence }));
}
