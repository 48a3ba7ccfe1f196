// A chunk of its own, loaded when the search field is first used.
import { cards } from '../../pack/built-in';
import { spellings } from '../../pack/built-in-spellings';
import { CardSearch } from '../../ui/card-search';

/** The search over the cards of the pack that ships. */
export const search = new CardSearch(cards, spellings);
