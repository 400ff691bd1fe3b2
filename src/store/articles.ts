import type { Article, ArticleId } from '../news/article.ts';
import type { FeedId } from '../news/feed.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { ArticleRow, Db } from './schema.ts';
import { date, millis, visibleTo } from './visible.ts';

export type NewArticle = Omit<Article, 'id'> & {
  readonly feedId: FeedId | null;
  readonly itemHash: string | null;
  /** Its addresses and identifiers: whatever carries one of them later is this article again. */
  readonly keys: readonly string[];
};

export type HeldArticle = {
  readonly article: Article;
  readonly feedId: FeedId | null;
  readonly itemHash: string | null;
};

export function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    tenant: row.tenant,
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    byline: row.byline,
    publishedAt: date(row.published_at),
    seenAt: new Date(row.seen_at),
    language: row.language,
    text: row.text,
    copyOf: row.copy_of,
    revises: row.revises,
  };
}

/** Stores an article under all its keys. A key that an earlier article holds moves to this one. */
export async function addArticle(db: Db, article: NewArticle): Promise<ArticleId> {
  const { id } = await db
    .insertInto('articles')
    .values({
      tenant: article.tenant,
      feed_id: article.feedId,
      url: article.url,
      outlet: article.outlet,
      title: article.title,
      byline: article.byline,
      published_at: millis(article.publishedAt),
      seen_at: article.seenAt.getTime(),
      language: article.language,
      text: article.text,
      item_hash: article.itemHash,
      copy_of: article.copyOf,
      revises: article.revises,
      superseded: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (article.revises !== null) {
    await db
      .updateTable('articles')
      .set({ superseded: 1 })
      .where('id', '=', article.revises)
      .where('tenant', '=', article.tenant)
      .execute();
    await db
      .updateTable('article_keys')
      .set({ article_id: id })
      .where('article_id', '=', article.revises)
      .where('tenant', '=', article.tenant)
      .execute();
    // A copy of what was corrected is one of the correction: it still has its words from there.
    await db
      .updateTable('articles')
      .set({ copy_of: id })
      .where('copy_of', '=', article.revises)
      .where('tenant', '=', article.tenant)
      .execute();
  }
  await addKeys(db, article.tenant, id, article.keys);
  return id;
}

/** Lets an article be known by further keys; one that is taken stays where it is. */
export async function addKeys(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await db
    .insertInto('article_keys')
    .values([...new Set(keys)].map((key) => ({ tenant, key, article_id: article })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The article that a tenant's door already let in under one of these keys; where they name several, the first key's. */
export async function articleByKeys(
  db: Db,
  tenant: TenantId,
  keys: readonly string[],
): Promise<HeldArticle | undefined> {
  if (keys.length === 0) return undefined;
  const rows = await db
    .selectFrom('article_keys')
    .innerJoin('articles', 'articles.id', 'article_keys.article_id')
    .selectAll('articles')
    .select('article_keys.key')
    .where('article_keys.tenant', '=', tenant)
    .where('article_keys.key', 'in', [...keys])
    .execute();
  const row = keys.flatMap((key) => rows.find((one) => one.key === key) ?? [])[0];
  return row && { article: toArticle(row), feedId: row.feed_id, itemHash: row.item_hash };
}

/** What an article said in its last readings, the newest (itself) first. */
export async function readingsOf(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
  limit: number,
): Promise<Pick<Article, 'title' | 'text'>[]> {
  return db
    .withRecursive('readings(id, revises, title, text)', (reading) =>
      reading
        .selectFrom('articles')
        .select(['id', 'revises', 'title', 'text'])
        .where('id', '=', article)
        .where('tenant', '=', tenant)
        .unionAll(
          reading
            .selectFrom('readings')
            .innerJoin('articles', 'articles.id', 'readings.revises')
            .select(['articles.id', 'articles.revises', 'articles.title', 'articles.text']),
        ),
    )
    .selectFrom('readings')
    .select(['title', 'text'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Notes by which feed an article came last and what its item looked like. */
export async function setSource(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
  source: { readonly feedId: FeedId | null; readonly itemHash: string | null },
): Promise<void> {
  await db
    .updateTable('articles')
    .set({ feed_id: source.feedId, item_hash: source.itemHash })
    .where('id', '=', article)
    .where('tenant', '=', tenant)
    .execute();
}

export async function articlesById(
  db: Db,
  tenant: TenantId,
  ids: readonly ArticleId[],
): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('tenant', 'in', visibleTo(tenant))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The articles of a story in the order they joined it. */
export async function articlesOfStory(
  db: Db,
  tenant: TenantId,
  story: StoryId,
): Promise<Article[]> {
  const rows = await db
    .selectFrom('story_articles')
    .innerJoin('articles', 'articles.id', 'story_articles.article_id')
    .selectAll('articles')
    .where('story_articles.story_id', '=', story)
    .where('articles.tenant', 'in', visibleTo(tenant))
    .orderBy('articles.id')
    .execute();
  return rows.map(toArticle);
}

/** The last article that came before a moment; 0 where there is none. */
export async function newestBefore(db: Db, moment: Date): Promise<ArticleId> {
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('seen_at', '<', moment.getTime())
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/**
 * A tenant's own articles behind a number, in the order they came, with the stories they stand in (null: corrected
 * since): what the stream of stories is read from.
 */
export async function ownArticlesAfter(
  db: Db,
  tenant: TenantId,
  page: { readonly after: ArticleId; readonly limit: number },
): Promise<{ article: Article; story: StoryId | null }[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('story_articles', 'story_articles.article_id', 'articles.id')
    .selectAll('articles')
    .select('story_articles.story_id')
    .where('articles.tenant', '=', tenant)
    .where('articles.id', '>', page.after)
    .orderBy('articles.id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ article: toArticle(row), story: row.story_id }));
}

/** How many articles are held, and when the last one came. */
export async function countArticles(
  db: Db,
  tenant: TenantId,
): Promise<{ count: number; lastSeen: Date | null }> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('seen_at').as('last')])
    .where('tenant', 'in', visibleTo(tenant))
    .where('superseded', '=', 0)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), lastSeen: date(row.last) };
}
