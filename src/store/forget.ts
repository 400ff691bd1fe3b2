import type { ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import { dropRemembered, rememberKeys } from './forgotten-keys.ts';
import type { Db } from './schema.ts';
import { deleteStory, recountStory } from './stories.ts';

// Small enough that one step never holds up a reader for long.
const STEP = 100;

/**
 * Deletes one step of what came before `before`: articles with their quotes and keys. A story that keeps others is
 * counted anew as a new version, one that keeps none goes with them. Says whether there may be more. Works on all
 * tenants: it is housekeeping, nothing of it is shown.
 */
export async function forgetBefore(db: Db, before: Date): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const old = await transaction
      .selectFrom('articles')
      .select('id')
      .where('seen_at', '<', before.getTime())
      .limit(STEP)
      .execute();
    if (old.length < STEP) await dropRemembered(transaction, before);
    if (old.length === 0) return false;
    const ids = old.map((row) => row.id);
    const left = await transaction
      .selectFrom('story_articles')
      .select(['story_id', 'tenant'])
      .distinct()
      .where('article_id', 'in', ids)
      .execute();
    await rememberKeys(transaction, ids, before);
    await transaction.deleteFrom('quotes').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('article_keys').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('story_articles').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('articles').where('id', 'in', ids).execute();
    await passOnOriginals(transaction, ids);
    for (const { story_id, tenant } of left) await afterLoss(transaction, tenant, story_id);
    return old.length === STEP;
  });
}

/** Of the copies of a deleted article the first stands for it, so that its text still counts as told by one. */
async function passOnOriginals(db: Db, deleted: readonly ArticleId[]): Promise<void> {
  const orphans = await db
    .selectFrom('articles')
    .select(['copy_of', (eb) => eb.fn.min('id').as('heir')])
    .where('copy_of', 'in', [...deleted])
    .where('superseded', '=', 0)
    .groupBy('copy_of')
    .execute();
  for (const { copy_of, heir } of orphans) {
    await db.updateTable('articles').set({ copy_of: null }).where('id', '=', heir).execute();
    await db
      .updateTable('articles')
      .set({ copy_of: heir })
      .where('copy_of', '=', copy_of)
      .execute();
  }
}

async function afterLoss(db: Db, tenant: string, story: StoryId): Promise<void> {
  const kept = await db
    .selectFrom('story_articles')
    .select('article_id')
    .where('story_id', '=', story)
    .limit(1)
    .executeTakeFirst();
  if (!kept) return deleteStory(db, tenant, story);
  await db
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', story)
    .execute();
  // What was written of earlier versions points into articles that are gone.
  await db.deleteFrom('digests').where('story_id', '=', story).execute();
  await recountStory(db, tenant, story);
}
