/** Marks the element that cards are drawn in, for the style sheet and for the sessions that come after this one. */
export const HOST = 'data-reading-note';
/** Marks it for the scripts of this session only: of one world. */
const OWN = 'sidelightHost';

/** Marks an element as the host of this session's cards. */
export function claimHost(element: Element): void {
  element.setAttribute(HOST, '');
  Object.assign(element, { [OWN]: true });
}

/** Whether this session draws its cards in an element. */
export const isOwnHost = (element: Element): boolean => OWN in element;
