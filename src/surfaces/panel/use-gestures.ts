import { useLayoutEffect } from 'preact/hooks';

/**
 * Listens to the pointer and the Escape key anywhere in the panel.
 * @param onHeld called when a pointer that can hover enters the panel, and when it leaves
 * @param onEscape returns whether the key had an effect
 */
export function useGestures(onHeld: (isHeld: boolean) => void, onEscape: () => boolean): void {
  // A layout effect: a key that is pressed before the next frame would be lost.
  useLayoutEffect(() => {
    const root = document.documentElement;
    const enter = ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') onHeld(true);
    };
    const leave = () => onHeld(false);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && onEscape()) event.preventDefault();
    };
    root.addEventListener('pointerenter', enter);
    root.addEventListener('pointerleave', leave);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      root.removeEventListener('pointerenter', enter);
      root.removeEventListener('pointerleave', leave);
      document.removeEventListener('keydown', onKeyDown);
    };
  });
}
