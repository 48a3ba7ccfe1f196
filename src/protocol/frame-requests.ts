import { type Guard, isCardId, isCount, isOneOf, isShape } from './guards';

const isEmpty = isShape({});
const isDirection = isOneOf([1, -1]);
/** Where a step starts: at the last mention reached, at the viewport, or at the frame's edge. */
const isStepOrigin = isOneOf(['here', 'view', 'edge']);

/** Guards of the background's requests to a frame, by message name. */
export const FRAME_GUARDS = {
  /** Asks for a frame's report, where no script can be injected or injection is delayed by other frames. */
  'frame.report': isEmpty,
  /** Stops the frame's session and removes everything it added. */
  'frame.stop': isEmpty,
  /** Moves the keyboard's ring. `before`: number of mentions in preceding frames; `total`: in the tab. */
  'frame.step': isShape({ direction: isDirection, from: isStepOrigin, before: isCount, total: isCount }),
  /** Opens the card of the mention in the ring, or closes the open card. */
  'frame.open': isEmpty,
  /** Scrolls a mention of a card into view. */
  'frame.show': isShape({ card: isCardId, direction: isDirection, from: isStepOrigin }),
  /** Scrolls back to where the reader was before `frame.show`. */
  'frame.return': isEmpty,
  /** Corrections or settings have changed: the frame asks for them again. */
  'frame.renew': isEmpty,
} as const;

type FrameMessage = keyof typeof FRAME_GUARDS;

/** The requests to a frame, by message name. */
export type FrameRequests = {
  [N in FrameMessage]: (typeof FRAME_GUARDS)[N] extends Guard<infer T> ? T : never;
};

/**
 * Checks a request to a frame.
 * @returns null where it is valid, else a description of the problem; undefined for a message to another context
 */
export function checkFrameRequest(name: string, request: unknown): string | null | undefined {
  if (!Object.hasOwn(FRAME_GUARDS, name)) return undefined;
  return FRAME_GUARDS[name as FrameMessage](request) ? null : 'the request is malformed';
}
