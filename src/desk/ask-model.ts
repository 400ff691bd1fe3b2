import { SECOND } from '../lib/clock.ts';
import type { TenantId } from '../news/tenant.ts';
import { quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { type Answer, ask, type Question } from './ask.ts';
import type { Model } from './open-model.ts';

/** Somebody waits: what a model has not said by then is said in the articles' own words. */
const LONGEST_MS = 20 * SECOND;
// The articles that fit best; more are cut off by the length of the prompt anyway.
const READ = 8;

/**
 * Answers through the model as far as the articles prove its words, else in their own. `byModel` says which it is.
 */
export async function askModel(
  db: Db,
  tenant: TenantId,
  question: Question,
  by: { readonly model: Pick<Model, 'answer'>; readonly person: string },
): Promise<Answer & { readonly byModel: boolean }> {
  const own = await ask(db, tenant, question);
  const articles = [...own.articles.values()].slice(0, READ);
  if (articles.length === 0) return { ...own, byModel: false };
  const quotes = await quotesOf(db, tenant, articles);
  const { text, language, now } = question;
  const told = await by.model.answer(
    { text, language, now },
    { articles, quotes },
    { tenant, person: by.person, signal: AbortSignal.timeout(LONGEST_MS) },
  );
  if (!told.byModel) return { ...own, byModel: false };
  return {
    ...own,
    ...{ answered: true, answer: told.answer, byModel: true },
    ...{ nearest: [], nearestSentences: [] },
  };
}
