import { sendToFrame } from '../protocol/surface';
import { updateBadge } from './badge';
import { forgetReport, framesOf, keepReport, type ReportedFrame } from './tab-reports';

/** A frame that is busy for longer than this, in milliseconds, is taken at its last word. */
const PATIENCE_MS = 300;

/**
 * Asks the frames of a tab for what they have now: what a page shows and hides changes counts without a report, and a
 * page that was left does not always get to say so.
 */
export async function refreshTab(tabId: number): Promise<void> {
  const frames = await framesOf(tabId);
  if (frames.length === 0) return;
  await Promise.all(frames.map((frame) => refreshFrame(tabId, frame)));
  await updateBadge(tabId);
}

async function refreshFrame(tabId: number, frame: ReportedFrame): Promise<void> {
  const answer = sendToFrame(tabId, frame.frameId, 'frame.report', {}).then(
    // An unchanged report is not written again: surfaces that follow the store would ask again, without end.
    (report) => (isSame(report, frame.report) ? undefined : keepReport(tabId, frame.frameId, report)),
    () => forgetReport(tabId, frame),
  );
  await Promise.race([answer, new Promise((late) => setTimeout(late, PATIENCE_MS))]);
}

const isSame = (a: ReportedFrame['report'], b: ReportedFrame['report']) =>
  JSON.stringify(a) === JSON.stringify(b);
