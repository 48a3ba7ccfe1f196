import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayBeProse } from '../../../src/core/prose';

/** Samples with their labels: `%%% prose NAME` or `%%% code NAME`, and then the text. */
function samplesIn(file: string): { label: string; name: string; text: string }[] {
  return readFileSync(`tests/core/prose/${file}`, 'utf8')
    .split(/^%%% /m)
    .slice(1)
    .map((sample) => {
      const [, label = '', name = '', text = ''] = /^(\w+) (.*)\n([\s\S]*)$/.exec(sample) ?? [];
      return { label, name, text };
    });
}

const labelOf = (text: string) => (mayBeProse(text, 'sample') ? 'prose' : 'code');

test.each(samplesIn('tuned.txt'))('$label: $name', ({ label, text }) => {
  expect(labelOf(text)).toBe(label);
});

// Nothing was tuned on these.
test.each(samplesIn('held-out.txt'))('held out, $label: $name', ({ label, text }) => {
  expect(labelOf(text)).toBe(label);
});
