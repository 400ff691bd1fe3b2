import { DAY } from '../lib/clock.ts';
import { nearestWord } from '../lib/nearest.ts';
import type { ArticleId } from '../news/article.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { type Hit, searchArticles } from '../store/search.ts';
import { storiesBetween, storiesById, storiesOfArticles } from '../store/stories.ts';
import { functionWords } from '../text/function-words.ts';
import { wordsOf } from '../text/words.ts';

export type Found = {
  /** Stories in which every word stands, the best first. */
  readonly stories: readonly Story[];
  /** Where none has them all: those that come nearest, at most three. */
  readonly nearest: readonly Story[];
  /** The words that were looked for, where a misspelt one was put right; null where none was. */
  readonly corrected: string | null;
};

export type Search = {
  readonly query: string;
  readonly now: Date;
  /** Only what came after; null or absent: everything held. */
  readonly since?: Date | null;
};

const NOTHING: Found = { stories: [], nearest: [], corrected: null };

/** The stories a tenant may see that somebody means by a few words: names, headline words, or `#` and a number. */
export async function findStories(db: Db, tenant: TenantId, search: Search): Promise<Found> {
  const number = /^\s*#(\d{1,15})\s*$/.exec(search.query)?.[1];
  if (number) {
    return { ...NOTHING, stories: await storiesById(db, tenant, [Number(number)]) };
  }
  const words = searchWords(search.query);
  if (words.length === 0) return NOTHING;
  const found = await holdingAll(db, tenant, words, search);
  if (found.length > 0) return { ...NOTHING, stories: found };
  const corrected = await correct(db, tenant, words, search.now);
  if (corrected) {
    const mended = await holdingAll(db, tenant, corrected, search);
    if (mended.length > 0) return { stories: mended, nearest: [], corrected: corrected.join(' ') };
  }
  return { ...NOTHING, nearest: await nearestTo(db, tenant, corrected ?? words, search) };
}

/** No name is longer, and the search engine takes no pattern of any length. */
const LONGEST_WORD = 64;

/** The words of a query that carry meaning; all of them where none does. At most eight, each cut to 64 letters. */
export function searchWords(query: string): string[] {
  const words = wordsOf(query).map((word) => word.text.toLowerCase().slice(0, LONGEST_WORD));
  const stop = functionWords('en');
  const content = words.filter((word) => !stop.has(word));
  return [...new Set(content.length > 0 ? content : words)].slice(0, 8);
}

async function holdingAll(
  db: Db,
  tenant: TenantId,
  words: readonly string[],
  search: Search,
): Promise<Story[]> {
  const since = search.since ?? null;
  const together = await searchArticles(db, tenant, { words, match: 'all', since });
  const scores = await scoreStories(db, tenant, together);
  if (scores.size === 0 && words.length > 1) {
    // The words may stand in different articles of one story.
    const perWord = await Promise.all(
      words.map(async (word) =>
        scoreStories(
          db,
          tenant,
          await searchArticles(db, tenant, { words: [word], match: 'all', since }),
        ),
      ),
    );
    const [first, ...others] = perWord;
    for (const [story, score] of first ?? []) {
      if (!others.every((hits) => hits.has(story))) continue;
      scores.set(
        story,
        others.reduce((sum, hits) => sum + (hits.get(story) ?? 0), score),
      );
    }
  }
  return byScore(db, tenant, scores, search.now);
}

/** A story is as relevant as its best article, and a little more for each further one. */
async function scoreStories(
  db: Db,
  tenant: TenantId,
  hits: readonly Hit[],
): Promise<Map<StoryId, number>> {
  const stories = await storiesOfArticles(
    db,
    tenant,
    hits.map((hit) => hit.article),
  );
  const scores = new Map<StoryId, number>();
  const best = new Map<StoryId, number>();
  for (const hit of hits) {
    const story = stories.get(hit.article as ArticleId);
    if (story === undefined) continue;
    best.set(story, Math.max(best.get(story) ?? 0, hit.relevance));
    scores.set(story, (scores.get(story) ?? 0) + 0.1 * hit.relevance);
  }
  for (const [story, most] of best)
    scores.set(story, Math.min(scores.get(story) ?? 0, most) + most);
  return scores;
}

/** Fresh stories come first among equally relevant ones: relevance counts up to double, halving its bonus in a week. */
async function byScore(
  db: Db,
  tenant: TenantId,
  scores: ReadonlyMap<StoryId, number>,
  now: Date,
): Promise<Story[]> {
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, 50);
  const stories = await storiesById(
    db,
    tenant,
    best.map(([id]) => id),
  );
  const weight = (story: Story) => {
    const days = Math.max(0, now.getTime() - story.lastAt.getTime()) / DAY;
    return (scores.get(story.id) ?? 0) * (1 + 2 ** (-days / 7));
  };
  return [...new Map(stories.map((story) => [story.id, story])).values()].sort(
    (a, b) => weight(b) - weight(a),
  );
}

async function nearestTo(
  db: Db,
  tenant: TenantId,
  words: readonly string[],
  search: Search,
): Promise<Story[]> {
  const covered = new Map<StoryId, number>();
  for (const word of words) {
    const hits = await searchArticles(db, tenant, {
      words: [word],
      match: 'all',
      since: search.since ?? null,
    });
    // A rare word says more about what was meant than a common one.
    const rarity = 1 / Math.log2(2 + hits.length);
    for (const [story] of await scoreStories(db, tenant, hits)) {
      covered.set(story, (covered.get(story) ?? 0) + rarity);
    }
  }
  return (await byScore(db, tenant, covered, search.now)).slice(0, 3);
}

/** The words with those that stand nowhere replaced by the nearest word of recent headlines; undefined if none was. */
async function correct(
  db: Db,
  tenant: TenantId,
  words: readonly string[],
  now: Date,
): Promise<string[] | undefined> {
  const unknown = new Set<string>();
  for (const word of words) {
    const hits = await searchArticles(db, tenant, { words: [word], match: 'all' });
    if (hits.length === 0 && word.length > 3) unknown.add(word);
  }
  if (unknown.size === 0) return undefined;
  const recent = await storiesBetween(db, tenant, {
    from: new Date(now.getTime() - 30 * DAY),
    to: now,
  });
  const known = new Set(
    recent.flatMap((story) => wordsOf(story.title).map((word) => word.text.toLowerCase())),
  );
  const mended = words.map((word) =>
    unknown.has(word) ? (nearestWord(word, known) ?? word) : word,
  );
  return mended.some((word, i) => word !== words[i]) ? mended : undefined;
}
