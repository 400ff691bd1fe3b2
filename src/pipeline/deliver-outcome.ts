import type { Posted } from '../chat/platform.ts';
import { type Clock, DAY, HOUR, MINUTE, SECOND } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { closeChannels } from '../store/channels.ts';
import { addNotice, forgetNotice } from '../store/notices.ts';
import { type Claim, giveBack, markSent, park, pauseChannel } from '../store/outbox.ts';
import type { Db } from '../store/schema.ts';

/**
 * How long a post is left alone after it was begun and nobody knows how it ended. A platform may still be working on a
 * request that we gave up: whoever looks too early finds nothing and posts it twice.
 */
export const SETTLE_MS = 60 * SECOND;
// Both platforms take about one message a second in a channel.
export const PACE_MS = 1.1 * SECOND;
const LONGEST_WAIT_MS = 10 * MINUTE;
const LONGEST_BUSY_MS = HOUR;
export const QUIET = 'quiet hours';
const BUSY = 'the platform is busy';
/** The longest that a post is claimed, or waits, for each reason. */
export const LONGEST = {
  lease: SETTLE_MS,
  // A day that a change of the clock makes longer.
  waits: new Map([
    [QUIET, DAY + HOUR],
    [BUSY, LONGEST_BUSY_MS],
  ]),
  other: LONGEST_WAIT_MS,
};

/** Writes down what became of a post, and what follows from it. */
export async function settle(
  { db, clock, log }: { readonly db: Db; readonly clock: Clock; readonly log: Log },
  claim: Claim,
  posted: Posted,
): Promise<void> {
  const now = clock();
  const fields = { delivery: claim.id, channel: claim.channel };
  if (posted.kind !== 'sent') log.info('delivery not sent', { ...fields, outcome: posted.kind });
  switch (posted.kind) {
    case 'sent':
      await markSent(db, claim, { id: posted.id, at: now });
      await forgetNotice(db, claim.tenant, { channel: claim.channel, kind: 'refused' });
      return;
    case 'busy': {
      const wait = Math.min(Math.max(posted.retryAfterMs, PACE_MS), LONGEST_BUSY_MS);
      const until = new Date(now.getTime() + (Number.isFinite(wait) ? wait : LONGEST_BUSY_MS));
      await giveBack(db, claim, { state: stateBefore(claim), notBefore: until, reason: BUSY });
      await pauseChannel(db, claim, { now, until });
      return;
    }
    case 'ambiguous':
      await giveBack(db, claim, {
        state: 'ambiguous',
        notBefore: later(now, claim),
        reason: posted.reason,
      });
      return;
    case 'refused':
      await db.transaction().execute(async (transaction) => {
        // What it told stays told: the same stories would be refused with every edition to come.
        await park(transaction, claim, posted.reason);
        await addNotice(transaction, noticeOf(claim, 'refused', posted.reason, now));
      });
      return;
    case 'gone':
    case 'revoked': {
      const closed = { kind: posted.kind, reason: posted.reason, at: now };
      await db.transaction().execute(async (transaction) => {
        // Nothing stands there, so what it would have told may be told again one day: parkStranded sees to both.
        await giveBack(transaction, claim, {
          state: 'pending',
          notBefore: now,
          reason: posted.reason,
        });
        await closeChannels(transaction, { ...claim, id: claim.channel }, closed);
        await addNotice(transaction, noticeOf(claim, posted.kind, posted.reason, now));
      });
      return;
    }
  }
}

/** What may stand on the platform stays doubtful until it was found or posted. */
export const stateBefore = ({ lookUp }: Claim) =>
  lookUp ? ('ambiguous' as const) : ('pending' as const);

/** Waits longer each time: a minute, two, four … up to ten. */
export function later(now: Date, { attempts }: Claim): Date {
  const wait = SETTLE_MS * 2 ** Math.min(attempts - 1, 10);
  return new Date(now.getTime() + Math.min(wait, LONGEST_WAIT_MS));
}

/** What a place's managers are to be told of a post. */
export function noticeOf(
  claim: Claim,
  kind: 'gone' | 'revoked' | 'refused' | 'unknown',
  reason: string,
  at: Date,
) {
  const channel = kind === 'revoked' ? null : claim.channel;
  return { tenant: claim.tenant, channel, kind, reason, at };
}
