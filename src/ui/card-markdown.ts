import type { Card, Citation, Statement } from '../pack/card';
import { t } from '../platform/text';
import { counterpointsOf } from './counterpoints';
import { kindName, stanceName } from './names';

const MARKUP = /[\\`*_[\]<>#|~]/g;

/** Escapes Markdown syntax. */
const plain = (text: string) => text.replace(MARKUP, '\\$&');

/**
 * Formats a card as Markdown (CommonMark 0.31), each statement with its stance and citation.
 * @param card the card
 * @returns Markdown that ends with the source and a line break
 */
export function cardMarkdown(card: Card): string {
  const { name, kind, party, definition, statements, source } = card;
  const belongsTo = party && party !== name ? ` · ${plain(party)}` : '';
  const counterpoints = counterpointsOf(card);
  const undone = counterpoints.length > 0 ? [`${t('card_counterpoints')}:`, listOf(counterpoints)] : [];
  return [
    `## ${plain(name)}`,
    `${kindName(kind)}${belongsTo}`,
    plain(definition),
    listOf(statements),
    ...undone,
    t('card_source', plain(source.author), plain(source.title)),
  ]
    .join('\n\n')
    .concat('\n');
}

const listOf = (statements: readonly Statement[]) =>
  statements
    .map(({ stance, text, cite }) => `- **${stanceName(stance)}**: ${plain(text)} (${citationOf(cite)})`)
    .join('\n');

const citationOf = ({ number, name, paragraph }: Citation) =>
  t('card_cite_markdown', number, plain(name), paragraph);
