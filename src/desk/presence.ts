import type { TenantId } from '../news/tenant.ts';
import { channelsOf, closeChannels, reopenChannels } from '../store/channels.ts';
import type { Db } from '../store/schema.ts';
import { markLeft, markPresent } from '../store/tenants.ts';

/** Crier was taken out of a place: nothing is posted there any more, and its subscriptions wait for its return. */
export async function leave(db: Db, tenant: TenantId, now: Date): Promise<void> {
  await markLeft(db, tenant, now);
  const closed = { kind: 'revoked', reason: 'Crier was taken out of this place', at: now } as const;
  for (const channel of await channelsOf(db, tenant)) await closeChannels(db, channel, closed);
}

/** Crier is in these places: those that it had been taken out of get again what they were subscribed to. */
export async function comeBack(db: Db, tenants: readonly TenantId[]): Promise<readonly TenantId[]> {
  const back = await markPresent(db, tenants);
  for (const tenant of back) await reopenChannels(db, tenant);
  return back;
}
