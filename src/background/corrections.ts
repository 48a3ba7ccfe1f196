import type { Correction, Corrections } from '../core/corrections';
import { api } from '../platform/browser';
import { t } from '../platform/text';
import type { Request } from '../protocol/messages';
import { tellFrames } from '../protocol/surface';
import { addCorrection, correctionsFor, removeCorrection } from '../settings/corrections';
import { siteOf } from '../settings/site-name';

/**
 * Keeps what the reader said of a mention, and has it hold in every open page.
 * @param site the site of the asking frame's tab
 * @returns what holds on that site from now on
 * @throws Error where it could not be kept
 */
export async function makeCorrection(
  { kind, card, surface }: Request<'correction.add'>,
  site: string | null,
): Promise<Corrections> {
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
async function tellTabs(correction: Correction): Promise<void> {
  const tabs = await api.tabs.query({});
  const concerned = tabs.filter(
    ({ url }) => url !== undefined && (correction.kind === 'known' || siteOf(url) === correction.site),
  );
  // The store is read last, so that what is sent later is never older.
  await Promise.all(
    concerned.map(async ({ id, url }) => {
      if (id !== undefined) await tellFrames(id, 'frame.correct', await correctionsFor(siteOf(url)));
    }),
  );
}

function reportFailure(error: unknown): void {
  console.debug('Sidelight could not tell open pages of a correction:', error);
}
