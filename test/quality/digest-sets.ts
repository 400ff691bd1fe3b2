import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HOUR } from '../../src/lib/clock.ts';
import type { Document } from '../../src/news/article.ts';
import type { Quote } from '../../src/news/quote.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import type { Newsroom, SampleArticle } from '../../src/sample/newsroom.ts';
import { fillPlaceholders } from '../../src/sample/placeholders.ts';
import type { StoryArticle } from '../../src/summarise/material.ts';
import { readSummaries } from './summaries.ts';

/** A story as a digest is made from it. */
export type DigestStory = {
  readonly id: string;
  readonly articles: readonly StoryArticle[];
  readonly quotes: readonly Quote[];
};

export type DigestSet = { readonly name: string; readonly stories: readonly DigestStory[] };

const HOME = resolve(import.meta.dirname, '../..');
// When the sample newsroom opens: any Wednesday will do.
const OPENS = new Date('2026-03-04T12:00:00Z');

/** The stories whose digests are read for how they read: what is found of the labelled sets, and the sample newsroom. */
export function digestSets(dataDir: string): DigestSet[] {
  const sets: DigestSet[] = ['multinews-dev100', 'neus-val'].flatMap((name) => {
    const path = join(dataDir, 'summaries', `${name}.jsonl`);
    if (!existsSync(path)) return [];
    const stories = readSummaries(path).map(({ id, documents }) => storyOf(id, documents));
    // Two rows of neus-val have no text at all.
    return [{ name, stories: stories.filter((s) => s.articles.some((a) => a.text.trim())) }];
  });
  const seeds = resolve(dataDir, '../seeds');
  return [
    ...sets,
    { name: 'sample newsroom', stories: sampleStories() },
    ...(existsSync(seeds) ? [{ name: 'seeds', stories: [seedStory(seeds)] }] : []),
  ];
}

/** The sample newsroom's events, each as a story of all its articles in the order of their publication. */
export function sampleStories(): DigestStory[] {
  const newsroom = loadNewsroom(join(HOME, 'config/sample'));
  const events = Map.groupBy(newsroom.articles, (article) => article.event);
  return [...events].map(([event, own]) => storyOf(event, sampleArticles(newsroom, own)));
}

function sampleArticles(newsroom: Newsroom, own: readonly SampleArticle[]): StoryArticle[] {
  const inOrder = [...own].sort((a, b) => a.versions[0].hours - b.versions[0].hours);
  const ids = new Map(inOrder.map(({ path }, id) => [path, id]));
  return inOrder.map(({ path, outlet: slug, slug: page, versions, copyOf }, id) => {
    const outlet = newsroom.outlets.find((o) => o.slug === slug)!;
    // A correction keeps the address: what stands there in the end is what is read.
    const { title, paragraphs } = versions.at(-1)!;
    const filled = (text: string) => fillPlaceholders(text, OPENS, outlet.language);
    return {
      id: ids.get(path) ?? id,
      title: filled(title),
      text: paragraphs.map(filled).join('\n\n'),
      outlet: outlet.name,
      url: `https://${slug}.example/${page}`,
      publishedAt: new Date(OPENS.getTime() + versions[0].hours * HOUR),
      language: outlet.language.slice(0, 2),
      copyOf: (copyOf === null ? undefined : ids.get(copyOf)) ?? null,
    };
  });
}

function seedStory(dir: string): DigestStory {
  const documents = readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name, id): Document => {
      const text = readFileSync(join(dir, name), 'utf8');
      const title = text.split('\n', 1)[0] ?? '';
      return { id, title, text, outlet: null, url: null, publishedAt: null, language: 'en' };
    });
  return storyOf('seeds', documents);
}

function storyOf(id: string, articles: readonly StoryArticle[]): DigestStory {
  return { id, articles, quotes: articles.flatMap((article) => extractQuotes(article)) };
}
