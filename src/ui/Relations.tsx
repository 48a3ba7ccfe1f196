import type { Relation } from '../pack/card';
import { relationName } from './names';

export interface RelationsProps {
  relations: readonly Relation[];
  /** BCP 47 tag of the names' own language. */
  language: string;
  /** Opens a card; without it, names are plain text. */
  onOpenCard?: ((id: string) => void) | undefined;
}

/**
 * Relations to other cards, each with its reason; those of one type follow each other, under one label.
 * @param props the relations, their language, and an event handler
 * @returns a list of types, each with names and reasons
 */
export function Relations({ relations, language, onOpenCard }: RelationsProps) {
  const types = [...new Set(relations.map(({ type }) => type))];
  return (
    <ul class="relations">
      {types.map((type) => (
        <li key={type} class="axis-row">
          <span class="label">{relationName(type)}</span>
          <div class="says">
            {relations
              .filter((relation) => relation.type === type)
              .map(({ card, name, because }) => (
                <p key={card} lang={language}>
                  {onOpenCard ? (
                    <button type="button" class="link" data-card={card} onClick={() => onOpenCard(card)}>
                      {name}
                    </button>
                  ) : (
                    <b>{name}</b>
                  )}
                  : {because}
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
