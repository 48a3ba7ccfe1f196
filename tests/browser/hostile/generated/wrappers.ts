import type { Random } from './random';

/** Something that a page puts around its text. */
export interface Wrapper {
  /** Its name, as failures and the test of the generator call it. */
  readonly corner: string;
  /**
   * Text in it may be unrendered, or a mark might alter its glyphs: then it may stay unmarked.
   */
  readonly doubt?: 'hidden' | 'altered';
  /** It is a dialog or a popover: rules on those may hide it. */
  readonly isTopLayer?: boolean;
  /** At most one in a page. */
  readonly isSingle?: boolean;
  /** Must not lie in another of its group. */
  readonly group?: 'link' | 'top-layer';
  /** Well-formed XML as well as HTML. */
  wrap(inner: string, random: Random): string;
}

const FILLER = '<p>The river rose in spring and fell again before the harvest was in.</p>';

const styled = (corner: string, styles: readonly string[], more: Partial<Wrapper> = {}): Wrapper => ({
  corner,
  wrap: (inner, random) => `<div style="${random.pick(styles)}">${inner}</div>`,
  ...more,
});

const tagged = (corner: string, open: string, close: string, more: Partial<Wrapper> = {}): Wrapper => ({
  corner,
  wrap: (inner) => open + inner + close,
  ...more,
});

const LAYOUT: readonly Wrapper[] = [
  styled('columns', [
    'columns: 2 8em',
    'column-count: 3; column-rule: 1px solid',
    'columns: 3; width: 300px',
  ]),
  styled('flex', [
    'display: flex; gap: 1em',
    'display: inline-flex',
    'display: flex; flex-flow: column-reverse',
  ]),
  styled('grid', [
    'display: grid; grid-template-columns: 1fr 2fr',
    'display: inline-grid',
    'display: grid; place-items: end',
  ]),
  styled('inline-block', [
    'display: inline-block; vertical-align: bottom',
    'display: inline-block; width: 120px',
  ]),
  styled('narrow', [
    'width: 90px',
    'width: 5em; hyphens: auto',
    'width: min-content',
    'max-width: 130px; text-align: justify',
  ]),
  styled('float', ['float: left; width: 45%', 'float: right; shape-outside: circle()', 'float: inline-end']),
  styled('table display', [
    'display: table',
    'display: table-cell; vertical-align: middle',
    'display: inline-table',
  ]),
  styled('contents', ['display: contents', 'display: flow-root']),
  styled('relative', [
    'position: relative; left: 40px; top: 10px',
    'position: relative; inset: -8px; z-index: 2',
  ]),
  styled('absolute', ['position: absolute; right: 20px; bottom: 20px; width: 260px; background: Canvas']),
  styled('fixed', ['position: fixed; right: 10px; top: 10px; width: 260px; background: Canvas'], {
    isSingle: true,
  }),
  styled('sticky', [
    'position: sticky; top: 0; background: Canvas',
    'position: sticky; bottom: 4px; left: 4px',
  ]),
  {
    corner: 'scroller',
    wrap: (inner, random) =>
      `<div style="${random.pick(['height: 90px; overflow: auto', 'height: 80px; overflow-y: scroll; scroll-snap-type: y mandatory', 'height: 70px; overflow: auto; resize: both'])}">${FILLER.repeat(4)}${inner}${FILLER}</div>`,
  },
  styled('sideways scroller', [
    'width: 220px; overflow-x: auto; white-space: nowrap',
    'width: 200px; overflow: scroll; direction: rtl',
  ]),
  {
    corner: 'overflow hidden',
    wrap: (inner, random) =>
      `<div style="${random.pick(['height: 2.5em; overflow: hidden', 'height: 60px; overflow: clip', 'width: 240px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap', 'display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden'])}">${inner}${FILLER}</div>`,
  },
  styled('contain', [
    'contain: content',
    'contain: layout',
    'contain: paint',
    'contain: style inline-size; width: 400px',
  ]),
  styled('contain strict', [
    'contain: strict; width: 500px; height: 120px',
    'contain: size layout; width: 400px; height: 90px',
  ]),
  styled('container', ['container-type: inline-size', 'container: box / inline-size; width: 60%']),
  styled('content-visibility auto', [
    'content-visibility: auto; contain-intrinsic-size: auto 300px',
    'content-visibility: auto',
  ]),
  styled('content-visibility hidden', ['content-visibility: hidden'], { doubt: 'hidden' }),
];

