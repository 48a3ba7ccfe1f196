import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/pack/check';
import {
  ARGUMENT_YAML,
  authorPack,
  CARDS,
  CHIP_YAML,
  change,
  chipNamed,
  PACK_YAML,
  RISKY_CHIP_YAML,
  SOURCE_YAML,
  written,
} from './small-pack';

type OtherFiles = Parameters<typeof authorPack>[1];

const STATEMENT = 'Each Chipium is cut from a wafer.';
const check = (cards: Record<string, string>, others?: OtherFiles) =>
  checkPack(authorPack({ ...CARDS, ...cards }, others)).map(written);
/** The problems of the chip's card where one of its texts is another; its statement unless told. */
const checkText = (text: string, { from = STATEMENT, ...others }: OtherFiles & { from?: string } = {}) =>
  check({ 'cards/chip.yaml': change(CHIP_YAML, from, JSON.stringify(text)) }, others);
const AT = 'cards/chip.yaml:17 statements[1].text:';

describe('what says who says it', () => {
  it.each([
    ['The analysis argues that chips matter.', 'The analysis'],
    ['Chips matter, this article says.', 'this article'],
    ['Chips, the analyst argues, matter.', 'the analyst'],
    ['Chips matter in the author’s eyes.', 'the author'],
    ['The paper argues that chips matter.', 'The paper argues'],
    ['Chips matter, according to the report.', 'according to the report'],
    ['Chips matter, she argues, to buyers.', 'she argues'],
    ['By next year, we expect, chips sell.', 'we expect'],
    ['Chips, in her view, matter.', 'in her view'],
    ['Chips matter, it is argued.', 'it is argued'],
    ['Chips, it is said, matter.', 'it is said'],
    ['Chips are expected to matter.', 'are expected to'],
    ['Chips can be said to matter.', 'be said to'],
    ['Chips reportedly matter.', 'reportedly'],
    ['The piece argues that chips matter.', 'The piece argues'],
    ['To the commentary, chips matter.', 'the commentary'],
    ['As noted, chips matter.', 'As noted'],
    ['In this view, chips matter.', 'In this view'],
    ['For Writer, chips matter.', 'Writer'],
    ['Chips are Writer’s concern.', 'Writer'],
  ])('is refused: %s', (text, phrase) => {
    expect(checkText(text)).toEqual([`${AT} says who says it, which the card does once: “${phrase}”`]);
  });

  it.each([
    'Amazon says that chips matter.',
    'Regulators claim a right to examine chips, according to Amazon.',
    'Prices vary according to demand.',
    'The source of power for chips is gas.',
    'Chips were announced in the paper that introduced the transformer.',
    'Buyers say what they expect of chips.',
    'Writers buy chips from underwriters.',
    'Chips are seen as a bottleneck.',
    'A piece of silicon is cut as described in a plan.',
  ])('is not what others say, nor the same words in another sense: %s', (text) => {
    expect(checkText(text)).toEqual([]);
  });

  it('is refused in each text of a card, once for each', () => {
    const argue = (text: string, from: string) => checkText(text, { from });
    const problem = 'says who says it, which the card does once: “the author”';
    expect(argue('to the author: a chip', 'what the maker makes')).toEqual([
      `cards/chip.yaml:6 short: ${problem}`,
    ]);
    expect(
      argue('What the author calls a chip, and the author buys.', 'Chipium is what the maker makes.'),
    ).toEqual([`cards/chip.yaml:7 definition: ${problem}`]);
    expect(argue('Chipium is what the author likes.', 'The maker lives on Chipium.')).toEqual([
      `cards/chip.yaml:8 deal: ${problem}`,
    ]);
    expect(argue('the author says so', 'the maker makes Chipium')).toEqual([
      `cards/chip.yaml:22 relations[1].because: ${problem}`,
    ]);
    const undo = change(RISKY_CHIP_YAML, 'Chipium is worthless', 'To the author, Chipium is worthless');
    expect(check({ 'cards/chip.yaml': undo }, { argument: ARGUMENT_YAML })).toEqual([
      `cards/chip.yaml:21 undo[1].text: ${problem}`,
    ]);
  });

  it('is refused in the argument, whose points stand on cards', () => {
    const argument = change(ARGUMENT_YAML, 'Nobody may want chips.', 'The essay warns of buyers.');
    expect(check({}, { argument })).toEqual([
      'argument.yaml:25 frameworks[1].points[2].text: says who says it, which the card does once: “The essay”',
    ]);
  });

  const by = (author: string) => ({ source: change(SOURCE_YAML, 'A. Writer', JSON.stringify(author)) });

  it.each([
    ['Ana Gómez', 'Gómez doubts chips.', 'Gómez'],
    ['A. Smith and B. Jones', 'To Smith, chips matter.', 'Smith'],
    ['A. Smith, B. Jones & C. Li', 'To Jones, chips matter.', 'Jones'],
    ['D. van (Dyke)', 'To (Dyke), chips matter.', '(Dyke)'],
    ['Will Smith', 'Chips matter, Will argues, to buyers.', 'Will argues'],
  ])('is the name of each author: %s', (author, text, name) => {
    expect(checkText(text, by(author))).toEqual([
      `${AT} says who says it, which the card does once: “${name}”`,
    ]);
  });

  it.each([
    ['Ann Li', 'Likely buyers like Linux chips.'],
    ['Epoch AI', 'AI needs chips.'],
    ['Will Smith', 'Will makers argue over chips?'],
  ])('is no part of a word, and no acronym: %s', (author, text) => {
    expect(checkText(text, by(author))).toEqual([]);
  });

  it('is not looked for in a pack in another language', () => {
    const pack = change(PACK_YAML, 'language: en', 'language: de');
    expect(checkText('These ist, dass Chips fehlen.', { pack })).toEqual([]);
  });
});

