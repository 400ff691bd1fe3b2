import type { Kysely } from 'kysely';

/** What a language model has cost, and its answers by what was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('usage')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('time_window', 'text', (c) => c.notNull())
    .addColumn('calls', 'bigint', (c) => c.notNull())
    .addColumn('tokens', 'bigint', (c) => c.notNull())
    .addColumn('micros', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('usage_pk', ['tenant', 'holder', 'time_window'])
    .execute();
  await db.schema.createIndex('usage_window').on('usage').column('time_window').execute();
  await db.schema
    .createTable('model_answers')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('model_answers_pk', ['tenant', 'key'])
    .execute();
  await db.schema.createIndex('model_answers_made').on('model_answers').column('made_at').execute();
}
