import type { Mention } from '../../core/sense-choice';

/**
 * Finds mentions of a block again after its text has changed, without reading it: those before and behind what changed.
 * @returns the mentions that stand in text which is the same, with their new offsets
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
