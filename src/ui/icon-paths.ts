import type { Kind, Stance } from '../pack/schema';

/** SVG path data: `line` is stroked, `fill` is filled, both in the text's colour. */
export interface IconPaths {
  readonly line?: string;
  readonly fill?: string;
  /** Stroke width in viewBox units. */
  readonly weight?: number;
  readonly dash?: string;
}

/** On a 16 by 16 grid. */
export const KIND_ICONS: Readonly<Record<Kind, IconPaths>> = {
  chip: {
    line: 'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
  },
  software: { line: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4' },
  platform: { line: 'M8 2.5 14 5.5 8 8.5 2 5.5zM2 8.5l6 3 6-3M2 11l6 3 6-3' },
  model: {
    line: 'M2.3 4.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M2.3 11.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M10.3 8a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M5.6 5.2l4.8 2.1M5.6 10.8l4.8-2.1',
  },
  company: { line: 'M3 13.5v-11h6v11M9 6.5h4v7M1.5 13.5h13M5 5.5h2M5 8h2M5 10.5h2' },
  concept: {
    line: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0',
    fill: 'M6.8 8a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0',
  },
  regulator: { line: 'M8 2v11.5M5 13.5h6M2.5 4.5h11M4 4.5 2 9h4zM12 4.5 10 9h4z' },
  figure: { line: 'M6 2.5 4.5 13.5M11.5 2.5 10 13.5M2.5 6H14M2 10h11.5' },
  directive: { line: 'M2.5 8h10M9 4l4 4-4 4' },
  framework: { line: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3' },
};

/** On a 16 by 16 grid. */
export const ACTION_ICONS = {
  pin: { line: 'M5.5 2.5h5M6.5 2.5v4l-2 2.5h7l-2-2.5v-4M8 9v4.5' },
  unpin: { line: 'M5.5 2.5h5M8 9v4.5', fill: 'M6 2.5h4V6.3L12.3 9.5H3.7L6 6.3z' },
  close: { line: 'm4 4 8 8M12 4l-8 8' },
  previous: { line: 'M10 3.5 5.5 8l4.5 4.5' },
  next: { line: 'M6 3.5 10.5 8 6 12.5' },
  back: { line: 'M13.5 8H3M7 4 3 8l4 4' },
  'next-mention': { line: 'M8 2.5v10.5M4 9l4 4 4-4' },
  copy: {
    line: 'M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1zM10.5 5.5v-3h-8v8h3',
  },
  options: {
    line: 'M2 4.5h6.9M12.1 4.5H14M2 11.5h1.9M7.1 11.5H14M8.9 4.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M3.9 11.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0',
  },
  panel: { line: 'M2 3.5h12v9H2zM10 3.5v9' },
  atlas: { line: 'M2.5 2.5H7V7H2.5zM9 2.5h4.5V7H9zM2.5 9H7v4.5H2.5zM9 9h4.5v4.5H9z' },
  follow: { line: 'M2 3.5h12M2 12.5h12', fill: 'M2 6.8h8v2.4H2z' },
  more: {
    fill: 'M2.4 8a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0-2.2 0M6.9 8a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0-2.2 0M11.4 8a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0-2.2 0',
  },
  expand: { line: 'M3.5 6 8 10.5 12.5 6' },
  why: {
    line: 'M2.3 8a5.7 5.7 0 1 0 11.4 0a5.7 5.7 0 1 0-11.4 0M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3M8 11.2v.1',
  },
  wrong: { line: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M4.2 4.2l7.6 7.6' },
  never: { line: 'M3 12.5 6.5 4h1L11 12.5M4.2 9.7h5.6M2 14.5 14 2' },
  known: { line: 'm2.5 8.5 3.2 3.2L13 4.8' },
  pause: { line: 'M5.5 3.5v9M10.5 3.5v9' },
  search: { line: 'M2.8 7a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.5 3.5' },
} as const satisfies Record<string, IconPaths>;

/** On a 12 by 12 grid. */
export const STANCE_ICONS: Readonly<Record<Stance, IconPaths>> = {
  fact: { fill: 'M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0' },
  claim: { line: 'M2 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0', fill: 'M6 2a4 4 0 0 1 0 8z' },
  forecast: { line: 'M2 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0', weight: 1.6, dash: '2.1 2.09' },
  figure: { line: 'M2.2 10.5V7M6 10.5v-9M9.8 10.5V4.3', weight: 2.2 },
  risk: { line: 'M6 1.2 11.2 10.6H.8zM6 4.6v2.6M6 8.4v.9' },
  directive: { line: 'M1 6h8M5.8 2.2 9.8 6l-4 3.8', weight: 1.7 },
};

export type ActionName = keyof typeof ACTION_ICONS;

/** Icons that are mirrored in right-to-left text. */
export const DIRECTIONAL_ICONS: ReadonlySet<ActionName> = new Set(['previous', 'next', 'back', 'panel']);
