import { DAY, HOUR, MINUTE } from '../lib/clock.ts';

export type PollBounds = { readonly minMs: number; readonly maxMs: number };

export type PollHints = {
  /** Publication times of the feed's items, in any order. */
  readonly published: readonly Date[];
  readonly now: Date;
  /** What the feed itself asks for (`<ttl>`), in minutes. */
  readonly ttlMinutes?: number | null;
  readonly headers?: Readonly<Record<string, string | undefined>>;
};

/**
 * How long to wait after a poll that went well: a third of the time between the feed's newest items, never
 * shorter than its ttl, Cache-Control and Expires ask for, within the bounds.
 */
export function intervalAfterSuccess(hints: PollHints, bounds: PollBounds): number {
  const asked = Math.max(
    (hints.ttlMinutes ?? 0) * MINUTE,
    maxAgeMs(hints.headers?.['cache-control']),
    untilExpiry(hints.headers, hints.now),
  );
  return clamp(Math.max(ownRate(hints.published, hints.now), asked), bounds);
}

/** How long to wait after the n-th failure in a row: doubling from the shortest interval up to a day. */
export function intervalAfterFailure(failures: number, bounds: PollBounds): number {
  const doubled = bounds.minMs * 2 ** Math.min(failures - 1, 16);
  return Math.min(doubled, Math.max(DAY, bounds.minMs));
}

/** What `Retry-After` (seconds or an HTTP date) asks for, at most a day; undefined where it asks for nothing. */
export function retryAfterMs(value: string | undefined, now: Date): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, DAY) : undefined;
}

function ownRate(published: readonly Date[], now: Date): number {
  const times = published
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, 10);
  const newest = times[0];
  if (newest === undefined) return HOUR;
  // A feed that has fallen silent is asked less and less: its age counts like one more gap.
  const oldest = times.at(-1) ?? newest;
  return (now.getTime() - oldest) / times.length / 3;
}

function maxAgeMs(cacheControl: string | undefined): number {
  const match = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(cacheControl ?? '');
  return match ? Number(match[1]) * 1000 : 0;
}

function untilExpiry(headers: PollHints['headers'], now: Date): number {
  const expires = Date.parse(headers?.expires ?? '');
  return Number.isNaN(expires) ? 0 : expires - now.getTime();
}

function clamp(ms: number, { minMs, maxMs }: PollBounds): number {
  return Math.round(Math.min(Math.max(ms, minMs), maxMs));
}