describe('what leans on another text', () => {
  it.each([
    ...[
      'He',
      'Her',
      'Here',
      'His',
      'It',
      'Its',
      'She',
      'Such',
      'That',
      'Their',
      'These',
      'They',
      'This',
      'Those',
    ],
    ...['The first', 'The second', 'The third', 'The last', 'The other', 'The same'],
    ...['Also', 'And', 'Another', 'But', 'However', 'Instead', 'Moreover', 'Therefore', 'Thus'],
  ])('is refused at the start: %s', (start) => {
    expect(checkText(`${start} chip is cut from wafers.`)).toContain(
      `${AT} leans on what the reader has not seen: “${start}”`,
    );
  });

  it.each([
    ['Chips are cut. They are sold.', 'They'],
    ['“Chips are cut.” This takes weeks.', 'This'],
    ['Is a chip cut? The third risk is that.', 'The third'],
    ['A maker of such a chip is rich.', 'such a'],
    ['A maker of such chips is rich.', 'such chips'],
    ['Of cash and chips, the latter matter.', 'the latter'],
    ['Of cash and chips, the former is scarce.', 'the former'],
    ['Chips are cut as described above.', 'described above'],
    ['Chips are the one example here.', 'here'],
    ['Chips are cut by this method.', 'by this method'],
    ['The above is what chips cost.', 'The above'],
    ['The swap gives makers chips.', 'The swap'],
    ['Chips sell. The chip is cut.', 'The chip'],
    ['With the chip, makers wait.', 'With the chip'],
    ['So large a commitment is rare.', 'So large a commitment'],
    ['Third, chips are cut.', 'Third'],
    ['Both are cut from wafers.', 'Both'],
    ['Both makers wait.', 'Both'],
  ])('is refused in any sentence: %s', (text, phrase) => {
    expect(checkText(text)).toEqual([`${AT} leans on what the reader has not seen: “${phrase}”`]);
  });

  it.each([
    'There is no chip without a wafer.',
    'Those who buy chips wait.',
    'The second-largest maker waits.',
    'Instead of cash, buyers give chips.',
    'Buyers of chips such as Trainium wait.',
    'The U.S. these days buys chips.',
    'Sellers of the former monopoly wait.',
    'Chips are sold, so that their makers wait; it takes weeks.',
    'No such chip is sold.',
    'The chip with the most buyers waits.',
    'With the H100, makers wait.',
    'By the end of a year, chips are sold.',
    'Both buyers and makers wait.',
    'Hereafter, chips are sold where hereditary makers wait.',
    'Third parties buy chips.',
  ])('is not what stands alone: %s', (text) => {
    expect(checkText(text)).toEqual([]);
  });

  it('is refused in what matters, in a risk and in the argument, but not in a definition', () => {
    const problem = 'leans on what the reader has not seen: “It”';
    expect(checkText('It sells.', { from: 'The maker lives on Chipium.' })).toEqual([
      `cards/chip.yaml:8 deal: ${problem}`,
    ]);
    const undo = change(RISKY_CHIP_YAML, 'Chipium is worthless', 'It is worthless');
    expect(check({ 'cards/chip.yaml': undo }, { argument: ARGUMENT_YAML })).toEqual([
      `cards/chip.yaml:21 undo[1].text: ${problem}`,
    ]);
    const argument = change(ARGUMENT_YAML, 'Who makes chips keeps the margin.', 'It keeps the margin.');
    expect(check({}, { argument })).toEqual([`argument.yaml:4 thesis.text: ${problem}`]);
    const definition = 'Chipium is made. It is sold.';
    expect(checkText(definition, { from: 'Chipium is what the maker makes.' })).toEqual([]);
  });
});

