// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that a sheet lays out otherwise
import type { Argument, Hold, Holding } from '../../pack/argument';
import { t } from '../../platform/text';
import { CardChips } from './CardChip';
import { CitationLink } from './CitationLink';
import { Section } from './Section';

const HOLD_KEYS = {
  owned: 'atlas_owned',
  'part-owned': 'atlas_part_owned',
  rented: 'atlas_rented',
} as const satisfies Record<Hold, string>;

/**
 * Who owns or rents what at each layer of the stack. The roles are explicit, since browsers drop the implicit roles of
 * a table with another CSS display type.
 * @param props the argument
 * @returns a section with a table: layers from the top down, by parties
 */
export function StackMap({ argument }: { argument: Argument }) {
  const { layers, parties, language } = argument;
  return (
    <Section id="stack" title={t('atlas_stack')} lead={t('atlas_stack_lead')} aside={<Key />}>
      <table
        class="stack-map"
        role="table"
        aria-labelledby="stack-title"
        style={{ '--parties': parties.length }}
      >
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {parties.map(({ name }) => (
              <th key={name} role="columnheader" scope="col" lang={language}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {[...layers].reverse().map(({ layer, name, question }, index) => (
            <tr key={layer} role="row">
              <th role="rowheader" scope="row" lang={language}>
                <b>{name}</b>
                <i aria-hidden="true">{layers.length - index}</i>
                <span>{question}</span>
              </th>
              {parties.map((party) => (
                <td key={party.name} role="cell">
                  <span class="party" aria-hidden="true" lang={language}>
                    {party.name}
                  </span>
                  <Holdings
                    holdings={party.holdings.filter((each) => each.layer === layer)}
                    language={language}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Holdings({ holdings, language }: { holdings: readonly Holding[]; language: string }) {
  if (holdings.length === 0)
    return (
      <p class="no-holding" title={t('atlas_not_discussed')}>
        <span aria-hidden="true">–</span>
        <span class="hidden">{t('atlas_not_discussed')}</span>
      </p>
    );
  return (
    <div class="holdings">
      {holdings.map(({ hold, note, cards, cite }) => (
        <div key={note} class={`holding ${hold ?? 'neither'}`}>
          <p>
            {hold && <b>{t(HOLD_KEYS[hold])}</b>}
            {hold && ' · '}
            <span lang={language}>{note}</span>
            {'\u00a0'}
            <CitationLink cite={cite} language={language} />
          </p>
          <CardChips ids={cards} />
        </div>
      ))}
    </div>
  );
}

function Key() {
  const holds = Object.entries(HOLD_KEYS) as [Hold, (typeof HOLD_KEYS)[Hold]][];
  return (
    <ul class="key" aria-label={t('atlas_key')}>
      {holds.map(([hold, key]) => (
        <li key={hold}>
          <i class={hold} aria-hidden="true" />
          {t(key)}
        </li>
      ))}
      <li>
        <span aria-hidden="true">–</span> {t('atlas_not_discussed')}
      </li>
      <li>
        <i class="on-page" aria-hidden="true" />
        {t('atlas_key_on_page')}
      </li>
    </ul>
  );
}
