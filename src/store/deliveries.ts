import type { ChannelId } from '../news/channel.ts';
import type { Delivery, EditionId } from '../news/delivery.ts';
import type { TenantId } from '../news/tenant.ts';
import type { DeliveryRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';
import { type ShownStory, shownStories } from './shown-stories.ts';
import { date } from './visible.ts';

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    tenant: row.tenant,
    channel: row.channel_id,
    edition: row.edition_id,
    state: row.state,
    attempts: row.attempts,
    sentId: row.sent_id,
    sentAt: date(row.sent_at),
    reason: row.reason,
  };
}

/** A post of an edition with the stories that stand in it; none where it is a line that there is nothing. */
export type EditionPost = Delivery & { readonly stories: readonly ShownStory[] };

/** All posts of these editions, in the order of their parts. */
export async function postsOfEditions(
  db: Db,
  tenant: TenantId,
  editions: readonly EditionId[],
): Promise<ReadonlyMap<EditionId, readonly EditionPost[]>> {
  if (editions.length === 0) return new Map();
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('edition_id', 'in', [...editions])
    .orderBy('part')
    .orderBy('id')
    .execute();
  const posts = rows.map((row) => ({ ...toDelivery(row), stories: shownStories(row.items) }));
  return Map.groupBy(posts, ({ edition }) => edition);
}

/** When something was last posted in a channel; null: never. */
export async function lastPostOf(
  db: Db,
  tenant: TenantId,
  channel: ChannelId,
): Promise<{ readonly sentAt: Date } | null> {
  const row = await db
    .selectFrom('deliveries')
    .select('sent_at')
    .where('tenant', '=', tenant)
    .where('channel_id', '=', channel)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sent_at == null ? null : { sentAt: new Date(row.sent_at) };
}
