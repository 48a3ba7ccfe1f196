import names from './names.json' with { type: 'json' };
import { Random } from './random';
import { randomSheet, type Sheet } from './rules';
import styles from './styles.json' with { type: 'json' };
import { WRAPPERS, type Wrapper } from './wrappers';

/** A random page, and what is known of it beforehand. */
export interface GeneratedPage {
  readonly seed: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The odd corners that it reaches, by name. */
  readonly corners: readonly string[];
  /** Terms that may stay unmarked, since they may be unrendered or a mark might alter them. */
  readonly doubtful: readonly string[];
  /** Those of them that may be unrendered: they need not be counted either. */
  readonly hidden: readonly string[];
}

/** Terms of each paragraph, in order. Each is found in any company. */
export const TERMS: readonly (readonly string[])[] = [
  ['Anthropic', 'Trainium', 'Amazon Web Services'],
  ['NVIDIA', 'Blackwell', 'Microsoft Azure'],
  ['Claude', 'Amazon Bedrock', 'Inferentia'],
  ['OpenAI', 'Google TPU', 'Hopper'],
];

/** What stands around the terms of a paragraph: one piece more than there are terms. */
const SENTENCES: readonly (readonly string[])[] = [
  ['', ' rents ', ' chips from ', '.'],
  ['', ' sells ', ' systems to ', ' and to others.'],
  ['', ' answers on ', ', and ', ' saves money.'],
  ['', ' trains on the ', ' and on ', '.'],
];

const TITLE = 'A note';
const FILLER = '<p>The river rose in spring and fell again before the harvest was in.</p>';

/** The same text without anything random. */
export const PLAIN_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>${TITLE}</title></head><body>${TERMS.map(
  (_, index) => `<p>${sentence(index, (term) => term)}</p>`,
).join('')}${FILLER}</body></html>`;

function sentence(index: number, dress: (term: string) => string): string {
  const [first = '', ...after] = SENTENCES[index] ?? [];
  const terms = TERMS[index] ?? [];
  return first + terms.map((term, place) => dress(term) + (after[place] ?? '')).join('');
}

/** How a term stands in its line. */
const INLINES: readonly ((term: string) => string)[] = [
  (term) => `<b>${term}</b>`,
  (term) => `<a href="#elsewhere">${term}</a>`,
  (term) => `<mark>${term}</mark>`,
  (term) => `<span style="position: relative; top: 2px">${term}</span>`,
  (term) => `<bdi>${term}</bdi>`,
  (term) => `<font size="5" color="maroon">${term}</font>`,
];
const RUBY = (term: string) => `<ruby>${term}<rt>aside</rt></ruby>`;
/** A rule may part the pieces, and then it is no term. */
const SPLIT = (term: string) => `${term.slice(0, 3)}<i>${term.slice(3)}</i>`;

const FIELDS: readonly ((name: string) => string)[] = [
  (name) => `<input name="${name}" size="3"/>`,
  (name) => `<input type="hidden" name="${name}"/>`,
  (name) => `<button name="${name}">.</button>`,
  (name) => `<select name="${name}"><option>1</option></select>`,
  (name) => `<output name="${name}">1</output>`,
  (name) => `<fieldset name="${name}"></fieldset>`,
  (name) => `<img name="${name}" alt="" width="9" height="9"/>`,
  (name) => `<object id="${name}" width="9" height="9"></object>`,
];

const CLOBBERERS: readonly (readonly [tag: string, html: (name: string) => string])[] = [
  ['img', (name) => `<img name="${name}" alt="" width="9" height="9"/>`],
  ['form', (name) => `<form name="${name}"></form>`],
  ['iframe', (name) => `<iframe name="${name}" title="empty" width="40" height="20"></iframe>`],
  ['object', (name) => `<object id="${name}" name="${name}" width="9" height="9"></object>`],
  ['embed', (name) => `<embed name="${name}" type="image/none" width="9" height="9"/>`],
];

/** Shows dialogs and popovers, moves text into shadow roots, adds what comes late. Asks by prototypes: names are taken. */
const SCRIPT = `{
const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);
const append = (to, node) => Node.prototype.appendChild.call(to, node);
const childrenOf = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes').get;
const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get;
for (const host of all('[data-shadow]')) {
  const root = Element.prototype.attachShadow.call(host, { mode: attribute(host, 'data-shadow') });
  (globalThis.generatedRoots ??= []).push(root);
  if (attribute(host, 'data-moved') !== null) for (const node of [...childrenOf.call(host)]) append(root, node);
  else append(root, Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'slot'));
}
for (const element of all('[data-shown]'))
  if (attribute(element, 'data-shown') === 'modal') HTMLDialogElement.prototype.showModal.call(element);
  else HTMLElement.prototype.showPopover.call(element);