const COORDINATES: readonly Wrapper[] = [
  styled('rotate', [
    'transform: rotate(3deg)',
    'transform: rotate(-2deg)',
    'rotate: 5deg',
    'transform: rotate(0.02turn)',
  ]),
  styled('turned', ['transform: rotate(90deg)', 'rotate: 180deg', 'transform: rotate(-90deg); width: 300px']),
  styled('mirror', ['transform: scaleX(-1)', 'scale: 1 -1', 'transform: rotateY(180deg)']),
  styled('scale', [
    'transform: scale(0.8)',
    'scale: 1.3',
    'transform: scale(1.5, 0.9); transform-origin: 0 0',
  ]),
  styled('skew', ['transform: skew(6deg)', 'transform: skewY(-3deg)']),
  styled('translate', [
    'transform: translate(30px, 12px)',
    'translate: 10% 20px',
    'transform: translateZ(0)',
  ]),
  styled('perspective', [
    'transform: perspective(600px) rotateY(15deg)',
    'perspective: 500px; transform-style: preserve-3d',
  ]),
  styled('zoom', ['zoom: 0.5', 'zoom: 0.75', 'zoom: 1.5', 'zoom: 2']),
  styled('vertical-rl', [
    'writing-mode: vertical-rl; height: 260px',
    'writing-mode: vertical-rl; text-orientation: upright; height: 500px',
  ]),
  styled('vertical-lr', ['writing-mode: vertical-lr; height: 220px']),
  styled('sideways', [
    'writing-mode: sideways-rl; height: 240px',
    'writing-mode: sideways-lr; height: 240px',
  ]),
  tagged('rtl', '<div dir="rtl">', '</div>'),
  styled('bidi', ['direction: rtl; unicode-bidi: bidi-override', 'unicode-bidi: isolate; direction: rtl']),
  styled('huge font', ['font-size: 56px', 'font: 72px/1 serif', 'font-size: 300%']),
  styled('small font', ['font-size: 7px', 'font: 6px/1 sans-serif', 'font-size: 40%']),
  styled('line-height', ['line-height: 0.8', 'line-height: 4', 'line-height: 1px']),
  styled('spacing', ['letter-spacing: 4px', 'word-spacing: 2em', 'letter-spacing: -1px', 'text-indent: 8em']),
];

const STRUCTURE: readonly Wrapper[] = [
  tagged('fieldset', '<fieldset><legend>Note</legend>', '</fieldset>'),
  tagged('legend', '<fieldset><legend>', '</legend></fieldset>'),
  tagged('details open', '<details open="open"><summary>More</summary>', '</details>'),
  tagged('details closed', '<details><summary>More</summary>', '</details>', { doubt: 'hidden' }),
  tagged('until found', '<div hidden="until-found">', '</div>', { doubt: 'hidden' }),
  tagged('td', '<table border="1"><tbody><tr><td>1</td><td>', '</td></tr></tbody></table>'),
  tagged('th', '<table><thead><tr><th>', '</th></tr></thead></table>'),
  tagged('caption', '<table><caption>', '</caption><tbody><tr><td>1</td></tr></tbody></table>'),
  tagged('list', '<ul><li>', '</li></ul>'),
  tagged('definition', '<dl><dt>Note</dt><dd>', '</dd></dl>'),
  tagged('blockquote', '<blockquote>', '</blockquote>'),
  tagged('article', '<article><header>Note</header>', '</article>'),
  tagged('figure', '<figure><figcaption>', '</figcaption></figure>'),
  tagged('custom element', '<x-note>', '</x-note>'),
  tagged('slot', '<x-slotted data-shadow="open">', '</x-slotted>'),
  tagged('shadow text', '<x-shadow data-shadow="open" data-moved="">', '</x-shadow>'),
  tagged('closed slot', '<x-closed data-shadow="closed">', '</x-closed>'),
  tagged('closed shadow text', '<x-closed-text data-shadow="closed" data-moved="">', '</x-closed-text>'),
  tagged('dialog open', '<dialog open="open">', '</dialog>', {
    isTopLayer: true,
    isSingle: true,
    group: 'top-layer',
  }),
  tagged('dialog modal', '<dialog data-shown="modal">', '</dialog>', {
    isTopLayer: true,
    isSingle: true,
    group: 'top-layer',
  }),
  tagged('popover auto', '<div popover="auto" data-shown="popover" data-page="">', '</div>', {
    isTopLayer: true,
    isSingle: true,
    group: 'top-layer',
  }),
  tagged('popover manual', '<div popover="manual" data-shown="popover" data-page="">', '</div>', {
    isTopLayer: true,
    isSingle: true,
    group: 'top-layer',
  }),
  tagged('late', '<div data-late="">', '</div>'),
  tagged('editable island', '<div contenteditable="false">', '</div>'),
];

