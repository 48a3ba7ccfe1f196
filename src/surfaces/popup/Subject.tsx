import { t, tn } from '../../platform/text';
import { NameList } from '../../ui/NameList';
import { type Row, summarise } from './model';

/** The most cards that are named. */
const MAX_NAMED = 3;

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
  return (
    <section class="subject" aria-labelledby="subject-title">
      <header>
        <h2 id="subject-title">{t('popup_subject')}</h2>
        <span title={summarise(total, rows.length)}>{tn('cards', rows.length)}</span>
      </header>
      <p>
        <NameList cards={rows.slice(0, MAX_NAMED).map(({ card }) => card)}>
          {(card, punctuation) => (
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
          )}
        </NameList>
      </p>
    </section>
  );
}
