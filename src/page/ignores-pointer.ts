import { closest } from '../platform/dom';

/** Whether an element ignores the pointer, by its style or because it is inert. */
export function ignoresPointer(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    style.pointerEvents === 'none' ||
    style.getPropertyValue('interactivity') === 'inert' ||
    closest(element, '[inert]') !== null
  );
}
