import type { Message } from '../chat/message.ts';
import type { Place, Platform, Posted } from '../chat/platform.ts';
import { quietUntil } from '../digest/quiet.ts';
import { CATCH_UP_MS } from '../digest/schedule.ts';
import { type Clock, DAY, HOUR, MINUTE, SECOND } from '../lib/clock.ts';
import { reasonOf } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { DeliveryId } from '../news/delivery.ts';
import { addNotice, latestNotice } from '../store/notices.ts';
import {
  type Claim,
  claimNext,
  giveBack,
  markSent,
  nextDueAt,
  park,
  pauseChannel,
  renewLease,
} from '../store/outbox.ts';
import type { Db } from '../store/schema.ts';
import { parkStranded, withdrawUnseen } from '../store/stranded.ts';
import { shortenWaits } from '../store/wrong-clock.ts';
import {
  LONGEST,
  later,
  noticeOf,
  PACE_MS,
  QUIET,
  SETTLE_MS,
  settle,
  stateBefore,
} from './deliver-outcome.ts';
import { readMessage } from './message-text.ts';
import { withoutMuted } from './mute-waiting.ts';
import type { Show } from './publish.ts';

/** How a platform is asked whether a post stands already. */
export type LookUp = {
  /**
   * The id of the message that was posted in that place with this key since then; null if there surely is none. Throws
   * where it cannot be told: then nothing is posted.
   */
  find(place: Place, key: string, since: Date): Promise<string | null>;
};

export type Poster = Pick<Platform, 'name' | 'post'> & LookUp;

export type DeliverDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly poster: Poster;
  /** Shows again what waits and of which something was muted meanwhile. */
  readonly show: Show;
  /** How many channels are posted in at the same time. */
  readonly atOnce?: number;
  /** Does something again and again until it is told to stop; timers where it is not given. */
  repeat?(ms: number, work: () => void): () => void;
};

export type Delivered = {
  readonly sent: number;
  /** When something may be due again; null: nothing waits. */
  readonly nextAt: Date | null;
};

const AT_ONCE = 8;
// With less than this left somebody else may take the post over while we are sending it.
const NEEDED_MS = 30 * SECOND;
const TOO_OLD = 'too old';
const MUTED = 'what it was to tell was muted while it waited';
const GIVE_UP_LOOKING_MS = DAY;
// Who comes back after days has not looked for long: a platform may read us a page a minute.
const GIVE_UP_LOOKING_TRIES = 12;
// What waited longer than this may have been posted since: the store may be an old copy that somebody restored.
const DOUBTFUL_MS = HOUR;
// How far our clock may have been ahead of the platform's when the post was written: what was posted before that is not
// found, and comes twice. Longer, and there is more to read in a busy channel.
const SKEW_MS = 26 * HOUR;
// Discord locks out an address with 10,000 refused requests in ten minutes; we stay far below.
const REFUSED_MOST = 300;
const REFUSED_WITHIN_MS = 10 * MINUTE;

/**
 * Sends what stands in the outbox of a platform until nothing more is due. A post is begun once; what may stand on the
 * platform already is looked for before it is sent again. Call it with every beat, and earlier at `nextAt`; several
 * calls or programs at once do not disturb each other.
 */
export async function deliver(deps: DeliverDeps, signal?: AbortSignal): Promise<Delivered> {
  const sending = new Set<DeliveryId>();
  let sent = 0;
  let lanes = 0;
  // A lane never rejects: the others would go on with nobody waiting for them.
  const faults: unknown[] = [];
  const lane = async (): Promise<void> => {
    lanes += 1;
    const others: Promise<void>[] = [];
    try {
      while (!signal?.aborted) {
        const claim = await claimOne(deps, sending);
        if (!claim) break;
        sending.add(claim.id);
        // Where there was one there may be more.
        if (lanes < (deps.atOnce ?? AT_ONCE)) others.push(lane());
        try {
          if (await work(deps, claim)) sent += 1;
        } finally {
          sending.delete(claim.id);
        }
      }
    } catch (error) {
      faults.push(error);
    }
    lanes -= 1;
    await Promise.all(others);
  };
  const platform = deps.poster.name;
  await shortenWaits(deps.db, { platform, clock: deps.clock, longest: LONGEST });
  await lane();
  if (faults.length > 0) throw faults[0];
  const now = deps.clock();
  await parkStranded(deps.db, { platform, now, mine: sending });
  const dueAt = await nextDueAt(deps.db, { platform, now });
  const held = await heldUntil(deps, now);
  return { sent, nextAt: dueAt && held && held > dueAt ? held : dueAt };
}

async function claimOne(
  { db, clock, poster, log }: DeliverDeps,
  mine: ReadonlySet<DeliveryId>,
): Promise<Claim | undefined> {
  const now = clock();
  const until = await heldUntil({ db, poster }, now);
  if (until) {
    log.warn('deliveries held back after many refusals', { platform: poster.name, until });
    return undefined;
  }
  return claimNext(db, {
    platform: poster.name,
    now,
    leaseMs: SETTLE_MS,
    paceMs: PACE_MS,
    mine,
  });
}

