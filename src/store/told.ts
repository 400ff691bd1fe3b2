import { sql } from 'kysely';
import type { ChannelId } from '../news/channel.ts';
import type { EditionId, Told } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

export type ToldAs = Told & {
  /** The story it was told as. */
  readonly of: StoryId;
  readonly at: Date;
  /** 0: by none, it was known when somebody began to follow it. */
  readonly edition: EditionId;
};

/**
 * What a channel has been told of these stories, and of those that went into them since. `story` is the one asked
 * about; a version counts only for `of`.
 */
export async function toldTo(
  db: Db,
  tenant: TenantId,
  asked: { readonly channel: ChannelId; readonly stories: readonly StoryId[] },
): Promise<ToldAs[]> {
  if (asked.stories.length === 0) return [];
  const { rows } = await sql<{
    root: number;
    story_id: number;
    version: number;
    texts: string;
    told_at: number;
    edition_id: number;
  }>`
    with recursive family(id, root) as (
      select id, id from stories where id in (${sql.join([...asked.stories])})
      union select stories.id, family.root from stories join family on stories.merged_into = family.id
    )
    select family.root, told.story_id, told.version, told.texts, told.told_at, told.edition_id
    from told join family on family.id = told.story_id
    where told.tenant = ${tenant} and told.channel_id = ${asked.channel}
    order by told.told_at, told.version`.execute(db);
  return rows.map((row) => ({
    story: row.root,
    of: row.story_id,
    version: row.version,
    texts: JSON.parse(row.texts) as string[],
    at: new Date(row.told_at),
    edition: row.edition_id,
  }));
}

/**
 * Notes what an edition tells a channel, from the moment that it will be sent. Edition 0 is none: what was there when
 * somebody began to follow it.
 */
export async function keepTold(
  db: Db,
  tenant: TenantId,
  by: { readonly channel: ChannelId; readonly edition: EditionId; readonly at: Date },
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return;
  await db
    .insertInto('told')
    .values(
      told.map(({ story, version, texts }) => ({
        tenant,
        channel_id: by.channel,
        story_id: story,
        version,
        edition_id: by.edition,
        texts: JSON.stringify(texts),
        told_at: by.at.getTime(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Counts one more telling, if none came since `revision` was read; says whether it did. */
export async function countTelling(
  db: Db,
  tenant: TenantId,
  channel: { readonly id: ChannelId; readonly revision: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('channels')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', channel.id)
    .where('tenant', '=', tenant)
    .where('revision', '=', channel.revision)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
