import { MINUTE } from '../lib/clock.ts';
import type { ChannelId } from '../news/channel.ts';
import type { Notice } from '../news/delivery.ts';
import type { TenantId } from '../news/tenant.ts';
import { channelById } from './channels.ts';
import type { NoticeRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';

function toNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    tenant: row.tenant,
    channel: row.channel_id,
    kind: row.kind,
    reason: row.reason,
    at: new Date(row.at),
  };
}

/**
 * Notes something for a tenant's admins, once for each channel (or tenant) and kind until it is mended. What goes wrong
 * in somebody's direct messages is theirs alone: it is noted, and nobody else is told.
 */
export async function addNotice(db: Db, notice: Omit<Notice, 'id'>): Promise<void> {
  const { tenant, channel } = notice;
  const at = channel === null ? undefined : await channelById(db, tenant, channel);
  const isPrivate = at?.place.startsWith('@');
  await db
    .insertInto('notices')
    .values({
      tenant: notice.tenant,
      subject: notice.channel === null ? 'tenant' : `channel:${notice.channel}`,
      kind: notice.kind,
      channel_id: notice.channel,
      reason: notice.reason,
      at: notice.at.getTime(),
      told_at: isPrivate ? notice.at.getTime() : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What a tenant's admins have not been told yet, oldest first. */
export async function untoldNotices(db: Db, tenant: TenantId): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('told_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toNotice);
}

/** What nobody was told yet of the channels of a platform, of all tenants: work for whoever tells it, never shown. */
export async function noticesToTell(db: Db, platform: string): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .innerJoin('channels', 'channels.id', 'notices.channel_id')
    .selectAll('notices')
    .where('channels.platform', '=', platform)
    .where('notices.told_at', 'is', null)
    .orderBy('notices.id')
    .execute();
  return rows.map(toNotice);
}

// Three people are written to within it, however slowly a platform answers.
const LEASE_MS = 5 * MINUTE;
// What lies further away was set by a clock that was ahead.
const LONGEST_LEASE_MS = 2 * LEASE_MS;

const untold = (db: Db, tenant: TenantId, { id }: Pick<Notice, 'id'>) =>
  db
    .updateTable('notices')
    .where('id', '=', id)
    .where('tenant', '=', tenant)
    .where('told_at', 'is', null);

/** The same while nobody is about to tell it. */
const unclaimed = (db: Db, tenant: TenantId, notice: Pick<Notice, 'id'>, now: Date) =>
  untold(db, tenant, notice).where((eb) =>
    eb.or([
      eb('lease_until', '<=', now.getTime()),
      eb('lease_until', '>', now.getTime() + LONGEST_LEASE_MS),
    ]),
  );

/** Marks a notice as told; false if somebody else was faster, and then it is theirs to tell. */
export async function claimNotice(
  db: Db,
  tenant: TenantId,
  notice: Pick<Notice, 'id'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await unclaimed(db, tenant, notice, now)
    .set({ told_at: now.getTime() })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A claim to tell a notice, for some minutes. */
export type NoticeLease = Pick<Notice, 'id'> & { readonly until: Date };

/**
 * Claims a notice for whoever goes on to tell it, and says so afterwards (`markTold`, `releaseNotice`): where they die
 * in between it is told once more, by somebody else. Undefined if somebody else was faster.
 */
export async function leaseNotice(
  db: Db,
  tenant: TenantId,
  notice: Pick<Notice, 'id'>,
  now: Date,
): Promise<NoticeLease | undefined> {
  const until = new Date(now.getTime() + LEASE_MS);
  const { numUpdatedRows } = await unclaimed(db, tenant, notice, now)
    .set({ lease_until: until.getTime() })
    .executeTakeFirst();
  return numUpdatedRows > 0n ? { id: notice.id, until } : undefined;
}

/** Somebody was told: that is true whoever holds the notice by now. */
export async function markTold(
  db: Db,
  tenant: TenantId,
  notice: Pick<Notice, 'id'>,
  at: Date,
): Promise<void> {
  await untold(db, tenant, notice).set({ told_at: at.getTime() }).execute();
}

/** Gives a claim back: it reached nobody. */
export async function releaseNotice(db: Db, tenant: TenantId, lease: NoticeLease): Promise<void> {
  await untold(db, tenant, lease)
    .where('lease_until', '=', lease.until.getTime())
    .set({ lease_until: 0 })
    .execute();
}

/** What is not mended in a channel, told or not, oldest first. */
export async function openNotices(db: Db, tenant: TenantId, channel: ChannelId): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('channel_id', '=', channel)
    .orderBy('id')
    .execute();
  return rows.map(toNotice);
}

/** A channel takes messages again: the next one it refuses is told anew. */
export async function forgetNotice(
  db: Db,
  tenant: TenantId,
  about: { readonly channel: number; readonly kind: Notice['kind'] },
): Promise<void> {
  await db
    .deleteFrom('notices')
    .where('tenant', '=', tenant)
    .where('subject', '=', `channel:${about.channel}`)
    .where('kind', '=', about.kind)
    .execute();
}

/**
 * When the nth latest request to a platform was turned away, for all its tenants; null: there were not so many. Platforms
 * lock out whoever goes on with those.
 */
export async function latestNotice(
  db: Db,
  of: { readonly platform: string; readonly nth: number; readonly now: Date },
): Promise<Date | null> {
  const row = await db
    .selectFrom('notices')
    .select('at')
    // One of a whole tenant names no channel.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('channels')
          .select('channels.id')
          .whereRef('channels.tenant', '=', 'notices.tenant')
          .where('channels.platform', '=', of.platform)
          .where((inner) =>
            inner.or([
              inner('notices.channel_id', 'is', null),
              inner('channels.id', '=', inner.ref('notices.channel_id')),
            ]),
          ),
      ),
    )
    .where('at', '<=', of.now.getTime())
    .orderBy('at', 'desc')
    .limit(1)
    .offset(of.nth - 1)
    .executeTakeFirst();
  return row ? new Date(row.at) : null;
}
