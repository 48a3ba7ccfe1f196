// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Card } from '../../src/pack/card';
import { CardView } from '../../src/ui/CardView';
import { button, buttonNames, click, renderInto } from './render-into';
import { bedrock, cite, credits, trainium } from './sample-cards';

/** The first of its kind whose heading or label has these words. */
const sectionOf = (root: ParentNode, heading: string) =>
  [...root.querySelectorAll('section')].find((each) => each.querySelector('h3')?.textContent === heading);
const textsOf = (root: ParentNode | undefined, selector: string) =>
  [...(root?.querySelectorAll(selector) ?? [])].map((each) => each.textContent);

test('a peek says what the term is and why it matters, and how many statements a click adds', () => {
  const root = renderInto(<CardView card={trainium} extent="peek" headingId="name" />);
  expect(root.querySelector('h2')?.textContent).toBe('AWS Trainium');
  expect(textsOf(root, '.kicker span')).toEqual(['Chip', 'Amazon']);
  expect(textsOf(root, '.body p')).toEqual([
    trainium.definition,
    trainium.deal,
    'Click for 4 statements, with their sources',
  ]);
  expect(root.textContent).not.toContain(trainium.statements[0]?.text);
  expect(root.querySelector('footer')).toBeNull();
  const short = renderInto(<CardView card={credits} extent="peek" headingId="name" />);
  expect(short.textContent).toContain('Click for 1 statement, with its source');
});

test('the full card goes from what the term is to where it stands', () => {
  const figure = {
    id: 'discount',
    name: '30–50%',
    subject: 'what training costs less',
    parties: [],
    quantity: 'share',
    from: 30,
    to: 50,
    unit: '%',
    cite: [cite(2, 2)],
  } as const;
  const root = renderInto(
    <CardView
      card={{ ...trainium, figures: [figure] }}
      extent="full"
      headingId="name"
      figures={[
        {
          about: 'discount',
          comparison: 'within',
          parts: [{ text: '35%', from: 35, to: 35, isUpTo: false }],
        },
      ]}
      correcting={{ surface: 'Trainium', onCorrect: () => {} }}
    />,
  );
  const order = [
    trainium.definition,
    'In the deal',
    trainium.deal,
    'A. Writer, Chips for Shares, undated',
    'Reports',
    'Figure',
    'Argues',
    'Number check',
    'What would undo it',
    'Warns',
    'In the argument',
    'Related',
    'In the stack',
    'Not right?',
  ];
  const places = order.map((words) => root.textContent?.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a = 0, b = 0) => a - b));
});

test('each stance is a verb of the author; neighbours of one stance share it', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  const rows = [...root.querySelectorAll('.statements > li')].map((row) => [
    row.querySelector('.stance')?.textContent,
    ...textsOf(row, '.says p > span:first-child'),
  ]);
  const [first, second, third, fourth] = trainium.statements.map(({ text }) => text);
  expect(rows).toEqual([
    ['Reports', first, second],
    ['Figure', third],
    ['Argues', fourth],
  ]);
  const other = renderInto(<CardView card={bedrock} extent="full" headingId="name" />);
  expect(textsOf(other, '.stance')).toEqual(['Argues', 'Expects', 'Advises']);
});

test('a stance that comes again after another is named again', () => {
  const [fact, , figure] = trainium.statements;
  if (!fact || !figure) throw new Error('The sample card lacks statements.');
  const card = { ...trainium, statements: [fact, figure, { ...fact, text: 'Hours are counted monthly.' }] };
  const root = renderInto(<CardView card={card} extent="full" headingId="name" />);
  expect(textsOf(root, '.statements .stance')).toEqual(['Reports', 'Figure', 'Reports']);
});

test('author and title stand once, above the statements, with what is known of the date', () => {
  const sourceOf = (card: Card) =>
    textsOf(
      renderInto(<CardView card={card} extent="full" headingId="name" />),
      'section:has(.statements) > p',
    );
  expect(sourceOf(trainium)).toEqual(['A. Writer, Chips for Shares, undated']);
  expect(sourceOf(bedrock)).toEqual([
    'A. Writer, Chips for Shares, undated; its forecasts count from when it was written',
  ]);
  const dated = { ...bedrock, source: { ...bedrock.source, published: '2025-11-30' } };
  expect(sourceOf(dated)).toEqual(['A. Writer, Chips for Shares, 2025-11-30']);
});

test('what would undo it is a warning, with the way to the card about the risk', async () => {
  const onOpenCard = vi.fn();
  const root = renderInto(
    <CardView card={trainium} extent="full" headingId="name" onOpenCard={onOpenCard} />,
  );
  const section = sectionOf(root, 'What would undo it');
  expect(textsOf(section, '.stance')).toEqual(['Warns']);
  expect(section?.textContent).toContain(trainium.undo[0]?.text);
  await click(button(section ?? root, 'Architectural stagnation'));
  expect(onOpenCard).toHaveBeenCalledWith('stagnation');
  const unlinked = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  expect(sectionOf(unlinked, 'What would undo it')?.textContent).not.toContain('Architectural stagnation');
  const sure = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(sure.textContent).not.toContain('What would undo it');
});

