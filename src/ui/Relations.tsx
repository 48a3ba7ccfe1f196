import type { Relation } from '../pack/card';
import type { RelationType } from '../pack/schema';
import { relationName } from './names';

export interface RelationsProps {
  relations: readonly Relation[];
  /** BCP 47 tag of the names' own language. */
  language: string;
  /** Makes each name a button that opens its card. */
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
 * Ties to other cards, grouped by their type, first type first. Each name's tooltip gives the reason.
 * @param props the relations, their language, and what opening one does
 * @returns a description list: type, then names
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
