import { EVERYBODY, type TenantId } from '../news/tenant.ts';

/** The owners whose rows a tenant may see: everybody's and its own. Every reading query filters by these. */
export function visibleTo(tenant: TenantId): TenantId[] {
  return tenant === EVERYBODY ? [EVERYBODY] : [EVERYBODY, tenant];
}

export const millis = (date: Date | null): number | null => (date ? date.getTime() : null);
export const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
