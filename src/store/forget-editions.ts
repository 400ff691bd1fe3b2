import { DAY } from '../lib/clock.ts';
import type { Db } from './schema.ts';

// Long enough to answer "why did this not come last week".
const NOTHING_KEPT_MS = 14 * DAY;
// A story a channel was told of a year ago may be told anew.
const ALL_KEPT_MS = 400 * DAY;
// Small enough that one step never holds up a reader for long.
const STEP = 500;

/**
 * Deletes one step of what the books need no more: slots that brought nothing after two weeks, everything about an
 * edition after 400 days. Says whether there may be more. Works on all tenants: it is housekeeping.
 */
export async function forgetEditions(db: Db, now: Date): Promise<boolean> {
  const nothing = now.getTime() - NOTHING_KEPT_MS;
  const all = now.getTime() - ALL_KEPT_MS;
  return db.transaction().execute(async (transaction) => {
    const old = await transaction
      .selectFrom('editions')
      .select('id')
      .where((eb) =>
        eb.or([
          eb('made_at', '<', all),
          eb.and([eb('made_at', '<', nothing), eb('state', '!=', 'made')]),
        ]),
      )
      // What is still on its way is not forgotten.
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('deliveries')
              .select('deliveries.id')
              .whereRef('deliveries.edition_id', '=', 'editions.id')
              .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous']),
          ),
        ),
      )
      .limit(STEP)
      .execute();
    const ids = old.map((row) => row.id);
    if (ids.length > 0) {
      await transaction.deleteFrom('deliveries').where('edition_id', 'in', ids).execute();
      await transaction.deleteFrom('told').where('edition_id', 'in', ids).execute();
      await transaction.deleteFrom('editions').where('id', 'in', ids).execute();
    }
    await transaction
      .deleteFrom('told')
      .where('edition_id', '=', 0)
      .where('told_at', '<', all)
      .execute();
    return ids.length === STEP;
  });
}
