import { type CueData, type GazetteerData, loadCues, loadGazetteer } from '../core/gazetteer';
import type { SourceFigure } from '../core/page-figures';
import type { Engine } from '../core/read-block';
import { type Card, citationsOf, type Paragraph } from '../pack/card';
import { api } from '../platform/browser';
import type { TableName } from '../settings/keys';

/** Fetches a data file of the extension, which is no part of the script that the browser parses at each waking. */
const fetchFile = (name: string) => fetch(api.runtime.getURL(`data/${name}`));

const read = async <T>(name: string): Promise<T> => (await fetchFile(`${name}.json`)).json();

/** Reads the text of an index, and its hash table. */
async function readIndex(name: string): Promise<{ text: string; slots: Int32Array }> {
  const [text, slots] = await Promise.all([fetchFile(`${name}.txt`), fetchFile(`${name}.slots`)]);
  return { text: await text.text(), slots: new Int32Array(await slots.arrayBuffer()) };
}

/** A table for frames, as `compileFilter` or `packScreen` returns it. */
export const readTable = (name: TableName) => read<string>(name);

/** Loads once in the background's life; a load that failed is tried again. */
function memoize<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** The engine over the pack that ships. */
export const engine = memoize(async (): Promise<Engine> => {
  const [aliases, cues, { cards, related, groups }, figures] = await Promise.all([
    readIndex('aliases'),
    readIndex('cues'),
    read<Pick<GazetteerData, 'cards'> & Pick<CueData, 'related'> & Required<Pick<Engine, 'groups'>>>(
      'relations',
    ),
    read<SourceFigure[]>('figures'),
  ]);
  return {
    gazetteer: loadGazetteer({ cards, aliases: aliases.text, slots: aliases.slots }),
    cues: loadCues({ cues: cues.text, related, slots: cues.slots }),
    figures,
    groups,
  };
});

const cards = memoize(() => read<readonly Card[]>('cards'));

const paragraphs = memoize(() => read<readonly Paragraph[]>('paragraphs'));

/**
 * A card of the pack that ships, and the paragraphs of the source that it cites.
 * @returns null for the card where there is none of that id
 */
export async function findCard(id: string): Promise<{ card: Card | null; paragraphs: Paragraph[] }> {
  const [all, source] = await Promise.all([cards(), paragraphs()]);
  const card = all.find((each) => each.id === id);
  if (!card) return { card: null, paragraphs: [] };
  const cited = new Set(citationsOf(card).map(({ section, paragraph }) => `${section} ${paragraph}`));
  return {
    card,
    paragraphs: source.filter(({ section, paragraph }) => cited.has(`${section} ${paragraph}`)),
  };
}
