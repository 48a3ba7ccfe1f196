import { useState } from 'preact/hooks';
import type { KeptCorrection } from '../core/corrections';
import type { Card } from '../pack/card';
import { KindIcon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { type Choice, ChoiceSection } from './ChoiceSection';
import type { OptionsPorts } from './ports';
import { useChoices } from './use-choices';

export interface AppProps {
  ports: OptionsPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
}

/**
 * The options page: what the reader has chosen, and how to take it back.
 * @param props the page's ports and the pack's cards
 * @returns the whole page
 */
export function App({ ports, cards }: AppProps) {
  const { choices, failed, reload } = useChoices(ports);
  const [done, setDone] = useState('');
  const byId = new Map(cards.map((card) => [card.id, card]));
  const nameOf = (card: string) => byId.get(card)?.name ?? card;

  const takeBack = (correction: KeptCorrection, words: string) => async () => {
    await ports.undo(correction.id);
    setDone(words);
    await reload();
  };
  const corrections = (choices?.corrections ?? []).flatMap((correction): Choice[] => {
    if (correction.kind === 'known') return [];
    const { id, kind, site, surface, at } = correction;
    const said = kind === 'wrong' ? `may mean ${nameOf(correction.card)} again` : 'may be a term again';
    return [
      {
        id,
        what: (
          <>
            <Form>{surface}</Form>{' '}
            {kind === 'wrong' ? (
              <>
                does not mean <Name card={byId.get(correction.card)}>{correction.card}</Name>
              </>
            ) : (
              'is never a term'
            )}
          </>
        ),
        site,
        at,
        label: `Undo: “${surface}” on ${site}`,
        takeBack: takeBack(correction, `“${surface}” ${said} on ${site}.`),
      },
    ];
  });
  const known = (choices?.corrections ?? []).flatMap((correction): Choice[] => {
    if (correction.kind !== 'known') return [];
    const { id, card: cardId, at } = correction;
    const card = byId.get(cardId);
    return [
      {
        id,
        what: (
          <>
            {card && <KindIcon kind={card.kind} />}
            <Name card={card}>{cardId}</Name>
          </>
        ),
        at,
        label: `Undo: ${nameOf(cardId)}`,
        takeBack: takeBack(correction, `${nameOf(cardId)} is underlined again.`),
      },
    ];
  });
  const sites = (choices?.sitesOff ?? []).map(
    (site): Choice => ({
      id: site,
      what: <bdi>{site}</bdi>,
      label: `Switch on ${site}`,
      async takeBack() {
        await ports.switchOn(site);
        setDone(`Sidelight is on again on ${site}.`);
        await reload();
      },
    }),
  );

  return (
    <div class="options">
      <header>
        <h1>
          <Mark />
          Sidelight options
        </h1>
        <nav aria-label="On this page">
          <a href="#corrections">Corrections</a>
          <a href="#known">Known terms</a>
          <a href="#sites">Sites</a>
        </nav>
        <p>What you change here holds at once, in every open page.</p>
      </header>
      <main>
        <p class="hidden" role="status">
          {done}
        </p>
        {failed && <Unreachable onRetry={() => void reload()} />}
        {choices && (
          <>
            <ChoiceSection
              id="corrections"
              title="Corrections"
              lead="Words that Sidelight took wrongly, each on one site."
              empty={
                <>
                  You have corrected nothing. Where a card is wrong, open it in full and press{' '}
                  <b>Wrong sense here</b> or <b>Not a term here</b>.
                </>
              }
              action="Undo"
              choices={corrections}
            />
            <ChoiceSection
              id="known"
              title="Known terms"
              lead="Not underlined anywhere. The popup still lists them, and the keyboard still stops at them."
              empty={
                <>
                  You have marked no term as known. To stop underlining one, open its card in full and press{' '}
                  <b>I know this term</b>.
                </>
              }
              action="Undo"
              choices={known}
            />
            <ChoiceSection
              id="sites"
              title="Sites"
              lead="Where you switched Sidelight off. It does not read these sites."
              empty="Sidelight is switched off nowhere. The switch is at the top of its popup."
              action="Switch on"
              choices={sites}
            />
          </>
        )}
      </main>
    </div>
  );
}

/** A surface form: the page's words, in whatever script. */
function Form({ children }: { children: string }) {
  return (
    <span class="form">
      “<bdi>{children}</bdi>”
    </span>
  );
}

/** A card's name; its id where the pack does not have it any more. */
function Name({ card, children }: { card: Card | undefined; children: string }) {
  return (
    <span class="name" lang={card?.language}>
      {card?.name ?? children}
    </span>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <section>
      <h2>Sidelight is not answering</h2>
      <p class="lead">
        Its background part could not be reached, so your choices cannot be shown. They are not lost. If it
        stays so, turn the extension off and on again.
      </p>
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    </section>
  );
}
