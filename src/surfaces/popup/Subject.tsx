import { Fragment } from 'preact';
import { formatList, t, tn } from '../../platform/text';
import { type Row, summarise } from './model';

/** The most cards that are named. */
const MAX_NAMED = 3;
/** Stands for the n-th name in a list that is yet to get its links: a character that no name has. */
const PLACEHOLDER = '\uFFFC';

export interface SubjectProps {
  /** The page's rows, as ranked. */
  rows: readonly Row[];
  /** Mentions on the page. */
  total: number;
  onOpen: (id: string) => void;
}

/**
 * What the page is mostly about, as links to cards.
 * @param props the page's rows and an event handler
 * @returns a section
 */
export function Subject({ rows, total, onOpen }: SubjectProps) {
  const named = rows.slice(0, MAX_NAMED);
  const separators = formatList(named.map(() => PLACEHOLDER)).split(PLACEHOLDER);
  return (
    <section class="subject" aria-labelledby="subject-title">
      <header>
        <h2 id="subject-title">{t('popup_subject')}</h2>
        <span title={summarise(total, rows.length)}>{tn('cards', rows.length)}</span>
      </header>
      <p>
        {named.map(({ card }, index) => {
          const separator = separators[index + 1] ?? '';
          const punctuation = /^\S*/.exec(separator)?.[0] ?? '';
          return (
            <Fragment key={card.id}>
              <span class="subject-name">
                <button
                  type="button"
                  data-row={`subject ${card.id}`}
                  lang={card.language}
                  onClick={() => onOpen(card.id)}
                >
                  {card.name}
                </button>
                {punctuation}
              </span>
              {separator.slice(punctuation.length)}
            </Fragment>
          );
        })}
      </p>
    </section>
  );
}