const POINTING: readonly Wrapper[] = [
  tagged('label', '<label>', '</label>', { group: 'link' }),
  tagged('link', '<a href="#elsewhere">', '</a>', { group: 'link' }),
  {
    corner: 'stretched link',
    group: 'link',
    wrap: (inner) =>
      `<div style="position: relative">${inner}<a href="#elsewhere">more<span style="position: absolute; inset: 0; z-index: 1"></span></a></div>`,
  },
  {
    corner: 'overlay',
    wrap: (inner) =>
      `<div style="position: relative">${inner}<div style="position: absolute; inset: 0"></div></div>`,
  },
  styled('user-select', [
    'user-select: none; -webkit-user-select: none',
    'user-select: all; -webkit-user-select: all',
    'user-select: contain; -webkit-user-select: text',
  ]),
  styled('pointer-events none', ['pointer-events: none']),
  styled('touch', ['touch-action: none; cursor: none', 'overscroll-behavior: none; cursor: wait']),
];

const LOOK: readonly Wrapper[] = [
  styled('dark', [
    'background: #101014; color: #fff',
    'color-scheme: dark; background: Canvas; color: CanvasText',
  ]),
  styled('opacity', [
    'opacity: 0.6',
    'mix-blend-mode: multiply',
    'isolation: isolate; mix-blend-mode: difference',
  ]),
  styled('filter', [
    'filter: invert(1)',
    'filter: grayscale(1) blur(0.4px)',
    'filter: drop-shadow(2px 2px 1px gray)',
    'backdrop-filter: blur(1px)',
  ]),
  styled('clip', [
    'clip-path: inset(0 40% 0 0)',
    'mask: linear-gradient(90deg, #000, transparent)',
    'clip-path: circle(40%)',
  ]),
  styled('decorated', [
    'text-decoration: underline wavy red',
    'text-decoration: line-through 3px',
    'text-shadow: 2px 2px 2px gray',
    'text-emphasis: dot',
    'text-underline-offset: 1em; text-decoration: overline',
  ]),
  styled('font', [
    'font-variant: small-caps',
    'font-family: monospace; font-weight: 900',
    'text-transform: uppercase',
    'font-style: oblique; font-stretch: condensed',
  ]),
  styled('animated', ['animation: drift 3s infinite alternate', 'animation: fade 2s both']),
  styled('will-change', [
    'will-change: transform',
    'will-change: scroll-position, contents',
    'view-transition-name: note',
  ]),
  styled('border', [
    'border: 9px double; padding: 1em; margin: 2em',
    'outline: 5px solid red; box-shadow: 0 0 9px',
  ]),
  styled(
    'text fill',
    [
      '-webkit-text-fill-color: #0a5',
      'background: linear-gradient(90deg, #07f, #f07); -webkit-background-clip: text; background-clip: text; -webkit-text-fill-color: transparent',
    ],
    { doubt: 'altered' },
  ),
  styled(
    'text stroke',
    ['-webkit-text-stroke: 1px red', '-webkit-text-stroke: 0.5px #07f; paint-order: stroke'],
    { doubt: 'altered' },
  ),
  tagged('first letter', '<div class="first-letter">', '</div>', { doubt: 'altered' }),
  tagged('first line', '<div class="first-line">', '</div>', { doubt: 'altered' }),
  styled('transparent', ['color: transparent; text-shadow: 0 0 2px #000', 'opacity: 0'], {
    doubt: 'hidden',
  }),
];

/** All wrappers, in groups that a page draws from with the same probability. */
export const WRAPPERS: readonly (readonly Wrapper[])[] = [LAYOUT, COORDINATES, STRUCTURE, POINTING, LOOK];
