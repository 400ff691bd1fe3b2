import { DAY, HOUR } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Db } from '../store/schema.ts';
import { vaultOf } from '../store/vault.ts';
import { forgetOld } from './forget-old.ts';

const KEY = 'housekeeping';
// Between two calls lies a minute; where it is days, the program was off or the clock was put.
const JUMP_MS = 2 * DAY;
const PROBATION_MS = HOUR;

/** When the clock last jumped (or was seen first), and when it was last looked at, in milliseconds. */
type Seen = { readonly since: number; readonly last: number };

/**
 * Forgets what is older than `keepMs`, where the clock can be trusted: one that is a year ahead for a moment would have
 * everything deleted. After a jump of more than two days, forward or back, nothing is forgotten until the clock has
 * gone on from there for an hour. Call it with every beat.
 */
export async function keepHouse(
  { db, log }: { readonly db: Db; readonly log: Log },
  at: { readonly now: Date; readonly keepMs: number },
  signal?: AbortSignal,
): Promise<void> {
  const now = at.now.getTime();
  const vault = vaultOf(db);
  const seen = readSeen(await vault.get(KEY));
  const jumped = seen !== null && Math.abs(now - seen.last) > JUMP_MS;
  const since = seen === null || jumped ? now : Math.min(seen.since, now);
  await vault.put(KEY, JSON.stringify({ since, last: now } satisfies Seen));
  if (jumped) {
    const last = new Date(seen.last).toISOString();
    log.warn('the clock jumped: nothing is forgotten for an hour', { last, now: at.now });
  }
  if (now - since < PROBATION_MS) return;
  await forgetOld(db, { now: at.now, before: new Date(now - at.keepMs) }, signal);
}

function readSeen(text: string | null): Seen | null {
  return text === null ? null : (JSON.parse(text) as Seen);
}
