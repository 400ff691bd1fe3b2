import type { DeliveryId } from '../news/delivery.ts';
import type { Db } from './schema.ts';

/**
 * Gives up what waits for closed channels of a platform. Of editions of which nothing can have been seen, what they
 * told is taken back: it is news again should the channel be opened. Says how many posts there were.
 */
export async function parkStranded(
  db: Db,
  of: { readonly platform: string; readonly now: Date; readonly mine: ReadonlySet<DeliveryId> },
): Promise<number> {
  if ((await strandedIn(db, of)).length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const stranded = await strandedIn(transaction, of);
    await withdrawUnseen(
      transaction,
      stranded.map((row) => row.edition_id),
    );
    for (const { id, closed_reason } of stranded) {
      await transaction
        .updateTable('deliveries')
        .set({ state: 'parked', reason: closed_reason })
        .where('id', '=', id)
        .execute();
    }
    return stranded.length;
  });
}

function strandedIn(db: Db, of: Parameters<typeof parkStranded>[1]) {
  return db
    .selectFrom('deliveries')
    .innerJoin('channels', 'channels.id', 'deliveries.channel_id')
    .select(['deliveries.id', 'edition_id', 'closed_reason'])
    .where('channels.platform', '=', of.platform)
    .where('channels.closed_at', 'is not', null)
    .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous'])
    .where('deliveries.id', 'not in', [-1, ...of.mine])
    .where((eb) =>
      eb.or([
        eb('deliveries.state', '!=', 'sending'),
        eb('deliveries.lease_until', '<=', of.now.getTime()),
      ]),
    )
    .execute();
}

/** Takes back what editions told of which every post is still to be tried or was given up untried. */
export async function withdrawUnseen(db: Db, editions: readonly number[]): Promise<void> {
  if (editions.length === 0) return;
  await db
    .deleteFrom('told')
    .where('edition_id', 'in', [...editions])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .select('deliveries.id')
            .whereRef('deliveries.edition_id', '=', 'told.edition_id')
            .where('deliveries.state', 'in', ['sent', 'sending', 'ambiguous']),
        ),
      ),
    )
    .execute();
}
