import { forgetBefore } from '../store/forget.ts';
import type { Db } from '../store/schema.ts';

/** Deletes what came before `before`, step by step so that others get their turn in between. */
export async function forgetOld(db: Db, before: Date, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await forgetBefore(db, before))) {
    await new Promise((next) => setImmediate(next));
  }
}
