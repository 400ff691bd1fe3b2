import type { Article, ArticleId, Ref } from '../news/article.ts';
import type { VerifiedQuote } from '../news/quote.ts';
import type { Story } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { storiesById, storiesOfArticles } from '../store/stories.ts';
import { answerQuestion } from '../summarise/answer.ts';
import { articlesFor, type Question } from './articles-for-question.ts';

export type { Question } from './articles-for-question.ts';

export type Answer = {
  /** False: the articles held do not say. */
  readonly answered: boolean;
  /** The exact sentences and quotes that answer, the best first. */
  readonly answer: readonly Told[];
  /** Exact sentences that come nearest to a question that is not answered; they are no answer. */
  readonly nearestSentences: readonly Told[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** The stories that come nearest to a question that is not answered. */
  readonly nearest: readonly Story[];
};

type Told = {
  readonly text: string;
  readonly refs: readonly Ref[];
  readonly quote: VerifiedQuote | null;
};

const NEAREST = 3;

/** Answers from the articles a tenant may see, in their own sentences. */
export async function ask(db: Db, tenant: TenantId, question: Question): Promise<Answer> {
  const articles = await articlesFor(db, tenant, question);
  const quotes = await quotesOf(db, tenant, articles);
  const stories = await storiesOfArticles(
    db,
    tenant,
    articles.map(({ id }) => id),
  );
  const { answered, answer, nearest } = answerQuestion(
    { text: question.text, language: question.language, now: question.now },
    { articles, quotes, stories },
  );
  return {
    answered,
    answer,
    nearestSentences: nearest,
    articles: new Map(articles.map((article) => [article.id, article])),
    nearest: answered ? [] : await nearestStories(db, tenant, articles, nearest),
  };
}

/** The stories of the nearest sentences, then those of the articles that fitted best. */
async function nearestStories(
  db: Db,
  tenant: TenantId,
  articles: readonly Article[],
  sentences: readonly Told[],
): Promise<readonly Story[]> {
  const cited = sentences.flatMap(({ refs }) => refs.map(({ article }) => article));
  const ids = [...new Set([...cited, ...articles.map(({ id }) => id)])];
  const of = await storiesOfArticles(db, tenant, ids);
  const stories = new Set(ids.flatMap((id) => of.get(id) ?? []));
  return storiesById(db, tenant, [...stories].slice(0, NEAREST));
}
