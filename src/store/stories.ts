import type { ArticleId } from '../news/article.ts';
import { coverageOf } from '../news/coverage.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db, StoryRow } from './schema.ts';
import { date, visibleTo } from './visible.ts';

export function toStory(row: StoryRow): Story {
  return {
    id: row.id,
    tenant: row.tenant,
    version: row.version,
    title: row.title,
    articles: row.articles,
    outlets: row.outlets,
    independent: row.independent,
    firstAt: new Date(row.first_at),
    lastAt: new Date(row.last_at),
    arrivedAt: new Date(row.arrived_at),
  };
}

/** Opens an empty story; `joinStory` gives it its first article in the same transaction. */
export async function openStory(db: Db, tenant: TenantId, title: string): Promise<StoryId> {
  const { id } = await db
    .insertInto('stories')
    .values({
      tenant,
      version: 0,
      title,
      articles: 0,
      outlets: 0,
      independent: 0,
      first_at: 0,
      last_at: 0,
      arrived_at: 0,
      merged_into: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Puts an article into a story, in place of the one it corrects if there is one, and makes a new version of it. The
 * story is counted by `recountStory` in the same transaction, once for all that joined: it reads the whole story.
 */
export async function joinStory(
  db: Db,
  tenant: TenantId,
  join: {
    readonly story: StoryId;
    readonly article: ArticleId;
    readonly replaces: ArticleId | null;
    readonly now: Date;
  },
): Promise<void> {
  if (join.replaces !== null) {
    await db
      .deleteFrom('story_articles')
      .where('article_id', '=', join.replaces)
      .where('tenant', '=', tenant)
      .execute();
  }
  const { version } = await db
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1), arrived_at: join.now.getTime() }))
    .where('id', '=', join.story)
    .where('tenant', '=', tenant)
    .returning('version')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('story_articles')
    .values({
      tenant,
      story_id: join.story,
      article_id: join.article,
      joined_version: version,
      joined_at: join.now.getTime(),
    })
    .execute();
}

/** Takes an article out of its story, which gets a new version and may be left empty; gives that story. */
export async function leaveStory(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
): Promise<Story | undefined> {
  const left = await db
    .deleteFrom('story_articles')
    .where('article_id', '=', article)
    .where('tenant', '=', tenant)
    .returning('story_id')
    .executeTakeFirst();
  if (!left) return undefined;
  await db
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', left.story_id)
    .where('tenant', '=', tenant)
    .execute();
  await recountStory(db, tenant, left.story_id);
  return (await storiesById(db, tenant, [left.story_id]))[0];
}

/** Counts a story by the articles that stand in it now. */
export async function recountStory(db: Db, tenant: TenantId, story: StoryId): Promise<void> {
  const rows = await db
    .selectFrom('story_articles')
    .innerJoin('articles', 'articles.id', 'story_articles.article_id')
    .select(['articles.id', 'outlet', 'url', 'published_at', 'seen_at', 'copy_of'])
    .where('story_articles.story_id', '=', story)
    .where('articles.tenant', '=', tenant)
    .execute();
  const coverage = coverageOf(
    rows.map((row) => ({ ...row, publishedAt: date(row.published_at), copyOf: row.copy_of })),
  );
  const times = rows.map((row) => row.published_at ?? row.seen_at);
  await db
    .updateTable('stories')
    .set({
      articles: coverage.articles,
      outlets: coverage.outlets,
      independent: coverage.independent,
      ...(times.length > 0 && { first_at: Math.min(...times), last_at: Math.max(...times) }),
    })
    .where('id', '=', story)
    .where('tenant', '=', tenant)
    .execute();
}

/** The story that a number stands for by now, itself or the one it went into; undefined where it was forgotten. */
export async function standingStory(
  db: Db,
  tenant: TenantId,
  story: StoryId,
): Promise<StoryId | undefined> {
  const row = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('id', '=', story)
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  if (!row || row.merged_into === null) return row?.id;
  return standingStory(db, tenant, row.merged_into);
}

/**
 * Moves all articles of one story into another, which gets a new version; the emptied one points there. Stories that
 * went into others since are met where they stand now.
 */
export async function mergeStories(
  db: Db,
  tenant: TenantId,
  asked: { readonly from: StoryId; readonly into: StoryId },
): Promise<void> {
  const from = await standingStory(db, tenant, asked.from);
  const into = await standingStory(db, tenant, asked.into);
  if (from === undefined || into === undefined || from === into) return;
  const merge = { from, into };
  const { version } = await db
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', merge.into)
    .where('tenant', '=', tenant)
    .returning('version')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('story_articles')
    .set({ story_id: merge.into, joined_version: version })
    .where('story_id', '=', merge.from)
    .where('tenant', '=', tenant)
    .execute();
  // Those that went into it before lead on at once, so that the last to be deleted finds them all.
  await db
    .updateTable('stories')
    .set({ merged_into: merge.into, articles: 0 })
    .where((eb) => eb.or([eb('id', '=', merge.from), eb('merged_into', '=', merge.from)]))
    .where('tenant', '=', tenant)
    .execute();
  await db
    .deleteFrom('digests')
    .where('story_id', '=', merge.from)
    .where('tenant', '=', tenant)
    .execute();
  await recountStory(db, tenant, merge.into);
}

/** Deletes a story that holds no article any more, with those that went into it. */
export async function deleteStory(db: Db, tenant: TenantId, story: StoryId): Promise<void> {
  await db
    .deleteFrom('digests')
    .where('story_id', '=', story)
    .where('tenant', '=', tenant)
    .execute();
  await db
    .deleteFrom('stories')
    .where((eb) => eb.or([eb('id', '=', story), eb('merged_into', '=', story)]))
    .where('tenant', '=', tenant)
    .execute();
}

/** The stories with these ids that the tenant may see, in that order; a merged one as the story it went into. */
export async function storiesById(
  db: Db,
  tenant: TenantId,
  ids: readonly StoryId[],
): Promise<Story[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('stories')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('tenant', 'in', visibleTo(tenant))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found: Story[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    if (row.merged_into !== null) found.push(...(await storiesById(db, tenant, [row.merged_into])));
    else found.push(toStory(row));
  }
  return found;
}

/** The stories in which something was published or arrived in a span, the widest told first, at most 500. */
export async function storiesBetween(
  db: Db,
  tenant: TenantId,
  span: { readonly from: Date; readonly to: Date },
): Promise<Story[]> {
  const rows = await db
    .selectFrom('stories')
    .selectAll()
    .where('tenant', 'in', visibleTo(tenant))
    .where('merged_into', 'is', null)
    .where('articles', '>', 0)
    .where('last_at', '>', span.from.getTime())
    .where('first_at', '<=', span.to.getTime())
    .orderBy('independent', 'desc')
    .orderBy('last_at', 'desc')
    .limit(500)
    .execute();
  return rows.map(toStory);
}

/** Which story each of these articles stands in. */
export async function storiesOfArticles(
  db: Db,
  tenant: TenantId,
  articles: readonly ArticleId[],
): Promise<Map<ArticleId, StoryId>> {
  if (articles.length === 0) return new Map();
  const rows = await db
    .selectFrom('story_articles')
    .select(['article_id', 'story_id'])
    .where('article_id', 'in', [...articles])
    .where('tenant', 'in', visibleTo(tenant))
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.story_id]));
}

export async function countStories(db: Db, tenant: TenantId): Promise<number> {
  const row = await db
    .selectFrom('stories')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant', 'in', visibleTo(tenant))
    .where('articles', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
