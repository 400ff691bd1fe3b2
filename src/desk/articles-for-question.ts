import { editDistance } from '../lib/nearest.ts';
import type { Article } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { articlesById, articlesOfStory } from '../store/articles.ts';
import type { Db } from '../store/schema.ts';
import {
  bestArticles,
  countHolding,
  type Hit,
  searchArticles,
  wordsBeginning,
} from '../store/search.ts';
import { storiesById } from '../store/stories.ts';
import { parseQuestion } from '../summarise/question.ts';
import { searchWords } from './find-stories.ts';

export type Question = {
  readonly text: string;
  readonly now: Date;
  /** Only articles of this story; null: all. */
  readonly story: StoryId | null;
  /** Only what came after; null: everything held. */
  readonly since: Date | null;
  readonly language: string | null;
};

// Enough that the answer is among them for nearly every question; more costs time for each sentence read.
const READ = 30;
// A word of more articles than this tells little, and ranking all of them takes too long.
const RARE = 1_500;
/** With fewer hits than this the words that tell little are asked too. */
const FEW = 8;

/** The articles to read for an answer, what fits the question best first. */
export async function articlesFor(
  db: Db,
  tenant: TenantId,
  question: Question,
): Promise<Article[]> {
  if (question.story !== null) {
    const [story] = await storiesById(db, tenant, [question.story]);
    return story ? articlesOfStory(db, tenant, story.id) : [];
  }
  const { since } = question;
  const { words, from } = soughtIn(question);
  const { rare, common } = await sortWords(db, words);
  // To weigh a common word the index reads all its articles: only where one rare word alone would choose.
  const beside = rare.length > 1 ? [] : common;
  const hits = await bestArticles(db, tenant, { rare, common: beside, since, limit: READ });
  if (from !== null && (since === null || from > since)) {
    const those = { rare, common: beside, since: from, limit: READ / 2 };
    hits.unshift(...(await bestArticles(db, tenant, those)));
  }
  // Where no word tells much, all of them together may.
  if (hits.length < FEW && common.length > 0) {
    const all = await searchArticles(db, tenant, { words: common, match: 'all', since });
    hits.push(...byRelevance(all));
  }
  if (hits.length === 0) {
    hits.push(...byRelevance(await searchArticles(db, tenant, { words, match: 'any', since })));
  }
  const ids = [...new Set(hits.map((hit) => hit.article))];
  return articlesById(db, tenant, ids.slice(0, READ));
}

/** The words to look for, and from when on, where the question names days. */
function soughtIn({ text, language, now }: Question): { words: string[]; from: Date | null } {
  const { speaker, terms, days } = parseQuestion(text, language, now);
  const words = [...new Set([...speaker, ...terms])];
  return {
    words: searchWords(words.length > 0 ? words.join(' ') : text),
    from: days && new Date(`${days.from}T00:00:00Z`),
  };
}

/** The words by how many articles hold them; one that none does is put right by what the articles hold, if it can be. */
async function sortWords(db: Db, words: readonly string[]) {
  const rare: string[] = [];
  const common: string[] = [];
  for (const word of words) {
    const count = await countHolding(db, word, RARE);
    if (count >= RARE) common.push(word);
    else if (count > 0) rare.push(word);
    else rare.push(...(await spelledLike(db, word)));
  }
  return { rare, common };
}

/** The words of the articles that a word nobody wrote may stand for, at most three. */
async function spelledLike(db: Db, word: string): Promise<string[]> {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slips = plain.length >= 8 ? 2 : plain.length >= 3 ? 1 : 0;
  if (slips === 0 || /\d/.test(plain)) return [];
  const near = (await wordsBeginning(db, plain.slice(0, 2)))
    .filter((known) => known.length > 2 && Math.abs(known.length - plain.length) <= slips)
    .map((known) => ({ known, wrong: editDistance(plain, known) }))
    .filter(({ wrong }) => wrong <= slips)
    .sort((a, b) => a.wrong - b.wrong);
  return near.slice(0, 3).map(({ known }) => known);
}

const byRelevance = (hits: readonly Hit[]) =>
  [...hits].sort((a, b) => b.relevance - a.relevance || b.article - a.article);
