import { type Guard, isCardId, isCount, isOneOf, isShape } from './guards';

const isEmpty = isShape({});
const isDirection = isOneOf([1, -1]);
/** Where a step starts: at the mention reached last, at what is on the screen, or at the frame's edge. */
const isStepOrigin = isOneOf(['here', 'view', 'edge']);

/** What a request of the background to a frame must look like, by message name. */
export const FRAME_GUARDS = {
  /** To a frame that no script may be put into, or that others keep waiting: what do you have? */
  'frame.report': isEmpty,
  /** To a frame: stop, and leave nothing. */
  'frame.stop': isEmpty,
  /** To a frame: move the keyboard's ring. `before`: mentions in the frames before it; `total`: in the tab. */
  'frame.step': isShape({ direction: isDirection, from: isStepOrigin, before: isCount, total: isCount }),
  /** To a frame: open the card of the mention in the ring, or close the card that is open. */
  'frame.open': isEmpty,
  /** To a frame: bring a mention of a card into view. */
  'frame.show': isShape({ card: isCardId, direction: isDirection, from: isStepOrigin }),
  'frame.return': isEmpty,
  /** To a frame: the reader has corrected or chosen something, so ask again what holds. */
  'frame.renew': isEmpty,
} as const;

type FrameMessage = keyof typeof FRAME_GUARDS;

/** Each request to a frame, by message name. */
export type FrameRequests = {
  [N in FrameMessage]: (typeof FRAME_GUARDS)[N] extends Guard<infer T> ? T : never;
};

/**
 * Checks a request to a frame.
 * @returns null where it may be answered, what is wrong with it otherwise; undefined where it is no message to a frame
 */
export function checkFrameRequest(name: string, request: unknown): string | null | undefined {
  if (!Object.hasOwn(FRAME_GUARDS, name)) return undefined;
  return FRAME_GUARDS[name as FrameMessage](request) ? null : 'the request has another form';
}
