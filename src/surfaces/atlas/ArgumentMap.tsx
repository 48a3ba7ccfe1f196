import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Argument, Framework } from '../../pack/argument';
import { t } from '../../platform/text';
import { PointBox } from './PointBox';
import { frameworkHash } from './route';
import { Section } from './Section';
import { useBoxes } from './use-boxes';
import { boxOf, routeWires, THESIS_BOX, visibleTies, type Wire } from './wires';

/** Distance from the boxes to the first wire beside them, in CSS pixels. */
const GUTTER = 12;

/**
 * The argument: the thesis, and below it each group of points under its relation to the thesis. Wires draw the ties
 * that the boxes describe.
 * @param props the argument
 * @returns a section
 */
export function ArgumentMap({ argument }: { argument: Argument }) {
  const host = useRef<HTMLDivElement>(null);
  const wires = useMemo(() => visibleTies(argument), [argument]);
  return (
    <Section id="argument" title={t('atlas_argument')} lead={t('atlas_argument_lead')}>
      <div class="argument" ref={host}>
        <div class="lane">
          <h3>{t('atlas_thesis')}</h3>
          <div class="thesis">
            <PointBox point={argument.thesis} box={THESIS_BOX} language={argument.language} />
          </div>
        </div>
        {argument.frameworks.map((framework) => (
          <Lane key={framework.id} framework={framework} language={argument.language} />
        ))}
        <Wires host={host} wires={wires} />
      </div>
    </Section>
  );
}

function Lane({ framework, language }: { framework: Framework; language: string }) {
  const { id, name, lead, shape, points } = framework;
  return (
    <div class="lane">
      <h3 lang={language}>
        {lead} <span>{name}</span>
      </h3>
      {shape === 'cycle' ? (
        <ol class="points looped">
          {points.map((point, index) => (
            <li key={point.name} class="step" data-box={boxOf(id, index)}>
              <a href={frameworkHash(id)} lang={language}>
                {point.name}
              </a>
            </li>
          ))}
        </ol>
      ) : (
        <ul class={`points of-${Math.min(points.length, 4)}`}>
          {points.map((point, index) => (
            <li key={point.name}>
              <PointBox point={point} box={boxOf(id, index)} language={language} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Wires({ host, wires }: { host: RefObject<HTMLDivElement | null>; wires: readonly Wire[] }) {
  const boxes = useBoxes(host, wires);
  if (!boxes) return null;
  const gutter = Math.max(0, ...[...boxes.byName.values()].map(({ right }) => right)) + GUTTER;
  return (
    <svg class="wires" width={boxes.width} height={boxes.height} aria-hidden="true" focusable="false">
      <g transform={boxes.isMirrored ? `translate(${boxes.width} 0) scale(-1 1)` : undefined}>
        {routeWires(wires, boxes.byName, gutter).map(({ type, line, end }) => (
          <g key={line} class={type.replace(' ', '-')}>
            <path d={line} class="line" />
            <path d={end} />
          </g>
        ))}
      </g>
    </svg>
  );
}
