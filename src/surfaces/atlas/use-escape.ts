import { useLayoutEffect } from 'preact/hooks';

/**
 * Handles the Escape key, except in a text field, which has its own use for it.
 * @param onEscape undefined while there is nothing to close
 */
export function useEscape(onEscape: (() => void) | undefined): void {
  // A layout effect: a key that is pressed before the next frame would be lost.
  useLayoutEffect(() => {
    if (!onEscape) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement;
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || inField) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
}
