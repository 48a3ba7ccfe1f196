import { fontFaces } from '../../platform/dom';

/** How long the page cannot guess a name, in characters. */
const PREFIX_LENGTH = 8;

/**
 * Gives the custom properties that style sheets declare names that the page does not know. It could set them on its root,
 * and register them for all trees of its document (CSS Properties and Values, 2), with a syntax that nothing fits.
 * @param sheets text of all sheets
 * @returns replaces the names in a text
 */
export function ownNames(sheets: readonly string[]): (text: string) => string {
  const declared = new Set(sheets.flatMap((text) => text.match(/--[\w-]+(?=:)/g) ?? []));
  const prefix = `--${crypto.randomUUID().slice(0, PREFIX_LENGTH)}-`;
  return (text) => text.replace(/--[\w-]+/g, (name) => (declared.has(name) ? prefix + name.slice(2) : name));
}

/**
 * Leaves out of the lists of fonts those for which the page has brought files: they hold in all trees of its document.
 * @param text a style sheet that has its lists in custom properties
 */
export function withoutPageFonts(text: string): string {
  const brought = new Set(fontFaces().map(({ family }) => familyOf(family)));
  return text.replace(/(--s(?:erif|ans):)([^;]+)/g, (_, name: string, list: string) => {
    const kept = list.split(',').filter((family) => !brought.has(familyOf(family)));
    return name + kept.join(',');
  });
}

const familyOf = (text: string) =>
  text
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
