import { api } from '../platform/browser';
import { ANSWER_KEY, type FrameAnswer, type PageCard, type TabReport } from '../protocol/reports';
import { sendToFrame } from '../protocol/surface';

/** The longest wait for busy frames, in milliseconds. */
const TIMEOUT_MS = 300;

/** A card's weight by the tier of its forms: one that needs no evidence counts for more than a household name. */
const TIER_WEIGHTS = [1, 0.6, 0.4] as const;

/** A frame that was read, with what it has. */
export interface ReportedFrame {
  readonly frameId: number;
  readonly report: Exclude<FrameAnswer, string>;
}

/** What the frames of a tab answered. */
export interface TabFrames {
  /** Frames that have been read, the top frame (0) first. */
  readonly frames: readonly ReportedFrame[];
  /** False if the top frame has no session, or is closed to extensions. */
  readonly isStarted: boolean;
  /** Whether the reader has paused the page. */
  readonly isPaused: boolean;
}

interface Answered {
  readonly frameId: number;
  readonly answer: FrameAnswer | null;
}

/**
 * Asks all frames of a tab what they have now.
 * @param onLate called when frames have answered after the wait: ask again
 */
export async function askFrames(tabId: number, onLate = () => {}): Promise<TabFrames> {
  const asked = askAll(tabId);
  let answers = await Promise.race([asked, timeout()]);
  if (!answers) {
    // The browser answers for all frames at once, so a busy one holds up the others.
    asked.then(onLate);
    answers = await Promise.race([askTop(tabId), timeout()]);
  }
  return {
    frames: (answers ?? [])
      .flatMap(({ frameId, answer }) =>
        answer === null || typeof answer === 'string' ? [] : [{ frameId, report: answer }],
      )
      .sort((a, b) => a.frameId - b.frameId),
    isStarted: !answers || answers.some(({ frameId, answer }) => frameId === 0 && answer !== null),
    isPaused: answers?.some(({ frameId, answer }) => frameId === 0 && answer === 'paused') === true,
  };
}

/**
 * Has the frames of a tab answer that they are paused, until they are loaded again; or no longer. It neither ends nor
 * starts their sessions.
 */
export async function setPaused(tabId: number, isPaused: boolean): Promise<void> {
  await api.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: answerPaused,
    args: [ANSWER_KEY, isPaused],
    injectImmediately: true,
  });
}

const timeout = () => new Promise<undefined>((over) => setTimeout(over, TIMEOUT_MS));

async function askAll(tabId: number): Promise<Answered[]> {
  try {
    const results = await api.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: answerHere,
      args: [ANSWER_KEY],
      // A page may take minutes to load.
      injectImmediately: true,
    });
    return results.map(({ frameId, result }) => ({
      frameId,
      answer: (result as FrameAnswer | undefined) ?? null,
    }));
  } catch {
    // No script may be put into the page. The welcome page has brought its own.
    return askTop(tabId);
  }
}

async function askTop(tabId: number): Promise<Answered[]> {
  const reply = await sendToFrame(tabId, 0, 'frame.report', {}).catch(() => null);
  return reply ? [{ frameId: 0, answer: reply.answer }] : [];
}

/** Runs in each frame; it is serialized, so it may use nothing from around it. */
function answerPaused(key: string, isPaused: boolean): void {
  // A session that starts knows by `true` that somebody waits for its answer.
  (globalThis as Record<string, unknown>)[key] = isPaused ? () => 'paused' : true;
}

/** Runs in each frame; it is serialized, so it may use nothing from around it. */
function answerHere(key: string): unknown {
  const scope = globalThis as Record<string, unknown>;
  // An element of the page may have the name.
  const answer = Object.hasOwn(scope, key) ? scope[key] : undefined;
  if (typeof answer === 'function') return answer();
  scope[key] = true;
  return null;
}

/**
 * Merges the reports of a tab's frames.
 * @returns cards by weight, heaviest first; it grows with the square root of a card's mentions in each frame
 */
export function mergeReports(
  frames: readonly ReportedFrame[],
): Pick<TabReport, 'total' | 'cards' | 'hasUnreadCode'> {
  const cards = new Map<string, PageCard>();
  let total = 0;
  for (const { frameId, report } of frames)
    for (const { card, count, leading, tier } of report.cards) {
      const known = cards.get(card) ?? { count: 0, leading: 0, weight: 0, position: cards.size };
      cards.set(card, {
        card,
        count: known.count + count,
        // What leads in an embedded page does not lead in the page around it.
        leading: known.leading + (frameId === 0 ? leading : 0),
        weight: known.weight + Math.sqrt(count) * TIER_WEIGHTS[tier],
        position: known.position,
      });
      total += count;
    }
  return {
    total,
    cards: [...cards.values()].sort((a, b) => b.weight - a.weight || a.card.localeCompare(b.card)),
    hasUnreadCode: frames.some(({ report }) => report.hasUnreadCode),
  };
}
