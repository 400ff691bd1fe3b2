import { nextSlot } from '../digest/schedule.ts';
import { DAY } from '../lib/clock.ts';
import { UserError } from '../lib/errors.ts';
import type { ChannelId } from '../news/channel.ts';
import type { SubscriptionId, SubscriptionKind, Wish } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import {
  addSubscription,
  editSubscription,
  type Run,
  resumeSubscription,
  subscriptionById,
} from '../store/subscriptions.ts';

// The first edition may hold what is a day old; more than that is no news to somebody who begins.
const FIRST_SPAN_MS = DAY;

/**
 * Subscribes a channel of the tenant's; its first edition comes at the next slot. A follow is begun by `follow`, which
 * also notes what is known already.
 */
export async function subscribe(
  db: Db,
  tenant: TenantId,
  asked: { readonly channel: ChannelId; readonly wish: Wish; readonly now: Date },
): Promise<SubscriptionId> {
  const id = await addSubscription(db, tenant, {
    channel: asked.channel,
    wish: asked.wish,
    since: begin(asked.wish.kind, asked.now),
    run: nextRun(asked.wish, asked.now),
  });
  if (id === undefined) throw noSuch();
  return id;
}

/** Changes a subscription. A slot that is due already stays due, unless the schedule itself is another. */
export async function change(
  db: Db,
  tenant: TenantId,
  asked: { readonly id: SubscriptionId; readonly wish: Wish; readonly now: Date },
): Promise<void> {
  const held = await subscriptionById(db, tenant, asked.id);
  const sameTimes =
    held?.zone === asked.wish.zone &&
    JSON.stringify(held.schedule) === JSON.stringify(asked.wish.schedule);
  const run = sameTimes ? null : nextRun(asked.wish, asked.now);
  if (!(await editSubscription(db, tenant, { id: asked.id, wish: asked.wish, run })))
    throw noSuch();
}

/** Takes up a paused subscription again: what was missed is not made up for. */
export async function resume(
  db: Db,
  tenant: TenantId,
  asked: { readonly id: SubscriptionId; readonly now: Date },
): Promise<void> {
  const held = await subscriptionById(db, tenant, asked.id);
  if (!held) throw noSuch();
  await resumeSubscription(db, tenant, {
    id: asked.id,
    since: begin(held.kind, asked.now),
    run: nextRun(held, asked.now),
  });
}

const noSuch = () =>
  new UserError('There is no such subscription here. /news list shows what there is.');

/** Whoever follows something, or is to be alerted, asks for what happens from now on. */
const begin = (kind: SubscriptionKind, now: Date) =>
  kind === 'digest' ? new Date(now.getTime() - FIRST_SPAN_MS) : now;

function nextRun(wish: Pick<Wish, 'schedule' | 'zone'>, now: Date): Run {
  return { next: nextSlot(wish.schedule, wish.zone, now)?.at ?? null, decidedAt: now };
}
