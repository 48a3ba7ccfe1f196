interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Keeps, where spans overlap, the longest; of equal ones, the first.
 * @param spans in order of start, half-open
 * @returns spans that do not overlap, in order of start
 */
export function selectLongest<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  let cluster: T[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start >= end) {
      kept.push(...longestOf(cluster));
      cluster = [];
    }
    cluster.push(span);
    end = Math.max(end, span.end);
  }
  return [...kept, ...longestOf(cluster)];
}

/** Of spans that hang together by overlaps: the longest, then the longest that is still free, and so on. */
function longestOf<T extends Span>(cluster: readonly T[]): T[] {
  if (cluster.length < 2) return [...cluster];
  const kept: T[] = [];
  for (const span of [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((other) => other.start < span.end && span.start < other.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}
