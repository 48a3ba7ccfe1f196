import { useMemo, useState } from 'preact/hooks';
import type { ArgumentPart } from '../../pack/argument';
import type { Card } from '../../pack/card';
import type { Kind } from '../../pack/schema';
import { t, tn } from '../../platform/text';
import { ActionIcon, KindIcon } from '../../ui/Icon';
import { Marked } from '../../ui/Marked';
import { kindName } from '../../ui/names';
import { wordsOf } from '../../ui/search';
import { useAtlas } from './atlas-context';
import { countKinds, filterGroups, groupByPart } from './card-index';
import { cardHash, partHash } from './route';
import { Section } from './Section';

export const SEARCH_ID = 'atlas-search';

export interface CardsSectionProps {
  cards: readonly Card[];
  parts: readonly ArgumentPart[];
}

/**
 * All cards by part of the argument, with a search and a filter by kind.
 * @param props the cards and the parts
 * @returns a section
 */
export function CardsSection({ cards, parts }: CardsSectionProps) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Kind>();
  const groups = useMemo(() => groupByPart(cards, parts), [cards, parts]);
  const wanted = filterGroups(groups, { query, kind });
  const found = wanted.reduce((sum, group) => sum + group.cards.length, 0);
  const words = wordsOf(query);
  return (
    <Section id="cards" title={t('atlas_cards_title')} lead={t('atlas_cards_lead')}>
      <search class="finder">
        <SearchField total={cards.length} query={query} onQuery={setQuery} />
        <KindFilter cards={cards} chosen={kind} onChoose={setKind} />
        <p role="status" class={found === 0 ? 'nothing' : 'hidden'}>
          {found === 0 ? t('atlas_none_found', query.trim()) : query || kind ? tn('atlas_found', found) : ''}
        </p>
      </search>
      {wanted.map(({ part, cards: members }) => (
        <div class="card-group" key={part?.id ?? ''} id={part && partHash(part.id).slice(1)}>
          {part && (
            <h3 lang={members[0]?.language}>
              {part.name} <span>{part.about}</span>
            </h3>
          )}
          <ul class="entries">
            {members.map((card) => (
              <Entry key={card.id} card={card} words={words} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

interface SearchFieldProps {
  /** Number of cards in the pack. */
  total: number;
  query: string;
  onQuery: (query: string) => void;
}

function SearchField({ total, query, onQuery }: SearchFieldProps) {
  return (
    <label class="search">
      <ActionIcon name="search" />
      <input
        id={SEARCH_ID}
        type="search"
        autoComplete="off"
        spellcheck={false}
        aria-label={tn('atlas_search', total)}
        placeholder={tn('atlas_search', total)}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </label>
  );
}

interface KindFilterProps {
  cards: readonly Card[];
  /** The only kind that is listed; undefined for all. */
  chosen: Kind | undefined;
  onChoose: (kind: Kind | undefined) => void;
}

function KindFilter({ cards, chosen, onChoose }: KindFilterProps) {
  const kinds = useMemo(() => countKinds(cards), [cards]);
  return (
    <fieldset class="kinds">
      <legend class="hidden">{t('atlas_kinds')}</legend>
      <KindButton
        label={t('atlas_all_kinds')}
        count={cards.length}
        on={!chosen}
        onPress={() => onChoose(undefined)}
      />
      {kinds.map(({ kind, count }) => (
        <KindButton
          key={kind}
          label={kindName(kind)}
          icon={kind}
          count={count}
          on={chosen === kind}
          onPress={() => onChoose(chosen === kind ? undefined : kind)}
        />
      ))}
    </fieldset>
  );
}

interface KindButtonProps {
  label: string;
  icon?: Kind;
  count: number;
  on: boolean;
  onPress: () => void;
}

function KindButton({ label, icon, count, on, onPress }: KindButtonProps) {
  return (
    <button type="button" class="kind-button" aria-pressed={on} onClick={onPress}>
      {icon && <KindIcon kind={icon} />}
      {label} <span>{count}</span>
    </button>
  );
}

function Entry({ card, words }: { card: Card; words: readonly string[] }) {
  const { counts, onShow } = useAtlas();
  const count = counts.get(card.id) ?? 0;
  return (
    <li class={count > 0 ? 'entry lit' : 'entry'}>
      <a href={cardHash(card.id)}>
        <KindIcon kind={card.kind} />
        <span class="hidden">{kindName(card.kind)}</span>
        <span class="name" lang={card.language}>
          <Marked text={card.name} words={words} />
        </span>
        <span class="short" lang={card.language}>
          <Marked text={card.short} words={words} />
        </span>
      </a>
      {count > 0 && (
        <button
          type="button"
          class="link"
          aria-label={t('atlas_show_count', card.name, tn('atlas_on_page', count))}
          onClick={() => onShow(card.id)}
        >
          {tn('atlas_on_page', count)}
        </button>
      )}
    </li>
  );
}
