import { type Clock, MINUTE } from '../../lib/clock.ts';

// Slack delivers again for about six minutes: at once, after one minute and after five.
const REMEMBERED_MS = 30 * MINUTE;
const MOST = 50_000;

/** Says whether something comes for the first time: what Slack delivers again is not answered twice. */
export function createSeen(clock: Clock): (id: string) => boolean {
  const seen = new Map<string, number>();
  return (id) => {
    const now = clock().getTime();
    for (const [old, at] of seen) {
      if (now - at < REMEMBERED_MS && seen.size < MOST) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, now);
    return true;
  };
}
