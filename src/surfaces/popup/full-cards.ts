// A chunk of its own, loaded when the first card is opened: mostly the list is enough.
export { cards } from '../../pack/built-in';
export { paragraphs } from '../../pack/built-in-paragraphs';
export { CardPane } from './CardPane';
