import type { ChannelId } from '../news/channel.ts';
import {
  EVERYTHING,
  type Subscription,
  type SubscriptionId,
  type Wish,
} from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { ScheduleRow, SubscriptionRow } from './delivery-schema.ts';
import type { Db } from './schema.ts';
import { withdrawUnseen } from './stranded.ts';
import { date, millis } from './visible.ts';

type Row = SubscriptionRow & Pick<ScheduleRow, 'times' | 'days' | 'every_minutes'>;

function toSubscription(row: Row): Subscription {
  return {
    id: row.id,
    tenant: row.tenant,
    channel: row.channel_id,
    kind: row.kind,
    // What was written by an earlier Crier lacks the parts that came since.
    filter: { ...EVERYTHING, ...(JSON.parse(row.filter) as Partial<Subscription['filter']>) },
    schedule: {
      times: JSON.parse(row.times),
      days: JSON.parse(row.days),
      everyMinutes: row.every_minutes,
    },
    zone: row.zone,
    stories: row.stories,
    length: row.length,
    language: row.language,
    quiet: row.quiet === null ? null : (JSON.parse(row.quiet) as Subscription['quiet']),
    whenEmpty: row.when_empty,
    paused: row.paused === 1,
    threshold: row.threshold,
    until: date(row.until_at),
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: new Date(row.created_at),
    since: new Date(row.since_at),
  };
}

const columnsOf = (wish: Wish) => ({
  kind: wish.kind,
  filter: JSON.stringify(wish.filter),
  zone: wish.zone,
  stories: wish.stories,
  length: wish.length,
  language: wish.language,
  quiet: wish.quiet === null ? null : JSON.stringify(wish.quiet),
  when_empty: wish.whenEmpty,
  threshold: wish.threshold,
  until_at: millis(wish.until),
  created_by: wish.createdBy,
  created_by_name: wish.createdByName,
});

const timesOf = ({ schedule }: Wish) => ({
  times: JSON.stringify(schedule.times),
  days: JSON.stringify(schedule.days),
  every_minutes: schedule.everyMinutes,
});

/** When a schedule runs next (null: never) and the moment that was decided at. */
export type Run = { readonly next: Date | null; readonly decidedAt: Date };

const runColumns = ({ next, decidedAt }: Run) => ({
  next_run_at: next?.getTime() ?? null,
  decided_at: decidedAt.getTime(),
});

/** Adds a subscription to a channel of the tenant's; undefined if the channel is not. */
export async function addSubscription(
  db: Db,
  tenant: TenantId,
  add: {
    readonly channel: ChannelId;
    readonly wish: Wish;
    readonly since: Date;
    readonly run: Run;
  },
): Promise<SubscriptionId | undefined> {
  return db.transaction().execute(async (transaction) => {
    const channel = await transaction
      .selectFrom('channels')
      .select('id')
      .where('id', '=', add.channel)
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    if (!channel) return undefined;
    const { id } = await transaction
      .insertInto('subscriptions')
      .values({
        tenant,
        channel_id: channel.id,
        ...columnsOf(add.wish),
        paused: 0,
        created_at: add.run.decidedAt.getTime(),
        since_at: add.since.getTime(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('schedules')
      .values({ tenant, subscription_id: id, ...timesOf(add.wish), ...runColumns(add.run) })
      .execute();
    return id;
  });
}

/** Changes what is asked for; with `run` also when it comes next. False if the tenant has no such subscription. */
export async function editSubscription(
  db: Db,
  tenant: TenantId,
  edit: {
    readonly id: SubscriptionId;
    readonly wish: Wish;
    readonly run: Run | null;
  },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('subscriptions')
      .set(columnsOf(edit.wish))
      .where('id', '=', edit.id)
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    await transaction
      .updateTable('schedules')
      .set({ ...timesOf(edit.wish), ...(edit.run && runColumns(edit.run)) })
      .where('subscription_id', '=', edit.id)
      .where('tenant', '=', tenant)
      .execute();
    return numUpdatedRows > 0n;
  });
}

/** Stops a subscription for a while. False if the tenant has no such one. */
export async function pauseSubscription(
  db: Db,
  tenant: TenantId,
  id: SubscriptionId,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ paused: 1 })
    .where('id', '=', id)
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a paused subscription up again: what came before `since` is no news to it. */
export async function resumeSubscription(
  db: Db,
  tenant: TenantId,
  resume: { readonly id: SubscriptionId; readonly since: Date; readonly run: Run },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('subscriptions')
      .set({ paused: 0, since_at: resume.since.getTime() })
      .where('id', '=', resume.id)
      .where('tenant', '=', tenant)
      .where('paused', '=', 1)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await transaction
      .updateTable('schedules')
      .set(runColumns(resume.run))
      .where('subscription_id', '=', resume.id)
      .where('tenant', '=', tenant)
      .execute();
    return true;
  });
}

