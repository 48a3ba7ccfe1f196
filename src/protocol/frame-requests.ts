import * as v from 'valibot';

// Apart from the other messages, so that a frame carries no more guards than it needs.

/** A number of mentions. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** A card’s id. */
export const CardId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** Onwards or back. */
export const Direction = v.picklist([1, -1]);

/** A request that says nothing but its name. */
export const Nothing = v.strictObject({});
/** Where a step starts: at the mention reached last, at what is on the screen, or at the frame's edge. */
const From = v.picklist(['here', 'view', 'edge']);

/** What a request of the background to a frame must look like, by message name. */
export const FRAME_REQUESTS = {
  /** To a frame: say again what you have. */
  'frame.report': Nothing,
  /** To a frame: stop, and leave nothing. */
  'frame.stop': Nothing,
  /** To a frame: move the keyboard's ring. `before`: mentions in the frames before it; `total`: in the tab. */
  'frame.step': v.strictObject({ direction: Direction, from: From, before: Count, total: Count }),
  /** To a frame: bring a mention of a card into view. */
  'frame.show': v.strictObject({ card: CardId, direction: Direction, from: From }),
  'frame.return': Nothing,
} as const;
