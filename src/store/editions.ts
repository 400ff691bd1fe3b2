import type { ArticleId } from '../news/article.ts';
import type { ChannelId } from '../news/channel.ts';
import type { Edition, EditionId, LeftOut, ScheduleId } from '../news/delivery.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { EditionRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';

export type NewEdition = Pick<
  Edition,
  | 'tenant'
  | 'subscription'
  | 'channel'
  | 'slot'
  | 'slotAt'
  | 'madeAt'
  | 'state'
  | 'reason'
  | 'leftOut'
> & {
  readonly schedule: ScheduleId;
  /** The newest article that was held when its stories were looked for. */
  readonly seenArticle: ArticleId;
};

function toEdition(row: EditionRow): Edition {
  return {
    id: row.id,
    tenant: row.tenant,
    subscription: row.subscription_id,
    channel: row.channel_id,
    slot: row.slot,
    slotAt: new Date(row.slot_at),
    madeAt: new Date(row.made_at),
    state: row.state,
    reason: row.reason,
    leftOut: JSON.parse(row.left_out) as LeftOut[],
  };
}

/**
 * Writes down what became of a slot; undefined if that is written down already. Only a slot that was skipped may still
 * be made: the clock was wrong when it was.
 */
export async function keepEdition(db: Db, edition: NewEdition): Promise<EditionId | undefined> {
  const values = {
    tenant: edition.tenant,
    schedule_id: edition.schedule,
    subscription_id: edition.subscription,
    channel_id: edition.channel,
    slot: edition.slot,
    slot_at: edition.slotAt.getTime(),
    made_at: edition.madeAt.getTime(),
    state: edition.state,
    reason: edition.reason,
    left_out: JSON.stringify(edition.leftOut),
    seen_article: edition.seenArticle,
  };
  const row = await db
    .insertInto('editions')
    .values(values)
    .onConflict((conflict) =>
      edition.state === 'skipped'
        ? conflict.doNothing()
        : conflict
            .columns(['schedule_id', 'slot'])
            .doUpdateSet(values)
            .where('editions.state', '=', 'skipped'),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Whether it is settled what became of a slot: made, or found empty. */
export async function isSlotDone(
  db: Db,
  tenant: TenantId,
  at: { readonly schedule: ScheduleId; readonly slot: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('editions')
    .select('id')
    .where('tenant', '=', tenant)
    .where('schedule_id', '=', at.schedule)
    .where('slot', '=', at.slot)
    .where('state', '!=', 'skipped')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * When a subscription's news were last looked through, whether there was something to bring or not; null: never yet.
 * An edition of which a post was given up does not count: what that told may be news again.
 */
export async function lastEdition(
  db: Db,
  tenant: TenantId,
  subscription: SubscriptionId,
): Promise<{ readonly madeAt: Date; readonly seenArticle: ArticleId } | null> {
  const row = await db
    .selectFrom('editions')
    .select(['made_at', 'seen_article'])
    .where('tenant', '=', tenant)
    .where('subscription_id', '=', subscription)
    .where('state', '!=', 'skipped')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'empty'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('deliveries')
              .select('deliveries.id')
              .whereRef('deliveries.edition_id', '=', 'editions.id')
              .where('deliveries.state', '=', 'parked'),
          ),
        ),
      ]),
    )
    // Nor one that was made while an earlier one waited that was given up later.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .innerJoin('editions as earlier', 'earlier.id', 'deliveries.edition_id')
            .select('deliveries.id')
            .where('earlier.tenant', '=', tenant)
            .where('earlier.subscription_id', '=', subscription)
            .whereRef('earlier.id', '<', 'editions.id')
            .whereRef('deliveries.tried_at', '>=', 'editions.made_at')
            .where('deliveries.state', '=', 'parked'),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { madeAt: new Date(row.made_at), seenArticle: row.seen_article } : null;
}

/** What became of the latest slots of a channel, newest first. */
export async function editionsOf(
  db: Db,
  tenant: TenantId,
  of: { readonly channel: ChannelId; readonly limit: number },
): Promise<Edition[]> {
  const rows = await db
    .selectFrom('editions')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('channel_id', '=', of.channel)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute();
  return rows.map(toEdition);
}

/**
 * Before a schedule that looks every few minutes notes that it found nothing: what it noted so before is deleted. The
 * latest is enough to know where to go on from, and a row for each look would be a hundred thousand a year.
 */
export async function forgetEmptyLooks(
  db: Db,
  tenant: TenantId,
  schedule: ScheduleId,
): Promise<void> {
  await db
    .deleteFrom('editions')
    .where('tenant', '=', tenant)
    .where('schedule_id', '=', schedule)
    .where('state', '=', 'empty')
    .execute();
}
