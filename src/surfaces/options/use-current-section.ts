import { useEffect, useState } from 'preact/hooks';

/**
 * Tracks the section that the reader has scrolled to.
 * @param ids ids of the sections, in order; missing ones are skipped
 * @param isReady whether the sections are in the document
 * @returns the id of the last section whose top is in the upper third of the viewport, or above it
 */
export function useCurrentSection(ids: readonly string[], isReady: boolean): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    if (!isReady) return undefined;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
      const above = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && (top < clientHeight / 3 || isAtEnd);
      });
      setCurrent(above.at(-1) ?? ids[0]);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [ids, isReady]);
  return current;
}
