import { sql } from 'kysely';
import { DAY, HOUR, MINUTE } from '../lib/clock.ts';
import type { ArticleId } from '../news/article.ts';
import type { ChannelId } from '../news/channel.ts';
import type { DeliveryId, EditionId, LeftOut } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

/** A post that stands and may be edited. */
export type EditablePost = {
  readonly id: DeliveryId;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly place: string;
  readonly edition: EditionId;
  readonly subscription: SubscriptionId;
  readonly madeAt: Date;
  readonly leftOut: readonly LeftOut[];
  readonly key: string;
  readonly sentId: string;
  readonly body: string;
  readonly items: string;
  readonly lookedAt: Date;
};

// An article may have been on its way into the store when a story was looked at.
const OVERLAP_MS = 10 * MINUTE;
// A post may wait for quiet hours to end, or for a channel to be opened, before it is sent.
const MADE_WITHIN_MS = 3 * DAY;
// Nobody claims or puts off an edit for longer: what lies further away was set by a clock that was ahead.
const LONGEST_LEASE_MS = HOUR;

/**
 * Posts of a platform of which a story grew or changed since they were looked at, the longest waiting first and those
 * that could not be edited lately last. Works on all tenants; nothing of it is shown.
 */
export async function editablePosts(
  db: Db,
  asked: {
    readonly platform: string;
    readonly now: Date;
    readonly sentAfter: Date;
    /** Those edited later than that rest. */
    readonly editedBefore: Date;
    readonly limit: number;
  },
): Promise<EditablePost[]> {
  const now = asked.now.getTime();
  // From the subscriptions down, in this order: what was sent over the years is a hundred times as much.
  const { rows } = await sql<{
    id: number;
    tenant: string;
    channel_id: number;
    place: string;
    edition_id: number;
    subscription_id: number;
    made_at: number;
    left_out: string;
    key: string;
    sent_id: string;
    body: string;
    items: string;
    looked_at: number;
  }>`
    select d.id, d.tenant, d.channel_id, channels.place, d.edition_id, editions.subscription_id,
      editions.made_at, editions.left_out, d.key, d.sent_id, d.body, d.items, d.looked_at
    from subscriptions
      cross join editions cross join deliveries d cross join channels
    where subscriptions.paused = 0
      and editions.subscription_id = subscriptions.id
      and editions.made_at > ${now - MADE_WITHIN_MS}
      and d.edition_id = editions.id
      and d.state = 'sent' and d.items is not null and d.sent_id is not null and d.edits_ended is null
      and d.sent_at > ${asked.sentAfter.getTime()}
      and (d.lease_until <= ${now} or d.lease_until > ${now + LONGEST_LEASE_MS})
      and (d.edited_at is null or d.edited_at <= ${asked.editedBefore.getTime()} or d.edited_at > ${now})
      and channels.id = d.channel_id and channels.platform = ${asked.platform} and channels.closed_at is null
      and exists (
        select 1 from told
          join stories told_as on told_as.id = told.story_id
          join stories now_as on now_as.id = coalesce(told_as.merged_into, told_as.id)
        where told.edition_id = d.edition_id and now_as.arrived_at > d.looked_at - ${OVERLAP_MS})
    order by d.lease_until, d.looked_at, d.id
    limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant,
    channel: row.channel_id,
    place: row.place,
    edition: row.edition_id,
    subscription: row.subscription_id,
    madeAt: new Date(row.made_at),
    leftOut: JSON.parse(row.left_out) as LeftOut[],
    key: row.key,
    sentId: row.sent_id,
    body: row.body,
    items: row.items,
    lookedAt: new Date(row.looked_at),
  }));
}

const standing = (db: Db, post: Pick<EditablePost, 'id' | 'tenant' | 'items'>) =>
  db
    .updateTable('deliveries')
    .where('id', '=', post.id)
    .where('tenant', '=', post.tenant)
    .where('state', '=', 'sent')
    // Not over what somebody else wrote since it was read.
    .where('items', '=', post.items);

/** Nobody else edits it until then; false where somebody else does, or did since it was read. */
export async function claimEdit(
  db: Db,
  post: Pick<EditablePost, 'id' | 'tenant' | 'items'>,
  span: { readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await standing(db, post)
    .set({ lease_until: span.until.getTime() })
    .where((eb) =>
      eb.or([
        eb('lease_until', '<=', span.now.getTime()),
        eb('lease_until', '>', span.now.getTime() + LONGEST_LEASE_MS),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** An edit that could not be made is tried again then. */
export async function putOffEdit(
  db: Db,
  post: Pick<EditablePost, 'id' | 'tenant' | 'items'>,
  until: Date,
): Promise<void> {
  await standing(db, post).set({ lease_until: until.getTime() }).execute();
}

/** The post reads otherwise now. */
export async function keepEdit(
  db: Db,
  post: Pick<EditablePost, 'id' | 'tenant' | 'items'>,
  edit: {
    readonly body: string;
    readonly items: string;
    readonly lookedAt: Date;
    readonly at: Date;
  },
): Promise<void> {
  await standing(db, post)
    .set({
      body: edit.body,
      items: edit.items,
      looked_at: edit.lookedAt.getTime(),
      edited_at: edit.at.getTime(),
      lease_until: 0,
    })
    .execute();
}

/** Its stories were looked at and there was nothing to edit. */
export async function keepLook(
  db: Db,
  post: Pick<EditablePost, 'id' | 'tenant' | 'items'>,
  look: { readonly items: string; readonly lookedAt: Date },
): Promise<void> {
  await standing(db, post).set({ items: look.items, looked_at: look.lookedAt.getTime() }).execute();
}

/** It is never edited again, and never posted again either: somebody deleted it, or it cannot be reached. */
export async function endEdits(
  db: Db,
  post: Pick<EditablePost, 'id' | 'tenant' | 'items'>,
  reason: string,
): Promise<void> {
  await standing(db, post).set({ edits_ended: reason }).execute();
}

/** When articles joined these stories, or were corrected in them, and which version that made. */
export async function joinsOf(
  db: Db,
  tenant: TenantId,
  stories: readonly StoryId[],
): Promise<{ readonly story: StoryId; readonly version: number; readonly at: Date }[]> {
  if (stories.length === 0) return [];
  const rows = await db
    .selectFrom('story_articles')
    .select(['story_id', 'joined_version', 'joined_at'])
    .where('tenant', 'in', visibleTo(tenant))
    .where('story_id', 'in', [...stories])
    .execute();
  return rows.map((row) => ({
    story: row.story_id,
    version: row.joined_version,
    at: new Date(row.joined_at),
  }));
}

/** Which of these articles were corrected since: a later reading of the same address took their place. */
export async function supersededAmong(
  db: Db,
  tenant: TenantId,
  articles: readonly ArticleId[],
): Promise<ArticleId[]> {
  if (articles.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('tenant', 'in', visibleTo(tenant))
    .where('id', 'in', [...articles])
    .where('superseded', '=', 1)
    .execute();
  return rows.map((row) => row.id);
}
