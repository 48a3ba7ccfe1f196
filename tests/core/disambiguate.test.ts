import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_WEIGHTS } from '../../src/core/evidence';
import { NEAR_CHARACTERS } from '../../src/core/weigh';
import { buildEngine } from './tiny-engine';

const engine = buildEngine(
  {
    anthropic: { alone: ['Anthropic'], related: ['claude'] },
    claude: { withEvidence: ['Claude'], for: ['prompt'], related: ['anthropic', 'bedrock'] },
    bedrock: {
      withEvidence: ['Bedrock'],
      withStrongEvidence: ['bedrock'],
      for: ['AWS', 'Lambda'],
      against: ['Minecraft', 'granite'],
      related: ['claude', 'sagemaker'],
    },
    sagemaker: { withEvidence: ['SageMaker'], for: ['notebook'], related: ['bedrock'] },
    azure: { withEvidence: ['Azure'], for: ['tenant', 'Azure', 'Azure region'] },
  },
  ['inference', 'GPU', 'data center'],
);
/** Text that says nothing, long enough to put what follows it out of sight of what precedes it. */
const far = ` ${'and so on it went '.repeat(Math.ceil(NEAR_CHARACTERS / 18) + 1)}`;

/** Rows of: what is linked in which text. */
const links = (rows: readonly (readonly [why: string, text: string, linked: readonly string[]])[]) =>
  it.each(rows)('%s', (_why, text, linked) => expect(engine.links(text)).toEqual(linked));

describe('an ambiguous form', () => {
  links([
    ['stays alone without evidence', 'They struck Bedrock at noon.', []],
    ['links with one cue near', 'They call Bedrock from Lambda.', ['Bedrock → bedrock']],
    ['needs more than one cue out of sight', `Lambda${far}Bedrock`, []],
    ['has it with two out of sight', `Lambda on AWS${far}Bedrock`, ['Bedrock → bedrock']],
    ['links with a word of the subject', 'Bedrock for inference', ['Bedrock → bedrock']],
    ['needs strong evidence in lower case', 'they call bedrock from Lambda', []],
    ['has it with two cues', 'they call bedrock from Lambda on AWS', ['bedrock → bedrock']],
    ['hears a cue in the capitals of its acronym only', 'Bedrock, aws the raven said', []],
    ['is no cue for itself', 'It was Azure.', []],
    ['may be part of a cue that says more', 'It was the Azure region.', ['Azure → azure']],
  ]);

  it('counts a cue once, however often it is said', () => {
    const said = (text: string) => engine.spot(text)[0]?.score;
    expect(said('Lambda, Lambda and lambdas call Bedrock')).toBe(said('Lambda calls Bedrock'));
  });
});

describe('a cue against', () => {
  links([
    ['outweighs a cue', 'Bedrock on AWS hosts Minecraft.', []],
    ['outweighs two, if there are two', 'Minecraft: Bedrock on AWS Lambda, granite', []],
    ['weighs less out of sight', `Bedrock runs on AWS Lambda${far}granite`, ['Bedrock → bedrock']],
    ['leaves a form alone that needs no evidence', 'Anthropic plays Minecraft', ['Anthropic → anthropic']],
  ]);
});

describe('a longer name that no card knows', () => {
  links([
    ['speaks against', 'The tenant of Hotel Azure has left.', []],
    ['does not when it begins a sentence', 'It rained. Even Azure lost a tenant.', ['Azure → azure']],
    ['does not when the neighbour is a cue itself', 'from Lambda Bedrock answers', ['Bedrock → bedrock']],
    ['does not in a headline', 'Every Tenant Left Azure Today', ['Azure → azure']],
    ['does not in German', 'Der tenant liegt im Azure Speicher und das ist gut.', ['Azure → azure']],
  ]);
});

describe('support between mentions', () => {
  links([
    [
      'comes from a sure mention of the same card in the block',
      `Bedrock on AWS${far}then Bedrock`,
      ['Bedrock → bedrock', 'Bedrock → bedrock'],
    ],
    [
      'comes from a sure card that is related',
      'Anthropic offers Claude.',
      ['Anthropic → anthropic', 'Claude → claude'],
    ],
    [
      'comes from a sure card that is not, too',
      'Anthropic, Azure',
      ['Anthropic → anthropic', 'Azure → azure'],
    ],
    ['is weaker from that', 'Anthropic and bedrock on AWS', ['Anthropic → anthropic', 'bedrock → bedrock']],
    ['does not outweigh words against in the block', 'Bedrock on AWS. Minecraft and granite: Bedrock', []],
    [
      'goes on from card to card until it settles',
      'Anthropic, Claude, Bedrock, SageMaker',
      ['Anthropic → anthropic', 'Claude → claude', 'Bedrock → bedrock', 'SageMaker → sagemaker'],
    ],
    ['is not given by the doubtful to each other', 'Claude, Bedrock, SageMaker, Azure', []],
  ]);

  it('reaches from block to block, but weakens on the way', () => {
    const apart = engine.spot('Bedrock on AWS Lambda.\n\nAnthropic and Bedrock.');
    expect(apart.map(({ card }) => card)).toEqual(['bedrock', 'anthropic', 'bedrock']);
    expect(engine.spot('Bedrock on AWS Lambda.\n\nBedrock.')).toHaveLength(2);
    expect(engine.spot('Bedrock on AWS Lambda.\n\nbedrock.')).toHaveLength(1);
    expect(engine.spot('Anthropic.\n\nClaude.')).toHaveLength(1);
  });

  it('reaches a form that needs strong evidence where the page is sure of its card and of others', () => {
    const page = 'Bedrock on AWS Lambda. Anthropic offers Claude.';
    const linked = (text: string) => engine.links(`${page}\n\n${text}`).slice(3);
    expect(linked('They use bedrock.')).toEqual(['bedrock → bedrock']);
    expect(engine.links('Bedrock. Anthropic offers Claude.\n\nbedrock.').slice(3)).toEqual([]);
    // Words beside it that speak against the sense know better.
    expect(linked('They struck bedrock below the granite.')).toEqual([]);
  });
});

