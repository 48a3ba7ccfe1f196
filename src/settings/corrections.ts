import { type Correction, type Corrections, formOf, type KeptCorrection } from '../core/corrections';
import { normalize } from '../core/normalize';
import { api } from '../platform/browser';
import { t } from '../platform/text';

// One storage key each, so that two writes can never undo each other: `wrong:SITE:CARD:FORM`, `never:SITE:FORM`,
// `known:CARD`. The parts are percent-encoded, so that the only colons are those between them.

/** What stands under a key. */
interface Value {
  readonly surface: string;
  readonly at: number;
}

const join = (...parts: readonly string[]) => parts.map(encodeURIComponent).join(':');

function keyFor(correction: Correction): string {
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

/** A stored correction with its form; undefined for what else is in the store. */
function parseCorrection(
  id: string,
  value: unknown,
): (KeptCorrection & { readonly form: string }) | undefined {
  const parts = partsOf(id);
  const { surface, at } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Value>;
  const [kind, one = '', two = '', three = ''] = parts;
  const form = kind === 'wrong' ? three : kind === 'never' ? two : '';
  const kept = {
    id,
    form,
    surface: typeof surface === 'string' ? surface : form || one,
    at: typeof at === 'number' ? at : 0,
  };
  if (kind === 'wrong' && parts.length === 4) return { ...kept, kind, site: one, card: two };
  if (kind === 'never' && parts.length === 3) return { ...kept, kind, site: one };
  if (kind === 'known' && parts.length === 2) return { ...kept, kind, card: one };
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
 * Keeps a correction; one that is kept already gets the present moment.
 * @throws Error where the surface form holds no word, or the browser's store is full or broken; nothing has changed then
 */
export async function addCorrection(correction: Correction): Promise<void> {
  if (formOf(correction.surface) === '') throw new Error(t('error_no_word'));
  const surface = normalize(correction.surface).text.replace(/\s+/g, ' ').trim();
  const value: Value = { surface, at: Date.now() };
  await api.storage.local.set({ [keyFor(correction)]: value }).catch((error: unknown) => {
    throw new Error(t('error_not_stored', reasonOf(error)));
  });
}

/**
 * Takes a correction back.
 * @returns what was taken back; undefined where there is no such correction
 * @throws Error where the browser's store is broken; the correction then stands
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

/** All corrections, the latest first. */
export async function listCorrections(): Promise<KeptCorrection[]> {
  const all = await readAll();
  return all.map(({ form: _form, ...kept }) => kept).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/**
 * What holds on a site.
 * @param site its name by `siteOf`; null for a page without a site, where only known terms hold
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
