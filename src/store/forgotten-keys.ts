import { sql } from 'kysely';
import { DAY } from '../lib/clock.ts';
import type { ArticleId } from '../news/article.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

// A feed that nobody writes to may stand unchanged, and thus unread, for months.
const REMEMBERED = 365 * DAY;

/**
 * Remembers by which keys feeds brought these articles, those without a date: nothing but this tells that they are
 * old when they still stand in their feed. `at`: they were held until then at least.
 */
export async function rememberKeys(
  db: Db,
  articles: readonly ArticleId[],
  at: Date,
): Promise<void> {
  await db
    .insertInto('forgotten_keys')
    .columns(['tenant', 'key', 'title', 'seen_at'])
    .expression(
      db
        .selectFrom('article_keys')
        .innerJoin('articles', 'articles.id', 'article_keys.article_id')
        .select(['article_keys.tenant', 'article_keys.key', 'articles.title'])
        .select(sql<number>`${at.getTime()}`.as('seen_at'))
        .where('articles.id', 'in', [...articles])
        .where('articles.feed_id', 'is not', null)
        .where('articles.published_at', 'is', null),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'key']).doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    )
    .execute();
}

/** Whether an item of this title under one of these keys was held and forgotten; if so, it is remembered on. */
export async function wasForgotten(
  db: Db,
  tenant: TenantId,
  item: { readonly keys: readonly string[]; readonly title: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('forgotten_keys')
    .set({ seen_at: item.now.getTime() })
    .where('tenant', '=', tenant)
    .where('key', 'in', [...item.keys])
    // Some keep one address for whatever is new: another title is another matter.
    .where('title', '=', item.title)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Drops what no feed has shown for a year before that moment. */
export async function dropRemembered(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('forgotten_keys')
    .where('seen_at', '<', before.getTime() - REMEMBERED)
    .execute();
}
