import type { TenantId } from '../news/tenant.ts';
import { channelsOf, closeChannels, reopenChannels } from '../store/channels.ts';
import type { Db } from '../store/schema.ts';
import { knownTenants, markLeft, markPresent } from '../store/tenants.ts';

/** Crier was taken out of a place: nothing is posted there any more, and its subscriptions wait for its return. */
export async function leave(db: Db, tenant: TenantId, now: Date): Promise<void> {
  await markLeft(db, tenant, now);
  const closed = { kind: 'revoked', reason: 'Crier was taken out of this place', at: now } as const;
  for (const channel of await channelsOf(db, tenant)) await closeChannels(db, channel, closed);
}

/** Leaves the places `among` which Crier is in those `here` alone; gives those that it was thought to be in. */
export async function leaveOthers(
  db: Db,
  {
    here,
    among,
  }: { readonly here: readonly TenantId[]; readonly among: (one: TenantId) => boolean },
  now: Date,
): Promise<readonly TenantId[]> {
  const present = new Set(here);
  const known = await knownTenants(db);
  const gone = known.filter((tenant) => among(tenant) && !present.has(tenant));
  for (const tenant of gone) await leave(db, tenant, now);
  return gone;
}

/** Crier is in these places: those that it had been taken out of get again what they were subscribed to. */
export async function comeBack(db: Db, tenants: readonly TenantId[]): Promise<readonly TenantId[]> {
  const back = await markPresent(db, tenants);
  for (const tenant of back) await reopenChannels(db, tenant);
  return back;
}
