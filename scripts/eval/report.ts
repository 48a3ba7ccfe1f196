import { type Counts, type Fault, f1, precision, recall, type Score } from './score';

const figure = (value: number) => value.toFixed(3);

function line(name: string, counts: Counts): string {
  const { tp, fp, fn } = counts;
  const figures = `P ${figure(precision(counts))}  R ${figure(recall(counts))}  F1 ${figure(f1(counts))}`;
  return `${name.padEnd(34)} ${figures}  (tp ${tp}, fp ${fp}, fn ${fn})`;
}

/** Writes scores of several spotters over the same texts as a table, the first of them card by card. */
export function describeScores(scores: readonly (readonly [name: string, score: Score])[]): string {
  const [[, ours] = []] = scores;
  if (!ours) return '';
  const cards = [...ours.byCard].sort(([a], [b]) => a.localeCompare(b));
  return [
    ...scores.flatMap(([name, { all, ambiguous }]) => [
      line(name, all),
      line('  where a form has other senses', ambiguous),
    ]),
    '',
    ...cards.map(([card, counts]) => line(card, counts)),
    '',
    `${ours.unlisted} link(s) on spans without a label, not scored`,
    ...describeConfusions(ours.faults),
  ].join('\n');
}

/** Counts what was taken for what. */
function describeConfusions(faults: readonly Fault[]): string[] {
  const counts = new Map<string, number>();
  for (const { expected, got, form } of faults) {
    const pair = `“${form}”: ${expected ?? 'another sense'} taken for ${got ?? 'none'}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  if (counts.size === 0) return ['no confusions'];
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([pair, count]) => `${String(count).padStart(4)}  ${pair}`);
  return ['', 'confusions', ...rows];
}

const AROUND = 70;

/** Writes each fault with the text around it. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ expected, got, text, start, end }) => {
      const before = text.slice(Math.max(0, start - AROUND), start);
      const after = text.slice(end, end + AROUND);
      return `${expected ?? '–'} → ${got ?? '–'}: …${before}[${text.slice(start, end)}]${after}…`.replace(
        /\s+/g,
        ' ',
      );
    })
    .join('\n');
}
