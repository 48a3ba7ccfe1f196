import { type Correction, type Corrections, formOf, type KeptCorrection } from '../core/corrections';
import { normalize } from '../core/normalize';
import { api } from '../platform/browser';
import { t } from '../platform/text';

// One storage key each, so that two writes can never undo each other: `wrong:SITE:CARD:FORM`, `never:SITE:FORM`,
// `known:CARD`. The parts are percent-encoded, so that the only colons are those between them.

/** The value of a stored correction. */
interface Value {
  readonly surface: string;
  readonly at: number;
}

const join = (...parts: readonly string[]) => parts.map(encodeURIComponent).join(':');

/** A correction's id, which is its storage key. */
export function idOf(correction: Correction): string {
  const form = formOf(correction.surface);
  switch (correction.kind) {
    case 'wrong':
      return join('wrong', correction.site, correction.card, form);
    case 'never':
      return join('never', correction.site, form);
    case 'known':
      return join('known', correction.card);
  }
}

/** Parses a stored item as a correction, with its normalised form; undefined for other items. */
function parseCorrection(
  id: string,
  value: unknown,
): (KeptCorrection & { readonly form: string }) | undefined {
  const parts = partsOf(id);
  const { surface, at } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Value>;
  const [kind, one = '', two = '', three = ''] = parts;
  const form = kind === 'wrong' ? three : kind === 'never' ? two : '';
  const correction = {
    id,
    form,
    surface: typeof surface === 'string' ? surface : form || one,
    at: typeof at === 'number' ? at : 0,
  };
  if (kind === 'wrong' && parts.length === 4) return { ...correction, kind, site: one, card: two };
  if (kind === 'never' && parts.length === 3) return { ...correction, kind, site: one };
  if (kind === 'known' && parts.length === 2) return { ...correction, kind, card: one };
  return undefined;
}

function partsOf(id: string): string[] {
  try {
    return id.split(':').map(decodeURIComponent);
  } catch {
    return [];
  }
}

async function readAll() {
  const stored = await api.storage.local.get(null);
  return Object.entries(stored)
    .map(([id, value]) => parseCorrection(id, value))
    .filter((kept) => kept !== undefined);
}

/**
 * Stores a correction; an identical one gets the present time.
 * @throws Error with a message for the reader, where the surface form contains no word, or the browser's store is full
 *   or broken; nothing has changed then
 */
export async function addCorrection(correction: Correction): Promise<void> {
  if (formOf(correction.surface) === '') throw new Error(t('error_no_word'));
  const surface = normalize(correction.surface).text.replace(/\s+/g, ' ').trim();
  const value: Value = { surface, at: Date.now() };
  await api.storage.local.set({ [idOf(correction)]: value }).catch((error: unknown) => {
    throw new Error(t('error_not_stored', reasonOf(error)));
  });
}

/**
 * Removes a correction.
 * @returns the removed correction; undefined where there is none with this id
 * @throws Error with a message for the reader, where the browser's store is broken; the correction remains
 */
export async function removeCorrection(id: string): Promise<Correction | undefined> {
  const kept = parseCorrection(id, undefined);
  if (!kept) return undefined;
  await api.storage.local.remove(id).catch((error: unknown) => {
    throw new Error(t('error_not_removed', reasonOf(error)));
  });
  return kept;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** All corrections, newest first. */
export async function listCorrections(): Promise<KeptCorrection[]> {
  const all = await readAll();
  return all.map(({ form: _form, ...kept }) => kept).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/**
 * The corrections that apply to a site.
 * @param site its name from `siteOf`; null for a page without a site, to which only known terms apply
 */
export async function correctionsFor(site: string | null): Promise<Corrections> {
  const all = await readAll();
  return {
    wrong: all.flatMap((each) =>
      each.kind === 'wrong' && each.site === site ? [[each.form, each.card] as const] : [],
    ),
    never: all.flatMap((each) => (each.kind === 'never' && each.site === site ? [each.form] : [])),
    known: all.flatMap((each) => (each.kind === 'known' ? [each.card] : [])),
  };
}
