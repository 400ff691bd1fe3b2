import { type Clock, MINUTE } from '../../lib/clock.ts';

// Whoever presses again after that means it.
const REMEMBERED_FOR = MINUTE;

export type Shares = ReturnType<typeof createShares>;

/** Remembers what was shared a moment ago, so that a button that is pressed twice shares once. */
export function createShares(clock: Clock) {
  const shared = new Map<string, { readonly by: string; readonly at: number }>();
  return {
    /**
     * Null where `press` (an interaction's id) is the first to share `what` for a minute, else the press that was.
     */
    begin(what: string, press: string): string | null {
      const now = clock().getTime();
      // The oldest stand first.
      for (const [key, { at }] of shared) {
        if (now - at < REMEMBERED_FOR) break;
        shared.delete(key);
      }
      const former = shared.get(what);
      if (former) return former.by;
      shared.set(what, { by: press, at: now });
      return null;
    },
    /** Nothing came of it: it may be tried again at once. */
    forget: (what: string): void => void shared.delete(what),
  };
}
