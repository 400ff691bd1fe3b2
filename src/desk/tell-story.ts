import { letOthersWork } from '../lib/turns.ts';
import type { Article, Ref } from '../news/article.ts';
import { coverageOf } from '../news/coverage.ts';
import type { Digest } from '../news/digest.ts';
import { type VerifiedQuote, verifyQuote } from '../news/quote.ts';
import type { Story } from '../news/story.ts';
import { locateQuote } from '../quotes/locate.ts';
import { articlesOfStory } from '../store/articles.ts';
import { digestsOf, keepDigest } from '../store/digests.ts';
import { storeTrouble } from '../store/faults.ts';
import { quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { lettersOf, sameWordsAmong } from '../summarise/quote-variants.ts';
import { writeChecked } from '../summarise/writers/extractive.ts';
import { digestMaterial } from './digest-material.ts';

const EXTRACTIVE = 'extractive';

export type ToldStory = {
  readonly story: Story;
  /** The best there is of this version: a model's where one wrote it, else the extractive one. */
  readonly digest: Digest;
  /**
   * The extractive one, whoever wrote `digest`: what is new to a channel is told by it, since other words for the same
   * are no news.
   */
  readonly plain: Digest;
  /** In the order they came. */
  readonly articles: readonly Article[];
};

/**
 * A story with its digest: the one kept for this version of it, else one written now and kept. No model is waited for
 * (see write-with-model.ts). Quotes are compared with their articles again on the way out, so that nothing that
 * happened to the store in between can show a false one.
 */
export async function tellStory(db: Db, story: Story, now: Date): Promise<ToldStory> {
  const articles = await articlesOfStory(db, story.tenant, story.id);
  const kept = await digestsOf(db, story);
  const own = kept.get(EXTRACTIVE);
  const plain = own ? proven(own, articles) : await writePlainly(db, story, articles, now);
  kept.delete(EXTRACTIVE);
  const [byModel] = [...kept.values()].reverse();
  return { story, digest: byModel ? proven(byModel, articles) : plain, plain, articles };
}

async function writePlainly(
  db: Db,
  story: Story,
  articles: readonly Article[],
  now: Date,
): Promise<Digest> {
  const material = digestMaterial(articles);
  const quotes = await quotesOf(db, story.tenant, material);
  const checked = writeChecked({ articles: material, quotes }, locateQuote);
  const digest = {
    ...checked.digest,
    coverage: coverageOf(articles),
    refused: checked.refused.length,
  };
  await keepIfPossible(db, story, { digest, at: now });
  return digest;
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

/** Every quote of a story that may be shown, those of one speaker together, each wording once with all who give it. */
export async function keyQuotes(db: Db, { story, articles }: ToldStory): Promise<VerifiedQuote[]> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const all = (await quotesOf(db, story.tenant, articles)).flatMap((quote) => {
    const article = byId.get(quote.article);
    return (quote.use === 'key' && article && verifyQuote(quote, article)) || [];
  });
  const worded = new Set<string>();
  const once = all.filter(({ text }) => {
    const wording = lettersOf(text);
    return !worded.has(wording) && worded.add(wording);
  });
  const bySpeaker = Map.groupBy(once, (quote) => quote.speakerName ?? quote.speaker ?? '');
  return [...bySpeaker.values()].flat().map(sameWordsAmong(all, articles));
}

function proven(digest: Digest, articles: readonly Article[]): Digest {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const saysIt = ({ text }: VerifiedQuote) => {
    const letters = lettersOf(text);
    return ({ article, start, end }: Ref) =>
      lettersOf(byId.get(article)?.text.slice(start, end) ?? '') === letters;
  };
  return {
    ...digest,
    quotes: digest.quotes.flatMap((quote) => {
      const article = byId.get(quote.article);
      const verified = article && verifyQuote(quote, article);
      if (!verified) return [];
      return verified.also
        ? { ...verified, also: verified.also.filter(saysIt(verified)) }
        : verified;
    }),
  };
}
