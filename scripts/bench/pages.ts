import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../browser/html';
import type { Routes } from '../browser/serve';

/** A page to measure on. */
export interface BenchPage {
  readonly name: string;
  readonly path: string;
  readonly html: string;
}

/** Everyday words, so that a generated page reads like most pages: hardly anything in it is a term. */
const WORDS =
  'the of and a to in is was he for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );
const SUBJECT = [
  'AWS said that Trainium chips carry the training of Claude, and that Amazon Bedrock sells it to enterprises.',
  'Anthropic pays for compute with credits, and NVIDIA keeps its margin on every H100 that is rented.',
  'A scaling law says how much a model gains from more compute; the cost of inference decides who can afford it.',
];

/** Numbers that are the same in each run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * A page of paragraphs, lists and tables.
 * @param share of the paragraphs that speak of the subject
 */
export function generatePage(characters: number, share: number): string {
  const next = random(characters);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  const sentence = () => {
    const words = Array.from({ length: 6 + Math.floor(next() * 18) }, () => pick(WORDS));
    const place = Math.floor(next() * words.length);
    words[place] = `<a href="#">${words[place]}</a>`;
    return `${words.join(' ')}.`;
  };
  const parts: string[] = [];
  for (let length = 0; length < characters; ) {
    const text = next() < share ? pick(SUBJECT) : Array.from({ length: 4 }, sentence).join(' ');
    const kind = next();
    if (kind < 0.08) parts.push(`<h2>${pick(WORDS)} ${pick(WORDS)}</h2>`);
    parts.push(
      kind < 0.8
        ? `<p>${text}</p>`
        : kind < 0.9
          ? `<ul><li>${text}</li></ul>`
          : `<table><tr><td>${text}</td></tr></table>`,
    );
    length += text.length;
  }
  return htmlPage(parts.join('\n'), 'A generated page');
}

/** A generated page, of which one paragraph in fifty speaks of the subject unless told otherwise. */
export function generatedPage(characters: number, share = 0.02): BenchPage {
  const about = share === 0 ? ' about nothing' : '';
  return {
    name: `generated, ${characters.toLocaleString('en-GB')} characters${about}`,
    path: `/generated-${characters}-${share}.html`,
    html: generatePage(characters, share),
  };
}

/** Pages of three sizes. */
export const generatedPages = (): BenchPage[] =>
  [50_000, 500_000, 5_000_000].map((characters) => generatedPage(characters));

/** The article that `npm start` shows: it is about the subject from its first line on. */
export const sampleArticle = (): BenchPage => ({
  name: 'sample article',
  path: '/article.html',
  html: readFileSync('docs/sample/article.html', 'utf8'),
});

/** The HTML files of a folder. */
export function savedPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      name: file.replace('.html', ''),
      path: `/${file}`,
      html: readFileSync(join(folder, file), 'utf8'),
    }));
}

export const routesOf = (pages: readonly BenchPage[]): Routes =>
  Object.fromEntries(pages.map(({ path, html }) => [path, html]));
