interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Selects the longest of overlapping spans; of equal ones, the first.
 * @param spans in order of start, half-open
 * @returns spans that do not overlap, in order of start
 */
export function selectLongest<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  let cluster: T[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start >= end) {
      for (const each of longestOf(cluster)) kept.push(each);
      cluster = [];
    }
    cluster.push(span);
    end = Math.max(end, span.end);
  }
  return [...kept, ...longestOf(cluster)];
}

/** Of a chain of overlapping spans: the longest, then the longest that does not overlap it, and so on. */
function longestOf<T extends Span>(cluster: readonly T[]): T[] {
  const [first] = cluster;
  if (!first || cluster.length < 2) return [...cluster];
  const kept: T[] = [];
  const clusterEnd = cluster.reduce((end, span) => Math.max(end, span.end), first.end);
  const isTaken = new Uint8Array(clusterEnd - first.start);
  const takes = (offset: number) => isTaken[offset - first.start] === 1;
  for (const span of [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    // A span that was kept is at least as long, so it cannot lie strictly inside.
    if (takes(span.start) || takes(span.end - 1)) continue;
    kept.push(span);
    isTaken.fill(1, span.start - first.start, span.end - first.start);
  }
  return kept.sort((a, b) => a.start - b.start);
}