/**
 * Ends a subscription; what it brought stays in the books, what it has not yet begun to post is given up. False if the
 * tenant has no such one.
 */
export async function dropSubscription(
  db: Db,
  tenant: TenantId,
  id: SubscriptionId,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('subscriptions')
      .where('id', '=', id)
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await transaction
      .deleteFrom('schedules')
      .where('subscription_id', '=', id)
      .where('tenant', '=', tenant)
      .execute();
    const waiting = await transaction
      .selectFrom('deliveries')
      .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
      .select('deliveries.id')
      .where('editions.subscription_id', '=', id)
      .where('deliveries.state', '=', 'pending')
      .execute();
    if (waiting.length === 0) return true;
    await withdrawUnseen(
      transaction,
      waiting.map((row) => row.id),
    );
    await transaction
      .updateTable('deliveries')
      .set({ state: 'parked', reason: 'the subscription was ended' })
      .where(
        'id',
        'in',
        waiting.map((row) => row.id),
      )
      .execute();
    return true;
  });
}

const read = (db: Db, tenant: TenantId) =>
  db
    .selectFrom('subscriptions')
    .innerJoin('schedules', 'schedules.subscription_id', 'subscriptions.id')
    .selectAll('subscriptions')
    .select(['schedules.times', 'schedules.days', 'schedules.every_minutes'])
    .where('subscriptions.tenant', '=', tenant);

/** A tenant's subscriptions, of all its channels or of one, oldest first. */
export async function subscriptionsOf(
  db: Db,
  tenant: TenantId,
  channel?: ChannelId,
): Promise<Subscription[]> {
  const all = read(db, tenant).orderBy('subscriptions.id');
  const some = channel === undefined ? all : all.where('subscriptions.channel_id', '=', channel);
  return (await some.execute()).map(toSubscription);
}

export async function subscriptionById(
  db: Db,
  tenant: TenantId,
  id: SubscriptionId,
): Promise<Subscription | undefined> {
  const row = await read(db, tenant).where('subscriptions.id', '=', id).executeTakeFirst();
  return row && toSubscription(row);
}

export async function countSubscriptions(db: Db, tenant: TenantId): Promise<number> {
  const row = await db
    .selectFrom('subscriptions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Subscriptions of all tenants that were to end by now and have nothing on its way any more: work for the publisher,
 * never shown to anybody.
 */
export async function endedSubscriptions(
  db: Db,
  now: Date,
): Promise<{ readonly id: SubscriptionId; readonly tenant: TenantId }[]> {
  return db
    .selectFrom('subscriptions')
    .select(['id', 'tenant'])
    .where('until_at', '<=', now.getTime())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
            .select('deliveries.id')
            .whereRef('editions.subscription_id', '=', 'subscriptions.id')
            .where('deliveries.state', 'in', ['pending', 'sending', 'ambiguous']),
        ),
      ),
    )
    .execute();
}
