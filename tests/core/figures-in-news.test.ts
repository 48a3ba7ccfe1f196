import { expect, test } from 'vitest';
import { engine } from '../../scripts/built-in-engine';
import { readBlock } from '../../src/core/read-block';

/** What is said of the deal's figure: the comparison and, where several figures are added up, the parts in billions. */
function check(text: string, id = 'commitment'): string {
  const figure = readBlock(text, false, engine).figures.find(({ about }) => about === id);
  if (!figure) return 'silent';
  const parts = figure.parts.map(({ to, bound }) => `${bound === 'most' ? '≤' : ''}${to / 1e9}`);
  return [figure.comparison, ...(parts.length > 1 ? [parts.join(' + ')] : [])].join(': ');
}

// Invented sentences, in the shapes that news gives them.
test.each([
  // The whole sum, in five languages.
  ['Amazon is to invest $25bn in Anthropic.', 'same'],
  ['Amazon will pour up to $25 billion into Anthropic, the two said on Monday.', 'same'],
  ['Amazon has agreed to put as much as US$25 billion into the start-up Anthropic.', 'same'],
  ['Amazon steckt bis zu 25 Milliarden US-Dollar in den KI-Entwickler Anthropic.', 'same'],
  ['Amazon will bis zu 25 Mrd. Dollar in Anthropic investieren.', 'same'],
  ['Amazon va investir jusqu’à 25 milliards de dollars dans Anthropic.', 'same'],
  ['Amazon invertirá hasta 25.000 millones de dólares en Anthropic.', 'same'],
  ['アマゾンはアンソロピックに最大250億ドルを出資する。', 'same'],
  ['Amazon is investing twenty-five billion dollars in Anthropic, at least on paper.', 'same'],
  ['Amazon will invest $25bn in Anthropic over ten years.', 'same'],
  // Parts that add up.
  ['Amazon will put $5bn into Anthropic now and up to another $20bn later.', 'same: 5 + ≤20'],
  [
    'Amazon will invest $5 billion in Anthropic at once. As much as $20 billion more follows as targets are met.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon investiert sofort 5 Milliarden Dollar in Anthropic und später bis zu 20 Milliarden weitere Dollar.',
    'silent',
  ],
  [
    'Amazon investiert sofort 5 Milliarden Dollar in Anthropic; bis zu 20 Milliarden Dollar können folgen.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon injecte 5 milliards de dollars dans Anthropic, puis jusqu’à 20 milliards de dollars selon les résultats.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon invertirá 5.000 millones de dólares en Anthropic y hasta 20.000 millones de dólares adicionales.',
    'same: 5 + ≤20',
  ],
  ['アマゾンはアンソロピックにまず50億ドルを出資し、さらに最大200億ドルを追加する。', 'same: 5 + ≤20'],
  [
    'Anthropic gets $5bn from Amazon today, $10bn next year and $10bn after that; all of it is an investment.',
    'same: 5 + 10 + 10',
  ],
  [
    'Amazon will invest $5bn now, on top of the $8bn it had put into Anthropic, and up to $20bn later.',
    'same: 5 + ≤20',
  ],
  // A lone part.
  ['Of the money that Amazon pledged to Anthropic, $5bn arrived in March.', 'silent'],
  ['Amazon makes an initial investment of $5bn in Anthropic.', 'silent'],
  ['Amazon’s first tranche for Anthropic, an investment of $5bn, closed this week.', 'silent'],
  ['Amazon could invest up to another $20bn in Anthropic.', 'silent'],
  ['Amazon überweist zunächst 5 Milliarden Dollar seiner Beteiligung an Anthropic.', 'silent'],
  ['Une première tranche de 5 milliards de dollars a été investie par Amazon dans Anthropic.', 'silent'],
  ['アマゾンはまずアンソロピックに50億ドルを出資する。', 'silent'],
  ['Amazon will invest $5bn in Anthropic and perhaps $15bn more.', 'silent'],
  // Earlier money.
  ['Amazon invests up to $25bn in Anthropic, on top of the $8bn it had invested before.', 'same'],
  ['That lifts Amazon’s total investment in Anthropic to $33bn, earlier money included.', 'earlier'],
  ['The deal brings Amazon’s total commitment to Anthropic to $33bn.', 'earlier'],
  ['Amazon has already invested $8bn in Anthropic.', 'silent'],
  ['Amazon had invested $8bn in Anthropic since 2023.', 'silent'],
  ['Amazon puts in $17bn on top of the $8bn it had invested in Anthropic.', 'silent'],
  [
    'Mit den bereits investierten 8 Milliarden Dollar steigt Amazons Beteiligung an Anthropic auf insgesamt 33 Milliarden Dollar.',
    'earlier',
  ],
  [
    'Amazon investit 25 milliards de dollars dans Anthropic, en plus des 8 milliards de dollars déjà versés.',
    'same',
  ],
  ['Amazon adds $17bn, which brings its total investment in Anthropic to $25bn.', 'silent'],
  // Another sum.
  ['Amazon’s stake in Anthropic could reach $30bn.', 'more'],
  ['Amazon will invest a total of $20bn in Anthropic.', 'less'],
  ['Amazon va investir 30 milliards de dollars dans Anthropic.', 'more'],
  ['Amazon will invest more than $30bn in Anthropic.', 'silent'],
  // Ranges and rates.
  ['Amazon will invest between $20bn and $30bn in Anthropic.', 'silent'],
  ['Amazon will invest $20–25bn in Anthropic.', 'silent'],
  ['Amazon will invest $2.5bn a year in Anthropic for ten years.', 'silent'],
  ['Amazon invests $30bn in Anthropic over ten years.', 'silent'],
  ['Amazon investiert jährlich 30 Milliarden Dollar in Anthropic.', 'silent'],
  // Others' sums.
  ['Amazon’s $25bn investment in Anthropic dwarfs Microsoft’s $13bn in OpenAI.', 'same'],
  ['Like Amazon with Anthropic, Microsoft has invested $30bn in OpenAI.', 'silent'],
  ['Google will invest $40bn in Anthropic, a rival to Amazon’s plan.', 'silent'],
  ['Anthropic, backed by Amazon, is valued at $380bn after investors put in $30bn.', 'silent'],
  ['Anthropic commits to spend more than $100bn on Amazon’s cloud over ten years.', 'silent'],
  ['Amazon plans to invest $200bn in data centres this year, some of them for Anthropic.', 'silent'],
  ['Amazon, an investor in Anthropic, reported quarterly revenue of $180bn.', 'silent'],
  ['SoftBank will invest $30bn in Anthropic.', 'silent'],
  ['Amazon invests $5bn in Anthropic, whose revenue has reached $20bn.', 'silent'],
])('%s → %s', (text, said) => expect(check(text)).toBe(said));

test.each([
  ['Training on Trainium is said to be 40% cheaper.', 'within'],
  ['Trainium cuts the cost of training by 30 to 50 per cent.', 'same'],
  ['Mit Trainium wird das Training bis zu 50 Prozent billiger.', 'within'],
  ['Training on Trainium costs 60% less.', 'silent'],
  ['Training on Trainium costs 20% less.', 'silent'],
  ['Training on Trainium costs at least 20% less.', 'silent'],
])('%s → %s', (text, said) => expect(check(text, 'training-price')).toBe(said));
