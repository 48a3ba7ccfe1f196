import { closest } from '../platform/dom';

/** Whether the pointer goes through an element, by its style or as it is inert. */
export function ignoresPointer(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    style.pointerEvents === 'none' ||
    style.getPropertyValue('interactivity') === 'inert' ||
    closest(element, '[inert]') !== null
  );
}
