import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells what the reader does anywhere in the panel.
 * @param onHeld told when a pointer that rests (no finger) comes over the panel, and when it leaves
 * @param onEscape says whether the key had something to do
 */
export function useGestures(onHeld: (isHeld: boolean) => void, onEscape: () => boolean): void {
  // With what is drawn, not a frame after it: a key pressed meanwhile would be lost.
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
