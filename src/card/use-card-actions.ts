import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { CorrectionKind } from '../core/corrections';
import type { Card } from '../pack/card';
import { rootOf } from '../platform/dom';
import { t } from '../platform/text';
import { reasonOf } from '../protocol/reason';
import { cardMarkdown } from '../ui/card-markdown';
import { copyText } from './copy-text';
import type { OverlayEvents } from './overlay';
import { useOutcome } from './use-outcome';
import type { CardContent } from './use-trail';

/** What a card's buttons and links do, and what came of it, in words. */
interface CardActions {
  readonly outcome: string | undefined;
  /** Why the last correction failed. */
  readonly problem: string | undefined;
  copy(card: Card): Promise<void>;
  /** @param follow is called with the card, if there is one of that id */
  openCard(id: string, follow: (next: CardContent) => void): void;
  readonly openPanel: (() => void) | undefined;
  openAtlas(card: string): void;
  correct(kind: CorrectionKind): void;
}

/**
 * @param container of the card
 * @param key of the card's mention
 */
export function useCardActions(
  container: RefObject<HTMLElement | null>,
  key: number,
  events: OverlayEvents,
): CardActions {
  const [problem, setProblem] = useState<string>();
  const [outcome, setOutcome] = useOutcome();
  const announce = (words: string) => {
    setOutcome(words);
    events.onAnnounce(words);
  };
  const { onOpenPanel } = events;
  return {
    outcome,
    problem,
    async copy(card) {
      const root = container.current && rootOf(container.current);
      const isCopied = root instanceof ShadowRoot && (await copyText(cardMarkdown(card), root));
      announce(t(isCopied ? 'card_copied' : 'card_copy_failed'));
    },
    openCard(id, follow) {
      events.getCard(id).then(
        ({ card, paragraphs }) => card && follow({ card, paragraphs }),
        () => announce(t('unreachable_title')),
      );
    },
    openPanel:
      onOpenPanel &&
      (() => {
        onOpenPanel().catch((error: unknown) => announce(t('card_panel_failed', reasonOf(error))));
      }),
    openAtlas(card) {
      events.onOpenAtlas(card).catch((error: unknown) => announce(t('card_atlas_failed', reasonOf(error))));
    },
    correct(kind) {
      setProblem(undefined);
      events.onCorrect(key, kind).catch((error: unknown) => {
        setProblem(t('correct_failed', reasonOf(error)));
      });
    },
  };
}
