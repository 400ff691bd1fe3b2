import { HOUR } from '../lib/clock.ts';
import type { Completion } from '../lib/completion.ts';

type Failed = Exclude<Completion, { kind: 'answered' }>;

/** Remembers which requests a model answered with nothing of use: it would say the same again, and be paid again. */
export type Futile = {
  get(key: string, now: Date): Failed | undefined;
  put(key: string, failed: Completion, now: Date): void;
};

// By then somebody may have given the model a longer context, or another model its name.
const REMEMBERED_MS = HOUR;
const MOST = 500;

export function createFutile(): Futile {
  const held = new Map<string, { readonly failed: Failed; readonly until: number }>();
  return {
    get(key, now) {
      const one = held.get(key);
      if (one && one.until > now.getTime()) return one.failed;
      held.delete(key);
      return undefined;
    },
    put(key, failed, now) {
      if (failed.kind === 'answered') return;
      for (const oldest of held.keys()) {
        if (held.size < MOST) break;
        held.delete(oldest);
      }
      held.set(key, { failed, until: now.getTime() + REMEMBERED_MS });
    },
  };
}
