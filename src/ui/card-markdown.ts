import type { Card, Citation, Statement } from '../pack/card';
import { t } from '../platform/text';
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
  const { name, kind, party, definition, deal, statements, undo, source } = card;
  const belongsTo = party && party !== name ? ` · ${plain(party)}` : '';
  const warnings = undo.map(({ text, cite }) => ({ stance: 'risk', text, cite }) as const);
  const undone = undo.length > 0 ? [`${t('card_undo')}:`, listOf(warnings)] : [];
  const date = source.published ?? t('card_undated');
  return [
    `## ${plain(name)}`,
    `${kindName(kind)}${belongsTo}`,
    plain(definition),
    `${plain(source.dealHeading)}: ${plain(deal)}`,
    listOf(statements),
    ...undone,
    t('card_source', plain(source.author), plain(source.title), date),
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
