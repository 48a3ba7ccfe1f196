import { describe, expect, it } from 'vitest';
import { type LabelledText, parseLabelled } from '../../scripts/eval/labelled';
import { describeFaults, describeScores } from '../../scripts/eval/report';
import { f1, type Linked, precision, recall, score } from '../../scripts/eval/score';
import { sidelight, wholeWords } from '../../scripts/eval/spotters';
import { buildEngine } from '../core/tiny-engine';

const text = (written: string, kind = 'positive'): LabelledText => {
  const mentions: LabelledText['mentions'] = [];
  let plain = '';
  for (const piece of written.split(/(\[[^\]]+\])/)) {
    const [, form, mark = '', card = ''] = /^\[(.+)\|([!?]?)(.+)\]$/.exec(piece) ?? [];
    if (form === undefined) {
      plain += piece;
      continue;
    }
    const span = { start: plain.length, end: plain.length + form.length };
    const isNo = mark === '!';
    mentions.push({
      ...span,
      card: isNo ? null : card,
      label: isNo ? 'no' : mark === '?' ? 'optional' : 'yes',
      ...(isNo && { notCard: card }),
    });
    plain += form;
  }
  return { id: plain, kind, text: plain, mentions };
};
const linking =
  (...links: (readonly [surface: string, card: string])[]) =>
  ({ text: source }: LabelledText): Linked[] =>
    links.flatMap(([surface, card]) => {
      const start = source.indexOf(surface);
      return start < 0 ? [] : [{ start, end: start + surface.length, card }];
    });
const countsOf = (written: string, kind: string, ...links: Parameters<typeof linking>) =>
  score([text(written, kind)], linking(...links)).all;

describe('a score', () => {
  it.each([
    ['a right link', 'On [Bedrock|bedrock].', [['Bedrock', 'bedrock']], { tp: 1, fp: 0, fn: 0 }],
    ['a missing link', 'On [Bedrock|bedrock].', [], { tp: 0, fp: 0, fn: 1 }],
    ['another sense linked', 'On [bedrock|!bedrock].', [['bedrock', 'bedrock']], { tp: 0, fp: 1, fn: 0 }],
    ['another sense left', 'On [bedrock|!bedrock].', [], { tp: 0, fp: 0, fn: 0 }],
    ['the wrong card', 'On [Bedrock|bedrock].', [['Bedrock', 'aws']], { tp: 0, fp: 1, fn: 1 }],
    ['an optional one, either way', '[Bedrock|?bedrock]', [['Bedrock', 'bedrock']], { tp: 0, fp: 0, fn: 0 }],
    ['a label in a longer link', '[AWS|aws] Trn', [['AWS Trn', 'trainium']], { tp: 0, fp: 0, fn: 0 }],
  ] as const)('counts %s', (_what, written, links, counts) => {
    expect(countsOf(written, 'positive', ...links)).toEqual(counts);
  });

  it('asks for no household name in a text off the subject, but for none too many', () => {
    expect(countsOf('[Amazon|amazon]', 'negative')).toEqual({ tp: 0, fp: 0, fn: 0 });
    expect(countsOf('[Amazon|!amazon]', 'negative', ['Amazon', 'amazon'])).toEqual({ tp: 0, fp: 1, fn: 0 });
  });

  it('keeps cards with other senses apart, and what nobody labelled', () => {
    const texts = [text('[Bedrock|bedrock] and [AWS|aws]'), text('a [bedrock|!bedrock] floor')];
    const { ambiguous, byCard, unlisted } = score(texts, linking(['Bedrock', 'bedrock'], ['and', 'aws']));
    expect(ambiguous).toEqual({ tp: 1, fp: 0, fn: 0 });
    expect(byCard.get('aws')).toEqual({ tp: 0, fp: 0, fn: 1 });
    expect(unlisted).toBeGreaterThan(0);
  });

  it('gives precision, recall and their mean', () => {
    const counts = { tp: 3, fp: 1, fn: 3 };
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([0.75, 0.5, 0.6]);
    const none = { tp: 0, fp: 0, fn: 0 };
    expect([precision(none), recall(none), f1(none)]).toEqual([1, 1, 0]);
  });

  it('is told with its confusions, and each fault with the text around it', () => {
    const result = score([text('On [Bedrock|bedrock] they build.')], linking(['Bedrock', 'aws']));
    const told = describeScores([['ours', result]]);
    expect(told).toMatch(/ours +P 0\.000 {2}R 0\.000/);
    expect(told).toContain('1  “Bedrock”: bedrock taken for aws');
    expect(describeFaults(result.faults)).toBe('bedrock → aws: …On [Bedrock] they build.…');
  });
});

describe('the spotters', () => {
  const { gazetteer, cues } = buildEngine({ bedrock: { withEvidence: ['Bedrock'], for: ['AWS'] } });
  const found = (spotter: ReturnType<typeof wholeWords>, source: string) =>
    spotter(text(source)).map(({ start, end }) => source.slice(start, end));

  it('link by evidence, or each whole word in any case, or in its own', () => {
    const source = 'AWS runs Bedrock. The bedrock is old.';
    expect(found(sidelight(gazetteer, cues), source)).toEqual(['Bedrock']);
    expect(found(wholeWords(gazetteer, { isCaseExact: false }), source)).toEqual(['Bedrock', 'bedrock']);
    expect(found(wholeWords(gazetteer, { isCaseExact: true }), source)).toEqual(['Bedrock']);
  });
});

describe('labelled texts', () => {
  it('are read line by line; further fields are ignored', () => {
    const line = JSON.stringify({ ...text('[A|aws]'), genre: 'news' });
    expect(parseLabelled('a.jsonl', `${line}\n\n${line}\n`)).toHaveLength(2);
  });

  it.each([
    ['{', /^a\.jsonl:2 is not JSON/],
    ['{"id":1}', /^a\.jsonl:2 is no labelled text: kind: /],
  ])('are refused where a line is %s, by file and line', (line, message) => {
    expect(() => parseLabelled('a.jsonl', `\n${line}`)).toThrow(message);
  });
});
