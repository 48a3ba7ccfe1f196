/** What stands on keys that the browsers call by a word. */
const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/**
 * Keys that are pressed together.
 * @param props a shortcut as browsers write it, such as `Alt+Shift+Period`; on a Mac there are no signs between
 * @returns a line of keys, from left to right in every language
 */
export function Keys({ keys }: { keys: string }) {
  return (
    <span class="keys" dir="ltr">
      {keys.split(/(?<=[^+])\+/).map((key) => (
        <kbd key={key}>{SIGNS[key] ?? key}</kbd>
      ))}
    </span>
  );
}
