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

  npm run --silent spot -- FILE.html|FILE.txt [--json]   a table, or JSON
  npm run --silent spot -- --jsonl                       answers lines {"id","text","title"?,"url"?,"lang"?} from standard input

Offsets are UTF-16 code units, half-open; in a page they count within the block of text that is printed with them.`;

const { pack, problems } = readPack();
if (!pack) fail(`The pack has problems:\n${describeProblems(problems)}`);
const gazetteer = loadGazetteer(compileGazetteer(pack));
const cues = loadCues(compileCues(pack));

const { values, positionals } = readArguments();
if (values.jsonl) await answerLines();
else if (positionals.length === 1 && positionals[0]) await answerFile(positionals[0], values.json === true);
else fail(USAGE);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
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

async function answerFile(file: string, asJson: boolean): Promise<void> {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const blocks = /\.x?html?$/i.test(file)
    ? await spotHtml(content, gazetteer, cues)
    : [{ text: content, mentions: spot(content, {}, gazetteer, cues) }];
  if (asJson) {
    console.log(
      JSON.stringify(
        blocks.map(({ text, mentions }) => ({ text, mentions: plain(mentions) })),
        null,
        2,
      ),
    );
    return;
  }
  const rows = blocks.flatMap(({ text, mentions }) =>
    mentions.map((mention) => ({
      card: mention.card,
      surface: text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
      score: mention.score,
      evidence: mention.evidence
        .map((piece) => `${piece.text} ${piece.weight > 0 ? '+' : ''}${piece.weight}`)
        .join(', '),
    })),
  );
  if (rows.length > 0) console.table(rows);
  console.log(`${rows.length} mention(s) of ${new Set(rows.map((row) => row.card)).size} card(s)`);
}

function plain(mentions: readonly Mention[]) {
  return mentions.map(({ start, end, card, score, evidence }) => ({ start, end, card, score, evidence }));
}
