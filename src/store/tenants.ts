import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** What a place decided for itself; null: as the operator has it. */
export type PlaceSettings = { readonly zone: string | null; readonly language: string | null };

const NONE: PlaceSettings = { zone: null, language: null };

export async function settingsOf(db: Db, tenant: TenantId): Promise<PlaceSettings> {
  const row = await db
    .selectFrom('tenants')
    .select(['zone', 'language'])
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row ?? NONE;
}

export async function keepSettings(
  db: Db,
  tenant: TenantId,
  settings: PlaceSettings,
): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ tenant, ...settings, left_at: null })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(settings))
    .execute();
}

/** Notes that Crier was taken out of a place. */
export async function markLeft(db: Db, tenant: TenantId, at: Date): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ tenant, ...NONE, left_at: at.getTime() })
    .onConflict((conflict) =>
      conflict
        .column('tenant')
        .doUpdateSet({ left_at: at.getTime() })
        .where('tenants.left_at', 'is', null),
    )
    .execute();
}

/** Notes that Crier is in these places; gives those that it had been taken out of. */
export async function markPresent(db: Db, tenants: readonly TenantId[]): Promise<TenantId[]> {
  const gone = await db
    .selectFrom('tenants')
    .select('tenant')
    .where('left_at', 'is not', null)
    .execute();
  const here = new Set(tenants);
  const back = gone.map(({ tenant }) => tenant).filter((tenant) => here.has(tenant));
  for (const tenant of back) {
    await db.updateTable('tenants').set({ left_at: null }).where('tenant', '=', tenant).execute();
  }
  return back;
}

/** The places of which anything is kept, but for those that Crier was taken out of. */
export async function knownTenants(db: Db): Promise<TenantId[]> {
  const left = db.selectFrom('tenants').select('tenant').where('left_at', 'is not', null);
  const rows = await db
    .selectFrom(
      db
        .selectFrom('channels')
        .select('tenant')
        .union(db.selectFrom('feeds').select('tenant'))
        .union(db.selectFrom('audit').select('tenant'))
        .union(db.selectFrom('reports').select('tenant'))
        .union(db.selectFrom('tenants').select('tenant'))
        .as('known'),
    )
    .select('tenant')
    .where('tenant', 'not in', left)
    .execute();
  return rows.map(({ tenant }) => tenant);
}

/** The places that Crier was taken out of before a moment and has not come back to. */
export async function leftBefore(db: Db, before: Date): Promise<TenantId[]> {
  const rows = await db
    .selectFrom('tenants')
    .select('tenant')
    .where('left_at', '<', before.getTime())
    .execute();
  return rows.map(({ tenant }) => tenant);
}
