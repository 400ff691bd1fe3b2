import { sql } from 'kysely';
import type { ArticleId } from '../news/article.ts';
import type { FeedId } from '../news/feed.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';
import { phraseOf } from './search.ts';
import { toStory } from './stories.ts';
import { visibleTo } from './visible.ts';

// The widest told first: what is left out beyond this many would not come into any edition.
const MOST = 500;

/**
 * The stories that grew or changed in a span, by when that reached us and not by when it was published: what comes late
 * is news as well. `publishedAfter` keeps out what is too old to be told; an article without a date that came after
 * `afterArticle` is as new as that, whatever the clock said. The widest told first, at most 500.
 */
export async function storiesArrived(
  db: Db,
  tenant: TenantId,
  span: {
    readonly after: Date;
    readonly until: Date;
    readonly publishedAfter: Date;
    /** Also what has an article that came after this one, whatever the clock said when it came; null: by time alone. */
    readonly afterArticle: ArticleId | null;
    /** Only these, however many others are told wider; null: all. */
    readonly among: readonly StoryId[] | null;
  },
): Promise<Story[]> {
  if (span.among?.length === 0) return [];
  let arrived = db.selectFrom('stories').selectAll();
  if (span.among) arrived = arrived.where('id', 'in', [...span.among]);
  const rows = await arrived
    .where('tenant', 'in', visibleTo(tenant))
    .where('merged_into', 'is', null)
    .where('articles', '>', 0)
    .where((eb) => {
      const later = eb
        .selectFrom('story_articles')
        .select('story_articles.article_id')
        .whereRef('story_articles.story_id', '=', 'stories.id')
        .where('story_articles.article_id', '>', span.afterArticle ?? Number.MAX_SAFE_INTEGER);
      const undated = later
        .innerJoin('articles', 'articles.id', 'story_articles.article_id')
        .where('articles.published_at', 'is', null);
      const isFresh = eb('last_at', '>', span.publishedAfter.getTime());
      const inSpan = eb.and([
        eb('arrived_at', '>', span.after.getTime()),
        eb('arrived_at', '<=', span.until.getTime()),
      ]);
      return eb.or([eb.and([isFresh, eb.or([inSpan, eb.exists(later)])]), eb.exists(undated)]);
    })
    .orderBy('independent', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toStory);
}

/** The article that came last, of all tenants; 0 where there is none. */
export async function newestArticle(db: Db): Promise<ArticleId> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Which of these stories have an article that holds the phrase, in any form of its words, whatever their number. */
export async function storiesHolding(
  db: Db,
  tenant: TenantId,
  asked: { readonly phrase: string; readonly among: readonly StoryId[] },
): Promise<Set<StoryId>> {
  if (asked.among.length === 0) return new Set();
  const { rows } = await sql<{ story: number }>`
    select distinct story_articles.story_id as story
    from article_search join story_articles on story_articles.article_id = article_search.rowid
    where article_search match ${phraseOf(asked.phrase)}
      and story_articles.tenant in (${sql.join(visibleTo(tenant))})
      and story_articles.story_id in (${sql.join([...asked.among])})`.execute(db);
  return new Set(rows.map((row) => row.story));
}

/** Which of these stories have an article that came by one of these feeds. */
export async function storiesOfFeeds(
  db: Db,
  tenant: TenantId,
  asked: { readonly feeds: readonly FeedId[]; readonly among: readonly StoryId[] },
): Promise<Set<StoryId>> {
  if (asked.among.length === 0 || asked.feeds.length === 0) return new Set();
  const rows = await db
    .selectFrom('story_articles')
    .innerJoin('articles', 'articles.id', 'story_articles.article_id')
    .select('story_articles.story_id')
    .distinct()
    .where('articles.tenant', 'in', visibleTo(tenant))
    .where('articles.feed_id', 'in', [...asked.feeds])
    .where('story_articles.story_id', 'in', [...asked.among])
    .execute();
  return new Set(rows.map((row) => row.story_id));
}

/** The titles of the articles of these stories. */
export async function titlesOf(
  db: Db,
  tenant: TenantId,
  stories: readonly StoryId[],
): Promise<Map<StoryId, string[]>> {
  if (stories.length === 0) return new Map();
  const rows = await db
    .selectFrom('story_articles')
    .innerJoin('articles', 'articles.id', 'story_articles.article_id')
    .select(['story_articles.story_id', 'articles.title'])
    .where('articles.tenant', 'in', visibleTo(tenant))
    .where('story_articles.story_id', 'in', [...stories])
    .execute();
  const titles = new Map<StoryId, string[]>();
  for (const { story_id, title } of rows) {
    titles.set(story_id, [...(titles.get(story_id) ?? []), title]);
  }
  return titles;
}
