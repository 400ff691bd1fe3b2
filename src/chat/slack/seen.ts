import { type Clock, MINUTE } from '../../lib/clock.ts';

// Slack delivers again for about six minutes: at once, after one minute and after five.
const REMEMBERED_MS = 30 * MINUTE;
const MOST = 50_000;

/** Knows what came already, for a while. */
export type Seen = {
  /** Whether this comes for the first time; from now on it does not. */
  first(id: string): boolean;
  forget(id: string): void;
};

/** By default for as long as Slack delivers again: what it delivers again is not answered twice. */
export function createSeen(clock: Clock, rememberedMs = REMEMBERED_MS): Seen {
  const seen = new Map<string, number>();
  return {
    first(id) {
      const now = clock().getTime();
      for (const [old, at] of seen) {
        if (now - at < rememberedMs && seen.size < MOST) break;
        seen.delete(old);
      }
      if (seen.has(id)) return false;
      seen.set(id, now);
      return true;
    },
    forget: (id) => void seen.delete(id),
  };
}
