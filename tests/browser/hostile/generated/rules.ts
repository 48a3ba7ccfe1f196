import type { Random } from './random';
import styles from './styles.json' with { type: 'json' };

/** A page's style sheet. */
export interface Sheet {
  readonly css: string;
  readonly corners: readonly string[];
  /** Some rule may leave text unrendered, or have glyphs that a mark might alter. */
  readonly isDoubtful: boolean;
  /** The same, of text in dialogs and popovers only. */
  readonly isTopLayerDoubtful: boolean;
}

const KEYFRAMES =
  '@keyframes drift { to { transform: translateX(9px) } } @keyframes fade { from { opacity: 0.4 } to { opacity: 1 } }';
const FIRST =
  '.first-letter p::first-letter { color: red; font-size: 2em } .first-line p::first-line { color: green }';

interface Rule {
  readonly css: string;
  readonly corners: readonly string[];
  readonly isDoubtful?: boolean;
  readonly isTopLayerDoubtful?: boolean;
}

const propertyOf = (declaration: string) => declaration.slice(0, declaration.indexOf(':'));

function declare(random: Random, declarations: readonly string[]): string {
  const end = random.chance(0.5) ? ' !important' : '';
  return declarations
    .flatMap((one) => one.split('; '))
    .map((one) => `${one}${end};`)
    .join(' ');
}

/** A rule of properties on elements. @param doubt how probable it is that it may hide text */
function elementRule(random: Random, selector: string, isOnText: boolean, doubt: number): Rule {
  const isDoubtful = random.chance(doubt);
  const declarations: string[] = random.sample(styles.plain, random.between(1, 3));
  if (isDoubtful) declarations.push(random.pick(styles.doubtful));
  return {
    css: `${selector} { ${declare(random, declarations)} }`,
    corners: [selector, ...declarations.map((one) => `${selector} { ${propertyOf(one)} }`)],
    ...(isDoubtful && (isOnText ? { isDoubtful } : { isTopLayerDoubtful: true })),
  };
}

const KINDS: readonly ((random: Random) => Rule)[] = [
  (random) => elementRule(random, '*', true, 0.06),
  (random) => elementRule(random, '*', true, 0.06),
  (random) => elementRule(random, random.pick(styles.textSelectors), true, 0.06),
  (random) => elementRule(random, random.pick(styles.hostSelectors), false, 0.5),
  (random) => elementRule(random, random.pick(styles.hostSelectors), false, 0.5),
  (random) => {
    const selector = random.pick(styles.backdropSelectors);
    const declarations = random.sample(styles.backdropStyles, random.between(1, 2));
    return { css: `${selector} { ${declare(random, declarations)} }`, corners: [selector] };
  },
  (random) => {
    const selector = random.pick(styles.pseudoSelectors);
    const isOfHost = selector.startsWith('[popover]');
    const style = random.pick(
      isOfHost ? [...styles.pseudoStyles, ...styles.coveringStyles] : styles.pseudoStyles,
    );
    return {
      css: `${selector} { ${declare(random, [style])} }`,
      corners: [selector],
      isTopLayerDoubtful: isOfHost,
    };
  },
  (random) => {
    const selector = random.pick(styles.markSelectors);
    return {
      css: `${selector} { ${declare(random, random.sample(styles.markStyles, 2))} }`,
      corners: [selector],
    };
  },
  (random) => {
    const { syntax, value } = random.pick(styles.propertySyntaxes);
    const rules = random
      .sample(styles.propertyNames, 6)
      .map(
        (name) =>
          `@property ${name} { syntax: ${syntax}; inherits: ${random.chance(0.5)}; initial-value: ${value} }`,
      );
    return { css: rules.join(' '), corners: ['@property'] };
  },
  (random) => ({
    css: random
      .sample(styles.fontFamilies, 3)
      .map((family) => `@font-face { font-family: ${family}; ${random.pick(styles.fontSources)} }`)
      .join(' '),
    corners: ['@font-face'],
  }),
];

const AROUND = ['@layer late', '@media all', '@supports (display: grid)', '@layer first', '@scope (html)'];

/** A sheet of a few random rules, some of them in layers. */
export function randomSheet(random: Random): Sheet {
  const corners: string[] = [];
  const parts = [KEYFRAMES, FIRST];
  let isDoubtful = false;
  let isTopLayerDoubtful = false;
  for (let left = random.between(0, 5); left > 0; left--) {
    const rule = random.pick(KINDS)(random);
    const around = random.chance(0.2) && !rule.css.startsWith('@') ? random.pick(AROUND) : undefined;
    parts.push(around ? `${around} { ${rule.css} }` : rule.css);
    corners.push(...rule.corners, ...(around ? [around] : []));
    isDoubtful ||= rule.isDoubtful === true;
    isTopLayerDoubtful ||= rule.isTopLayerDoubtful === true;
  }
  return { css: parts.join('\n'), corners, isDoubtful, isTopLayerDoubtful: isTopLayerDoubtful || isDoubtful };
}
