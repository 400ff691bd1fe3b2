import { type Kysely, sql } from 'kysely';

/** Feeds, articles with their full-text index, stories, quotes and digests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feeds')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('outlet', 'text')
    .addColumn('title', 'text')
    .addColumn('language', 'text')
    .addColumn('site_url', 'text')
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('body_hash', 'text')
    .addColumn('validated_at', 'bigint')
    .addColumn('interval_ms', 'bigint')
    .addColumn('next_poll_at', 'bigint', (c) => c.notNull())
    .addColumn('polled_at', 'bigint')
    .addColumn('ok_at', 'bigint')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('problem', 'text')
    .addColumn('added_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('feeds_one_per_tenant', ['tenant', 'url'])
    .execute();
  await db.schema
    .createIndex('feeds_due')
    .on('feeds')
    .columns(['status', 'next_poll_at'])
    .execute();

  await db.schema
    .createTable('articles')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('feed_id', 'integer')
    .addColumn('url', 'text')
    .addColumn('outlet', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('byline', 'text')
    .addColumn('published_at', 'bigint')
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('item_hash', 'text')
    .addColumn('copy_of', 'integer')
    .addColumn('revises', 'integer')
    .addColumn('superseded', 'integer', (c) => c.notNull().defaultTo(0))
    // Last: what stands behind a long text is only reached by reading it.
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('articles_seen').on('articles').column('seen_at').execute();
  await db.schema.createIndex('articles_feed').on('articles').column('feed_id').execute();
  await db.schema.createIndex('articles_copies').on('articles').column('copy_of').execute();

  await db.schema
    .createTable('article_keys')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('article_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('article_keys_pk', ['tenant', 'key'])
    .execute();
  await db.schema
    .createIndex('article_keys_article')
    .on('article_keys')
    .column('article_id')
    .execute();

  await db.schema
    .createTable('forgotten_keys')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('forgotten_keys_pk', ['tenant', 'key'])
    .execute();
  await db.schema
    .createIndex('forgotten_keys_seen')
    .on('forgotten_keys')
    .column('seen_at')
    .execute();

  await db.schema
    .createTable('stories')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .addColumn('outlets', 'integer', (c) => c.notNull())
    .addColumn('independent', 'integer', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('arrived_at', 'bigint', (c) => c.notNull())
    .addColumn('merged_into', 'integer')
    .execute();
  await db.schema
    .createIndex('stories_last')
    .on('stories')
    .columns(['tenant', 'last_at'])
    .execute();

  await db.schema.createIndex('stories_merged').on('stories').column('merged_into').execute();

  await db.schema
    .createTable('story_articles')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('story_id', 'integer', (c) => c.notNull())
    .addColumn('article_id', 'integer', (c) => c.primaryKey())
    .addColumn('joined_version', 'integer', (c) => c.notNull())
    .addColumn('joined_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('story_articles_story')
    .on('story_articles')
    .column('story_id')
    .execute();

  await db.schema
    .createTable('quotes')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('article_id', 'integer', (c) => c.notNull())
    .addColumn('start_offset', 'integer', (c) => c.notNull())
    .addColumn('end_offset', 'integer', (c) => c.notNull())
    .addColumn('speaker_key', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('quotes_article').on('quotes').column('article_id').execute();
  await db.schema.createIndex('quotes_speaker').on('quotes').column('speaker_key').execute();

  await db.schema
    .createTable('digests')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('story_id', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('writer', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('digests_pk', ['story_id', 'version', 'writer'])
    .execute();

  // The index holds no second copy of the texts; triggers keep it level with the table whatever writes there. The
  // function comes with the connection (open.ts): Chinese is indexed letter by letter, having no spaces to go by.
  await sql`create virtual table article_search using fts5(
    title, text, content='articles', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')`.execute(
    db,
  );
  await sql`create trigger articles_indexed after insert on articles begin
    insert into article_search(rowid, title, text) values (new.id, letter_by_letter(new.title), letter_by_letter(new.text)); end`.execute(
    db,
  );
  await sql`create trigger articles_unindexed after delete on articles begin
    insert into article_search(article_search, rowid, title, text)
      values ('delete', old.id, letter_by_letter(old.title), letter_by_letter(old.text)); end`.execute(
    db,
  );
}
