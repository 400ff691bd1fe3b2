import type { Db } from './schema.ts';

// Small enough that one step never holds up a reader for long.
const STEP = 100;

/**
 * Deletes one step of what came before `before` (articles with their quotes and keys, and the stories left empty);
 * says whether there may be more. Works on all tenants: it is housekeeping, nothing of it is shown.
 */
export async function forgetBefore(db: Db, before: Date): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const old = await transaction
      .selectFrom('articles')
      .select('id')
      .where('seen_at', '<', before.getTime())
      .limit(STEP)
      .execute();
    if (old.length === 0) return false;
    const ids = old.map((row) => row.id);
    const left = await transaction
      .selectFrom('story_articles')
      .select('story_id')
      .distinct()
      .where('article_id', 'in', ids)
      .execute();
    await transaction.deleteFrom('quotes').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('article_keys').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('story_articles').where('article_id', 'in', ids).execute();
    await transaction.deleteFrom('articles').where('id', 'in', ids).execute();
    for (const { story_id } of left) {
      const { count } = await transaction
        .selectFrom('story_articles')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('story_id', '=', story_id)
        .executeTakeFirstOrThrow();
      if (Number(count) > 0) continue;
      await transaction.deleteFrom('digests').where('story_id', '=', story_id).execute();
      await transaction.deleteFrom('stories').where('id', '=', story_id).execute();
    }
    return old.length === STEP;
  });
}
