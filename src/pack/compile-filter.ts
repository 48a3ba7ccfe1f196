import { packFilter } from '../core/filter-table';
import { type FormIndexData, hashKey, mayJoin } from '../core/form-index';
import { foldCode, keyOf, scriptOf } from '../core/tokenize';
import functionWords from './function-words.json';
import { tokensIn } from './index-forms';

/** Words too frequent to identify a form: where its prefix ends with one, the next word is needed too. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(functionWords.map(keyOf));

/**
 * Compiles the gazetteer's forms to the filter that a frame applies to its text.
 * @param aliases the gazetteer's index
 * @returns it packed
 */
export function compileFilter(aliases: FormIndexData): string {
  const forms = tokensIn(aliases);
  const wholes = new Set(forms.map((tokens) => tokens.join('')));
  const gates = new Set<string>();
  const leads = new Set<string>();
  for (const tokens of forms) {
    const [first = '', second = ''] = tokens;
    const length = scriptIn(first) === 'single' ? tokens.length : gateLength(tokens);
    const isOneRun = scriptIn(first) !== 'single' && scriptIn(first) === scriptIn(second);
    if (wholes.has(first) && isOneRun && mayJoin(first + second, first.length, (part) => wholes.has(part)))
      gates.add(first + second);
    let key = '';
    for (const token of tokens.slice(0, length - 1)) {
      key += token;
      // A form that starts with another one is found through that, unless a page joins its first two words.
      if (wholes.has(key)) break;
      leads.add(key);
    }
    if (!wholes.has(key)) gates.add(tokens.slice(0, length).join(''));
  }
  // The filter looks for what stands before a plural's s itself.
  for (const key of gates) if (key.endsWith('s') && gates.has(key.slice(0, -1))) gates.delete(key);
  return packFilter([...gates].map(hashKey), [...leads].map(hashKey));
}

/** Number of words that identify a form: two, and more up to the first that is no function word. */
function gateLength(tokens: readonly string[]): number {
  let length = 2;
  while (FUNCTION_WORDS.has(tokens[length - 1] ?? '') && length < tokens.length) length++;
  return Math.min(length, tokens.length);
}

const scriptIn = (token: string) => scriptOf(foldCode(token.charCodeAt(0)));
