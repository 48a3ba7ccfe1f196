import type { Random } from './random';

/** A page's style sheet. */
export interface Sheet {
  readonly css: string;
  readonly corners: readonly string[];
  /** Some rule may leave text unrendered, or have glyphs that a mark might alter. */
  readonly isDoubtful: boolean;
  /** The same, of text in dialogs and popovers only. */
  readonly isTopLayerDoubtful: boolean;
}

/** What leaves text to be seen, by the property that it names. */
const PLAIN = [
  'display: block',
  'display: inline-block',
  'display: flow-root',
  'display: flex',
  'display: grid',
  'display: table',
  'position: relative',
  'position: sticky; top: 0',
  'inset: 3px',
  'z-index: 9999',
  'float: left',
  'transition: all 2s',
  'transition: all 300ms 1s',
  'animation: drift 2s infinite alternate',
  'animation: fade 1s both',
  'all: revert',
  'all: unset',
  'all: initial',
  'all: inherit',
  'font: bold 20px/1.2 monospace',
  'font-size: 22px',
  'font-size: 105%',
  'font-family: fantasy',
  'font-variant: small-caps',
  'color: #a33',
  'color: inherit',
  'background: #ffd',
  'background-color: rgb(0 0 90 / 0.1)',
  'color-scheme: dark',
  'line-height: 1',
  'line-height: 3',
  'line-height: 0.7',
  'writing-mode: vertical-rl',
  'writing-mode: vertical-lr',
  'writing-mode: sideways-lr',
  'text-orientation: upright',
  'direction: rtl',
  'unicode-bidi: bidi-override',
  'letter-spacing: 3px',
  'word-spacing: 1em',
  'text-indent: 2em',
  'text-align: justify',
  'text-transform: uppercase',
  'white-space: pre-wrap',
  'white-space: nowrap',
  'word-break: break-all',
  'overflow-wrap: anywhere',
  'transform: rotate(0.5deg)',
  'transform: scale(0.97)',
  'transform: translate(4px, 2px)',
  'translate: 5px',
  'rotate: 1deg',
  'scale: 0.98',
  'perspective: 600px',
  'transform-style: preserve-3d',
  'filter: invert(1)',
  'filter: hue-rotate(90deg)',
  'filter: grayscale(1)',
  'backdrop-filter: blur(2px)',
  'zoom: 1.1',
  'zoom: 0.9',
  'contain: layout',
  'contain: paint',
  'contain: content',
  'contain: style',
  'will-change: transform',
  'outline: 2px solid red',
  'box-sizing: border-box',
  'box-sizing: content-box',
  'user-select: none',
  'user-select: all',
  'pointer-events: none',
  'pointer-events: auto',
  'margin: 6px',
  'margin: auto',
  'margin: 20px 0 0 40px',
  'padding: 5px',
  'padding: 30px 0 0 10px',
  'border: 3px dotted green',
  'border-radius: 9px',
  'width: 90%',
  'width: auto',
  'max-width: 600px',
  'min-height: 1em',
  'height: auto',
  'max-height: none',
  'opacity: 0.85',
  'isolation: isolate',
  'mix-blend-mode: multiply',
  'columns: 2',
  'column-gap: 3em',
  'overflow: visible',
  'overflow: auto',
  'text-decoration: line-through',
  'text-decoration: underline wavy blue',
  'text-shadow: 1px 1px 2px gray',
  'text-underline-offset: 9px',
  'text-underline-position: under',
  'text-emphasis: open dot',
  'text-decoration-skip-ink: none',
  'cursor: none',
  'touch-action: none',
  'scroll-behavior: smooth',
  'resize: both',
  'content-visibility: auto',
  'counter-increment: n',
  'quotes: none',
  'caret-color: red',
  'accent-color: red',
  'view-transition-name: none',
  'place-items: center',
  'vertical-align: super',
  'hyphens: auto',
  'tab-size: 1',
  '--u: 3px',
  '--room: 20px',
  '--surface: transparent',
  '--ink: transparent',
  '--level: -5',
  '--s-3: 90px',
] as const;

