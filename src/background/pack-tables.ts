import { loadCues, loadGazetteer } from '../core/gazetteer';
import type { SourceFigure } from '../core/page-figures';
import type { Engine } from '../core/read-block';
import type { Card } from '../pack/card';
import { api } from '../platform/browser';
import type { TableName } from '../settings/keys';

/** Reads a data file of the extension, which is no part of the script that the browser parses at each waking. */
async function read<T>(name: string): Promise<T> {
  const answer = await fetch(api.runtime.getURL(`data/${name}.json`));
  return answer.json();
}

/** A table for frames, as `packFilter` or `packScreen` writes it. */
export const readTable = (name: TableName) => read<string>(name);

/** Loads once in the background's life; a load that failed is tried again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
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
export const engine = once(async (): Promise<Engine> => {
  const [gazetteer, cues, figures] = await Promise.all([
    read<Parameters<typeof loadGazetteer>[0]>('gazetteer'),
    read<Parameters<typeof loadCues>[0]>('cues'),
    read<SourceFigure[]>('figures'),
  ]);
  return { gazetteer: loadGazetteer(gazetteer), cues: loadCues(cues), figures };
});

const cards = once(() => read<readonly Card[]>('cards'));

/**
 * A card of the pack that ships.
 * @returns null where there is none of that id
 */
export async function findCard(id: string): Promise<Card | null> {
  return (await cards()).find((card) => card.id === id) ?? null;
}
