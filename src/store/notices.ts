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

/** Marks a notice as told; false if somebody else was faster, and then it is theirs to tell. */
export async function claimNotice(
  db: Db,
  tenant: TenantId,
  notice: Pick<Notice, 'id'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ told_at: now.getTime() })
    .where('id', '=', notice.id)
    .where('tenant', '=', tenant)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes back a claim of that moment: it reached nobody. */
export async function releaseNotice(
  db: Db,
  tenant: TenantId,
  notice: Pick<Notice, 'id'>,
  claimed: Date,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ told_at: null })
    .where('id', '=', notice.id)
    .where('tenant', '=', tenant)
    .where('told_at', '=', claimed.getTime())
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
