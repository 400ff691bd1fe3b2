import type { Article, ArticleId, Ref } from '../news/article.ts';
import type { VerifiedQuote } from '../news/quote.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { articlesById, articlesOfStory } from '../store/articles.ts';
import { articlesQuoting, quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { searchArticles } from '../store/search.ts';
import { storiesById } from '../store/stories.ts';
import { answerQuestion } from '../summarise/answer.ts';
import { findStories, searchWords } from './find-stories.ts';

export type Question = {
  readonly text: string;
  readonly now: Date;
  /** Only articles of this story; null: all. */
  readonly story: StoryId | null;
  /** Only what came after; null: everything held. */
  readonly since: Date | null;
  readonly language: string | null;
};

export type Answer = {
  /** False: the articles held do not say. */
  readonly answered: boolean;
  /** The exact sentences and quotes that answer, the best first. */
  readonly answer: readonly {
    readonly text: string;
    readonly refs: readonly Ref[];
    readonly quote: VerifiedQuote | null;
  }[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** What comes nearest, for somebody whose question is not answered. */
  readonly nearest: readonly Story[];
};

// Enough that the answer is among them for nearly every question; more costs time for each sentence read.
const READ = 40;

/** Answers from the articles a tenant may see, in their own sentences. */
export async function ask(db: Db, tenant: TenantId, question: Question): Promise<Answer> {
  const articles = await retrieve(db, tenant, question);
  const quotes = await quotesOf(db, tenant, articles);
  const { answered, answer } = answerQuestion(
    { text: question.text, language: question.language, now: question.now },
    { articles, quotes },
  );
  return {
    answered,
    answer,
    articles: new Map(articles.map((article) => [article.id, article])),
    nearest: answered ? [] : await nearest(db, tenant, question),
  };
}

async function retrieve(db: Db, tenant: TenantId, question: Question): Promise<Article[]> {
  if (question.story !== null) {
    const [story] = await storiesById(db, tenant, [question.story]);
    return story ? articlesOfStory(db, tenant, story.id) : [];
  }
  const words = searchWords(question.text);
  const hits = await searchArticles(db, tenant, { words, match: 'any', since: question.since });
  hits.sort((a, b) => b.relevance - a.relevance || b.article - a.article);
  const speakers = new Set<ArticleId>();
  for (const word of words.filter((w) => w.length > 2)) {
    for (const id of await articlesQuoting(db, tenant, word, 10)) speakers.add(id);
  }
  const relevant = hits.map((hit) => hit.article);
  // Those in which a person of the question speaks come along whatever their other words are.
  const quoted = relevant.filter((id) => speakers.has(id)).slice(0, READ / 4);
  return articlesById(db, tenant, [...new Set([...relevant.slice(0, READ), ...quoted])]);
}

async function nearest(db: Db, tenant: TenantId, question: Question): Promise<readonly Story[]> {
  const found = await findStories(db, tenant, { query: question.text, now: question.now });
  return (found.stories.length > 0 ? found.stories : found.nearest).slice(0, 3);
}
