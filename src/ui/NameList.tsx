import { type ComponentChildren, Fragment } from 'preact';
import type { Card } from '../pack/card';
import { formatList } from '../platform/text';

/** Stands for the n-th name in a list: a character that no name has. */
const PLACEHOLDER = '\uFFFC';

export interface NameListProps<C> {
  /** The cards to name. */
  cards: readonly C[];
  /** Draws a name with the punctuation that must stay beside it; the name alone by default. */
  children?: (card: C, punctuation: string) => ComponentChildren;
}

/**
 * Names of cards as a list in the reader's language: 'a, b and c'.
 * @param props the cards, and how to draw a name
 * @returns the names in their own language, with what stands between them
 */
export function NameList<C extends Pick<Card, 'id' | 'name' | 'language'>>({
  cards,
  children = showName,
}: NameListProps<C>) {
  const separators = formatList(cards.map(() => PLACEHOLDER)).split(PLACEHOLDER);
  return (
    <>
      {cards.map((card, index) => {
        const separator = separators[index + 1] ?? '';
        const punctuation = /^\S*/.exec(separator)?.[0] ?? '';
        return (
          <Fragment key={card.id}>
            {children(card, punctuation)}
            {separator.slice(punctuation.length)}
          </Fragment>
        );
      })}
    </>
  );
}

const showName = ({ name, language }: Pick<Card, 'name' | 'language'>, punctuation: string) => (
  <>
    <span lang={language}>{name}</span>
    {punctuation}
  </>
);
