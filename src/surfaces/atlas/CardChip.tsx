import { t, tn } from '../../platform/text';
import { KindIcon } from '../../ui/Icon';
import { useAtlas } from './atlas-context';
import { cardHash } from './route';

/**
 * A card by its name. Where the page mentions it, it is lit, and its count leads there.
 * @param props id of a card; one that the pack does not have draws nothing
 * @returns a link that opens the card, and a button to the page where there is something to go to
 */
export function CardChip({ id }: { id: string }) {
  const { cards, counts, onShow } = useAtlas();
  const card = cards.get(id);
  if (!card) return null;
  const count = counts.get(id) ?? 0;
  return (
    <span class={count > 0 ? 'chip lit' : 'chip'}>
      <a href={cardHash(id)} lang={card.language}>
        <KindIcon kind={card.kind} />
        {card.name}
      </a>
      {count > 0 && (
        <button
          type="button"
          aria-label={t('atlas_show_count', card.name, tn('atlas_on_page', count))}
          title={t('atlas_show_title', tn('atlas_on_page', count))}
          onClick={() => onShow(id)}
        >
          ×{count}
        </button>
      )}
    </span>
  );
}

/**
 * Cards by their names.
 * @param props ids, in the order to show them
 * @returns a list
 */
export function CardChips({ ids }: { ids: readonly string[] }) {
  return (
    <ul class="chips">
      {ids.map((id) => (
        <li key={id}>
          <CardChip id={id} />
        </li>
      ))}
    </ul>
  );
}
