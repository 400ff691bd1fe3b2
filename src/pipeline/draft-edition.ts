import {
  ALERT_WITHIN_MS,
  type EditionDraft,
  type EditionItem,
  makeEdition,
} from '../desk/make-edition.ts';
import { DAY, HOUR, MINUTE } from '../lib/clock.ts';
import { letOthersWork } from '../lib/turns.ts';
import type { Subscription } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import { channelById } from '../store/channels.ts';
import { lastEdition } from '../store/editions.ts';
import { dueSchedules } from '../store/schedules.ts';
import type { Db } from '../store/schema.ts';
import { subscriptionById } from '../store/subscriptions.ts';

// An article may have been on its way into the store when the last edition was made. What was told is not told again,
// so looking a little too far back costs nothing.
const OVERLAP_MS = 10 * MINUTE;
// A follow holds a story back for up to an hour, and looks again and again at what found no place.
const HELD_MS = HOUR + OVERLAP_MS;
// After a long time away an edition holds the best of a week and not of all that time.
const REACH_MS = 7 * DAY;
// Seven stories take a slow model some minutes; what is written longer ahead is more often written again.
const SOON_MS = 15 * MINUTE;

/** A story as an edition of the next minutes would show it, for whom, and in which language (null: its own). */
export type SoonShown = {
  readonly item: EditionItem;
  readonly tenant: TenantId;
  readonly language: string | null;
};

/**
 * The stories that the editions of the next minutes would hold if they were made now, and for whom: what is written
 * ahead of them is ready in time. Nothing is decided by it.
 */
export async function editionsSoon({ db }: { readonly db: Db }, now: Date): Promise<SoonShown[]> {
  const stories: SoonShown[] = [];
  for (const due of await dueSchedules(db, new Date(now.getTime() + SOON_MS))) {
    const subscription = await subscriptionById(db, due.tenant, due.subscription);
    const channel = subscription && (await channelById(db, due.tenant, subscription.channel));
    if (!subscription || !channel || channel.closed) continue;
    if (subscription.until && subscription.until <= now) continue;
    const { items } = await draftOf(db, subscription, now);
    const { language } = subscription;
    stories.push(...items.map((item) => ({ item, tenant: due.tenant, language })));
    await letOthersWork();
  }
  return stories;
}

/** What an edition of a subscription would hold if it were made now. */
export async function draftOf(
  db: Db,
  subscription: Subscription,
  now: Date,
): Promise<EditionDraft> {
  const last = await lastEdition(db, subscription.tenant, subscription.id);
  return makeEdition(db, subscription, {
    from: newsSince(subscription, last?.madeAt ?? null, now),
    to: now,
    seenArticle: last?.seenArticle ?? null,
  });
}

function newsSince({ kind, since }: Subscription, last: Date | null, now: Date): Date {
  const overlap = kind === 'digest' ? OVERLAP_MS : HELD_MS;
  const reach = kind === 'alert' ? ALERT_WITHIN_MS : REACH_MS;
  // A follow begins at once, and what was on its way then is not known to it.
  const begin = since.getTime() - (kind === 'digest' ? 0 : OVERLAP_MS);
  // A moment to come: the clock was put back, and nobody knows when that was. What was told is not told again.
  const past = (ms: number) => (ms > now.getTime() ? 0 : ms);
  const lastMs = past(last?.getTime() ?? 0);
  return new Date(Math.max(lastMs - overlap, past(begin), now.getTime() - reach));
}
