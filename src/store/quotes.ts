import type { Article, ArticleId } from '../news/article.ts';
import type { Quote } from '../news/quote.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

export async function addQuotes(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
  quotes: readonly Quote[],
): Promise<void> {
  if (quotes.length === 0) return;
  await db
    .insertInto('quotes')
    .values(
      quotes.map((quote) => ({
        tenant,
        article_id: article,
        start_offset: quote.start,
        end_offset: quote.end,
        speaker_key: speakerKey(quote.speakerName ?? quote.speaker),
        body: JSON.stringify({ ...quote, article, text: undefined }),
      })),
    )
    .execute();
}

function speakerKey(name: string | null): string | null {
  return name?.toLowerCase() ?? null;
}

/** The quotes of these articles in text order, their words read from the articles again. */
export async function quotesOf(
  db: Db,
  tenant: TenantId,
  articles: readonly Pick<Article, 'id' | 'text'>[],
): Promise<Quote[]> {
  if (articles.length === 0) return [];
  const texts = new Map(articles.map((a) => [a.id, a.text]));
  const rows = await db
    .selectFrom('quotes')
    .select(['article_id', 'start_offset', 'end_offset', 'body'])
    .where('article_id', 'in', [...texts.keys()])
    .where('tenant', 'in', visibleTo(tenant))
    .orderBy('article_id')
    .orderBy('start_offset')
    .execute();
  return rows.map((row) => {
    const rest = JSON.parse(row.body) as Omit<Quote, 'text'>;
    const text = texts.get(row.article_id) ?? '';
    return { text: text.slice(row.start_offset, row.end_offset), ...rest };
  });
}

/** The articles, newest first, in which somebody of that name (or part of it, lower case) is quoted. */
export async function articlesQuoting(
  db: Db,
  tenant: TenantId,
  name: string,
  limit: number,
): Promise<ArticleId[]> {
  const rows = await db
    .selectFrom('quotes')
    .select('article_id')
    .distinct()
    .where('tenant', 'in', visibleTo(tenant))
    .where('speaker_key', 'like', `%${name.slice(0, 64).toLowerCase().replace(/[%_]/g, '')}%`)
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.article_id);
}
