import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Card } from '../../pack/card';
import type { RelationType } from '../../pack/schema';
import { t, tn } from '../../platform/text';
import { KindIcon } from '../../ui/Icon';
import { useAtlas } from './atlas-context';
import { type RelationGroup, relationsAround } from './relations';
import { cardHash, tiesHash } from './route';
import { Section } from './Section';
import { useBoxes } from './use-boxes';
import type { Box } from './wires';

/** Headings of a type of relation: from the card in the middle, and to it. */
const HEADING_KEYS = {
  'runs on': ['atlas_out_runs_on', 'atlas_in_runs_on'],
  'competes with': ['atlas_out_competes_with', 'atlas_in_competes_with'],
  'depends on': ['atlas_out_depends_on', 'atlas_in_depends_on'],
  supplies: ['atlas_out_supplies', 'atlas_in_supplies'],
  validates: ['atlas_out_validates', 'atlas_in_validates'],
  funds: ['atlas_out_funds', 'atlas_in_funds'],
  'part of': ['atlas_out_part_of', 'atlas_in_part_of'],
  'undermined by': ['atlas_out_undermined_by', 'atlas_in_undermined_by'],
  answers: ['atlas_out_answers', 'atlas_in_answers'],
  'contrasts with': ['atlas_out_contrasts_with', 'atlas_in_contrasts_with'],
} as const satisfies Record<RelationType, readonly [string, string]>;

const CENTRE = 'centre';

export interface RelationMapProps {
  /** The card in the middle. */
  card: Card;
  cards: readonly Card[];
}

/**
 * One card between its incoming and outgoing relations. Each related card links to the map around itself, in the same
 * section.
 * @param props the card in the middle, and all cards
 * @returns a section
 */
export function RelationMap({ card, cards }: RelationMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const { outgoing, incoming } = relationsAround(card.id, cards);
  const count = [...outgoing, ...incoming].reduce((sum, { cards: tied }) => sum + tied.length, 0);
  return (
    <Section id="ties" title={t('atlas_ties')} lead={t('atlas_ties_lead')}>
      <div class="ties" ref={host}>
        <div class="centre" data-box={CENTRE}>
          <h3 id="ties-centre" tabIndex={-1} lang={card.language}>
            <KindIcon kind={card.kind} />
            {card.name}
          </h3>
          <p lang={card.language}>{card.definition}</p>
          <p class="count">{tn('atlas_ties_count', count)}</p>
          <a href={cardHash(card.id)}>{t('atlas_read_card')}</a>
        </div>
        <Side side="in" title={t('atlas_ties_in')} groups={incoming} language={card.language} />
        <Side side="out" title={t('atlas_ties_out')} groups={outgoing} language={card.language} />
        <Curves host={host} around={card.id} />
      </div>
    </Section>
  );
}

interface SideProps {
  side: 'in' | 'out';
  title: string;
  groups: readonly RelationGroup[];
  language: string;
}

function Side({ side, title, groups, language }: SideProps) {
  const { counts } = useAtlas();
  return (
    <div class={`side ${side}`}>
      <h3 class="hidden">{title}</h3>
      {groups.length === 0 && <p class="none">{t('atlas_ties_none')}</p>}
      {groups.map(({ type, cards: tied }) => (
        <section key={type} class="tied" data-box={`${side} ${type}`}>
          <h4>{t(HEADING_KEYS[type][side === 'out' ? 0 : 1])}</h4>
          <ul>
            {tied.map(({ card, name, because }) => (
              <li key={card} class={counts.has(card) ? 'lit' : undefined}>
                <a href={tiesHash(card)} lang={language}>
                  {name}
                </a>
                {counts.has(card) && (
                  <span class="on-page">{tn('atlas_on_page', counts.get(card) ?? 0)}</span>
                )}
                <p class="reason" lang={language}>
                  {because}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Distance from a box's top to the end of a curve, in CSS pixels: the middle of the box's heading. */
const CURVE_OFFSET = 19;
const ARROW = 5;

function Curves({ host, around }: { host: RefObject<HTMLDivElement | null>; around: string }) {
  const boxes = useBoxes(host, around);
  const centre = boxes?.byName.get(CENTRE);
  if (!boxes || !centre) return null;
  return (
    <svg class="wires" width={boxes.width} height={boxes.height} aria-hidden="true" focusable="false">
      <g transform={boxes.isMirrored ? `translate(${boxes.width} 0) scale(-1 1)` : undefined}>
        {[...boxes.byName]
          .filter(([name]) => name !== CENTRE)
          .map(([name, box]) => (
            <path key={name} d={name.startsWith('in ') ? curve(box, centre) : curve(centre, box)} />
          ))}
      </g>
    </svg>
  );
}

function curve(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.right, from.top + CURVE_OFFSET, to.left, to.top + CURVE_OFFSET];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2 - 1} ${y2}m-${ARROW} -${ARROW - 1}l${ARROW} ${ARROW - 1}l-${ARROW} ${ARROW - 1}`;
}