describe('a card that words speak against', () => {
  const drivers = buildEngine({
    gpu: { withEvidence: ['GPU'], for: ['training run'], against: ['graphics driver'] },
    nvidia: { alone: ['Nvidia'] },
    intel: { alone: ['Intel'] },
  });
  const linked = (...blocks: string[]) =>
    drivers.decide(blocks).map((mentions) => mentions.filter(({ card }) => card === 'gpu').length);
  const makers = 'Nvidia and Intel ship one.';
  const asleep = 'The second GPU is asleep.';
  const driver = 'The graphics driver has put the GPU to sleep.';

  it('is not linked by weak support elsewhere on the page', () => {
    expect(linked(makers, asleep, 'So the fan is off.')).toEqual([0, 1, 0]);
    expect(linked(makers, asleep, driver)).toEqual([0, 0, 0]);
  });

  it('is linked all the same where the page is sure of it somewhere', () => {
    expect(linked('The training run keeps a GPU busy.', asleep, driver)).toEqual([1, 1, 0]);
  });
});

describe('title, headings and host', () => {
  const text = 'Bedrock has news.';

  it('let a form link that nothing near it supports', () => {
    expect(engine.links(text, { title: 'A Lambda walk on AWS' })).toEqual(['Bedrock → bedrock']);
    expect(engine.links(text, { title: 'A walk' })).toEqual([]);
  });

  it('count together', () => {
    const page = { title: 'On AWS', url: 'https://lambda.example/walk' };
    expect(engine.links(text, page)).toEqual(['Bedrock → bedrock']);
    const lower = 'bedrock has news.';
    const isLinked = (url: string) => engine.links(lower, { title: 'On AWS and a GPU', url }).length > 0;
    expect(isLinked('https://lambda.example/walk')).toBe(true);
    expect(isLinked('https://news.example/lambda')).toBe(false);
    expect(isLinked('not an address')).toBe(false);
  });

  it('speak against, too', () => {
    const near = 'Bedrock on AWS';
    expect(engine.links(near)).toHaveLength(1);
    expect(engine.links(near, { title: 'Minecraft wiki' })).toEqual([]);
  });

  it('are told apart from what stands near: which words of them speak, and for how much', () => {
    const evidence = (title: string) =>
      engine
        .spot('Bedrock on AWS and Lambda.', { title })[0]
        ?.evidence.filter(({ kind }) => kind === 'title' || kind === 'against');
    expect(evidence('Lambda and a GPU')).toEqual([
      { kind: 'title', text: 'Lambda', weight: 2 },
      { kind: 'title', text: 'GPU', weight: 1 },
    ]);
    expect(evidence('Granite')).toEqual([{ kind: 'against', text: 'granite', weight: -3 }]);
    // What speaks for another card says nothing for this one.
    expect(evidence('A notebook and a tenant')).toEqual([]);
  });

  it('include the headings of the page, wherever they stand', () => {
    const linked = (blocks: string[]) => engine.decide(blocks)[0]?.length;
    expect(linked([text, '# A Lambda walk', '# More AWS'])).toBe(1);
    expect(linked([text, 'A Lambda walk', 'More AWS'])).toBe(0);
  });
});

describe('every decision', () => {
  const words =
    'Bedrock bedrock Claude Anthropic SageMaker Azure AWS Lambda Minecraft granite prompt tenant inference GPU Hotel';
  const word = fc.constantFrom(...words.split(' '), 'the', 'of', '.', ',', far);
  const block = fc.array(word, { maxLength: 8 }).map((picked) => picked.join(' '));
  const page = fc.record({ title: block }, { requiredKeys: [] });

  it('adds up to its score, which is at least 0', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), page, (blocks, known) => {
        for (const mention of engine.decide(blocks, known).flat()) {
          const sum = mention.evidence.reduce((total, { weight }) => total + weight, 0);
          expect(mention.score).toBe(sum);
          expect(mention.score).toBeGreaterThanOrEqual(0);
          expect(mention.evidence[0]?.weight).toBe(BLOCK_WEIGHTS.form[mention.tier]);
        }
      }),
    );
  });

  it('is the same in whatever order the blocks were read', () => {
    const shuffled = fc
      .array(
        fc.oneof(
          block,
          block.map((text) => `# ${text}`),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .chain((blocks) =>
        fc.tuple(
          fc.constant(blocks),
          fc.shuffledSubarray([...blocks.keys()], { minLength: blocks.length, maxLength: blocks.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, page, ([blocks, order], known) => {
        const links = (mentions: ReturnType<typeof engine.decide>[number] | undefined) =>
          mentions?.map(({ start, end, card, score }) => ({ start, end, card, score }));
        const inOrder = engine.decide(blocks, known);
        const reordered = engine.decide(
          order.map((place) => blocks[place] ?? ''),
          known,
        );
        expect(reordered.map(links)).toEqual(order.map((place) => links(inOrder[place])));
      }),
    );
  });
});
