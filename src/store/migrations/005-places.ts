import type { Kysely } from 'kysely';

/** What places decide for themselves; follows, alerts, mutes; what is needed to edit a post; who did what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenants')
    .addColumn('tenant', 'text', (c) => c.primaryKey())
    .addColumn('zone', 'text')
    .addColumn('language', 'text')
    .addColumn('left_at', 'bigint')
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('channel', 'text')
    .addColumn('line', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_tenant').on('audit').columns(['tenant', 'id']).execute();
  await db.schema
    .createTable('reports')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('story_id', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('words', 'text')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('mutes')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'integer', (c) => c.notNull())
    .addColumn('story_id', 'integer')
    .addColumn('phrase', 'text')
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('mutes_channel')
    .on('mutes')
    .columns(['tenant', 'channel_id'])
    .execute();

  const add = (table: string) => db.schema.alterTable(table);
  await add('subscriptions')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('digest'))
    .execute();
  await add('subscriptions').addColumn('threshold', 'integer').execute();
  await add('subscriptions').addColumn('until_at', 'bigint').execute();
  await add('subscriptions')
    .addColumn('created_by_name', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await add('schedules').addColumn('every_minutes', 'integer').execute();
  await add('deliveries').addColumn('items', 'text').execute();
  await add('deliveries')
    .addColumn('looked_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await add('deliveries').addColumn('edited_at', 'bigint').execute();
  await add('deliveries').addColumn('edits_ended', 'text').execute();
}
