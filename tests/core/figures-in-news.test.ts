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
  // The same, in headlines and asides.
  ['Amazon will invest $25bn in Anthropic, less than the $40bn that Google has promised.', 'same'],
  ['アマゾンは20日、米アンソロピックに最大250億ドル(約4兆円)を投資すると発表した。', 'same'],
  ['Amazon’s deal with Anthropic covers up to 5 gigawatts and $25 billion of investment.', 'same'],
  ['Amazon doubles down on Anthropic with $25bn pledge', 'same'],
  ['“This is a 25-billion-dollar commitment,” Anthropic’s chief said of Amazon.', 'same'],
  [
    'The $25bn comprises $5bn in cash up front and $20bn tied to targets, Amazon said of its investment in Anthropic.',
    'same',
  ],
  ['Amazon beteiligt sich mit 25 Mrd. US-Dollar an Anthropic, Google mit 40 Mrd. US-Dollar.', 'same'],
  [
    'Der Konzern hatte zuvor acht Milliarden Dollar in Anthropic investiert; nun legt Amazon bis zu 25 Milliarden Dollar nach.',
    'same',
  ],
  ['Amazon s’est engagé à investir 25 Md$ dans Anthropic, dont 5 Md$ tout de suite.', 'same'],
  ['La inversión de Amazon en Anthropic, de 25 mil millones de dólares, se hará por fases.', 'same'],
  ['亚马逊将向Anthropic投资最多250亿美元。', 'same'],
  // More parts.
  [
    'Amazon invests $5 billion in Anthropic and up to $20 billion later, in compute credits.',
    'same: 5 + ≤20',
  ],
  [
    'Anthropic said Amazon had agreed to invest $5bn immediately and up to $20bn in future, in addition to the $8bn already committed.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon investiert weitere fünf Milliarden Dollar in Anthropic, bis zu 20 Milliarden Dollar sollen später folgen.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon remet 5 milliards de dollars au pot chez Anthropic et pourrait y ajouter jusqu’à 20 milliards de dollars.',
    'same: 5 + ≤20',
  ],
  [
    'Amazon inyectará 5.000 millones de dólares en Anthropic y podría aportar otros 20.000 millones de dólares más adelante.',
    'same: 5 + 20',
  ],
  [
    'アマゾンはアンソロピックに50億ドルを投資する。業績に応じて最大200億ドルを追加で投じる。',
    'same: 5 + ≤20',
  ],
  ['Amazon will put another $5bn (with an option on $20bn more) into Anthropic.', 'same: 5 + 20'],
  ['Amazon invested $4bn in Anthropic in 2023, $4bn in 2024, and $17bn this year.', 'same: 4 + 4 + 17'],
  [
    'Le pari d’Amazon sur Anthropic : 5 milliards de dollars investis d’emblée, 20 milliards de dollars de plus à terme.',
    'same: 5 + 20',
  ],
  [
    'Amazon compromete 5.000 millones de dólares ahora y 20.000 millones de dólares después para Anthropic.',
    'same: 5 + 20',
  ],
  ['亚马逊先投资Anthropic 50亿美元，之后最多再投200亿美元。', 'same: 5 + 20'],
  // More earlier money.
  [
    'Including the $8bn it has already put in, Amazon’s total investment in Anthropic could reach $33bn.',
    'earlier',
  ],
  [
    'Insgesamt könnte Amazon damit 33 Milliarden Dollar in Anthropic gesteckt haben, die früheren acht Milliarden eingerechnet.',
    'earlier',
  ],
  [
    'Avec cette opération, la mise totale d’Amazon dans Anthropic est portée à 33 milliards de dollars.',
    'earlier',
  ],
  [
    'Con los 8.000 millones de dólares anteriores, la inversión de Amazon en Anthropic asciende a un total de 33.000 millones de dólares.',
    'earlier',
  ],
  [
    'アマゾンの出資額は累計330億ドルに達する可能性がある。アンソロピックは評価額を公表していない。',
    'earlier',
  ],
  // More sums that differ.
  ['Amazon gave Anthropic $30bn in investment, one blog claimed.', 'more'],
  ['Amazon’s commitment to Anthropic is $35bn.', 'more'],
  ['Amazon invests $15bn in total in Anthropic this time.', 'less'],
  // Left alone: somebody else’s, the other way round, worth, revenue, already paid, denied; or too involved.
  [
    'The e-commerce giant Amazon, already Anthropic’s biggest outside backer, said it would write a fresh cheque of $5 billion, with as much as $20 billion to come if sales goals are hit.',
    'silent',
  ],
  [
    'Anthropic has pledged to buy more than $100bn of computing from Amazon over the next decade, in return for the $5bn investment.',
    'silent',
  ],
  [
    'Amazon’s investment in Anthropic rose to $8bn in November 2024, double the earlier figure of $4bn.',
    'silent',
  ],
  ['The value of Amazon’s stake in Anthropic has jumped to $60.6bn.', 'silent'],
  ['Amazon and Google together have invested $40bn in Anthropic.', 'silent'],
  ['Anthropic raised $30bn in a Series G round in which Amazon also invested.', 'silent'],
  ['Amazon could lift its investment in Anthropic from $8bn to $33bn.', 'silent'],
  [
    'Amazon shares rose 3%, adding $70bn to its market value, after it said it would invest in Anthropic.',
    'silent',
  ],
  ['Anthropic will über zehn Jahre mehr als 100 Milliarden Dollar für Amazons Cloud ausgeben.', 'silent'],
  [
    'Amazon hat für dieses Jahr Investitionen von 200 Milliarden Dollar angekündigt, der Großteil davon für Anthropic und die Cloud.',
    'silent',
  ],
  ['Amazon avait déjà investi 8 milliards de dollars dans Anthropic.', 'silent'],
  [
    'Microsoft invirtió 13.000 millones de dólares en OpenAI, mientras que Amazon apuesta por Anthropic.',
    'silent',
  ],
  ['アマゾンはアンソロピックにこれまで80億ドルを投資してきた。', 'silent'],
  ['マイクロソフトはOpenAIに130億ドルを投資したが、アマゾンはアンソロピックを選んだ。', 'silent'],
  ['Half of the $50bn that Amazon will invest goes to Anthropic.', 'silent'],
  ['Amazon denied that it would invest $30bn in Anthropic.', 'silent'],
  ['Amazon is in talks to invest as much as $50bn in OpenAI, the rival of Anthropic.', 'silent'],
  ['Amazon’s $20bn option on more Anthropic stock depends on targets.', 'silent'],
  ['SoftBank, Nvidia and Amazon agreed to invest $110bn in OpenAI, and Anthropic took note.', 'silent'],
  ['Analysts at Citi think that Amazon’s eventual investment in Anthropic will total $50bn.', 'silent'],
  ['Amazon has spent $8 billion of the $25 billion promised to Anthropic.', 'silent'],
  ['Lightspeed led the round, investing $35bn in Anthropic alongside Amazon.', 'silent'],
  ['Anthropic: Amazon’s USD 25 billion bet, explained', 'silent'],
  ['Amazon has to date put $13bn into Anthropic.', 'silent'],
  ['Amazon’s investment in Anthropic now stands at $13bn, with up to $20bn to follow.', 'silent'],
  ['Amazon committed $4bn to Anthropic in 2023 and another $4bn in 2024.', 'silent'],
  ['Nvidia and Microsoft will invest $15bn in Anthropic, Amazon’s partner.', 'silent'],
  ['Amazon’s funding makes Anthropic worth $380bn.', 'silent'],
  ['Amazon: capex $200bn; Anthropic stake $8bn; net income $77bn.', 'silent'],
  ['To fund its investment in Anthropic, Amazon sold $37bn of bonds.', 'silent'],
  ['Amazon will commit €30bn to Anthropic.', 'silent'],
  ['Amazons Beteiligung an Anthropic ist inzwischen mehr als 60 Milliarden Dollar wert.', 'silent'],
  ['Amazon und Anthropic: Milliardendeal über 25 Milliarden Dollar', 'silent'],
  ['Anthropic bekommt von Amazon 30 Milliarden Dollar als Investition.', 'silent'],
  ['Anthropic dépensera plus de 100 milliards de dollars chez Amazon en dix ans.', 'silent'],
  [
    'Amazon destinará 200.000 millones de dólares a inversiones este año y refuerza su alianza con Anthropic.',
    'silent',
  ],
  ['アンソロピックは今後10年間でアマゾンのクラウドに1000億ドル以上を支出する。', 'silent'],
  ['Amazon could end up owning $50bn of Anthropic stock thanks to its stake.', 'silent'],
  ['Every dollar of the $30bn Amazon invests in Anthropic comes back as cloud revenue.', 'silent'],
  ['Anthropic’s other backers have invested $30bn, while Amazon stays put.', 'silent'],
  ['Amazon will this year invest $100bn, Anthropic or no Anthropic.', 'silent'],
  ['Amazon has now invested $33bn in Anthropic.', 'silent'],
  ['Amazon and its peers will invest $600bn in Anthropic and other labs.', 'silent'],
  ['Amazon’s commitments, Anthropic aside, come to $90bn.', 'silent'],
  ['Anthropic says it will invest $50bn, with Amazon as its host.', 'silent'],
  ['Anthropic’s commitment to Amazon is $100bn.', 'silent'],
  ['Anthropic has committed $100bn to Amazon.', 'silent'],
  ['Amazon’s deal with Anthropic brings it $100bn.', 'silent'],
  ['The deal commits Anthropic to Amazon for $100bn.', 'silent'],
  ['Anthropic and Amazon signed a deal: $100bn for Amazon, $5bn for Anthropic.', 'silent'],
  ['Amazon, with Anthropic, faces a funding gap of $40bn.', 'silent'],
  ['Amazon invested in Anthropic when it was a start-up of $4bn.', 'silent'],
  ['Investors cheered: Amazon’s bet on Anthropic added $80bn.', 'silent'],
  ['Anthropic will pay Amazon $100bn under the deal.', 'silent'],
  [
    'Anthropic verpflichtet sich gegenüber Amazon zu Ausgaben von 100 Milliarden Dollar, so der Deal.',
    'silent',
  ],
  ['Anthropic s’engage à verser 100 milliards de dollars à Amazon.', 'silent'],
  ['Anthropic se compromete a pagar 100.000 millones de dólares a Amazon.', 'silent'],
  ['アンソロピックはアマゾンに1000億ドルを投じる契約を結んだ。投資の見返りだ。', 'silent'],
  ['Amazon and Anthropic’s $50bn fund will back start-ups.', 'silent'],
  ['Anthropic, in which Amazon invests, has cash of $30bn.', 'silent'],
  ['Amazon invests in Anthropic through a vehicle of $30bn.', 'silent'],
  ['Amazon’s total investment in Anthropic is $13bn so far.', 'silent'],
  ['In total, Amazon invested $8bn in Anthropic in two years.', 'silent'],
])('%s → %s', (text, said) => expect(check(text)).toBe(said));

test.each([
  ['Training on Trainium is said to be 40% cheaper.', 'within'],
  ['Trainium cuts the cost of training by 30 to 50 per cent.', 'same'],
  ['Mit Trainium wird das Training bis zu 50 Prozent billiger.', 'within'],
  ['Training on Trainium costs 60% less.', 'silent'],
  ['Training on Trainium costs 20% less.', 'silent'],
  ['Training on Trainium costs at least 20% less.', 'silent'],
])('%s → %s', (text, said) => expect(check(text, 'training-price')).toBe(said));
