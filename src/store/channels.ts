import type { Channel, ChannelId } from '../news/channel.ts';
import type { TenantId } from '../news/tenant.ts';
import type { ChannelRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';

function toChannel(row: ChannelRow): Channel {
  return {
    id: row.id,
    tenant: row.tenant,
    platform: row.platform,
    place: row.place,
    closed:
      row.closed_kind === null
        ? null
        : {
            kind: row.closed_kind,
            reason: row.closed_reason ?? '',
            at: new Date(row.closed_at ?? 0),
          },
    revision: row.revision,
  };
}

/** The tenant's channel of that place, made where there is none. */
export async function channelAt(
  db: Db,
  tenant: TenantId,
  at: { readonly platform: string; readonly place: string },
): Promise<Channel> {
  await db
    .insertInto('channels')
    .values({ tenant, ...at, revision: 0, next_send_at: 0, paced_at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('channels')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('platform', '=', at.platform)
    .where('place', '=', at.place)
    .executeTakeFirstOrThrow();
  return toChannel(row);
}

export async function channelById(
  db: Db,
  tenant: TenantId,
  channel: ChannelId,
): Promise<Channel | undefined> {
  const row = await db
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', channel)
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row && toChannel(row);
}

/** The tenant's channels that were ever subscribed, oldest first. */
export async function channelsOf(db: Db, tenant: TenantId): Promise<Channel[]> {
  const rows = await db
    .selectFrom('channels')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('id')
    .execute();
  return rows.map(toChannel);
}

/**
 * Lets a channel, or all of a tenant's, be told things again after a person has mended what closed it; should it be
 * closed once more, that is told anew.
 */
export async function reopenChannels(db: Db, tenant: TenantId, channel?: ChannelId): Promise<void> {
  const open = db
    .updateTable('channels')
    .set({ closed_kind: null, closed_reason: null, closed_at: null })
    .where('tenant', '=', tenant);
  await (channel === undefined ? open : open.where('id', '=', channel)).execute();
  const forget = db.deleteFrom('notices').where('tenant', '=', tenant);
  await (channel === undefined
    ? forget
    : forget.where((eb) => eb.or([eb('channel_id', '=', channel), eb('subject', '=', 'tenant')]))
  ).execute();
}

/** Closes one channel (`gone`), or all of a tenant on its platform (`revoked`); those closed already stay as they are. */
export async function closeChannels(
  db: Db,
  channel: Pick<Channel, 'id' | 'tenant' | 'platform'>,
  closed: { readonly kind: 'gone' | 'revoked'; readonly reason: string; readonly at: Date },
): Promise<void> {
  let update = db
    .updateTable('channels')
    .set({
      closed_kind: closed.kind,
      closed_reason: closed.reason,
      closed_at: closed.at.getTime(),
    })
    .where('tenant', '=', channel.tenant)
    .where('platform', '=', channel.platform)
    .where('closed_at', 'is', null);
  if (closed.kind === 'gone') update = update.where('id', '=', channel.id);
  await update.execute();
}
