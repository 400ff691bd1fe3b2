import type { ChannelId } from '../news/channel.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** What a channel does not want to be told, in any of its editions: a story, or words that stand in one. */
export type Mute = {
  readonly id: number;
  readonly about:
    | { readonly kind: 'story'; readonly story: StoryId }
    | { readonly kind: 'phrase'; readonly phrase: string };
  /** What others call whoever muted it. */
  readonly byName: string;
  readonly at: Date;
};

/** Mutes something in a channel of the tenant's; what is muted already stays as it is. Gives the mute's number. */
export async function addMute(
  db: Db,
  tenant: TenantId,
  mute: Omit<Mute, 'id'> & { readonly channel: ChannelId },
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const held = (await mutesOf(transaction, tenant, mute.channel)).find((one) =>
      sameMute(one.about, mute.about),
    );
    if (held) return held.id;
    const { id } = await transaction
      .insertInto('mutes')
      .values({
        tenant,
        channel_id: mute.channel,
        story_id: mute.about.kind === 'story' ? mute.about.story : null,
        phrase: mute.about.kind === 'phrase' ? mute.about.phrase : null,
        by_name: mute.byName,
        at: mute.at.getTime(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

function sameMute(a: Mute['about'], b: Mute['about']): boolean {
  if (a.kind === 'story') return b.kind === 'story' && a.story === b.story;
  return b.kind === 'phrase' && a.phrase.toLowerCase() === b.phrase.toLowerCase();
}

/** Takes a mute back; false if that channel of the tenant's has no such one. */
export async function dropMute(
  db: Db,
  tenant: TenantId,
  mute: { readonly channel: ChannelId; readonly id: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('mutes')
    .where('id', '=', mute.id)
    .where('tenant', '=', tenant)
    .where('channel_id', '=', mute.channel)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What a channel of the tenant's has muted, oldest first. */
export async function mutesOf(db: Db, tenant: TenantId, channel: ChannelId): Promise<Mute[]> {
  const rows = await db
    .selectFrom('mutes')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('channel_id', '=', channel)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    about:
      row.story_id === null
        ? { kind: 'phrase', phrase: row.phrase ?? '' }
        : { kind: 'story', story: row.story_id },
    byName: row.by_name,
    at: new Date(row.at),
  }));
}