for (const host of all('[data-late]')) {
  const parent = parentOf.call(host);
  const next = Object.getOwnPropertyDescriptor(Node.prototype, 'nextSibling').get.call(host);
  Element.prototype.remove.call(host);
  addEventListener('load', () => setTimeout(() => Node.prototype.insertBefore.call(parent, host, next), 20));
}
window.customElements.define('x-note', class extends HTMLElement {});
}`;

/** A form's field and what stands for the document's own names, all names one after the other from seed to seed. */
function takenNames(seed: number): { field: string; clobbering: string[] } {
  const all = [...names.form, ...names.document];
  const from = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  return { field: from(names.form, seed), clobbering: [from(all, 2 * seed), from(all, 2 * seed + 1)] };
}

/** Wraps a paragraph up to four deep. */
function wrapParagraph(
  inner: string,
  random: Random,
  taken: Set<string>,
): { html: string; wrappers: Wrapper[] } {
  const wrappers: Wrapper[] = [];
  let html = inner;
  for (let left = random.between(0, 4); left > 0; left--) {
    const wrapper = random.pick(random.pick(WRAPPERS));
    const isTaken =
      taken.has(wrapper.corner) || wrappers.some(({ group }) => group && group === wrapper.group);
    const isRare = wrapper.doubt !== undefined && random.chance(0.6);
    if (isTaken || isRare || (wrapper.group === 'top-layer' && taken.has('top layer'))) continue;
    if (wrapper.isSingle) taken.add(wrapper.corner);
    if (wrapper.isTopLayer) taken.add('top layer');
    wrappers.push(wrapper);
    html = wrapper.wrap(html, random);
  }
  return { html, wrappers };
}

interface Paragraphs {
  readonly html: string[];
  readonly corners: string[];
  readonly doubtful: string[];
  readonly hidden: string[];
}

function paragraphs(random: Random, sheet: Sheet): Paragraphs {
  const taken = new Set<string>();
  const corners: string[] = [];
  const doubtful: string[] = [];
  const hidden: string[] = [];
  const isParted = /\b(display|float|position|all):/.test(sheet.css);
  // Lines of several elements lie over one another, and only the topmost one's colour is to be seen.
  const isLined = /text-decoration: (line-through|underline)/.test(sheet.css);
  const html = TERMS.map((terms, index) => {
    const dress = (term: string) => {
      const kind = random.next();
      if (kind < 0.02) corners.push('ruby');
      if (kind > 0.94 && !isParted) corners.push('split term');
      if (kind < 0.02) return RUBY(term);
      if (kind > 0.94) return isParted ? term : SPLIT(term);
      return kind < 0.5 ? term : random.pick(INLINES)(term);
    };
    const tag = random.pick(['p', 'p', 'p', 'div', 'section']);
    // A link in a link is none: the parser ends the outer one.
    const wrapped = wrapParagraph('\0', random, taken);
    const isInLink = wrapped.wrappers.some(({ group }) => group === 'link');
    const text = sentence(index, isInLink ? (term) => term : dress);
    corners.push(...wrapped.wrappers.map(({ corner }) => corner));
    // What is taken out of the page is shown no more.
    const isLate = wrapped.wrappers.some(({ corner }) => corner === 'late');
    const mayHide =
      sheet.isDoubtful ||
      wrapped.wrappers.some(
        ({ doubt, isTopLayer }) => doubt === 'hidden' || (isTopLayer && (isLate || sheet.isTopLayerDoubtful)),
      );
    if (mayHide) hidden.push(...terms);
    if (mayHide || isLined || wrapped.wrappers.some(({ doubt }) => doubt)) doubtful.push(...terms);
    return wrapped.html.replace('\0', `<${tag}>${text}</${tag}>`);
  });
  return { html, corners, doubtful, hidden };
}

/** Makes a random page. Pure: a seed has one page. @param seed a whole number from 0 */
export function generatePage(seed: number): GeneratedPage {
  const random = new Random(seed);
  const sheet = randomSheet(random);
  const { html: texts, corners, doubtful, hidden } = paragraphs(random, sheet);
  const { field, clobbering } = takenNames(seed);
  const reached = [...sheet.corners, ...corners, `field ${field}`];

  const names_ = [field, ...random.sample(names.form, random.between(0, 3))];
  const fields = names_.map((name) => random.pick(FIELDS)(name)).join('');
  const inForm = random.between(0, texts.length);
  const body = texts.map((text, index) => (index === inForm ? `<form>${fields}${text}</form>` : text));
  if (inForm === texts.length) body.push(`<form>${fields}</form>`);
  if (random.chance(0.1)) {
    body.unshift('<form>', fields);
    body.push('</form>');
    reached.push('form around all');
  }
  for (const name of clobbering) {
    const [tag, clobber] = random.pick(CLOBBERERS);
    body.splice(random.chance(0.5) ? 0 : body.length, 0, clobber(name));
    reached.push(`document ${name}`, `${tag} name`);
  }
  if (random.chance(0.4)) {
    const name = random.pick(names.global);
    body.push(`<div id="${name}"></div>`);
    reached.push(`global ${name}`);
  }
  if (random.chance(0.03)) {
    body.push('<form id="every-name"></form>');
    reached.push('every name');
  }
  if (random.chance(0.06)) {
    body.push(
      `<iframe title="frame" width="300" height="90" srcdoc="&lt;p&gt;A frame of prose.&lt;/p&gt;"></iframe>`,
    );
    reached.push('srcdoc');
  }
  if (random.chance(0.4)) body.splice(random.between(0, body.length), 0, FILLER.repeat(random.between(1, 9)));
  return { seed, corners: reached, doubtful, hidden, ...documentOf(random, sheet, body.join('\n'), reached) };
}

const EVERY_NAME = `{
const form = Document.prototype.getElementById.call(document, 'every-name');
for (let owner = HTMLFormElement.prototype; form !== null; owner = Object.getPrototypeOf(owner)) {
  if (owner === null) break;
  for (const name of Object.getOwnPropertyNames(owner)) {
    const input = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'input');
    Element.prototype.setAttribute.call(input, 'name', name);
    Element.prototype.setAttribute.call(input, 'type', 'hidden');
    Node.prototype.appendChild.call(form, input);
  }
}
}`;

/** Puts the body into a document of one mode or another. */
function documentOf(
  random: Random,
  sheet: Sheet,
  body: string,
  reached: string[],
): Pick<GeneratedPage, 'html' | 'headers'> {
  const root = random.chance(0.3) ? random.pick(styles.rootStyles) : '';
  const bodyStyle = random.chance(0.3) ? random.pick(styles.rootStyles) : '';
  const direction = random.chance(0.08) ? ' dir="rtl"' : '';
  const base = random.chance(0.06) ? '<base href="http://base.example/elsewhere/" target="_blank"/>' : '';
  const mode = random.chance(0.08) ? 'XHTML' : random.chance(0.1) ? 'quirks' : 'standards';
  const isStrict = random.chance(0.08);
  if (root) reached.push(`html ${root}`);
  if (bodyStyle) reached.push(`body ${bodyStyle}`);
  if (direction) reached.push('dir=rtl');
  if (base) reached.push('base');
  if (isStrict) reached.push('CSP');
  reached.push(mode);
  const start = {
    XHTML: '<html xmlns="http://www.w3.org/1999/xhtml"',
    quirks: '<html',
    standards: '<!doctype html><html',
  }[mode];
  const script = `${SCRIPT}${reached.includes('every name') ? EVERY_NAME : ''}`;
  const embed = (text: string) => (mode === 'XHTML' ? `/*<![CDATA[*/${text}/*]]>*/` : text);
  const html = `${start} lang="en"${direction}${root && ` style="${root}"`}><head><meta charset="utf-8"/>${base}<title>${TITLE}</title>
<style>${embed(sheet.css)}</style></head><body${bodyStyle && ` style="${bodyStyle}"`}>
${body}
<script>${embed(script)}</script></body></html>`;
  return {
    html,
    headers: {
      'content-type': `${mode === 'XHTML' ? 'application/xhtml+xml' : 'text/html'}; charset=utf-8`,
      ...(isStrict && {
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; require-trusted-types-for 'script'",
      }),
    },
  };
}