describe('a sentence', () => {
  it.each([
    ['as it is', 'Makium is what the maker makes.'],
    ['with other punctuation and capitals', 'MAKIUM, is what the “maker” makes!'],
    ['beside another', 'Chips are sold. Makium is what the maker makes.'],
  ])('that stands on two cards is refused at the second, %s', (_how, text) => {
    // The maker's definition is read after the chip's statement.
    const [problem, ...others] = checkText(text);
    expect(problem).toBe('cards/maker.yaml:6 definition: stands on another card, too: chip');
    expect(others).toEqual([]);
  });

  it('that a card says twice is refused', () => {
    expect(checkText('The maker lives on Chipium.')).toEqual([`${AT} says the same twice`]);
  });

  it('of the argument is not said again on a card', () => {
    expect(checkText('Nobody may want chips.', { argument: ARGUMENT_YAML })).toEqual([
      `${AT} stands in the argument, too`,
    ]);
    expect(checkText('Nobody may want chips.')).toEqual([]);
  });

  it('is told once in any language', () => {
    const pack = change(PACK_YAML, 'language: en', 'language: de');
    expect(checkText('The maker lives on Chipium.', { pack })).toEqual([`${AT} says the same twice`]);
  });
});

describe('a reason', () => {
  it('stands with one relation only', () => {
    const relation = (card: string) =>
      `  - { type: answers, card: ${card}, because: the maker makes Chipium, cite: { section: ending, paragraph: 1 } }\n`;
    const twice = change(CHIP_YAML, 'links:', `${relation('maker')}links:`);
    expect(check({ 'cards/chip.yaml': twice })).toEqual([
      'cards/chip.yaml:24 relations[2].because: stands with another relation, too: see chip',
    ]);
  });
});

describe('a card', () => {
  const statement = (text: string) =>
    `  - stance: fact\n    text: ${text}\n    cite: { section: opening, paragraph: 1 }\n`;
  const [, ofChip = ''] = /statements:\n(.*)relations:/s.exec(CHIP_YAML) ?? [];
  const twin = change(
    change(
      chipNamed('twin'),
      'statements:\n',
      `statements:\n${statement('Sellers of chips keep waiting for buyers.')}`,
    ),
    'card: maker',
    'card: chip',
  );
  const related = change(
    CHIP_YAML,
    'links:',
    '  - { type: contrasts with, card: twin, because: both sell, cite: { section: ending, paragraph: 1 } }\nlinks:',
  );
  /** The problems of a chip that states these, beside another that has the sellers wait, and says more. */
  const checkStating = (...texts: string[]) =>
    check({
      'cards/chip.yaml': change(related, ofChip, texts.map(statement).join('')),
      'cards/twin.yaml': twin,
    });
  const NEARLY_THE_SAME = 'Waiting for buyers, sellers keep chips.';
  const problem = 'cards/chip.yaml:16 statements: say nothing that no other card says: see twin';

  it('without a statement of its own is refused', () => {
    expect(checkStating(NEARLY_THE_SAME)).toEqual([problem]);
    expect(checkStating(NEARLY_THE_SAME, 'Buyers keep sellers waiting.')).toEqual([problem]);
  });

  it('needs one only', () => {
    expect(checkStating(NEARLY_THE_SAME, STATEMENT)).toEqual([]);
  });

  it.each([
    'Sellers of 40 chips keep waiting for 7 buyers.',
    'Sellers of chips keep waiting for buyers, although wafers become cheaper.',
    'AI is up.',
  ])('may say what differs in numbers, goes further, or has no long word: %s', (text) => {
    expect(checkStating(text)).toEqual([]);
  });
});
