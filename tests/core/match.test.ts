import { describe, expect, it } from 'vitest';
import { caseFits } from '../../src/core/match';
import { buildEngine } from './tiny-engine';

const engine = buildEngine({
  'neuron-sdk': { alone: ['Neuron', 'Neuron SDK'] },
  trainium: { alone: ['Trainium', 'trainium', 'AWS Trainium', 'トレイニウム'] },
  openai: { alone: ['OpenAI'] },
  'open-source': { alone: ['open source'] },
  'codename-s': { alone: ['codename s'] },
  anthropic: { alone: ['Anthropic'] },
  aws: { alone: ['AWS'] },
  meta: { alone: ['Meta'] },
  ray: { alone: ['Ray'] },
  'gpt-4': { alone: ['GPT-4'] },
  h100: { alone: ['H100'] },
  sonnet: { alone: ['Sonnet 4', 'Sonnet 4.5'] },
  'foundation-model': { alone: ['foundation model', '基盤モデル'] },
  'scaling-law': { alone: ['scaling law', 'loi d’échelle', 'große Sprachmodelle'] },
  'compute-credits': { alone: ['compute credits'] },
});

/** Rows of: what is found in which text. */
const finds = (rows: readonly (readonly [found: readonly string[], text: string])[]) =>
  it.each(rows)('finds %j in “%s”', (found, text) => expect(engine.candidates(text)).toEqual(found));

describe('capitals', () => {
  finds([
    [['Meta'], 'Meta said no.'],
    [['META'], 'META SAID NO'],
    [[], 'a meta question'],
    [['AWS'], 'AWS'],
    [[], 'aws and Aws'],
    [['Scaling law'], 'Scaling law and order'],
    [['SCALING LAW'], 'ONE SCALING LAW MORE'],
    [['Große Sprachmodelle'], 'Große Sprachmodelle sind teuer.'],
    [[], 'X-RAY'],
  ]);

  it('fit an alias in lower case always, and one with capitals as it is written or all in capitals', () => {
    expect(caseFits('FineTuning', 'finetuning')).toBe(true);
    expect(caseFits('TRAINIUM', 'Trainium')).toBe(true);
    expect(caseFits('TrainIUM', 'Trainium')).toBe(false);
    // A short name in capitals is as likely an acronym.
    expect(caseFits('RAY', 'Ray')).toBe(false);
  });
});

describe('numbers with points and commas', () => {
  finds([
    [['Sonnet 4'], 'Sonnet 4, 5 and 6'],
    [['Sonnet 4,5'], 'Sonnet 4,5'],
    [[], 'Sonnet 4,7'],
    [['Sonnet 4.5'], 'Sonnet 4.5'],
  ]);
});

describe('spaces and hyphens', () => {
  finds([
    [['GPT-4', 'GPT 4', 'GPT4', 'GPT‑4'], 'GPT-4, GPT 4, GPT4, GPT‑4'],
    [['Neuron\u00A0SDK', 'Neuron-SDK'], 'Neuron\u00A0SDK, Neuron-SDK, NeuronSDK'],
    [['opensource', 'compute-credits'], 'opensource compute-credits'],
    [['scaling” law', 'Neuron" SDK'], 'the “scaling” law, the "Neuron" SDK'],
    [[], 'It said “scaling”law, “scaling”, law'],
    [['Neuron\n    SDK'], 'the Neuron\n    SDK'],
    [['OpenAI'], 'OpenAI, Open AI, Open-AI, open ai'],
    [['Trainium'], 'Train\u00ADium'],
    [[], 'Trainiumlike, preTrainium, Trainium_id'],
    [['Neuron'], 'Neuron. SDK'],
  ]);
});

describe('numbers', () => {
  finds([
    [['Sonnet 4.5'], 'Sonnet 4.5 writes.'],
    [[], 'Sonnet 45 is by Shakespeare.'],
    [['Sonnet 4'], 'We run Sonnet 4.'],
    [[], 'Sonnet 4.7'],
    [[], 'GPT-40'],
  ]);
});

describe('inflection', () => {
  finds([
    [['Anthropic', 'Anthropic'], "Anthropic's chips and Anthropic’s chips"],
    [['foundation models', 'scaling laws'], 'foundation models obey scaling laws'],
    [['H100s'], 'ten H100s'],
    [['compute credits'], 'compute credits, compute creditss'],
    [['codename s'], "the codename s, not the codename’s or codename's"],
    [['loi d’échelle', "loi d'échelle"], "la loi d’échelle, une loi d'échelle"],
  ]);
});

describe('Japanese', () => {
  finds([
    [['AWS', 'トレイニウム'], 'AWSのトレイニウムで学習する'],
    [['基盤モデル'], '新しい基盤モデルは高い'],
    [[], 'トレイニウムズ'],
    [['トレイニウム'], '半角のﾄﾚｲﾆｳﾑ'],
  ]);
});

describe('addresses and paths', () => {
  finds([
    [[], 'https://docs.example/Trainium?from=AWS#Anthropic'],
    [[], 'my_Trainium Trainium_count'],
    [['Trainium'], 'the _Trainium_ chip'],
    [[], 'www.example.com/guide-AWS'],
    [[], 'trainium.example and docs.trainium'],
    [[], 'Anthropic@example.com or info@Anthropic'],
    [[], 'C:\\Trainium\\bin and lib/trainium/bin'],
    [['Trainium', 'AWS'], 'Trainium/GPU, or AWS.'],
    [['Trainium'], '(Trainium), see https://docs.example'],
  ]);
});

describe('the longest form', () => {
  finds([
    [['Neuron SDK'], 'the Neuron SDK'],
    [['Neuron'], 'the Neuron compiler'],
  ]);

  it('holds over a shorter one that starts later', () => {
    expect(engine.links('AWS Trainium')).toEqual(['AWS Trainium → trainium']);
  });
});
