import { fontFaces } from '../platform/dom';

// Not `randomUUID`, which pages without encryption lack.
const PREFIX = `--${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}-`;

/**
 * The random name of a custom property of the cards. The page could set properties with known names on its root, and
 * register them for all trees of its document with a syntax that no value matches (CSS Properties and Values, 2).
 * @param name as the style sheets have it, with its two hyphens
 */
export const privateName = (name: string): string => PREFIX + name.slice(2);

/** Renames the custom properties in a style sheet to their random names. */
export const withPrivateNames = (text: string): string => text.replace(/(?<![\w-])--[\w-]+/g, privateName);

/** Sets a custom property of the cards on one of their elements, or removes it if `value` is null. */
export function setPrivateProperty(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.style.removeProperty(privateName(name));
  else element.style.setProperty(privateName(name), value);
}

/**
 * Removes font families that the page has loaded from the lists of fonts: they apply in all trees of its document.
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
