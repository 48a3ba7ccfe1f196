import type { ArgumentSource, FiguresSource } from './argument-schema';
import { checkCards, checkCitation, type Names, type Path, type Report } from './check-names';

type Point = ArgumentSource['thesis'];

/** Checks that an argument refers to existing cards and paragraphs, and that each section is in one part. */
export function checkArgument(
  { thesis, parts, frameworks, stack }: ArgumentSource,
  names: Names,
  report: Report,
): void {
  const checkPoint = (path: Path, point: Point) => {
    checkCitation([...path, 'cite'], point.cite, names, report);
    checkCards([...path, 'cards'], point.cards, names, report);
    for (const [i, { card }] of (point.ties ?? []).entries())
      if (!names.cards.has(card)) report([...path, 'ties', i, 'card'], `names no card of the pack: ${card}`);
  };
  checkPoint(['thesis'], thesis);
  const ids = new Set<string>();
  frameworks.forEach(({ points }, i) => {
    points.forEach((point, j) => {
      if (ids.has(point.id))
        report(['frameworks', i, 'points', j, 'id'], `is the id of an earlier point: ${point.id}`);
      ids.add(point.id);
      checkPoint(['frameworks', i, 'points', j], point);
    });
  });
  stack.parties.forEach(({ cards, holds }, i) => {
    checkCards(['stack', 'parties', i, 'cards'], cards, names, report);
    holds.forEach((hold, j) => {
      const path = ['stack', 'parties', i, 'holds', j];
      checkCitation([...path, 'cite'], hold.cite, names, report);
      checkCards([...path, 'cards'], hold.cards, names, report);
      if (!stack.layers.some(({ layer }) => layer === hold.layer))
        report([...path, 'layer'], `is no layer of this stack: ${hold.layer}`);
    });
  });
  checkParts(parts, names, report);
}

function checkParts(parts: ArgumentSource['parts'], names: Names, report: Report): void {
  const partBySection = new Map<string, string>();
  const keyCards = new Map<string, string>();
  parts.forEach((part, i) => {
    part.sections.forEach((section, j) => {
      const path = ['parts', i, 'sections', j];
      if (!names.sections.has(section)) report(path, `names no section of the source: ${section}`);
      const other = partBySection.get(section);
      if (other) report(path, `is also in part ${other}: ${section}`);
      partBySection.set(section, part.id);
    });
    checkCards(['parts', i, 'keyCards'], part.keyCards, names, report);
    part.keyCards.forEach((card, j) => {
      const path = ['parts', i, 'keyCards', j];
      if (names.cards.get(card)?.kind === 'company')
        report(path, `is a company, which is mentioned everywhere and belongs to no part: ${card}`);
      const other = keyCards.get(card);
      if (other) report(path, `is also a key card of part ${other}: ${card}`);
      keyCards.set(card, part.id);
    });
  });
  for (const section of names.sections.keys())
    if (!partBySection.has(section)) report(['parts'], `have no place for section ${section}`);
}

/** Checks that figures refer to existing cards and paragraphs, and that their ids are unique. */
export function checkFigures(figures: FiguresSource, names: Names, report: Report): void {
  const seen = new Set<string>();
  figures.forEach(({ id, card, parties, cite }, i) => {
    if (seen.has(id)) report([i, 'id'], `is the id of an earlier figure: ${id}`);
    seen.add(id);
    if (!names.cards.has(card)) report([i, 'card'], `names no card of the pack: ${card}`);
    checkCards([i, 'parties'], parties, names, report);
    cite.forEach((citation, j) => {
      checkCitation([i, 'cite', j], citation, names, report);
    });
  });
}
