import type { Correction } from '../core/corrections';
import { t } from '../platform/text';
import type { Request, Responses } from '../protocol/messages';
import { addCorrection, correctionsFor, idOf, removeCorrection } from '../settings/corrections';
import { siteOf } from '../settings/keys';
import { refreshFrames } from './refresh-frames';

/**
 * Stores a correction, and has open pages apply it.
 * @param site the site of the sending frame's tab
 * @returns the corrections that hold on the site now
 * @throws Error if it could not be stored
 */
export async function storeCorrection(
  { kind, card, surface }: Request<'correction.add'>,
  site: string | null,
): Promise<Responses['correction.add']> {
  const correction = onSite({ kind, card, surface }, site);
  await addCorrection(correction);
  refreshTabs(correction).catch(reportFailure);
  return correctionsFor(site);
}

/**
 * Removes a correction, in every open page.
 * @throws Error if it could not be removed
 */
export async function undoCorrection(id: string): Promise<void> {
  const correction = await removeCorrection(id);
  if (correction) refreshTabs(correction).catch(reportFailure);
}

/**
 * Removes a correction that a frame has just stored, in every open page.
 * @param site the site of the sending frame's tab
 * @returns the corrections that hold on the site now
 * @throws Error if it could not be removed
 */
export async function removeStored(
  request: Request<'correction.undo'>,
  site: string | null,
): Promise<Responses['correction.undo']> {
  await undoCorrection(idOf(onSite(request, site)));
  return correctionsFor(site);
}

function onSite({ kind, card, surface }: Request<'correction.add'>, site: string | null): Correction {
  if (kind === 'known') return { kind, card, surface };
  if (site === null) throw new Error(t('error_no_site'));
  return kind === 'wrong' ? { kind, site, card, surface } : { kind, site, surface };
}

// The answer does not wait for this: a frame that is busy would hold it up.
function refreshTabs(correction: Correction): Promise<void> {
  return refreshFrames((url) => correction.kind === 'known' || siteOf(url) === correction.site);
}

function reportFailure(error: unknown): void {
  console.debug('Sidelight could not apply a correction in open pages:', error);
}
