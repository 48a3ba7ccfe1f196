import { markMatches } from './search';

/**
 * A text with the letters that a search found.
 * @param props the text, and folded words that match the start of its words
 * @returns the text, with a `mark` around each match
 */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>
      {markMatches(text, words).map((run, index) =>
        run.matched ? <mark key={index}>{run.text}</mark> : run.text,
      )}
    </>
  );
}
