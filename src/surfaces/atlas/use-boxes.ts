import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Box } from './wires';

/** Boxes by their `data-box`, in CSS pixels from the start corner of their container, and its size. */
export interface Boxes {
  readonly width: number;
  readonly height: number;
  readonly byName: ReadonlyMap<string, Box>;
  /** Whether the text runs from right to left: coordinates then start at the right. */
  readonly isMirrored: boolean;
}

/**
 * Measures boxes, and again whenever their container changes its size.
 * @param host the container
 * @param content changes when the boxes are others
 * @returns null until they are rendered
 */
export function useBoxes(host: RefObject<HTMLElement | null>, content: unknown): Boxes | null {
  const [boxes, setBoxes] = useState<Boxes | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has other boxes
  useEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    // Fires at once; with `content-visibility: auto`, only when the container comes into view.
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
