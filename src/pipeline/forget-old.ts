import { DAY } from '../lib/clock.ts';
import { letOthersWork } from '../lib/turns.ts';
import { forgetBefore } from '../store/forget.ts';
import { forgetEditions } from '../store/forget-editions.ts';
import { forgetTenant } from '../store/forget-tenant.ts';
import type { Db } from '../store/schema.ts';
import { leftBefore } from '../store/tenants.ts';

/** Whoever takes Crier out by mistake has so long to take it back. */
const KEPT_AFTER_LEAVING_MS = 30 * DAY;

/**
 * Deletes articles that came before `before`, old editions, and everything of places that Crier left a month ago: step
 * by step, so that others get their turn in between.
 */
export async function forgetOld(
  db: Db,
  at: { readonly now: Date; readonly before: Date },
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted && (await forgetBefore(db, at.before))) await letOthersWork();
  while (!signal?.aborted && (await forgetEditions(db, at.now))) await letOthersWork();
  const left = new Date(at.now.getTime() - KEPT_AFTER_LEAVING_MS);
  for (const tenant of await leftBefore(db, left)) {
    if (signal?.aborted) return;
    await forgetTenant(db, tenant, { leftBefore: left, signal });
  }
}
