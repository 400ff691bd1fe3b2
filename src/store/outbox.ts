import { sql } from 'kysely';
import type { ChannelId } from '../news/channel.ts';
import type { DeliveryId, EditionId } from '../news/delivery.ts';
import type { QuietHours } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';
import { beginOf } from './wrong-clock.ts';

/** A post to be made: its key is never used for another one, in no store. */
export type NewDelivery = {
  readonly key: string;
  readonly body: string;
  /** What an edit begins from; null: it is never edited. */
  readonly items: string | null;
};

/** A delivery that is mine to send until `leaseUntil`. */
export type Claim = {
  readonly id: DeliveryId;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly platform: string;
  readonly place: string;
  readonly key: string;
  readonly body: string;
  /** It may stand there already: look before sending. */
  readonly lookUp: boolean;
  /** How often it was claimed, this time included: tells this claim from later ones. */
  readonly attempts: number;
  /** Why it was given back last. */
  readonly reason: string | null;
  readonly createdAt: Date;
  /** It was not posted before this. */
  readonly since: Date;
  readonly leaseUntil: Date;
  /** The subscription's quiet hours as they are now. */
  readonly quiet: { readonly hours: QuietHours; readonly zone: string } | null;
};

/** Puts the posts of an edition into the outbox, in the edition's own transaction. */
export async function addDeliveries(
  db: Db,
  tenant: TenantId,
  of: { readonly channel: ChannelId; readonly edition: EditionId; readonly at: Date },
  posts: readonly NewDelivery[],
): Promise<void> {
  if (posts.length === 0) return;
  await db
    .insertInto('deliveries')
    .values(
      posts.map((post, i) => ({
        tenant,
        channel_id: of.channel,
        edition_id: of.edition,
        part: i + 1,
        key: post.key,
        body: post.body,
        items: post.items,
        looked_at: of.at.getTime(),
        state: 'pending' as const,
        attempts: 0,
        tried_at: 0,
        lease_until: 0,
        not_before: 0,
        created_at: of.at.getTime(),
      })),
    )
    .execute();
}

export type Claiming = {
  readonly platform: string;
  readonly now: Date;
  readonly leaseMs: number;
  readonly paceMs: number;
  /** Posts this very program is busy with, whatever their lease says: its clock may have been put forward. */
  readonly mine: ReadonlySet<DeliveryId>;
};

/**
 * Takes the oldest post of a platform whose turn has come: one at a time in each channel and not faster than `paceMs`.
 * What was being sent when its sender fell silent is taken over when its lease is out. Undefined: nothing to do now.
 * Works on all tenants; nothing of it is shown.
 */
export async function claimNext(db: Db, by: Claiming): Promise<Claim | undefined> {
  // Mostly there is nothing: whoever writes meanwhile is not kept waiting for that.
  if (!(await nextOf(db, by))) return undefined;
  return db.transaction().execute(async (transaction) => {
    const row = await nextOf(transaction, by);
    if (!row) return undefined;
    const now = by.now.getTime();
    const leaseUntil = now + by.leaseMs;
    await transaction
      .updateTable('deliveries')
      .set({
        state: 'sending',
        attempts: row.attempts + 1,
        tried_at: now,
        lease_until: leaseUntil,
      })
      .where('id', '=', row.id)
      .execute();
    await transaction
      .updateTable('channels')
      .set({ next_send_at: now + by.paceMs, paced_at: now })
      .where('id', '=', row.channel_id)
      .execute();
    return {
      id: row.id,
      tenant: row.tenant,
      channel: row.channel_id,
      platform: row.platform,
      place: row.place,
      key: row.key,
      body: row.body,
      lookUp: row.state !== 'pending',
      attempts: row.attempts + 1,
      reason: row.reason,
      createdAt: new Date(row.created_at),
      since: await beginOf(transaction, row, now),
      leaseUntil: new Date(leaseUntil),
      quiet:
        row.quiet === null || row.zone === null
          ? null
          : { hours: JSON.parse(row.quiet) as QuietHours, zone: row.zone },
    };
  });
}

