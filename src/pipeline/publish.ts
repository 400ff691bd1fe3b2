import type { Message } from '../chat/message.ts';
import { type EditionDraft, toldBy } from '../desk/make-edition.ts';
import { catchUp, nextSlot, type Slot, slotsDue } from '../digest/schedule.ts';
import { type Clock, DAY } from '../lib/clock.ts';
import { reasonOf } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { letOthersWork } from '../lib/turns.ts';
import type { ArticleId } from '../news/article.ts';
import type { Channel } from '../news/channel.ts';
import { type PostPart, WHOLE } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { Subscription } from '../news/subscription.ts';
import { newestArticle } from '../store/arrivals.ts';
import { channelById } from '../store/channels.ts';
import { forgetEmptyLooks, isSlotDone, keepEdition } from '../store/editions.ts';
import { addDeliveries, type NewDelivery } from '../store/outbox.ts';
import { advance, type DueSchedule, dueSchedules } from '../store/schedules.ts';
import type { Db } from '../store/schema.ts';
import { dropSubscription, endedSubscriptions, subscriptionById } from '../store/subscriptions.ts';
import { countTelling, keepTold } from '../store/told.ts';
import { draftOf } from './draft-edition.ts';
import { shownItem, writeItems } from './edit-items.ts';
import { type Said, toldIn } from './edit-said.ts';
import { writeMessage } from './message-text.ts';

export type PublishDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** A text of at most 25 letters and digits that was never used before, in no store: goes along with a post. */
  newKey(): string;
  readonly show: Show;
};

/** The posts an edition is shown by, in order; none where it is to be passed over in silence. */
export type Show = (edition: ShownEdition, subscription: Subscription) => Promise<readonly Post[]>;

export type ShownEdition = EditionDraft & {
  readonly madeAt: Date;
  /** When the schedule runs next; null: never again. */
  readonly next: Date | null;
  /** Where it is a post that stands and is edited: which part it is. Null: it may take several posts. */
  readonly part: PostPart | null;
};

/** `stories` are those of the edition that stand in it; a post without any is never edited. */
export type Post = {
  readonly message: Message;
  readonly stories: readonly StoryId[];
  /** Where it is not the whole edition. */
  readonly part?: PostPart;
  /** Of each story that is told in another language: the words of its texts there, by their original. */
  readonly said?: ReadonlyMap<StoryId, Said>;
};

export type Published = { readonly made: number; readonly empty: number; readonly skipped: number };

// Of a schedule that was left alone for years only the last slots are written down as skipped.
const SKIPS_KEPT_MS = 30 * DAY;
const TRIES = 3;

/**
 * Makes the editions whose time has come and puts their posts into the outbox. What is due stands in the store, and an
 * edition, its posts, what they tell and the schedule's next run are written together: a beat that is missed, doubled
 * or cut off in the middle changes nothing. A schedule that fails is tried again with the next beat; the others go on.
 */
export async function publish(deps: PublishDeps, signal?: AbortSignal): Promise<Published> {
  const sum = { made: 0, empty: 0, skipped: 0 };
  await endThoseOver(deps);
  for (const due of await dueSchedules(deps.db, deps.clock())) {
    if (signal?.aborted) break;
    try {
      const done = await publishOne(deps, due);
      sum.made += done.made;
      sum.empty += done.empty;
      sum.skipped += done.skipped;
    } catch (error) {
      deps.log.error('edition not made', { schedule: due.id, reason: reasonOf(error), error });
    }
    // Editions take a while; whoever asks something meanwhile gets a turn.
    await letOthersWork();
  }
  return sum;
}

/** A subscription with an end is over when all that it brought was posted or given up. */
async function endThoseOver({ db, clock, log }: PublishDeps): Promise<void> {
  for (const { id, tenant } of await endedSubscriptions(db, clock())) {
    if (await dropSubscription(db, tenant, id)) log.info('subscription over', { subscription: id });
  }
}

const NOTHING: Published = { made: 0, empty: 0, skipped: 0 };

async function publishOne(deps: PublishDeps, due: DueSchedule): Promise<Published> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const subscription = await subscriptionById(deps.db, due.tenant, due.subscription);
    const channel = subscription && (await channelById(deps.db, due.tenant, subscription.channel));
    if (!subscription || !channel || subscription.paused) return NOTHING;
    if (subscription.until && subscription.until <= deps.clock()) return NOTHING;
    const plan = await planOf(deps, due, subscription, channel);
    const done = await carryOut(deps, plan);
    if (done !== 'told meanwhile') return done;
  }
  return NOTHING;
}

type Plan = {
  readonly due: DueSchedule;
  readonly subscription: Subscription;
  readonly channel: Channel;
  readonly now: Date;
  readonly next: Date | null;
  /** The newest article held. */
  readonly newest: ArticleId;
  readonly run: {
    readonly slot: Slot;
    readonly draft: EditionDraft;
    readonly posts: readonly NewDelivery[];
  } | null;
  readonly skipped: readonly Slot[];
};

