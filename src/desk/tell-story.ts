import { letOthersWork } from '../lib/turns.ts';
import type { Article } from '../news/article.ts';
import { coverageOf } from '../news/coverage.ts';
import type { Digest } from '../news/digest.ts';
import { type VerifiedQuote, verifyQuote } from '../news/quote.ts';
import type { Story } from '../news/story.ts';
import { articlesOfStory } from '../store/articles.ts';
import { keepDigest, digestOf as keptDigest } from '../store/digests.ts';
import { storeTrouble } from '../store/faults.ts';
import { quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { writeDigest } from '../summarise/digest.ts';
import { digestMaterial } from './digest-material.ts';

const WRITER = 'extractive';

export type ToldStory = {
  readonly story: Story;
  readonly digest: Digest;
  /** In the order they came. */
  readonly articles: readonly Article[];
};

/**
 * A story with its digest: the one kept for this version of it, else one written now and kept. Quotes are compared
 * with their articles again on the way out, so that nothing that happened to the store in between can show a false one.
 */
export async function tellStory(db: Db, story: Story, now: Date): Promise<ToldStory> {
  const articles = await articlesOfStory(db, story.tenant, story.id);
  const kept = await keptDigest(db, story, WRITER);
  if (kept) return { story, digest: proven(kept, articles), articles };
  const material = digestMaterial(articles);
  const quotes = await quotesOf(db, story.tenant, material);
  const written = writeDigest({ articles: material, quotes });
  const digest = material === articles ? written : { ...written, coverage: coverageOf(articles) };
  await keepIfPossible(db, story, { digest, at: now });
  return { story, digest, articles };
}

/** Reading must not wait for the right to write: a digest that cannot be kept (disk full, in use) is written again. */
async function keepIfPossible(...asked: Parameters<typeof keepDigest>): Promise<void> {
  try {
    await keepDigest(...asked);
  } catch (error) {
    if (storeTrouble(error) === undefined) throw error;
  }
}

export async function tellStories(
  db: Db,
  stories: readonly Story[],
  now: Date,
): Promise<ToldStory[]> {
  const told: ToldStory[] = [];
  for (const story of stories) {
    told.push(await tellStory(db, story, now));
    await letOthersWork();
  }
  return told;
}

/** Every quote of a story that may be shown, those of one speaker together, each wording once. */
export async function keyQuotes(db: Db, { story, articles }: ToldStory): Promise<VerifiedQuote[]> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const bySpeaker = new Map<string, VerifiedQuote[]>();
  const worded = new Set<string>();
  for (const quote of await quotesOf(db, story.tenant, articles)) {
    const article = byId.get(quote.article);
    const verified = article && verifyQuote(quote, article);
    const wording = quote.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (!verified || quote.use !== 'key' || worded.has(wording)) continue;
    worded.add(wording);
    const speaker = quote.speakerName ?? quote.speaker ?? '';
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), verified]);
  }
  return [...bySpeaker.values()].flat();
}

function proven(digest: Digest, articles: readonly Article[]): Digest {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    ...digest,
    quotes: digest.quotes.flatMap((quote) => {
      const article = byId.get(quote.article);
      return (article && verifyQuote(quote, article)) ?? [];
    }),
  };
}
