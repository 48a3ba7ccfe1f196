import { FormFilter } from '../core/form-filter';
import { Screen, unpackScreen } from '../core/screen';
import { ask } from '../page/ask';
import { contentRuntime, readStored } from '../platform/content-runtime';
import { SITE_OFF, type StoredTable, settingKey, siteKey, siteOf, type TableName } from '../settings/keys';

const CODE_KEY = settingKey('code');

type Items = Readonly<Record<string, unknown>>;

/** What a frame reads from storage itself, so that a page without a mention does not wake the background. */
export interface Stored {
  /** The site of the frame's own document is switched off; another one's may be around it. */
  readonly isOff: boolean;
  readonly readsCode: boolean;
  readonly filter: FormFilter;
}

/**
 * Reads what a session starts with.
 * @throws Error if neither storage nor the background has the filter
 */
export async function readInitial(): Promise<Stored> {
  const offKey = siteKey(siteOf(location.href) ?? '');
  const stored = await readStored(['filter', CODE_KEY, offKey]);
  return {
    isOff: stored[offKey] === SITE_OFF,
    readsCode: isCodeChosen(stored),
    filter: new FormFilter(await tableIn(stored, 'filter')),
  };
}

/**
 * Reads the screen, which tests whether the page's forms can be mentions.
 * @throws Error if neither storage nor the background has it
 */
export async function readScreen(filter: FormFilter): Promise<Screen> {
  return new Screen(filter, unpackScreen(await tableIn(await readStored(['screen']), 'screen')));
}

/** Whether the reader currently wants code samples read. */
export async function readCodeSetting(): Promise<boolean> {
  return isCodeChosen(await readStored([CODE_KEY]));
}

const isCodeChosen = (stored: Items) =>
  (stored[CODE_KEY] as { readonly value?: unknown } | undefined)?.value === 'read';

async function tableIn(items: Items, name: TableName): Promise<string> {
  const stored = items[name] as StoredTable | undefined;
  if (stored?.version === contentRuntime().getManifest().version) return stored.table;
  return (await ask('table.get', { name })).table;
}
