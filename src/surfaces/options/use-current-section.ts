import { useEffect, useState } from 'preact/hooks';

/**
 * Follows which section the reader has come to.
 * @param ids of the sections, in order; those that are not on the page are passed over
 * @param isReady whether they are on the page yet
 * @returns the id of the last section whose title is in the upper part of the screen, or above it
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
