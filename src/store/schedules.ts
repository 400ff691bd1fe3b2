import type { ScheduleId } from '../news/delivery.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** A schedule whose time may have come. */
export type DueSchedule = {
  readonly id: ScheduleId;
  readonly tenant: TenantId;
  readonly subscription: SubscriptionId;
  readonly nextRunAt: Date;
  /** Later than now where the clock was put back since: then `nextRunAt` may be too late. */
  readonly decidedAt: Date;
};

/**
 * Schedules of all tenants to look at now, the longest waiting first: work for the publisher, never shown to anybody.
 * Those decided in the future come along, because the clock was put back.
 */
export async function dueSchedules(db: Db, now: Date): Promise<DueSchedule[]> {
  const rows = await db
    .selectFrom('schedules')
    .innerJoin('subscriptions', 'subscriptions.id', 'schedules.subscription_id')
    .selectAll('schedules')
    .where('subscriptions.paused', '=', 0)
    .where('schedules.next_run_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('schedules.next_run_at', '<=', now.getTime()),
        eb('schedules.decided_at', '>', now.getTime()),
      ]),
    )
    .orderBy('schedules.next_run_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant,
    subscription: row.subscription_id,
    nextRunAt: new Date(row.next_run_at ?? 0),
    decidedAt: new Date(row.decided_at),
  }));
}

/** When a subscription's next edition is due; null: never, or the tenant has no such subscription. */
export async function nextRunOf(
  db: Db,
  tenant: TenantId,
  subscription: SubscriptionId,
): Promise<Date | null> {
  const row = await db
    .selectFrom('schedules')
    .select('next_run_at')
    .where('subscription_id', '=', subscription)
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row?.next_run_at == null ? null : new Date(row.next_run_at);
}

/** Sets the next run if nobody has since `seen` was read; says whether it did. */
export async function advance(
  db: Db,
  seen: Pick<DueSchedule, 'id' | 'tenant' | 'nextRunAt' | 'decidedAt'>,
  run: { readonly next: Date | null; readonly decidedAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schedules')
    .set({ next_run_at: run.next?.getTime() ?? null, decided_at: run.decidedAt.getTime() })
    .where('id', '=', seen.id)
    .where('tenant', '=', seen.tenant)
    .where('next_run_at', '=', seen.nextRunAt.getTime())
    .where('decided_at', '=', seen.decidedAt.getTime())
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
