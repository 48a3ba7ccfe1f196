import type { Argument, ArgumentPart, Point } from './argument';
import type { ArgumentSource } from './argument-schema';
import type { AuthoredPack } from './authored-pack';
import { cardNames, citations, compileSource } from './compile-cards';

/** A point, or the thesis. */
type PointSource = ArgumentSource['thesis'] & { readonly transition?: string | undefined };

/**
 * Compiles the argument of a checked pack for the surfaces.
 * @returns undefined where the pack has none
 * @throws Error where a citation or tie refers to nothing, which a check rules out
 */
export function compileArgument(authored: AuthoredPack): Argument | undefined {
  if (!authored.argument) return undefined;
  const { thesis, parts, frameworks, stack } = authored.argument.value;
  const { language } = authored.pack.value;
  const nameOf = cardNames(authored);
  const cite = citations(authored);
  const pointOf = ({ name, stance, text, cite: at, cards, ties = [], transition }: PointSource): Point => ({
    name,
    stance,
    text,
    cite: cite(at),
    cards,
    ties: ties.map(({ type, card, because }) => ({ type, card, name: nameOf(card), because })),
    ...(transition && { transition }),
  });
  return {
    source: compileSource(authored),
    language,
    thesis: pointOf(thesis),
    parts: compileParts(authored, parts),
    frameworks: frameworks.map((framework) => ({ ...framework, points: framework.points.map(pointOf) })),
    layers: stack.layers,
    parties: stack.parties.map(({ name, cards, holds }) => ({
      name,
      cards,
      holdings: holds.map(({ layer, hold, note, cards: held, cite: at }) => ({
        layer,
        ...(hold && { hold }),
        note,
        cards: held,
        cite: cite(at),
      })),
    })),
  };
}

function compileParts(authored: AuthoredPack, parts: ArgumentSource['parts']): ArgumentPart[] {
  const cite = citations(authored);
  const partByKeyCard = new Map(parts.flatMap(({ id, keyCards }) => keyCards.map((card) => [card, id])));
  const partBySection = new Map(
    parts.flatMap(({ id, sections }) => sections.map((section) => [section, id])),
  );
  // A key card is related to the parts of its first statement, and of its first relation, from outside its own part.
  const relatedCards = new Map<string, string[]>();
  for (const { value: card } of authored.cards) {
    const own = partByKeyCard.get(card.id);
    const firstOutside = (cited: readonly { readonly cite: { readonly section: string } }[]) =>
      cited.map(({ cite: { section } }) => partBySection.get(section)).find((part) => part !== own);
    const others = new Set([firstOutside(card.statements), firstOutside(card.relations)]);
    for (const other of others)
      if (own && other) relatedCards.set(other, [...(relatedCards.get(other) ?? []), card.id]);
  }
  return parts.map(({ id, name, about, sections, keyCards }) => ({
    id,
    name,
    about,
    sections: sections.map((section) => {
      const { paragraph: _any, ...citation } = cite({ section, paragraph: 1 });
      return citation;
    }),
    keyCards,
    relatedCards: relatedCards.get(id) ?? [],
  }));
}