/** What may leave text unrendered, may lay texts over one another, or may give glyphs a look that a mark might undo. */
const DOUBTFUL = [
  'display: none',
  'visibility: hidden',
  'visibility: collapse',
  'opacity: 0',
  'font-size: 0',
  'content-visibility: hidden',
  'clip-path: inset(50%)',
  'contain: size',
  'contain: strict',
  'max-height: 0; overflow: hidden',
  'width: 0; overflow: hidden',
  'transform: scale(0)',
  'filter: opacity(0)',
  'position: absolute',
  'position: fixed',
  'color: transparent',
  'display: inline',
  'display: contents',
  'float: right; width: 1px',
  'mask: linear-gradient(transparent, transparent)',
  'container-type: size',
  'margin-left: -9999px',
  'text-indent: -9999px',
  'left: -9999px; position: relative',
  '-webkit-text-fill-color: blue',
  '-webkit-text-fill-color: transparent',
  '-webkit-text-stroke: 1px blue',
  'overflow: hidden; height: 1em',
  'interactivity: inert',
  'line-height: 0',
  'translate: 0 -200vh',
  'zoom: 4',
] as const;

const TEXT_SELECTORS = [
  '*',
  'html',
  'body',
  ':root',
  'div',
  'p',
  'article',
  'html, body',
  ':not(head, head *, html)',
];
const HOST_SELECTORS = [
  'dialog',
  '[popover]',
  ':popover-open',
  '[popover]:not([data-page])',
  'div[popover]',
  ':modal',
  'html > div:last-child',
  'html > *:not(head, body)',
];
const BACKDROP_SELECTORS = ['::backdrop', '*::backdrop', '[popover]::backdrop', 'dialog::backdrop'];
const PSEUDO_SELECTORS = [
  '*::before',
  '*::after',
  '*::before, *::after',
  'div::before',
  '[popover]::before',
  '[popover]::after',
  'html::after',
  'body::before',
];
const MARK_SELECTORS = [
  '::selection',
  '*::selection',
  '::highlight(note)',
  '::highlight(reading-note)',
  '*::highlight(reading-note-open)',
  '::target-text',
  '::spelling-error',
  '::marker',
  '::placeholder',
];

const BACKDROP_STYLES = [
  'background: black',
  'background: rgb(0 0 0 / 0.6)',
  'background: url(data:,) red',
  'backdrop-filter: invert(1)',
  'display: block; opacity: 1',
  'position: absolute; inset: auto; width: 5000px; height: 5000px; background: navy',
  'box-shadow: 0 0 0 100vmax rgb(0 60 0 / 0.7)',
  'pointer-events: auto; z-index: 9',
  'outline: 90px solid purple',
  'border: 40px solid',
  'animation: fade 1s infinite',
  'background: #333; mix-blend-mode: difference',
];
const PSEUDO_STYLES = [
  "content: '›'",
  "content: ''; box-sizing: border-box",
  "content: 'x'; display: block",
  "content: ''; display: table; clear: both",
  "content: '~'; float: left",
  'content: counter(n); color: red',
  "content: ''; padding: 2px; background: red",
  'content: none',
  'content: open-quote',
];
/** On the pseudo-elements of what the page itself has not. */
const COVERING_STYLES = [
  "content: ''; position: fixed; inset: 0; background: rgb(0 0 0 / 0.8)",
  "content: ''; position: fixed; inset: 0; pointer-events: auto",
  "content: ''; display: block; height: 400px; background: red",
];
const MARK_STYLES = [
  'color: red',
  'background: yellow',
  'color: white; background: navy',
  'text-decoration: none',
  'text-shadow: 0 0 3px red',
  'color: transparent',
  '-webkit-text-fill-color: lime',
  '-webkit-text-stroke: 2px',
];