function nextOf(db: Db, by: Claiming) {
  const now = by.now.getTime();
  const mine = [-1, ...by.mine];
  return (
    db
      .selectFrom('deliveries')
      .innerJoin('channels', 'channels.id', 'deliveries.channel_id')
      .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
      .leftJoin('subscriptions', 'subscriptions.id', 'editions.subscription_id')
      .selectAll('deliveries')
      .select(['channels.platform', 'channels.place', 'subscriptions.quiet', 'subscriptions.zone'])
      .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous'])
      .where('channels.platform', '=', by.platform)
      .where('channels.closed_at', 'is', null)
      .where(isWanted)
      // A moment that was set before the clock was put back is not waited for, unless something may still happen.
      .where((eb) =>
        eb.or([eb('channels.next_send_at', '<=', now), eb('channels.paced_at', '>', now)]),
      )
      .where((eb) =>
        eb.or([
          eb.and([
            eb('deliveries.state', '=', 'pending'),
            eb.or([eb('deliveries.not_before', '<=', now), eb('deliveries.tried_at', '>', now)]),
          ]),
          eb.and([
            eb('deliveries.state', '=', 'ambiguous'),
            eb('deliveries.not_before', '<=', now),
          ]),
          eb.and([eb('deliveries.state', '=', 'sending'), eb('deliveries.lease_until', '<=', now)]),
        ]),
      )
      .where('deliveries.id', 'not in', mine)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('deliveries as other')
              .select('other.id')
              .whereRef('other.channel_id', '=', 'deliveries.channel_id')
              .where('other.state', '=', 'sending')
              .where((inner) =>
                inner.or([inner('other.lease_until', '>', now), inner('other.id', 'in', mine)]),
              ),
          ),
        ),
      )
      .orderBy('deliveries.id')
      .limit(1)
      .executeTakeFirst()
  );
}

/** A post that was not begun waits while its subscription is paused. */
const isWanted = sql<boolean>`(deliveries.state != 'pending' or coalesce(subscriptions.paused, 0) = 0)`;

type Mine = Pick<Claim, 'id' | 'tenant' | 'attempts'>;

/** Only while the claim is still the latest one. */
const claimed = (db: Db, claim: Mine) =>
  db
    .updateTable('deliveries')
    .where('id', '=', claim.id)
    .where('tenant', '=', claim.tenant)
    .where('state', '=', 'sending')
    .where('attempts', '=', claim.attempts);

/**
 * Keeps a claim that takes longer; false where it was lost. With `beginning` also where its lease had run out by then:
 * somebody else may be posting something else in its channel.
 */
export async function renewLease(
  db: Db,
  claim: Mine,
  until: Date,
  beginning: Date | null = null,
): Promise<boolean> {
  const renewal = claimed(db, claim).set({ lease_until: until.getTime() });
  const { numUpdatedRows } = await (beginning
    ? renewal.where('lease_until', '>', beginning.getTime())
    : renewal
  ).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The post stands on the platform. That is true whoever found out, so it holds even where the claim was lost. */
export async function markSent(
  db: Db,
  claim: Mine,
  sent: { readonly id: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'sent', sent_id: sent.id, sent_at: sent.at.getTime(), reason: null })
    .where('id', '=', claim.id)
    .where('tenant', '=', claim.tenant)
    .where('state', '!=', 'sent')
    .execute();
}

/** Gives a claim back: to be tried again, or to be looked for first (`ambiguous`), not before a moment. */
export async function giveBack(
  db: Db,
  claim: Mine,
  back: {
    readonly state: 'pending' | 'ambiguous';
    readonly notBefore: Date;
    readonly reason: string | null;
  },
): Promise<void> {
  await claimed(db, claim)
    .set({ state: back.state, not_before: back.notBefore.getTime(), reason: back.reason })
    .execute();
}

/** Nothing more is sent in a channel before a moment. */
export async function pauseChannel(
  db: Db,
  claim: Pick<Claim, 'tenant' | 'channel'>,
  span: { readonly now: Date; readonly until: Date },
): Promise<void> {
  await db
    .updateTable('channels')
    .set({ next_send_at: span.until.getTime(), paced_at: span.now.getTime() })
    .where('id', '=', claim.channel)
    .where('tenant', '=', claim.tenant)
    .execute();
}

/** Gives one post up. */
export async function park(db: Db, claim: Mine, reason: string): Promise<void> {
  await claimed(db, claim).set({ state: 'parked', reason }).execute();
}

/** When the next post of a platform may be due; null: nothing waits. */
export async function nextDueAt(
  db: Db,
  { platform, now }: Pick<Claiming, 'platform' | 'now'>,
): Promise<Date | null> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('channels', 'channels.id', 'deliveries.channel_id')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .leftJoin('subscriptions', 'subscriptions.id', 'editions.subscription_id')
    .select(['deliveries.state', 'not_before', 'lease_until', 'next_send_at', 'paced_at'])
    .where('channels.platform', '=', platform)
    .where('channels.closed_at', 'is', null)
    .where(isWanted)
    .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous'])
    .execute();
  const times = rows.map((row) =>
    Math.max(
      row.paced_at > now.getTime() ? 0 : row.next_send_at,
      row.state === 'sending' ? row.lease_until : row.not_before,
    ),
  );
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
