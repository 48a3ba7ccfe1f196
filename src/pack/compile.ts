import { type CueData, compactOf, type GazetteerData, type Tier } from '../core/gazetteer';
import { keyOf } from '../core/tokenize';
import { CONTEXT, type PackDocument, type TermNode } from './json-ld';
import { type Authored, fieldName, type Problem } from './parse';
import { type CardSource, type PackSource, TIERS } from './schema';

/** An authored pack, read and checked file by file. */
export interface AuthoredPack {
  readonly pack: Authored<PackSource>;
  readonly cards: readonly Authored<CardSource>[];
}

type Path = readonly (string | number)[];

/**
 * Checks what no single file can show: ids, citations, relation targets, forms that two cards claim.
 * @returns problems in order of file and line; none where the pack is sound
 */
export function checkPack({ pack, cards }: AuthoredPack): Problem[] {
  const problems: Problem[] = [];
  const sections = new Map(pack.value.source.sections.map((section) => [section.id, section.paragraphs]));
  const byId = new Map<string, Authored<CardSource>>();
  // Forms that differ only in spaces and hyphens are found alike.
  const claims = new Map<string, { id: string; form: string; alone: boolean }>();
  for (const card of cards) {
    const { file, value } = card;
    const report = (path: Path, message: string) =>
      problems.push({ file, line: card.lineOf(path), field: fieldName(path), message });
    const other = byId.get(value.id);
    if (other) report(['id'], `is also the id of ${other.file}`);
    byId.set(value.id, card);
    if (file.split(/[\\/]/).at(-1) !== `${value.id}.yaml`)
      report(['id'], `does not fit the file's name: call the file ${value.id}.yaml`);
    const checkCitation = (path: Path, cite: { section: string; paragraph: number }) => {
      const paragraphs = sections.get(cite.section);
      if (paragraphs === undefined)
        report([...path, 'section'], `names no section of the source: ${cite.section}`);
      else if (cite.paragraph > paragraphs)
        report([...path, 'paragraph'], `is ${cite.paragraph}, but section ${cite.section} has ${paragraphs}`);
    };
    for (const [i, { cite }] of value.statements.entries()) checkCitation(['statements', i, 'cite'], cite);
    for (const [i, { cite }] of value.relations.entries()) checkCitation(['relations', i, 'cite'], cite);
    value.aliases.forEach((alias, i) => {
      if (keyOf(alias.form) === '') report(['aliases', i, 'form'], 'has no letter or digit');
      const alone = alias.links === 'alone';
      const claim = claims.get(compactOf(alias.form));
      if (claim && (claim.id === value.id ? claim.form === alias.form : claim.alone || alone))
        report(
          ['aliases', i, 'form'],
          `"${alias.form}" is also claimed by ${claim.id}, with no evidence to tell them apart`,
        );
      claims.set(compactOf(alias.form), { id: value.id, form: alias.form, alone });
    });
  }
  for (const card of cards) {
    const report = (path: Path, message: string) =>
      problems.push({ file: card.file, line: card.lineOf(path), field: fieldName(path), message });
    const { party, relations, id } = card.value;
    if (party !== undefined && byId.get(party)?.value.kind !== 'company')
      report(['party'], `names no company card: ${party}`);
    relations.forEach((relation, i) => {
      if (!byId.has(relation.card))
        report(['relations', i, 'card'], `names no card of the pack: ${relation.card}`);
      if (relation.card === id) report(['relations', i, 'card'], 'points to the card itself');
    });
  }
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** Compiles a checked pack to the forms that every page needs. */
export function compileGazetteer({ cards }: AuthoredPack): GazetteerData {
  return {
    cards: cards.map((card) => card.value.id),
    aliases: cards.flatMap((card, index) =>
      TIERS.map((links, tier) => {
        const forms = card.value.aliases.filter((alias) => alias.links === links).map(({ form }) => form);
        return [index, tier as Tier, ...forms] as const;
      }).filter(([, , ...forms]) => forms.length > 0),
    ),
  };
}

/** Compiles a checked pack to the cues that tell senses apart. */
export function compileCues({ pack, cards }: AuthoredPack): CueData {
  const place = new Map(cards.map((card, index) => [card.value.id, index]));
  const cues = new Map<string, Set<number>>();
  const addCue = (form: string, ref: number) => cues.set(form, (cues.get(form) ?? new Set()).add(ref));
  for (const form of pack.value.subject) addCue(form, 0);
  cards.forEach((card, index) => {
    for (const form of card.value.evidence.for) addCue(form, index + 1);
    for (const form of card.value.evidence.against) addCue(form, -(index + 1));
  });
  const related = cards.map(() => new Set<number>());
  cards.forEach((card, index) => {
    for (const relation of card.value.relations) {
      const target = place.get(relation.card);
      if (target === undefined) continue;
      related[index]?.add(target);
      related[target]?.add(index);
    }
  });
  return {
    cues: [...cues].map(([form, refs]) => [form, ...refs] as const),
    related: related.map((set) => [...set].sort((a, b) => a - b)),
  };
}

/** Compiles a checked pack to its JSON-LD document: a schema.org DefinedTermSet. */
export function compileDocument({ pack, cards }: AuthoredPack): PackDocument {
  const { id, name, language, source } = pack.value;
  return {
    '@context': { ...CONTEXT, '@language': language },
    '@id': `urn:sidelight:pack:${id}`,
    '@type': 'DefinedTermSet',
    termCode: id,
    name,
    inLanguage: language,
    isBasedOn: {
      '@type': 'Article',
      name: source.title,
      author: source.author,
      hasPart: source.sections.map((section, index) => ({
        '@id': `urn:sidelight:pack:${id}:section:${section.id}`,
        '@type': 'Chapter',
        termCode: section.id,
        name: section.title,
        alternateName: section.name,
        position: index + 1,
        paragraphs: section.paragraphs,
      })),
    },
    hasDefinedTerm: cards.map((card) => termOf(card.value, id)),
  };
}

function termOf(card: CardSource, pack: string): TermNode {
  const cite = (citation: { section: string; paragraph: number }) => ({
    isPartOf: `urn:sidelight:pack:${pack}:section:${citation.section}`,
    section: citation.section,
    paragraph: citation.paragraph,
  });
  return {
    '@id': `urn:sidelight:pack:${pack}:card:${card.id}`,
    '@type': 'DefinedTerm',
    termCode: card.id,
    name: card.name,
    description: card.definition,
    inDefinedTermSet: `urn:sidelight:pack:${pack}`,
    kind: card.kind,
    ...(card.layer && { layer: card.layer }),
    ...(card.party && { party: card.party }),
    alternateName: card.aliases.filter((alias) => alias.links === 'alone').map((alias) => alias.form),
    hiddenLabel: card.aliases.filter((alias) => alias.links !== 'alone').map((alias) => alias.form),
    statement: card.statements.map(({ stance, text, cite: citation }) => ({
      '@type': 'Claim',
      stance,
      text,
      citation: cite(citation),
    })),
    relation: card.relations.map(({ type, card: target, because, cite: citation }) => ({
      relationType: type,
      related: `urn:sidelight:pack:${pack}:card:${target}`,
      card: target,
      scopeNote: because,
      citation: cite(citation),
    })),
  };
}
