import type { Kysely } from 'kysely';

/** Until when somebody is busy telling a notice: it is told when that stands, and not before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('notices')
    .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
}
