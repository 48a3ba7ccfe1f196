import type { Relation } from '../pack/card';
import type { RelationType } from '../pack/schema';
import { relationName } from './names';

export interface RelationsProps {
  relations: readonly Relation[];
  /** BCP 47 tag of the names' own language. */
  language: string;
  /** Opens a card; without it, names are plain text. */
  onOpenCard?: ((id: string) => void) | undefined;
}

function groupByType(relations: readonly Relation[]): Map<RelationType, Relation[]> {
  const groups = new Map<RelationType, Relation[]>();
  for (const relation of relations) {
    const group = groups.get(relation.type);
    if (group) group.push(relation);
    else groups.set(relation.type, [relation]);
  }
  return groups;
}

/**
 * Relations to other cards, grouped by type in order of first appearance. The tooltip of a name gives the reason.
 * @param props the relations, their language, and an event handler
 * @returns a description list of types and names
 */
export function Relations({ relations, language, onOpenCard }: RelationsProps) {
  return (
    <dl class="relations">
      {[...groupByType(relations)].map(([type, members]) => (
        <div key={type}>
          <dt>{relationName(type)}</dt>
          {members.map(({ card, name, because }) => (
            <dd key={card} lang={language}>
              {onOpenCard ? (
                <button
                  type="button"
                  class="link"
                  title={because}
                  data-card={card}
                  onClick={() => onOpenCard(card)}
                >
                  {name}
                </button>
              ) : (
                <span title={because}>{name}</span>
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
