import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** A model's answers by tenant and by the hash of what was asked. `clock` says when they were given. */
export function modelAnswersOf(db: Db, clock: () => Date) {
  return {
    /** The kept answer, or undefined. */
    async get(tenant: TenantId, key: string): Promise<unknown> {
      const row = await db
        .selectFrom('model_answers')
        .select('body')
        .where('tenant', '=', tenant)
        .where('key', '=', key)
        .executeTakeFirst();
      return row && (JSON.parse(row.body) as unknown);
    },
    async put(tenant: TenantId, key: string, json: unknown): Promise<void> {
      const body = JSON.stringify(json);
      const made_at = clock().getTime();
      await db
        .insertInto('model_answers')
        .values({ tenant, key, body, made_at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

/** Forgets answers given before `before`: housekeeping over all tenants. */
export async function forgetModelAnswers(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('model_answers').where('made_at', '<', before.getTime()).execute();
}
