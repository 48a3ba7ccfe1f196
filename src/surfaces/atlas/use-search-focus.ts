import { useEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to the search field, also where it has yet to be drawn.
 * @param fieldId id of the search field
 * @param isCardOpen whether a card is open, which in a narrow window replaces the field
 * @returns a function that closes the card, if there is one, and focuses the field
 */
export function useSearchFocus(fieldId: string, isCardOpen: boolean): () => void {
  const isPending = useRef(false);
  const focusField = () => {
    const field = document.getElementById(fieldId);
    field?.focus();
    if (document.activeElement === field) isPending.current = false;
  };
  useEffect(() => {
    if (isPending.current) focusField();
  });
  return () => {
    isPending.current = true;
    if (isCardOpen) location.hash = '#cards';
    else focusField();
  };
}
