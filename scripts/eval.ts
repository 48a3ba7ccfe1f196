import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCues, loadGazetteer } from '../src/core/gazetteer';
import { compileCues, compileGazetteer } from '../src/pack/compile';
import { parseLabelled } from './eval/labelled';
import { describeFaults, describeScores } from './eval/report';
import { score } from './eval/score';
import { sidelight, wholeWords } from './eval/spotters';
import { describeProblems, readPack } from './pack-files';

const USAGE = `Measures the spotter on labelled texts, beside matching whole words.

  npm run --silent eval                        on each set in tests/eval
  npm run --silent eval -- FILE.jsonl…         on files of lines {"id","kind","text","mentions":[{"start","end","card","label"}]}
  npm run --silent eval -- --faults [FILE…]    lists each fault with the text around it`;

const SETS = resolve(dirname(fileURLToPath(import.meta.url)), '../tests/eval');

const { values, positionals } = readArguments();
const { pack, problems } = readPack();
if (!pack) fail(`The pack has problems:\n${describeProblems(problems)}`);
const gazetteer = loadGazetteer(compileGazetteer(pack));
const spotters = [
  ['Sidelight', sidelight(gazetteer, loadCues(compileCues(pack)))],
  ['whole words, in any case', wholeWords(gazetteer, { isCaseExact: false })],
  ['whole words, in their own case', wholeWords(gazetteer, { isCaseExact: true })],
] as const;
const files = positionals.length > 0 ? positionals : ownSets();
for (const file of files) {
  const texts = readTexts(file);
  const scores = spotters.map(([name, spotter]) => [name, score(texts, spotter)] as const);
  const labels = texts.reduce((sum, { mentions }) => sum + mentions.length, 0);
  console.log(`\n${relative(process.cwd(), resolve(file))}: ${texts.length} texts, ${labels} labels\n`);
  console.log(values.faults ? describeFaults(scores[0]?.[1].faults ?? []) : describeScores(scores));
}

function ownSets(): string[] {
  return readdirSync(SETS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(SETS, name));
}

function readTexts(file: string) {
  try {
    return parseLabelled(file, readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { faults: { type: 'boolean' } } });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
