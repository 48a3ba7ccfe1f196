import type { Mention } from '../../core/sense-choice';

/**
 * Carries a block's mentions over to its changed text, without reading it: those before and after the part that differs.
 * @returns the mentions in unchanged text, with offsets into the new text
 */
export function carryOver<T extends Mention>(
  { block, mentions }: { readonly block: { readonly text: string }; readonly mentions: readonly T[] },
  text: string,
): T[] {
  const before = block.text;
  const shorter = Math.min(before.length, text.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === text.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === text.charCodeAt(text.length - 1 - suffix)
  )
    suffix++;
  const shift = text.length - before.length;
  return mentions.flatMap((mention) => {
    if (mention.end <= prefix) return [mention];
    if (mention.start < before.length - suffix) return [];
    return [{ ...mention, start: mention.start + shift, end: mention.end + shift }];
  });
}
