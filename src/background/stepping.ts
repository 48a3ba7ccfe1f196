import type { Request, Responses } from '../protocol/messages';
import { sendToFrame } from '../protocol/surface';
import { cursorFrame, framesOf, keepCursorFrame } from './tab-reports';

/** Frames in the order in which mentions are stepped through, starting with the one where the reader is. */
function fromFrame(frames: readonly number[], current: number | undefined, direction: 1 | -1): number[] {
  const order = direction === 1 ? [...frames] : [...frames].reverse();
  const at = current === undefined ? -1 : order.indexOf(current);
  // The frame that was first comes again at the end: having gone round, its first mention follows its last.
  return at === -1 ? [...order, ...order.slice(0, 1)] : [...order.slice(at), ...order.slice(0, at + 1)];
}

const startIn = (index: number, frameId: number, current: number | undefined) =>
  index > 0 ? 'edge' : frameId === current ? 'here' : 'view';

/** Moves the keyboard's mark to the next or previous mention of a tab, through all its frames, and round. */
export async function stepInTab(tabId: number, direction: 1 | -1): Promise<void> {
  const counts = (await framesOf(tabId))
    .map(({ frameId, report }) => ({
      frameId,
      count: report.cards.reduce((sum, card) => sum + card.count, 0),
    }))
    .filter(({ count }) => count > 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const current = await cursorFrame(tabId);
  const order = fromFrame(
    counts.map(({ frameId }) => frameId),
    current,
    direction,
  );
  for (const [index, frameId] of order.entries()) {
    const place = counts.findIndex((frame) => frame.frameId === frameId);
    const before = counts.slice(0, place).reduce((sum, { count }) => sum + count, 0);
    const request = { direction, from: startIn(index, frameId, current), before, total } as const;
    if ((await ask(tabId, frameId, 'frame.step', request))?.moved) {
      await keepCursorFrame(tabId, frameId);
      return;
    }
  }
}

/** Brings the next or previous mention of a card into view, through all frames of a tab, and round. */
export async function showInTab(
  tabId: number,
  card: string,
  direction: 1 | -1,
): Promise<Responses['mention.show']> {
  const counts = (await framesOf(tabId))
    .map(({ frameId, report }) => ({
      frameId,
      count: report.cards.find((entry) => entry.card === card)?.count ?? 0,
    }))
    .filter(({ count }) => count > 0);
  const count = counts.reduce((sum, frame) => sum + frame.count, 0);
  const current = await cursorFrame(tabId);
  const order = fromFrame(
    counts.map(({ frameId }) => frameId),
    current,
    direction,
  );
  for (const [index, frameId] of order.entries()) {
    const from = startIn(index, frameId, current);
    const shown = await ask(tabId, frameId, 'frame.show', { card, direction, from });
    if (!shown?.position) continue;
    await keepCursorFrame(tabId, frameId);
    const place = counts.findIndex((frame) => frame.frameId === frameId);
    const before = counts.slice(0, place).reduce((sum, frame) => sum + frame.count, 0);
    return { position: before + shown.position, count };
  }
  return { position: 0, count: 0 };
}

/** Scrolls every frame of a tab back to where the reader was. */
export async function returnInTab(tabId: number): Promise<void> {
  for (const { frameId } of await framesOf(tabId)) await ask(tabId, frameId, 'frame.return', {});
  await keepCursorFrame(tabId, undefined);
}

/** Asks a frame; one that has gone meanwhile answers with nothing. */
async function ask<N extends 'frame.step' | 'frame.show' | 'frame.return'>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Responses[N] | undefined> {
  return sendToFrame(tabId, frameId, name, request).catch(() => undefined);
}
