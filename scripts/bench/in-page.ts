import Mark from 'mark.js';
import table from '../../.generated/filter.json';
import { Disambiguator } from '../../src/core/disambiguate';
import { FormFilter } from '../../src/core/form-filter';
import { piecesWithForms } from '../../src/core/pieces-with-forms';
import { type BlockReading, readBlock, relatedIn } from '../../src/core/read-block';
import { BlockWalk } from '../../src/frame/reader/blocks';
import { type Passage, TextScan } from '../../src/frame/reader/text-scan';
import { containerOf, isSkipped } from '../../src/page/elements';
import { engine } from '../built-in-engine';
import { median } from './median';

// Runs in a page, as one script: what is measured there against the floor, on the same text and in the same run.

let filter = new FormFilter(table);

/** The floor: a native walk over the page's text nodes that reads every character once. */
function readOnce(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let total = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data: text } = node as Text;
    for (let at = 0; at < text.length; at++) total = (total + text.charCodeAt(at)) | 0;
  }
  return total;
}

/** What a frame does with a page's text before anything is known to be in it. */
function scan(): Passage[] {
  const passages: Passage[] = [];
  const walk = new TextScan(document.body);
  for (let passage = walk.next(); passage; passage = walk.next()) passages.push(passage);
  return passages;
}

/** All mentions of the page: the scan, the background's sifting, and, for the blocks that it names, the engine. */
function findAll(): number {
  const disambiguator = new Disambiguator<number>();
  const readings: BlockReading[] = [];
  const containers = new Set<Node>();
  for (const { text, nodes } of scan())
    for (const piece of piecesWithForms(text, filter)) containers.add(containerOf(nodes[piece] as Text));
  for (const container of containers) {
    if (isSkipped(container)) continue;
    const walk = new BlockWalk(container, 'own');
    for (let block = walk.next(); block; block = walk.next())
      readings.push(readBlock(block.text, block.isHeading, engine));
  }
  disambiguator.setRelated(relatedIn(readings, engine));
  for (const [index, reading] of readings.entries()) disambiguator.set(index, reading);
  disambiguator.decide();
  return readings.reduce((count, _, place) => count + disambiguator.mentionsOf(place).length, 0);
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Clocks in pages count in tenths of a millisecond, in Firefox in whole ones: what is shorter is done again and again. */
const LEAST_MS = 20;

/** Times pieces of work in turn, so that whatever slows the machine slows them alike. */
function timeInTurn(works: readonly (() => unknown)[], rounds: number): number[] {
  const shortest = Math.min(...works.map(elapsed));
  const repeats = Math.ceil(LEAST_MS / Math.max(shortest, 0.2));
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    works.forEach((work, place) => {
      const again = () => {
        for (let count = 0; count < repeats; count++) work();
      };
      times[place]?.push(elapsed(again) / repeats);
    });
  return times.map(median);
}

/** The scan and the whole search against the floor; `first` before anything of them has run. */
export function againstFloor(rounds: number) {
  // Text nodes that no script has touched yet cost whoever comes first: here, the floor.
  const first = { floor: elapsed(readOnce), scan: elapsed(scan) };
  findAll();
  const [floor = 0, scanned = 0, found = 0] = timeInTurn([readOnce, scan, findAll], rounds);
  const characters = document.body.textContent?.length ?? 0;
  return { first, floor, scan: scanned, find: found, mentions: findAll(), characters };
}

/** What mark.js takes to mark terms; the page is another one afterwards. */
export function markJs(terms: readonly string[]): number {
  return elapsed(() =>
    new Mark(document.body).mark([...terms], { accuracy: 'exactly', separateWordSearch: false }),
  );
}

/** Milliseconds to make a filter ready; it is the one that is used from then on. */
export function loadFilter(packed: string): number {
  return elapsed(() => {
    filter = new FormFilter(packed);
  });
}

/** Nanoseconds a character of a text that no node holds. */
export function scanText(text: string, rounds: number): number {
  const pieces = text.match(/[\s\S]{1,300}/g) ?? [];
  const [time = 0] = timeInTurn([() => pieces.filter((piece) => filter.mayHold(piece)).length], rounds);
  return (time * 1e6) / text.length;
}
