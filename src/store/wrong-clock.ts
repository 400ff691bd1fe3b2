import type { Clock } from '../lib/clock.ts';
import type { DeliveryRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';

/**
 * When a post may first have been made: it was written down before. Where that was by a clock that was put back since,
 * it came after what was written down before it.
 */
export async function beginOf(
  db: Db,
  row: Pick<DeliveryRow, 'id' | 'created_at' | 'tried_at'>,
  now: number,
): Promise<Date> {
  const isTried = row.tried_at > 0;
  const wasAhead = row.created_at > now || (isTried && row.tried_at < row.created_at);
  if (!wasAhead) return new Date(row.created_at);
  const before = await db
    .selectFrom('deliveries')
    .select('created_at')
    .where('id', '<', row.id)
    .where('created_at', '<=', isTried ? Math.min(now, row.tried_at) : now)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new Date(before?.created_at ?? 0);
}

/** How far away what is waited for may lie, in milliseconds. */
export type Longest = {
  /** A lease. Whatever lies too far away is waited for this long instead. */
  readonly lease: number;
  /** By the reason for which a post was given back; `other` for all that are not named. */
  readonly waits: ReadonlyMap<string, number>;
  readonly other: number;
};

/**
 * Shortens leases and waits that lie further away than any may: they were set by a clock that was ahead, and would
 * block their channel until then. Nothing is taken from anybody at once: whoever lives renews a lease long before, and
 * a platform still gets its time to settle.
 */
export async function shortenWaits(
  db: Db,
  of: { readonly platform: string; readonly clock: Clock; readonly longest: Longest },
): Promise<void> {
  const { platform, longest } = of;
  const before = of.clock().getTime();
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('channels', 'channels.id', 'deliveries.channel_id')
    .select(['deliveries.id', 'state', 'reason', 'not_before', 'lease_until'])
    .where('channels.platform', '=', platform)
    .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous'])
    .where((eb) => eb.or([eb('lease_until', '>', before), eb('not_before', '>', before)]))
    .execute();
  // By now, however long reading took: nothing that is as it should be then lies too far away.
  const now = of.clock().getTime();
  for (const row of rows) {
    const span = longest.waits.get(row.reason ?? '') ?? longest.other;
    const isLeased = row.state === 'sending';
    if (isLeased ? row.lease_until <= now + longest.lease : row.not_before <= now + span) continue;
    const until = now + longest.lease;
    await db
      .updateTable('deliveries')
      .set(isLeased ? { lease_until: until } : { not_before: until })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .where('lease_until', '=', row.lease_until)
      .where('not_before', '=', row.not_before)
      .execute();
  }
}
