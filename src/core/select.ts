/**
 * Keeps, where spans overlap, the longer; of equal ones, the first.
 * @param spans in order of start, half-open
 * @returns spans that do not overlap, in order of start
 */
export function selectLongest<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
): T[] {
  const kept: T[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= span.start) kept.push(span);
    else if (span.end - span.start > last.end - last.start) kept[kept.length - 1] = span;
  }
  return kept;
}
