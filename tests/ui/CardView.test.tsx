// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { CardView } from '../../src/ui/CardView';
import { button, buttonNames, click, renderInto } from './render-into';
import { bedrock, credits, trainium } from './sample-cards';

test('a peek shows name, kind, party, definition and as many short statements as fit', () => {
  const root = renderInto(<CardView card={trainium} extent="peek" headingId="name" />);
  expect(root.querySelector('h2')?.textContent).toBe('AWS Trainium');
  expect(root.textContent).toContain('Chip');
  expect(root.textContent).toContain('Amazon’s own processor');
  expect(root.querySelectorAll('.statements li')).toHaveLength(2);
  expect(root.querySelector('footer')).toBeNull();
  expect(root.textContent).not.toContain('In the stack');
});

test('a peek shows a long statement alone and whole', () => {
  const root = renderInto(<CardView card={bedrock} extent="peek" headingId="name" />);
  expect(root.querySelectorAll('.statements li')).toHaveLength(1);
  expect(root.textContent).toContain('within a few contract cycles.');
});

test('the full card shows every statement with its stance in words and its source', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  const stances = [...root.querySelectorAll('.stance')].map((each) => each.textContent);
  expect(stances).toEqual(['Fact', 'Claim', 'Figure', 'Risk']);
  const citation = root.querySelector('.citation');
  expect(citation?.textContent).toBe('§1\u00a0Ways to pay');
  const source = 'Section 1, Ways to pay: “Three Ways to Pay for a Laboratory”, paragraph 3';
  expect(citation?.getAttribute('aria-label')).toBe(source);
  expect(citation?.getAttribute('title')).toBe(source);
});

test('the stack picture has a text alternative, and is left out for a card without a layer', () => {
  const root = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  const picture = root.querySelector('[role="img"]');
  expect(picture?.getAttribute('aria-label')).toBe('Silicon, layer 2 of 6 from the ground up');
  expect(picture?.querySelector('.lit')?.textContent).toBe('Silicon');
  const bare = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(bare.querySelector('[role="img"]')).toBeNull();
});

test('a claim’s counterpoint is shown once, as a risk, with its own source', () => {
  const [claim, ...others] = credits.statements;
  if (!claim) throw new Error('The sample card has no statement.');
  const [risk] = trainium.statements.filter(({ stance }) => stance === 'risk');
  if (!risk) throw new Error('The sample card has no risk.');
  const counterpoint = { card: 'trainium', name: 'AWS Trainium', text: risk.text, cite: risk.cite };
  const doubted = { ...claim, counterpoint };
  const card = { ...credits, statements: [doubted, { ...doubted, text: 'And so on.' }, ...others] };
  const root = renderInto(<CardView card={card} extent="full" headingId="name" />);
  const section = [...root.querySelectorAll('section')].find((each) =>
    each.textContent?.includes('What would undo it'),
  );
  expect(section?.querySelectorAll('li')).toHaveLength(1);
  expect(section?.querySelector('.stance')?.textContent).toBe('Risk');
  expect(section?.textContent).toContain(risk.text);
  expect(section?.querySelector('.citation')?.textContent).toMatch(/^§3\s/);
  const sure = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(sure.textContent).not.toContain('What would undo it');
});

test('relations are grouped by type and open the other card', async () => {
  const onOpenCard = vi.fn();
  const root = renderInto(
    <CardView card={trainium} extent="full" headingId="name" onOpenCard={onOpenCard} />,
  );
  const types = [...root.querySelectorAll('dt')].map((each) => each.textContent);
  expect(types).toEqual(['depends on', 'competes with', 'validates', 'undermined by']);
  expect(button(root, 'NVIDIA H100').title).toBe('both are bought to train the same models');
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
  expect(root.querySelector('footer')?.textContent).toBe('2 of 3');
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
  expect(button(root, 'Not a term here').title).toBe('On this site, never treat “scaling laws” as a term');
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
  expect(languageOf('.definition')).toBe('de');
  expect(languageOf('.statements p span')).toBe('de');
  expect(languageOf('.stance')).toBe('en-GB');
  expect(languageOf('h3')).toBe('en-GB');
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
  await click(button(root, 'Copy as Markdown, with its source'));
  await click(button(root, 'Open in panel'));
  expect([onCopy, onOpenPanel].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(root.querySelector('.outcome')?.textContent).toBe('Copied');
  const bare = renderInto(<CardView card={credits} extent="full" headingId="name" />);
  expect(bare.querySelector('footer')).toBeNull();
});
