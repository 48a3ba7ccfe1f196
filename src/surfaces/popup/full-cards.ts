// A script of its own, which the popup fetches with the first card that is opened: most openings need the list only.
export { cards } from '../../pack/built-in';
export { CardPane } from './CardPane';
