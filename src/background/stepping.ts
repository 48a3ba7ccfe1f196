import type { Request, Responses } from '../protocol/messages';
import { sendToFrame } from '../protocol/surface';
import { askFrames, type ReportedFrame } from '../tab/frames';

/** The id of the frame that the reader was last led to. */
function currentOf(frames: readonly ReportedFrame[]): number | undefined {
  const [latest] = [...frames].sort((a, b) => b.report.reachedAt - a.report.reachedAt);
  return latest && latest.report.reachedAt > 0 ? latest.frameId : undefined;
}

/** Frame ids in stepping order, starting with the one where the reader is. */
function fromFrame(frames: readonly number[], current: number | undefined, direction: 1 | -1): number[] {
  const order = direction === 1 ? [...frames] : [...frames].reverse();
  const at = current === undefined ? -1 : order.indexOf(current);
  // The first frame comes again at the end: after wrapping around, its first mention follows its last.
  return at === -1 ? [...order, ...order.slice(0, 1)] : [...order.slice(at), ...order.slice(0, at + 1)];
}

interface Visit {
  readonly frameId: number;
  /** Where the frame starts. */
  readonly from: 'here' | 'view' | 'edge';
  /** Mentions in the frames before it, and in all. */
  readonly before: number;
  readonly total: number;
}

/**
 * Visits the frames with mentions, from the one where the reader is and around, until one answers.
 * @param countIn the number of a frame's mentions to count
 */
async function visitFrames<A>(
  tabId: number,
  direction: 1 | -1,
  countIn: (frame: ReportedFrame) => number,
  visit: (at: Visit) => Promise<A | undefined>,
): Promise<A | undefined> {
  const { frames } = await askFrames(tabId);
  const counts = frames
    .map((frame) => ({ frameId: frame.frameId, count: countIn(frame) }))
    .filter(({ count }) => count > 0);
  const sum = (some: typeof counts) => some.reduce((total, { count }) => total + count, 0);
  const ids = counts.map(({ frameId }) => frameId);
  const current = currentOf(frames);
  for (const [index, frameId] of fromFrame(ids, current, direction).entries()) {
    const from = index > 0 ? 'edge' : frameId === current ? 'here' : 'view';
    const before = sum(counts.slice(0, ids.indexOf(frameId)));
    const answer = await visit({ frameId, from, before, total: sum(counts) });
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Moves the keyboard's ring to the next or previous mention of a tab, through all its frames, wrapping around. */
export async function stepInTab(tabId: number, direction: 1 | -1): Promise<void> {
  const countAll = ({ report }: ReportedFrame) => report.cards.reduce((sum, { count }) => sum + count, 0);
  await visitFrames(tabId, direction, countAll, async ({ frameId, from, before, total }) => {
    const stepped = await ask(tabId, frameId, 'frame.step', { direction, from, before, total });
    return stepped?.moved || undefined;
  });
}

/** Opens the card of the mention in the ring, or closes the open card; without either goes to a mention first. */
export async function openInTab(tabId: number): Promise<void> {
  const open = async () => {
    const { frames } = await askFrames(tabId);
    const ids = frames.map(({ frameId }) => frameId);
    for (const frameId of new Set(fromFrame(ids, currentOf(frames), 1)))
      if ((await ask(tabId, frameId, 'frame.open', {}))?.isDone) return true;
    return false;
  };
  if (await open()) return;
  await stepInTab(tabId, 1);
  await open();
}

/** Brings the next or previous mention of a card into view, through all frames of a tab, wrapping around. */
export async function showInTab(
  tabId: number,
  card: string,
  direction: 1 | -1,
): Promise<Responses['mention.show']> {
  const countCard = ({ report }: ReportedFrame) =>
    report.cards.find((entry) => entry.card === card)?.count ?? 0;
  const shown = await visitFrames(tabId, direction, countCard, async ({ frameId, from, before, total }) => {
    const answer = await ask(tabId, frameId, 'frame.show', { card, direction, from });
    return answer?.position
      ? { position: before + answer.position, count: total - answer.unseen }
      : undefined;
  });
  return shown ?? { position: 0, count: 0 };
}

/** Scrolls every frame of a tab back to where the reader was. */
export async function returnInTab(tabId: number): Promise<void> {
  const { frames } = await askFrames(tabId);
  for (const { frameId } of frames) await ask(tabId, frameId, 'frame.return', {});
}

/** Sends a request to a frame; resolves to undefined if it is gone. */
async function ask<N extends 'frame.step' | 'frame.open' | 'frame.show' | 'frame.return'>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Responses[N] | undefined> {
  return sendToFrame(tabId, frameId, name, request).catch(() => undefined);
}
