import { DAY } from '../lib/clock.ts';
import { letOthersWork } from '../lib/turns.ts';
import { forgetBefore } from '../store/forget.ts';
import { forgetEditions } from '../store/forget-editions.ts';
import { forgetTenant } from '../store/forget-tenant.ts';
import { forgetModelAnswers } from '../store/model-answers.ts';
import { forgetPaper } from '../store/reports.ts';
import type { Db } from '../store/schema.ts';
import { leftBefore } from '../store/tenants.ts';
import { forgetUsage } from '../store/usage.ts';

/** Who changed what, what was reported and what was spent is of no use after so long, and names people. */
const PAPER_KEPT_MS = 400 * DAY;

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
  const paper = new Date(at.now.getTime() - PAPER_KEPT_MS);
  await forgetPaper(db, paper);
  await forgetUsage(db, paper.toISOString().slice(0, 10));
  await forgetModelAnswers(db, at.before);
  const left = new Date(at.now.getTime() - KEPT_AFTER_LEAVING_MS);
  for (const tenant of await leftBefore(db, left)) {
    if (signal?.aborted) return;
    await forgetTenant(db, tenant, { leftBefore: left, signal });
  }
}
