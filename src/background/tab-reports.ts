import { api } from '../platform/browser';
import {
  type FrameReport,
  keyOf,
  prefixOf,
  type ReportedFrame,
  storedFrames,
} from '../protocol/stored-reports';

export { addUp, framesOf, type ReportedFrame } from '../protocol/stored-reports';

const cursorOf = (tabId: number) => `cursor:${tabId}`;

// What reads before it removes waits its turn, so that no report slips in between and is lost.
let lastWrite: Promise<unknown> = Promise.resolve();
function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const result = lastWrite.then(write);
  lastWrite = result.catch(() => undefined);
  return result;
}

/** Keeps a frame's report in place of its former one. */
export function keepReport(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  return inTurn(() => api.storage.session.set({ [keyOf(tabId, frameId)]: report }));
}

/**
 * Forgets a document that a frame has left; with the top one (frame 0), all that it carried.
 * @param shownAt when the document was shown: what was shown later in its place stays
 */
export function forgetDocument(tabId: number, frameId: number, shownAt: number): Promise<void> {
  return inTurn(async () => {
    const frames = await storedFrames(tabId);
    const own = frames.find((frame) => frame.frameId === frameId);
    if (own && own.report.shownAt > shownAt) return;
    const left = frames.filter((frame) => frameId === 0 || frame === own);
    await api.storage.session.remove(left.map((frame) => keyOf(tabId, frame.frameId)));
  });
}

/** Forgets one frame's report, if it is still the one of a document shown then. */
export function forgetReport(tabId: number, { frameId, report }: ReportedFrame): Promise<void> {
  return inTurn(async () => {
    const now = (await storedFrames(tabId)).find((frame) => frame.frameId === frameId);
    if (now?.report.shownAt === report.shownAt) await api.storage.session.remove(keyOf(tabId, frameId));
  });
}

/** Forgets all that is kept of a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  const keys = Object.keys(await api.storage.session.get(null));
  await api.storage.session.remove(
    keys.filter((key) => key.startsWith(prefixOf(tabId)) || key === cursorOf(tabId)),
  );
}

/** The frame in which the keyboard's ring, or the mention shown last, stands. */
export async function cursorFrame(tabId: number): Promise<number | undefined> {
  const key = cursorOf(tabId);
  const frameId = (await api.storage.session.get(key))[key];
  return typeof frameId === 'number' ? frameId : undefined;
}

/** Keeps the frame in which the ring or the shown mention now stands; forgets it where there is none. */
export async function keepCursorFrame(tabId: number, frameId: number | undefined): Promise<void> {
  if (frameId === undefined) await api.storage.session.remove(cursorOf(tabId));
  else await api.storage.session.set({ [cursorOf(tabId)]: frameId });
}

/** All tabs that have reported. */
export async function reportedTabs(): Promise<number[]> {
  const keys = Object.keys(await api.storage.session.get(null));
  return [...new Set(keys.filter((key) => key.startsWith('frame:')).map((key) => Number(key.split(':')[1])))];
}