/** Everything that takes time, so that the transaction is short. */
async function planOf(
  deps: PublishDeps,
  due: DueSchedule,
  subscription: Subscription,
  channel: Channel,
): Promise<Plan> {
  const { schedule, zone } = subscription;
  const now = deps.clock();
  const oldest = Math.max(due.nextRunAt.getTime(), now.getTime() - SKIPS_KEPT_MS);
  const slots = slotsDue(schedule, zone, { after: new Date(oldest - 1), until: now });
  const { run, skipped } = catchUp(slots, now);
  const isGrid = schedule.everyMinutes !== null;
  const next = await nextOpenSlot(deps.db, due, subscription, now);
  const plan = { due, subscription, channel, now, next, newest: 0 };
  if (!run || channel.closed) return { ...plan, run: null, skipped: isGrid ? [] : slots };
  // Before the stories are read: what comes between the two is looked at twice rather than never.
  const newest = await newestArticle(deps.db);
  const draft = await draftOf(deps.db, subscription, now);
  // Where one looks every few minutes, finding nothing is no news.
  const silent = isGrid && draft.items.length === 0;
  const posts = silent
    ? []
    : await deps.show({ ...draft, madeAt: now, next, part: null }, subscription);
  return {
    ...plan,
    newest,
    run: { slot: run, draft, posts: posts.map((post) => toSend(deps, draft, post)) },
    skipped: isGrid ? [] : skipped,
  };
}

function toSend(deps: PublishDeps, { from, to, items }: EditionDraft, post: Post): NewDelivery {
  const shown = items
    .filter(({ story }) => post.stories.includes(story.id))
    .map(shownItem)
    .map((item) => toldIn(item, post.said));
  const { part = WHOLE } = post;
  return {
    key: deps.newKey(),
    body: writeMessage(post.message),
    items: shown.length > 0 ? writeItems({ from, to, part, items: shown }) : null,
  };
}

/** The next slot that nothing came of yet: a clock put back meets some for a second time. */
async function nextOpenSlot(
  db: Db,
  due: DueSchedule,
  { schedule, zone }: Subscription,
  now: Date,
): Promise<Date | null> {
  let slot = nextSlot(schedule, zone, now);
  while (slot && (await isSlotDone(db, due.tenant, { schedule: due.id, slot: slot.key }))) {
    slot = nextSlot(schedule, zone, slot.at);
  }
  return slot?.at ?? null;
}

async function carryOut(deps: PublishDeps, plan: Plan): Promise<Published | 'told meanwhile'> {
  const { due, subscription, channel, now, run, skipped } = plan;
  const posts = run?.posts ?? [];
  const state = posts.length > 0 ? 'made' : 'empty';
  const done = await deps.db
    .transaction()
    .execute(async (db) => {
      const slotOf = (slot: Slot) => ({
        tenant: due.tenant,
        schedule: due.id,
        subscription: subscription.id,
        channel: channel.id,
        slot: slot.key,
        slotAt: slot.at,
        madeAt: now,
        seenArticle: plan.newest,
      });
      if (!(await advance(db, due, { next: plan.next, decidedAt: now }))) return NOTHING;
      const reason = channel.closed ? 'the channel is closed' : 'Crier was not running';
      for (const slot of skipped) {
        await keepEdition(db, { ...slotOf(slot), state: 'skipped', reason, leftOut: [] });
      }
      if (!run) return { ...NOTHING, skipped: skipped.length };
      if (!(await countTelling(db, due.tenant, channel))) throw new ToldMeanwhile();
      const { items, leftOut } = run.draft;
      if (subscription.schedule.everyMinutes !== null && state === 'empty') {
        await forgetEmptyLooks(db, due.tenant, due.id);
      }
      const edition = await keepEdition(db, { ...slotOf(run.slot), state, reason: null, leftOut });
      if (edition === undefined) return { ...NOTHING, skipped: skipped.length };
      const to = { channel: channel.id, edition, at: now };
      await addDeliveries(db, due.tenant, to, posts);
      if (state === 'made') await keepTold(db, due.tenant, to, items.map(toldBy));
      return { ...NOTHING, [state]: 1, skipped: skipped.length };
    })
    .catch((error: unknown) => {
      if (error instanceof ToldMeanwhile) return 'told meanwhile' as const;
      throw error;
    });
  if (done !== 'told meanwhile') report(deps.log, plan, done);
  return done;
}

/** Rolls the transaction back: another program told the channel something that this edition does not know of. */
class ToldMeanwhile extends Error {}

function report(log: Log, { due, skipped, run, subscription }: Plan, done: Published): void {
  if (done.skipped > 0) {
    log.warn('slots skipped', {
      schedule: due.id,
      count: skipped.length,
      first: skipped[0]?.key,
      last: skipped.at(-1)?.key,
    });
  }
  // A look every few minutes that found nothing is no news for the operator either.
  if (done.made + (subscription.schedule.everyMinutes === null ? done.empty : 0) > 0) {
    log.info('edition made', {
      schedule: due.id,
      slot: run?.slot.key,
      stories: run?.draft.items.length,
    });
  }
}
