import type { Db } from '../../src/store/schema.ts';

/** What became of the posts in a channel, newest first. */
export async function deliveriesOf(db: Db, tenant: string, of: { readonly channel: number }) {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('channel_id', '=', of.channel)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ state, sent_id, sent_at, reason }) => ({
    state,
    sentId: sent_id,
    sentAt: sent_at === null ? null : new Date(sent_at),
    reason,
  }));
}
