import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parentElementOf } from '../platform/dom';
import type { Box } from './boxes';
import { followLayout } from './follow-layout';
import { visibleBoxes } from './term-boxes';

/** Pixels between a term and the ring around it. */
const INSET = 3;
/** How thick the ring is, in pixels. */
const BORDER = 2;

/** The ring around the mention that the keyboard has reached: a box a line. Drawn over the page, not in it. */
export function Ring({ range }: { range: StaticRange }) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const around = parentElementOf(range.startContainer);
  const look = useRef(() => {});
  look.current = () => {
    const found = visibleBoxes(range);
    if (JSON.stringify(found) !== JSON.stringify(boxes)) setBoxes(found);
  };
  useLayoutEffect(() => {
    const ending = new AbortController();
    followLayout(around, null, () => look.current(), ending.signal);
    return () => ending.abort();
  }, [around]);
  // At every render: the page may have changed.
  useLayoutEffect(() => look.current());
  return boxes.map(({ left, top, right, bottom }) => (
    <div
      key={`${left} ${top}`}
      class="ring"
      style={{
        left: `${left - INSET}px`,
        top: `${top - INSET}px`,
        width: `${right - left + 2 * (INSET - BORDER)}px`,
        height: `${bottom - top + 2 * (INSET - BORDER)}px`,
      }}
    />
  ));
}