test('the argument’s points are shown with their framework and position', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  const section = sectionOf(root, 'In the argument');
  expect(textsOf(section, '.label > span')).toEqual(['Flywheel', '1 of 3']);
  expect(textsOf(section, '.says p > span:first-child')).toEqual([
    'Find bottlenecks: large runs show where the hardware is slow',
  ]);
  const bare = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(bare.textContent).not.toContain('In the argument');
});

test('the stack picture has a text alternative, and is left out for a card without a layer', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  const picture = root.querySelector('[role="img"]');
  expect(picture?.getAttribute('aria-label')).toBe('Silicon, layer 2 of 6 from the ground up');
  expect(picture?.querySelector('.lit')?.textContent).toBe('Silicon');
  const bare = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(bare.querySelector('[role="img"]')).toBeNull();
});

test('relations of one type stand together, each with its reason, and open the other card', async () => {
  const onOpenCard = vi.fn();
  const root = renderInto(
    <CardView card={trainium} extent="full" headingId="name" onOpenCard={onOpenCard} />,
  );
  const rows = [...root.querySelectorAll('.relations > li')].map((row) => [
    row.querySelector('.label')?.textContent,
    ...textsOf(row, 'p'),
  ]);
  expect(rows).toEqual([
    ['depends on', 'AWS Neuron SDK: its compiler decides what the chip can run'],
    [
      'competes with',
      'NVIDIA H100: both are bought to train the same models',
      'Tensor Processing Unit: Google trains its own models on it',
    ],
    ['validates', 'Silicon flywheel: a first large customer makes the loop turn'],
  ]);
  await click(button(root, 'NVIDIA H100'));
  expect(onOpenCard).toHaveBeenCalledWith('h100');
});

test('relations are plain text where they cannot be followed', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  expect(root.textContent).toContain('NVIDIA H100');
  expect(buttonNames(root)).toEqual([]);
});

test('the evidence says why, and stepping says where', async () => {
  const onStep = vi.fn();
  const root = renderInto(
    <CardView
      card={trainium}
      extent="full"
      headingId="name"
      evidence={[{ kind: 'cue', text: 'processor', weight: 3 }]}
      position={{ index: 2, total: 3 }}
      onStep={onStep}
    />,
  );
  expect(root.querySelector('.why')?.textContent).toContain('“processor” appears nearby');
  expect(root.querySelector('.bar .stepper')?.textContent).toBe('2 of 3');
  await click(button(root, 'Previous mention'));
  await click(button(root, 'Next mention'));
  expect(onStep.mock.calls).toEqual([[-1], [1]]);
});

test('a card for a mention can be corrected, in three ways', async () => {
  const onCorrect = vi.fn();
  const correcting = { surface: 'scaling\n   laws', onCorrect };
  const root = renderInto(
    <CardView card={trainium} extent="full" headingId="name" correcting={correcting} />,
  );
  const group = root.querySelector('fieldset');
  const label = document.getElementById(group?.getAttribute('aria-labelledby') ?? '');
  expect(label?.textContent).toBe('Not right?');
  for (const name of ['Wrong sense here', 'Not a term here', 'I know this term'])
    await click(button(group ?? root, name));
  expect(onCorrect.mock.calls).toEqual([['wrong'], ['never'], ['known']]);
  expect(button(root, 'Not a term here').title).toBe('On this site, “scaling laws” is never marked');
  expect(root.querySelector('[role="alert"]')).toBeNull();
});

test('a correction that could not be kept says so', () => {
  const correcting = {
    surface: 'Trainium',
    problem: 'This was not saved. The store is full',
    onCorrect: vi.fn(),
  };
  const root = renderInto(
    <CardView card={trainium} extent="full" headingId="name" correcting={correcting} />,
  );
  expect(root.querySelector('[role="alert"]')?.textContent).toBe('This was not saved. The store is full');
});

test('a card that stands for no mention, and a peek, cannot be corrected', () => {
  const correcting = { surface: 'Trainium', onCorrect: vi.fn() };
  const plain = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  expect(plain.textContent).not.toContain('Not right?');
  const peek = renderInto(
    <CardView card={trainium} extent="peek" headingId="name" correcting={correcting} />,
  );
  expect(peek.textContent).not.toContain('Not right?');
});

test('there is nowhere to step on a page with one mention', () => {
  const root = renderInto(
    <CardView
      card={trainium}
      extent="full"
      headingId="name"
      position={{ index: 1, total: 1 }}
      onStep={() => {}}
    />,
  );
  expect(button(root, 'Next mention').disabled).toBe(true);
});

