import type { CardPoint } from '../pack/card';
import { t } from '../platform/text';
import { CitedText } from './Citation';

/**
 * The points of the argument that a card bears on, told once for all cards.
 * @param props the points, and the BCP 47 tag of their language
 * @returns a list of frameworks, each with its point
 */
export function CardPoints({ points, language }: { points: readonly CardPoint[]; language: string }) {
  return (
    <ul class="points">
      {points.map(({ framework, name, position, of, text, cite }) => (
        <li key={`${framework} ${name}`} class="axis-row">
          <span class="label">
            <span lang={language}>{framework}</span>
            <span class="position">{t('card_point_position', position, of)}</span>
          </span>
          <div class="says">
            <CitedText id={`point ${text}`} text={`${name}: ${text}`} cite={cite} language={language} />
          </div>
        </li>
      ))}
    </ul>
  );
}
