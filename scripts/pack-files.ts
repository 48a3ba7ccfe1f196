import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashLines } from '../src/core/form-index';
import { loadCues, loadGazetteer } from '../src/core/gazetteer';
import { packScreen } from '../src/core/screen';
import { spot } from '../src/core/spot';
import { ArgumentSource, FiguresSource } from '../src/pack/argument-schema';
import type { AuthoredPack } from '../src/pack/authored-pack';
import { checkPack } from '../src/pack/check';
import { compileCues, compileGazetteer, groupsOf } from '../src/pack/compile';
import { compileArgument } from '../src/pack/compile-argument';
import { compileCards, compileFigures, compileParagraphs, compileSpellings } from '../src/pack/compile-cards';
import { compileFilter } from '../src/pack/compile-filter';
import { compileScreen } from '../src/pack/compile-screen';
import { outlinePack } from '../src/pack/outline';
import { type Authored, type Problem, parseAuthored } from '../src/pack/parse';
import { CardSource, PackSource, TextSource } from '../src/pack/schema';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PACK = join(ROOT, 'src/packs/amazon-anthropic');
const GENERATED = join(ROOT, '.generated');

/** A pack read from its folder, with what is wrong in it; no `pack` where a file could not be read at all. */
export interface ReadPack {
  readonly pack?: AuthoredPack;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a pack's folder: `pack.yaml`, `source.yaml`, `cards/*.yaml` in order of name, and `argument.yaml` and
 * `figures.yaml` where there are any.
 * @param folder defaults to the pack that ships
 */
export function readPack(folder = PACK): ReadPack {
  const problems: Problem[] = [];
  const read = <T>(path: string, schema: Parameters<typeof parseAuthored<T>>[2]): Authored<T> | undefined => {
    const file = relative(ROOT, path);
    if (!existsSync(path)) {
      problems.push({ file, line: 1, field: '', message: 'is missing' });
      return undefined;
    }
    const parsed = parseAuthored(file, readFileSync(path, 'utf8'), schema);
    if (parsed.ok) return parsed.authored;
    problems.push(...parsed.problems);
    return undefined;
  };
  const readIfThere = <T>(path: string, schema: Parameters<typeof read<T>>[1]) =>
    existsSync(path) ? read(path, schema) : undefined;
  const pack = read(join(folder, 'pack.yaml'), PackSource);
  const source = read(join(folder, 'source.yaml'), TextSource);
  const argument = readIfThere(join(folder, 'argument.yaml'), ArgumentSource);
  const figures = readIfThere(join(folder, 'figures.yaml'), FiguresSource);
  const files = readdirSync(join(folder, 'cards'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const cards = files
    .map((name) => read(join(folder, 'cards', name), CardSource))
    .filter((card) => card !== undefined);
  if (!pack || !source || problems.length > 0) return { problems };
  const authored = { pack, source, cards, argument, figures };
  return { pack: authored, problems: checkPack(authored) };
}

/** Runs every card's example sentences through the engine. */
export function checkExamples(pack: AuthoredPack): Problem[] {
  const gazetteer = loadGazetteer(compileGazetteer(pack));
  const cues = loadCues(compileCues(pack));
  return pack.cards.flatMap((card) => {
    const { id, links, leaves } = card.value;
    const verdicts = (['links', 'leaves'] as const).flatMap((list) =>
      (list === 'links' ? links : leaves).map((sentence, index) => {
        const isLinked = spot(sentence, {}, gazetteer, cues).some((mention) => mention.card === id);
        const wrong = isLinked === (list === 'leaves');
        const message = `${isLinked ? 'links, but must not' : 'does not link, but must'}: ${sentence}`;
        return wrong
          ? [{ file: card.file, line: card.lineOf([list, index]), field: `${list}[${index + 1}]`, message }]
          : [];
      }),
    );
    return verdicts.flat();
  });
}

/** Writes problems as `file:line field: message`, one a line. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, field, message }) => `${file}:${line} ${field}${field && ': '}${message}`)
    .join('\n');
}

/**
 * Compiles the pack that ships into `.generated/`, where the builds and tests take it from.
 * @throws Error that lists every problem with file, line and field
 */
export function writeCompiledPack(): void {
  const { pack, problems } = readPack();
  if (!pack || problems.length > 0) throw new Error(`The pack has problems:\n${describeProblems(problems)}`);
  mkdirSync(GENERATED, { recursive: true });
  const write = (name: string, data: unknown) =>
    writeFileSync(join(GENERATED, `${name}.json`), JSON.stringify(data));
  const gazetteer = compileGazetteer(pack);
  write('filter', compileFilter(gazetteer.aliases));
  write('screen', packScreen(compileScreen(pack)));
  write('gazetteer', gazetteer);
  const cues = compileCues(pack);
  write('cues', cues);
  write('relations', { cards: gazetteer.cards, related: cues.related, groups: groupsOf(pack) });
  // What the background reads is not to be parsed: the text of an index, and its hash table, the lowest byte first.
  for (const [name, index] of Object.entries({ aliases: gazetteer.aliases, cues: cues.cues })) {
    writeFileSync(join(GENERATED, `${name}.txt`), index);
    writeFileSync(join(GENERATED, `${name}.slots`), new Uint8Array(hashLines(index).buffer));
  }
  const cards = compileCards(pack);
  const argument = compileArgument(pack);
  write('cards', cards);
  write('paragraphs', compileParagraphs(pack));
  write('spellings', compileSpellings(pack));
  write('figures', compileFigures(pack));
  write('argument', argument ?? null);
  write('outline', outlinePack(pack.pack.value.language, cards, argument));
}