const PROPERTY_NAMES = [
  '--u',
  '--ink',
  '--ink-2',
  '--rule',
  '--sans',
  '--s-1',
  '--s-3',
  '--s-4',
  '--t-12',
  '--t-15',
  '--surface',
  '--lamp',
  '--room',
  '--level',
  '--focus',
  '--hit',
  '--r-1',
  '--tick',
  '--pane',
  '--strong',
  '--link',
  '--card-width',
  '--dock-width',
  '--m-fast',
  '--w-strong',
  '--a',
  '--x',
  '--c',
];
const PROPERTY_SYNTAXES = [
  ["'<length>'", '0px'],
  ["'<length>'", '300px'],
  ["'<color>'", 'transparent'],
  ["'<number>'", '0'],
  ["'<integer>'", '-3'],
  ["'*'", 'none'],
  ["'<time>'", '9s'],
  ["'<percentage>'", '0%'],
] as const;
const FONT_FAMILIES = [
  'system-ui',
  'Georgia',
  'ui-sans-serif',
  'ui-serif',
  'Arial',
  'monospace',
  '"Segoe UI"',
  'Charter',
];
const FONT_SOURCES = [
  'src: local("DejaVu Sans Mono")',
  'src: url(data:,)',
  'src: local("DejaVu Serif"); size-adjust: 200%',
  'src: local("DejaVu Sans"); ascent-override: 200%; descent-override: 0%',
  'src: local("DejaVu Sans"); unicode-range: U+41-5A',
];

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
  const declarations: string[] = random.sample(PLAIN, random.between(1, 3));
  if (isDoubtful) declarations.push(random.pick(DOUBTFUL));
  return {
    css: `${selector} { ${declare(random, declarations)} }`,
    corners: [selector, ...declarations.map((one) => `${selector} { ${propertyOf(one)} }`)],
    ...(isDoubtful && (isOnText ? { isDoubtful } : { isTopLayerDoubtful: true })),
  };
}

const KINDS: readonly ((random: Random) => Rule)[] = [
  (random) => elementRule(random, '*', true, 0.06),
  (random) => elementRule(random, '*', true, 0.06),
  (random) => elementRule(random, random.pick(TEXT_SELECTORS), true, 0.06),
  (random) => elementRule(random, random.pick(HOST_SELECTORS), false, 0.5),
  (random) => elementRule(random, random.pick(HOST_SELECTORS), false, 0.5),
  (random) => {
    const selector = random.pick(BACKDROP_SELECTORS);
    const declarations = random.sample(BACKDROP_STYLES, random.between(1, 2));
    return { css: `${selector} { ${declare(random, declarations)} }`, corners: [selector] };
  },
  (random) => {
    const selector = random.pick(PSEUDO_SELECTORS);
    const isOfHost = selector.startsWith('[popover]');
    const style = random.pick(isOfHost ? [...PSEUDO_STYLES, ...COVERING_STYLES] : PSEUDO_STYLES);
    return {
      css: `${selector} { ${declare(random, [style])} }`,
      corners: [selector],
      isTopLayerDoubtful: isOfHost,
    };
  },
  (random) => {
    const selector = random.pick(MARK_SELECTORS);
    return { css: `${selector} { ${declare(random, random.sample(MARK_STYLES, 2))} }`, corners: [selector] };
  },
  (random) => {
    const [syntax, value] = random.pick(PROPERTY_SYNTAXES);
    const rules = random
      .sample(PROPERTY_NAMES, 6)
      .map(
        (name) =>
          `@property ${name} { syntax: ${syntax}; inherits: ${random.chance(0.5)}; initial-value: ${value} }`,
      );
    return { css: rules.join(' '), corners: ['@property'] };
  },
  (random) => ({
    css: random
      .sample(FONT_FAMILIES, 3)
      .map((family) => `@font-face { font-family: ${family}; ${random.pick(FONT_SOURCES)} }`)
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
