import { t } from '../../platform/text';
import type { Coverage, PartState } from '../../ui/coverage';
import { partHash } from './route';

/** Names of a part's state, which colour and line also show. */
const STATE_KEYS = {
  lit: 'atlas_part_lit',
  touched: 'atlas_part_touched',
  dark: 'atlas_part_dark',
} as const satisfies Record<PartState, string>;

export interface PartsProps {
  coverage: Coverage;
  /** BCP 47 tag of the parts' names. */
  language: string;
  /** Whether a page has mentions: without them, no part is called left out. */
  isLit: boolean;
}

/**
 * The parts of the argument in order, each with its coverage by the page.
 * @param props the coverage
 * @returns a list of links to each part's cards
 */
export function Parts({ coverage, language, isLit }: PartsProps) {
  return (
    <nav class="parts" aria-label={t('atlas_parts')}>
      <ol>
        {coverage.parts.map(({ part, state }, index) => (
          <li key={part.id}>
            <a href={partHash(part.id)} class={isLit ? state : ''}>
              <span class="number">{index + 1}</span>
              <span class="name" lang={language} title={part.about}>
                {part.name}
              </span>
              {isLit && <span class="state">{t(STATE_KEYS[state])}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
