import type { Correction } from '../core/corrections';
import { t } from '../platform/text';
import type { Request, Responses } from '../protocol/messages';
import { addCorrection, correctionsFor, removeCorrection } from '../settings/corrections';
import { siteOf } from '../settings/keys';
import { renewFrames } from './renew';

/**
 * Keeps what the reader said of a mention, and has it hold in every open page.
 * @param site the site of the asking frame's tab
 * @returns what holds on the site from now on
 * @throws Error where it could not be kept
 */
export async function makeCorrection(
  { kind, card, surface }: Request<'correction.add'>,
  site: string | null,
): Promise<Responses['correction.add']> {
  const correction = onSite({ kind, card, surface }, site);
  await addCorrection(correction);
  tellTabs(correction).catch(reportFailure);
  return correctionsFor(site);
}

/**
 * Takes a correction back, in every open page.
 * @throws Error where it could not be taken back
 */
export async function undoCorrection(id: string): Promise<void> {
  const correction = await removeCorrection(id);
  if (correction) tellTabs(correction).catch(reportFailure);
}

function onSite({ kind, card, surface }: Request<'correction.add'>, site: string | null): Correction {
  if (kind === 'known') return { kind, card, surface };
  if (site === null) throw new Error(t('error_no_site'));
  return kind === 'wrong' ? { kind, site, card, surface } : { kind, site, surface };
}

// The answer does not wait for this: a frame that is busy would hold it up.
function tellTabs(correction: Correction): Promise<void> {
  return renewFrames((url) => correction.kind === 'known' || siteOf(url) === correction.site);
}

function reportFailure(error: unknown): void {
  console.debug('Sidelight could not tell open pages of a correction:', error);
}
