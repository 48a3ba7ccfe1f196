import { unpackFilter, unpackScreen } from '../core/filter-table';
import { FormFilter } from '../core/form-filter';
import { Screen } from '../core/screen';
import { ask } from '../page/ask';
import { contentRuntime, readStored } from '../platform/content-runtime';
import { SITE_OFF, type StoredTable, settingKey, siteKey, siteOf, type TableName } from '../settings/keys';

const CODE_KEY = settingKey('code');

type Items = Readonly<Record<string, unknown>>;

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
  const offKey = siteKey(siteOf(location.href) ?? '');
  const stored = await readStored(['filter', CODE_KEY, offKey]);
  return {
    isOff: stored[offKey] === SITE_OFF,
    readsCode: isCodeChosen(stored),
    filter: new FormFilter(unpackFilter(await tableIn(stored, 'filter'))),
  };
}

/**
 * Reads what tells whether the page's forms can be mentions.
 * @throws Error where neither the store nor the background has an answer
 */
export async function readScreen(filter: FormFilter): Promise<Screen> {
  return new Screen(filter, unpackScreen(await tableIn(await readStored(['screen']), 'screen')));
}

/** Whether the reader wants code read, by now. */
export async function readsCode(): Promise<boolean> {
  return isCodeChosen(await readStored([CODE_KEY]));
}

const isCodeChosen = (stored: Items) =>
  (stored[CODE_KEY] as { readonly value?: unknown } | undefined)?.value === 'read';

async function tableIn(stored: Items, name: TableName): Promise<string> {
  const kept = stored[name] as StoredTable | undefined;
  if (kept?.version === contentRuntime().getManifest().version) return kept.table;
  return (await ask('table.get', { name })).table;
}
