import type { Db } from './schema.ts';

/** A store of texts by key: what a chat platform must remember. What is secret is encrypted before it comes here. */
export function vaultOf(db: Db) {
  return {
    async get(key: string): Promise<string | null> {
      const row = await db
        .selectFrom('vault')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async put(key: string, value: string): Promise<void> {
      await db
        .insertInto('vault')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
    async drop(key: string): Promise<void> {
      await db.deleteFrom('vault').where('key', '=', key).execute();
    },
  };
}
