import { sql } from 'kysely';
import { letOthersWork } from '../lib/turns.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

// What points comes before what it points at; that the place was left comes last, so that a program that dies in
// between goes on with the next sweep.
const TABLES = [
  'mutes',
  'notices',
  'told',
  'deliveries',
  'editions',
  'schedules',
  'subscriptions',
  'channels',
  'reports',
  'audit',
  'usage',
  'model_answers',
  'digests',
  'quotes',
  'story_articles',
  'article_keys',
  'forgotten_keys',
  'articles',
  'stories',
  'feeds',
  'tenants',
] as const;

// Small enough that one step never holds up a reader for long.
const STEP = 500;

/**
 * Deletes every row of one place that was left before a moment, step by step, so that others get their turn in between;
 * what is everybody's stays. Ends where Crier comes back to the place meanwhile, or is stopped.
 */
export async function forgetTenant(
  db: Db,
  tenant: TenantId,
  { leftBefore, signal }: { readonly leftBefore: Date; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  for (const table of TABLES) {
    let after: number | null = 0;
    while (after !== null) {
      if (signal?.aborted) return;
      const step = await forgetStep(db, tenant, { table, after, leftBefore });
      if (step === 'stays') return;
      after = step;
      await letOthersWork();
    }
  }
}

/** Deletes some rows of a table that come after one; gives the last of them, null where there are no more. */
async function forgetStep(
  db: Db,
  tenant: TenantId,
  at: {
    readonly table: (typeof TABLES)[number];
    readonly after: number;
    readonly leftBefore: Date;
  },
): Promise<number | null | 'stays'> {
  const table = sql.table(at.table);
  return db.transaction().execute(async (transaction) => {
    const left = await transaction
      .selectFrom('tenants')
      .select('left_at')
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    if (left?.left_at == null || left.left_at >= at.leftBefore.getTime()) return 'stays';
    const { rows } = await sql<{ row: number }>`
      select rowid as row from ${table} where tenant = ${tenant} and rowid > ${at.after}
      order by rowid limit ${STEP}`.execute(transaction);
    const last = rows.at(-1)?.row;
    if (last === undefined) return null;
    await sql`delete from ${table} where tenant = ${tenant} and rowid > ${at.after} and rowid <= ${last}`.execute(
      transaction,
    );
    return rows.length < STEP ? null : last;
  });
}
