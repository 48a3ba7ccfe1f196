import type { Framework } from '../../pack/argument';
import { t } from '../../platform/text';
import { StanceLabel } from '../../ui/StanceLabel';
import { useAtlas } from './atlas-context';
import { CardChips } from './CardChip';
import { CitationLink } from './CitationLink';
import { findStoppers, type LabelPosition, layOutRing, wrapText } from './cycle';
import { frameworkHash } from './route';
import { Section } from './Section';

export interface CycleMapProps {
  cycle: Framework;
  /** BCP 47 tag of the pack's words. */
  language: string;
}

/**
 * A framework whose points form a cycle, as a diagram and as a list.
 * @param props the framework
 * @returns a section
 */
export function CycleMap({ cycle, language }: CycleMapProps) {
  const { cards } = useAtlas();
  const stoppers = findStoppers(cycle, cards);
  const steps = cycle.points.length;
  return (
    <Section
      id={frameworkHash(cycle.id).slice(1)}
      title={cycle.name}
      language={language}
      lead={t('atlas_cycle_lead', steps)}
    >
      <div class="cycle">
        <Loop cycle={cycle} language={language} />
        <ol class="steps">
          {cycle.points.map((point, index) => (
            <li key={point.name}>
              <i aria-hidden="true">{index + 1}</i>
              <div>
                <h3 lang={language}>{point.name}</h3>
                <p class="text" lang={language}>
                  {point.text}
                </p>
                <p class="ground">
                  <StanceLabel stance={point.stance} />
                  <CitationLink cite={point.cite} language={language} />
                  {point.transition && (
                    <span class="leads-on">
                      <span lang={language}>{point.transition}</span>
                      {` → ${((index + 1) % steps) + 1}`}
                    </span>
                  )}
                </p>
                <CardChips ids={point.cards} />
              </div>
            </li>
          ))}
        </ol>
        {stoppers.length > 0 && (
          <div class="stoppers">
            <h3>{t('atlas_stoppers')}</h3>
            <p>{t('atlas_stoppers_lead')}</p>
            <ul>
              {stoppers.map(({ card, undermines }) => (
                <li key={card}>
                  <CardChips ids={[card]} />
                  <p>
                    {t('atlas_tie_undermines')}{' '}
                    <span lang={language}>{undermines.map(({ name }) => name).join(', ')}</span>
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}

const LINE_CHARACTERS = 20;
const LINE_HEIGHT = 17;
/** Share of a label's further lines that is above its position. */
const SHARE_ABOVE = { up: 1, both: 0.5, down: 0 } as const;

/** Hidden from assistive technology, which reads the list instead. */
function Loop({ cycle, language }: CycleMapProps) {
  const ring = layOutRing(cycle.points.length);
  return (
    <svg
      class="loop"
      viewBox={`0 0 ${ring.width} ${ring.height}`}
      lang={language}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <marker
          id={`arrow-${cycle.id}`}
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="10"
          markerHeight="10"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M1 1 9 5 1 9" class="arc" />
        </marker>
      </defs>
      {ring.arcs.map(({ path, label }, index) => (
        <g key={path}>
          <path d={path} class="arc" marker-end={`url(#arrow-${cycle.id})`} />
          <Label at={label} text={cycle.points[index]?.transition ?? ''} class="leads-on" />
        </g>
      ))}
      {ring.nodes.map(({ x, y, label }, index) => (
        <g key={`${x} ${y}`}>
          <circle cx={x} cy={y} r={ring.nodeRadius} class="node" />
          <text x={x} y={y} class="number">
            {index + 1}
          </text>
          <Label at={label} text={cycle.points[index]?.name ?? ''} class="name" />
        </g>
      ))}
    </svg>
  );
}

function Label({ at, text, class: className }: { at: LabelPosition; text: string; class: string }) {
  const lines = wrapText(text, LINE_CHARACTERS);
  const top = at.y - (lines.length - 1) * LINE_HEIGHT * SHARE_ABOVE[at.grows];
  return (
    <text class={className} text-anchor={at.anchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={at.x} y={top + index * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
