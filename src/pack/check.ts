import { compactOf } from '../core/gazetteer';
import { keyOf } from '../core/tokenize';
import type { AuthoredPack } from './authored-pack';
import { checkArgument, checkFigures } from './check-argument';
import { checkCitation, type Names, type Report } from './check-names';
import { checkTexts } from './check-texts';
import { type Authored, fieldName, type Problem } from './parse';
import type { CardSource } from './schema';

/**
 * Checks a pack across its files: ids, citations, relations, risks, forms that two cards claim, what argument and figures
 * refer to, and what texts say of each other.
 * @returns problems by file and line; none where the pack is valid
 */
export function checkPack(authored: AuthoredPack): Problem[] {
  const { source, cards, argument, figures } = authored;
  const problems: Problem[] = [];
  const reportIn =
    (file: Authored<unknown>): Report =>
    (path, message) =>
      problems.push({ file: file.file, line: file.lineOf(path), field: fieldName(path), message });
  const names: Names = {
    sections: new Map(source.value.sections.map((section) => [section.id, section.paragraphs.length])),
    cards: new Map(cards.map((card) => [card.value.id, card.value])),
  };
  const risks = new Set(
    argument?.value.frameworks
      .flatMap(({ points }) => points)
      .filter(({ stance }) => stance === 'risk')
      .map(({ id }) => id),
  );
  source.value.sections.forEach(({ id }, i, all) => {
    if (all.findIndex((other) => other.id === id) < i)
      reportIn(source)(['sections', i, 'id'], `is the id of an earlier section: ${id}`);
  });
  const files = new Map<string, string>();
  for (const card of cards) {
    const report = reportIn(card);
    const { id } = card.value;
    const other = files.get(id);
    if (other) report(['id'], `is also the id of ${other}`);
    files.set(id, card.file);
    if (card.file.split(/[\\/]/).at(-1) !== `${id}.yaml`)
      report(['id'], `does not fit the file's name: call the file ${id}.yaml`);
    checkStatements(card.value, risks, names, report);
    checkRelations(card.value, names, report);
  }
  checkForms(cards, reportIn);
  checkTexts(authored, reportIn);
  if (argument) checkArgument(argument.value, names, reportIn(argument));
  if (figures) checkFigures(figures.value, names, reportIn(figures));
  // A broken relation also disconnects cards: its cause is reported first, alone.
  if (problems.length === 0) checkGraph(cards, reportIn);
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function checkStatements(
  { statements, undo = [] }: CardSource,
  risks: ReadonlySet<string>,
  names: Names,
  report: Report,
): void {
  for (const [i, { cite }] of statements.entries())
    checkCitation(['statements', i, 'cite'], cite, names, report);
  for (const [i, { risk }] of undo.entries()) {
    if (!risks.has(risk)) report(['undo', i, 'risk'], `names no risk of the argument: ${risk}`);
    if (undo.findIndex((other) => other.risk === risk) < i) report(['undo', i], `is given twice: ${risk}`);
  }
}

function checkRelations({ id, party, relations }: CardSource, names: Names, report: Report): void {
  if (party !== undefined && names.cards.get(party)?.kind !== 'company')
    report(['party'], `names no company card: ${party}`);
  const seen = new Set<string>();
  for (const [i, { type, card, cite }] of relations.entries()) {
    checkCitation(['relations', i, 'cite'], cite, names, report);
    if (!names.cards.has(card)) report(['relations', i, 'card'], `names no card of the pack: ${card}`);
    if (card === id) report(['relations', i, 'card'], 'points to the card itself');
    if (seen.has(`${type} ${card}`)) report(['relations', i], `is given twice: ${type} ${card}`);
    seen.add(`${type} ${card}`);
  }
}

/** Compares forms without spaces and hyphens, as the matcher does. */
function checkForms(
  cards: readonly Authored<CardSource>[],
  reportIn: (card: Authored<unknown>) => Report,
): void {
  const claims = new Map<string, { card: CardSource; form: string; alone: boolean }>();
  for (const card of cards) {
    const report = reportIn(card);
    card.value.aliases.forEach(({ form, tier }, i) => {
      if (keyOf(form) === '') report(['aliases', i, 'form'], 'has no letter or digit');
      const alone = tier === 'alone';
      const claim = claims.get(compactOf(form));
      const clashes =
        claim &&
        (claim.card === card.value
          ? claim.form === form
          : claim.alone || alone || !haveDistinctCues(claim.card, card.value));
      if (clashes)
        report(
          ['aliases', i, 'form'],
          `"${form}" is also claimed by ${claim.card.id}, with no evidence to tell them apart`,
        );
      claims.set(compactOf(form), { card: card.value, form, alone });
    });
  }
}

/** Whether each of two cards has a cue that the other lacks. */
function haveDistinctCues(a: CardSource, b: CardSource): boolean {
  const hasOwn = (one: CardSource, other: CardSource) =>
    one.evidence.for.some((cue) => !other.evidence.for.includes(cue));
  return hasOwn(a, b) && hasOwn(b, a);
}

/** Checks that the graph of relations is strongly connected. */
function checkGraph(
  cards: readonly Authored<CardSource>[],
  reportIn: (card: Authored<unknown>) => Report,
): void {
  const outgoing = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  for (const { value } of cards)
    for (const { card } of value.relations)
      if (card !== value.id) {
        outgoing.set(value.id, [...(outgoing.get(value.id) ?? []), card]);
        incoming.set(card, [...(incoming.get(card) ?? []), value.id]);
      }
  // The card with the most incoming relations: in a connected graph it is reachable from every card.
  const hub = [...incoming].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
  if (hub === undefined) return;
  const fromHub = reachable(hub, outgoing);
  const toHub = reachable(hub, incoming);
  for (const card of cards) {
    const { id } = card.value;
    const report = reportIn(card);
    if (!incoming.has(id)) report(['relations'], 'nothing relates to this card: let another card name it');
    else if (!fromHub.has(id)) report(['relations'], `no chain of relations leads from ${hub} to this card`);
    if (!toHub.has(id)) report(['relations'], `no chain of relations leads from this card to ${hub}`);
  }
}

function reachable(from: string, steps: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of steps.get(id) ?? []) seen.add(next);
  return seen;
}
