import { useLayoutEffect, useRef } from 'preact/hooks';
import { followRange, rectOf } from './place';

/** Pixels between a term and the ring around it. */
const INSET = 3;

/** The ring around the mention that the keyboard has reached. Drawn over the page, not in it. */
export function Ring({ range }: { range: StaticRange }) {
  const ring = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ring.current;
    if (!element) return undefined;
    return followRange(range, element, () => {
      const { left, top, width, height } = rectOf(range);
      Object.assign(element.style, {
        left: `${left - INSET}px`,
        top: `${top - INSET}px`,
        width: `${width + 2 * INSET - 4}px`,
        height: `${height + 2 * INSET - 4}px`,
      });
    });
  }, [range]);
  return <div ref={ring} class="ring" />;
}