test('pin, close and back have names, and the pin says when it is in', async () => {
  const onPin = vi.fn();
  const onClose = vi.fn();
  const onBack = vi.fn();
  const actions = { onPin, onClose, onBack };
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" {...actions} />);
  for (const name of ['Back', 'Pin', 'Close']) await click(button(root, name));
  for (const action of [onBack, onPin, onClose]) expect(action).toHaveBeenCalledOnce();
  const pinned = renderInto(<CardView card={trainium} extent="full" headingId="name" pinned {...actions} />);
  expect(buttonNames(pinned)).toContain('Unpin');
});

test('the name labels the card and can take the focus', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  expect(root.querySelector('article')?.getAttribute('aria-labelledby')).toBe('name');
  document.getElementById('name')?.focus();
  expect(document.activeElement?.textContent).toBe('AWS Trainium');
});

test('the pack’s words carry the pack’s language, Sidelight’s own words English', () => {
  const german = { ...trainium, language: 'de' };
  const root = renderInto(<CardView card={german} extent="full" headingId="name" />);
  const languageOf = (selector: string) =>
    root.querySelector(selector)?.closest('[lang]')?.getAttribute('lang');
  expect(languageOf('h2')).toBe('de');
  for (const selector of ['.definition', '.deal p', '.source-line b', '.says p span', '.relations p'])
    expect(languageOf(selector), selector).toBe('de');
  expect(languageOf('.stance')).toBe('en-GB');
  expect(languageOf('.deal h3')).toBe('de');
  expect(languageOf('section:not(.deal) h3')).toBe('en-GB');
});

test('text that looks like markup is shown as text', () => {
  const card = { ...trainium, definition: '<img src=x onerror=alert(1)>' };
  const root = renderInto(<CardView card={card} extent="peek" headingId="name" />);
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toContain('<img src=x');
});

test('a card that a relation led to shows the last of the way, and each part leads back', async () => {
  const onRevisit = vi.fn();
  const trail = [credits, bedrock, trainium, { ...credits, name: 'Fourth' }];
  const root = renderInto(
    <CardView card={bedrock} extent="full" headingId="name" trail={trail} onRevisit={onRevisit} />,
  );
  const names = [...root.querySelectorAll('nav li')].map((each) => each.textContent);
  expect(names).toEqual(['Amazon Bedrock', 'AWS Trainium', 'Fourth']);
  await click(button(root, 'AWS Trainium'));
  await click(button(root, 'Back'));
  expect(onRevisit.mock.calls).toEqual([[2], [3]]);
});

test('copy and panel are offered where they lead somewhere, and what came of them is shown', async () => {
  const onCopy = vi.fn();
  const onOpenPanel = vi.fn();
  const root = renderInto(
    <CardView card={credits} extent="full" headingId="name" {...{ onCopy, onOpenPanel }} outcome="Copied" />,
  );
  await click(button(root, 'Copy card'));
  await click(button(root, 'Open in panel'));
  expect([onCopy, onOpenPanel].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(root.querySelector('.outcome')?.textContent).toBe('Copied');
  const bare = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(bare.querySelector('footer')).toBeNull();
});

test('a menu has the actions and corrections; keys go through it, and Escape closes it alone', async () => {
  const onCopy = vi.fn();
  const onCorrect = vi.fn();
  const onKeyAround = vi.fn();
  const root = renderInto(
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens
    <div onKeyDown={onKeyAround}>
      <CardView
        card={credits}
        extent="peek"
        headingId="name"
        onCopy={onCopy}
        correcting={{ surface: 'credits', onCorrect }}
      />
    </div>,
  );
  const more = button(root, 'More actions');
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await click(more);
  const items = () => [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  expect(items().map((item) => item.querySelector('span')?.textContent)).toEqual([
    'Copy card',
    'Wrong sense here',
    'Not a term here',
    'I know this term',
  ]);
  expect(document.activeElement).toBe(items()[0]);
  await press('ArrowUp');
  expect(document.activeElement).toBe(items()[3]);
  await press('ArrowDown');
  await press('ArrowDown');
  expect(document.activeElement).toBe(items()[1]);
  await press('Escape');
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(more);
  expect(onKeyAround).not.toHaveBeenCalled();
  await click(more);
  await press('End');
  await click(document.activeElement as HTMLElement);
  expect(onCorrect.mock.calls).toEqual([['known']]);
  expect(items()).toEqual([]);
});

test('a sheet has the way between mentions, and the menu, at its foot', () => {
  const root = renderInto(
    <CardView
      card={credits}
      extent="full"
      headingId="name"
      isSheet
      onCopy={vi.fn()}
      position={{ index: 1, total: 2 }}
      onStep={vi.fn()}
    />,
  );
  expect(root.querySelector('.bar .stepper, .bar .menu-button')).toBeNull();
  expect(root.querySelector('footer .stepper')?.textContent).toBe('1 of 2');
  expect(root.querySelector('footer .menu-button')).not.toBeNull();
});

async function press(key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(() => void document.activeElement?.dispatchEvent(event));
}
