import type { Kysely } from 'kysely';

/** Channels and their subscriptions, the editions made for them, the outbox, and what each channel was told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channels')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('closed_kind', 'text')
    .addColumn('closed_reason', 'text')
    .addColumn('closed_at', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_send_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('paced_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('channels_one_each', ['tenant', 'platform', 'place'])
    .execute();

  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'integer', (c) => c.notNull())
    .addColumn('filter', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('stories', 'integer', (c) => c.notNull())
    .addColumn('length', 'text', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('quiet', 'text')
    .addColumn('when_empty', 'text', (c) => c.notNull())
    .addColumn('paused', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('since_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('subscriptions_channel')
    .on('subscriptions')
    .columns(['tenant', 'channel_id'])
    .execute();

  await db.schema
    .createTable('schedules')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('subscription_id', 'integer', (c) => c.notNull().unique())
    .addColumn('times', 'text', (c) => c.notNull())
    .addColumn('days', 'text', (c) => c.notNull())
    .addColumn('next_run_at', 'bigint')
    .addColumn('decided_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('schedules_due').on('schedules').column('next_run_at').execute();

  await db.schema
    .createTable('editions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('schedule_id', 'integer', (c) => c.notNull())
    .addColumn('subscription_id', 'integer', (c) => c.notNull())
    .addColumn('channel_id', 'integer', (c) => c.notNull())
    .addColumn('slot', 'text', (c) => c.notNull())
    .addColumn('slot_at', 'bigint', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('left_out', 'text', (c) => c.notNull())
    .addColumn('seen_article', 'integer', (c) => c.notNull())
    .addUniqueConstraint('editions_one_a_slot', ['schedule_id', 'slot'])
    .execute();
  await db.schema
    .createIndex('editions_channel')
    .on('editions')
    .columns(['tenant', 'channel_id', 'made_at'])
    .execute();
  await db.schema
    .createIndex('editions_subscription')
    .on('editions')
    .columns(['subscription_id', 'made_at'])
    .execute();

  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'integer', (c) => c.notNull())
    .addColumn('edition_id', 'integer', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('tried_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('not_before', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('sent_id', 'text')
    .addColumn('sent_at', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('deliveries_one_a_part', ['edition_id', 'part'])
    .execute();
  await db.schema
    .createIndex('deliveries_state')
    .on('deliveries')
    .columns(['state', 'channel_id'])
    .execute();
  await db.schema
    .createIndex('deliveries_channel')
    .on('deliveries')
    .columns(['channel_id', 'id'])
    .execute();

  await db.schema
    .createTable('told')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'integer', (c) => c.notNull())
    .addColumn('story_id', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('edition_id', 'integer', (c) => c.notNull())
    .addColumn('texts', 'text', (c) => c.notNull())
    .addColumn('told_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('told_pk', ['channel_id', 'story_id', 'version'])
    .execute();
  await db.schema.createIndex('told_edition').on('told').column('edition_id').execute();

  await db.schema
    .createTable('notices')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'integer')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .addUniqueConstraint('notices_told_once', ['tenant', 'subject', 'kind'])
    .execute();
  await db.schema.createIndex('notices_at').on('notices').column('at').execute();
}
