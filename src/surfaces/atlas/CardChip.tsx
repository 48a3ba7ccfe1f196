import { t, tn } from '../../platform/text';
import { KindIcon } from '../../ui/Icon';
import { useAtlas } from './atlas-context';
import { cardHash } from './route';

/**
 * A link to a card. Where the page mentions the card, it is highlighted, with the count as a button to the mention.
 * @param props the card's id
 * @returns a link and perhaps a button; nothing for an unknown id
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
 * Links to cards.
 * @param props ids, in display order
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
