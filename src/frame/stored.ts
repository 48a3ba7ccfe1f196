import { unpackFilter } from '../core/filter-table';
import { FormFilter } from '../core/form-filter';
import { ask } from '../page/ask';
import { contentRuntime, readStored } from '../platform/content-runtime';
import { FILTER_KEY, SITE_OFF, type StoredFilter, settingKey, siteKey, siteOf } from '../settings/keys';

const CODE_KEY = settingKey('code');

/** What a frame reads from the store itself, so that nobody is woken for a page without a mention. */
export interface Stored {
  /** The site of the frame's own document is switched off; another one's may be around it. */
  readonly isOff: boolean;
  readonly readsCode: boolean;
  readonly filter: FormFilter;
}

/**
 * Reads what a frame starts with.
 * @throws Error where neither the store nor the background has an answer
 */
export async function readStart(): Promise<Stored> {
  const site = siteOf(location.href);
  const offKey = siteKey(site ?? '');
  const stored = await readStored([FILTER_KEY, CODE_KEY, offKey]);
  const isOff = stored[offKey] === SITE_OFF;
  return {
    isOff,
    readsCode: isCodeChosen(stored),
    filter: new FormFilter(unpackFilter(await tableIn(stored))),
  };
}

/** Whether the reader wants code read, by now. */
export async function readsCode(): Promise<boolean> {
  return isCodeChosen(await readStored([CODE_KEY]));
}

function isCodeChosen(stored: Readonly<Record<string, unknown>>): boolean {
  return (stored[CODE_KEY] as { readonly value?: unknown } | undefined)?.value === 'read';
}

async function tableIn(stored: Readonly<Record<string, unknown>>): Promise<string> {
  const filter = stored[FILTER_KEY] as StoredFilter | undefined;
  if (filter?.version === contentRuntime().getManifest().version) return filter.table;
  return (await ask('filter.get', {})).table;
}
