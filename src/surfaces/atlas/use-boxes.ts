import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Box } from './wires';

/** Boxes by the value of their `data-box`, and the size of what they stand in, in pixels from its start corner. */
export interface Boxes {
  readonly width: number;
  readonly height: number;
  readonly byName: ReadonlyMap<string, Box>;
  /** Read from right to left: lengths are counted from the right. */
  readonly isMirrored: boolean;
}

/**
 * Measures where boxes are drawn, and again whenever what they stand in changes its size.
 * @param host what the boxes stand in
 * @param content changes when there are other boxes
 * @returns nothing until it was drawn once
 */
export function useBoxes(host: RefObject<HTMLElement | null>, content: unknown): Boxes | null {
  const [boxes, setBoxes] = useState<Boxes | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has other boxes
  useEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    // Reports at once, unless the browser has put off drawing what is out of sight; then, when it comes into sight.
    const observer = new ResizeObserver(() => setBoxes(measureBoxes(current)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [host, content]);
  return boxes;
}

function measureBoxes(host: HTMLElement): Boxes {
  const whole = host.getBoundingClientRect();
  const isMirrored = getComputedStyle(host).direction === 'rtl';
  const byName = new Map<string, Box>();
  for (const element of host.querySelectorAll<HTMLElement>('[data-box]')) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    byName.set(element.dataset['box'] ?? '', {
      left: isMirrored ? whole.right - right : left - whole.left,
      right: isMirrored ? whole.right - left : right - whole.left,
      top: top - whole.top,
      bottom: bottom - whole.top,
    });
  }
  return { width: whole.width, height: whole.height, byName, isMirrored };
}
