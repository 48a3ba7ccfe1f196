import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Citation, Paragraph } from '../pack/card';

/** Citations of one card, of which one may be open: its paragraph’s abstract is shown in place. */
export interface Citations {
  /** Id of the card; its own name is not among the other cards that cite a paragraph. */
  readonly card: string;
  /** Key of the open citation. */
  readonly open: string | undefined;
  /** Opens a citation, or closes it if it is open. `button` is the citation's own. */
  toggle(key: string, button: HTMLElement): void;
  /** Closes the open citation, and moves the focus to its button. */
  close(): void;
  /** @returns undefined where the pack has no abstract of the paragraph */
  paragraphOf(cite: Citation): Paragraph | undefined;
  readonly onOpenCard?: ((id: string) => void) | undefined;
}

const ParagraphContext = createContext<readonly Paragraph[]>([]);

/** Provides the paragraphs of the source to the cards below it: at least those that they cite. */
export const ParagraphProvider = ParagraphContext.Provider;

/** The paragraphs of the source, in its order. */
export const useParagraphs = (): readonly Paragraph[] => useContext(ParagraphContext);

const CitationContext = createContext<Citations | undefined>(undefined);

/** Provides `useCitations` below it. */
export const CitationProvider = CitationContext.Provider;

/** The citations of the card around the component; undefined outside a card. */
export const useCitations = (): Citations | undefined => useContext(CitationContext);

/** Creates a card's citations, all closed. */
export function useCitationState(card: string, onOpenCard: ((id: string) => void) | undefined): Citations {
  const paragraphs = useParagraphs();
  const [open, setOpen] = useState<{ readonly key: string; readonly button: HTMLElement }>();
  return {
    card,
    open: open?.key,
    toggle: (key, button) => setOpen((before) => (before?.key === key ? undefined : { key, button })),
    close() {
      open?.button.focus();
      setOpen(undefined);
    },
    paragraphOf: ({ section, paragraph }) =>
      paragraphs.find((each) => each.section === section && each.paragraph === paragraph),
    onOpenCard,
  };
}
