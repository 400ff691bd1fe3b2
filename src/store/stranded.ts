import type { DeliveryId } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { Db } from './schema.ts';
import { shownStories } from './shown-stories.ts';

/**
 * Gives up what waits for closed channels of a platform. What surely was never posted is taken back: it is news again
 * should the channel be opened. Says how many posts there were.
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
      stranded.filter((row) => row.state === 'pending').map((row) => row.id),
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
    .select(['deliveries.id', 'deliveries.state', 'closed_reason'])
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

/**
 * Takes back what these posts told and no other of their edition shows: nobody saw it, so it is news again. To be done
 * in the transaction that gives them up.
 */
export async function withdrawUnseen(db: Db, posts: readonly DeliveryId[]): Promise<void> {
  if (posts.length === 0) return;
  const withdrawn = new Set(posts);
  const all = await db
    .selectFrom('deliveries')
    .select(['id', 'edition_id', 'state', 'items'])
    .where('edition_id', 'in', (eb) =>
      eb
        .selectFrom('deliveries as given')
        .select('given.edition_id')
        .where('given.id', 'in', [...posts]),
    )
    .execute();
  for (const [edition, rows] of Map.groupBy(all, (row) => row.edition_id)) {
    const told = db.deleteFrom('told').where('edition_id', '=', edition);
    const others = rows.filter((row) => !withdrawn.has(row.id));
    if (others.length === 0) {
      await told.execute();
      continue;
    }
    const kept = new Set(others.filter(({ state }) => state !== 'parked').flatMap(storiesOf));
    const unseen = rows.filter((row) => withdrawn.has(row.id)).flatMap(storiesOf);
    const back = unseen.filter((story) => !kept.has(story));
    if (back.length > 0) await told.where('story_id', 'in', back).execute();
  }
}

function storiesOf({ items }: { readonly items: string | null }): StoryId[] {
  // By the number it was told as: what was told is noted by that, whatever the story went into.
  return shownStories(items).map(({ toldAs }) => toldAs);
}
