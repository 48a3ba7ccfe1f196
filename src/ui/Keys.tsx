/** Key labels for names that browsers use in shortcuts. */
const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/**
 * A keyboard shortcut.
 * @param props the shortcut as the browser writes it, such as `Alt+Shift+Period`; on macOS without `+`
 * @returns a line of `kbd` elements, left to right in every language
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
