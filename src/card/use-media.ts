import { useEffect, useState } from 'preact/hooks';

/** Whether a media query matches, now and after every change. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => holds(matchMedia(query)));
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setMatches(holds(list));
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

// biome-ignore lint/plugin: no node
const holds = ({ matches }: MediaQueryList) => matches;