/** Until when a platform is left alone that turned too much away; null: it is not. */
async function heldUntil(
  { db, poster }: Pick<DeliverDeps, 'db' | 'poster'>,
  now: Date,
): Promise<Date | null> {
  const at = await latestNotice(db, { platform: poster.name, nth: REFUSED_MOST, now });
  const until = at && new Date(at.getTime() + REFUSED_WITHIN_MS);
  return until && until > now ? until : null;
}

/** True where the post stands now. */
async function work(deps: DeliverDeps, claimed: Claim): Promise<boolean> {
  const { db, clock } = deps;
  const place = { tenant: claimed.tenant, channel: claimed.place };
  let claim = claimed;
  const waited = clock().getTime() - claim.createdAt.getTime();
  const isTooOld = waited >= (claim.quiet ? DAY : CATCH_UP_MS);
  const quiet = claim.quiet && quietUntil(claim.quiet.hours, claim.quiet.zone, clock());
  if (claim.lookUp || isTooOld || (waited > DOUBTFUL_MS && !quiet)) {
    const found = await lookUp(deps, claim, place);
    if (found === 'unknown') return false;
    if (found !== null) {
      // Its sender may be alive and have posted it just now: the next one keeps its distance to that, too.
      const now = clock();
      await pauseChannel(db, claim, { now, until: new Date(now.getTime() + PACE_MS) });
      await markSent(db, claim, { id: found, at: now });
      return true;
    }
    // Looking may have taken most of the lease.
    const now = clock();
    const leaseUntil = new Date(now.getTime() + SETTLE_MS);
    if (!(await renewLease(db, claim, leaseUntil, now))) {
      await giveBack(db, claim, {
        state: stateBefore(claim),
        notBefore: later(now, claim),
        reason: 'looking for it took too long',
      });
      return false;
    }
    claim = { ...claim, leaseUntil };
  }
  // Once more in a while: it may be the clock that went wrong.
  if (isTooOld && claim.reason !== TOO_OLD) {
    const notBefore = later(clock(), claim);
    await giveBack(db, claim, { state: stateBefore(claim), notBefore, reason: TOO_OLD });
    return false;
  }
  if (isTooOld) {
    await giveUp(db, claim, TOO_OLD);
    return false;
  }
  if (quiet) {
    await giveBack(db, claim, { state: stateBefore(claim), notBefore: quiet, reason: QUIET });
    return false;
  }
  const message = claim.lookUp ? readMessage(claim.body) : await withoutMuted(deps, claim);
  if (message === 'lost') return false;
  if (claim.leaseUntil.getTime() - clock().getTime() < NEEDED_MS) {
    await giveBack(db, claim, { state: stateBefore(claim), notBefore: clock(), reason: null });
    return false;
  }
  if (message === 'muted') {
    await giveUp(db, claim, MUTED);
    return false;
  }
  const posted = await post(deps, claim, { place, message });
  const now = clock();
  await pauseChannel(db, claim, { now, until: new Date(now.getTime() + PACE_MS) });
  await settle(deps, claim, posted);
  return posted.kind === 'sent';
}

/** It will not be posted: what it was to tell is news again. */
function giveUp(db: Db, claim: Claim, reason: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await withdrawUnseen(transaction, [claim.id]);
    await park(transaction, claim, reason);
  });
}

async function lookUp(
  deps: DeliverDeps,
  claim: Claim,
  place: Place,
): Promise<string | null | 'unknown'> {
  const { db, clock, poster, log } = deps;
  const stop = keepLease(deps, claim);
  try {
    return await poster.find(place, claim.key, new Date(claim.since.getTime() - SKEW_MS));
  } catch (error) {
    const reason = `it could not be looked for: ${reasonOf(error)}`;
    const now = clock();
    log.warn('delivery not found out about', { delivery: claim.id, reason: reasonOf(error) });
    const age = now.getTime() - claim.createdAt.getTime();
    if (age > GIVE_UP_LOOKING_MS && claim.attempts > GIVE_UP_LOOKING_TRIES) {
      await db.transaction().execute(async (transaction) => {
        await park(transaction, claim, reason);
        await addNotice(transaction, noticeOf(claim, 'unknown', reason, now));
      });
    } else {
      await giveBack(db, claim, {
        state: stateBefore(claim),
        notBefore: later(now, claim),
        reason,
      });
    }
    return 'unknown';
  } finally {
    stop();
  }
}

async function post(
  deps: DeliverDeps,
  claim: Claim,
  { place, message }: { readonly place: Place; readonly message: Message },
): Promise<Posted> {
  const stop = keepLease(deps, claim);
  try {
    return await deps.poster.post(place, message, claim.key);
  } catch (error) {
    // A fault in the middle of posting says nothing about whether it was posted.
    deps.log.error('post failed', { delivery: claim.id, error });
    return { kind: 'ambiguous', reason: reasonOf(error) };
  } finally {
    stop();
  }
}

function keepLease(deps: DeliverDeps, claim: Claim): () => void {
  return (deps.repeat ?? everyFew)(SETTLE_MS / 3, () => {
    const until = new Date(deps.clock().getTime() + SETTLE_MS);
    renewLease(deps.db, claim, until).catch((error: unknown) =>
      deps.log.error('lease not renewed', { delivery: claim.id, error }),
    );
  });
}

function everyFew(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}
