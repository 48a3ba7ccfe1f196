import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engine, filter, screenData } from '../../scripts/built-in-engine';
import { Screen } from '../../src/core/screen';
import { spot } from '../../src/core/spot';

/** As a frame does: the blocks that hold a form first, then what speaks for the whole page. */
function passes(text: string, headings: readonly string[] = []): boolean {
  const screen = new Screen(filter, screenData);
  const blocks = text.split(/\n[ \t\r]*\n/).filter((block) => filter.mayHold(block));
  return (
    blocks.some((block) => screen.blockSpeaks(block)) || headings.some((each) => screen.headingSpeaks(each))
  );
}

it.each(['tuning', 'held-out'])(
  'passes every labelled text of %s in which the engine finds a mention',
  (name) => {
    const rows = readFileSync(`tests/eval/${name}.jsonl`, 'utf8').trim().split('\n');
    const lost = rows
      .map((row) => JSON.parse(row) as { text: string; title?: string | null; url?: string })
      .filter(({ text, title, url }) => {
        const page = { ...(title && { title }), ...(url && { url }) };
        const host = url && URL.canParse(url) ? new URL(url).hostname.replaceAll('.', ' , ') : '';
        const hasMention = spot(text, page, engine.gazetteer, engine.cues).length > 0;
        return hasMention && !passes(text, [title ?? '', host]);
      });
    expect(lost).toEqual([]);
  },
);

it.each([
  'Total de visitantes diferentes em novembro, segundo o Google Analytics',
  'Google Analytics counted the visits of November.',
  'Microsoft ships the console in a smaller box.\n\nMicrosoft again.',
  'A taxi driver and his passenger find themselves locked in an endless time loop.',
])('does not pass %j: nothing beside the name speaks for a term', (text) => {
  expect(passes(text)).toBe(false);
});

it.each([
  ['Anthropic rents chips.', []],
  ['Google trains a language model.', []],
  ['Google and Microsoft agree.', []],
  ['Bedrock, in short', ['Serving models on AWS']],
])('passes %j under %j', (text, headings) => {
  expect(passes(text, headings)).toBe(true);
});
