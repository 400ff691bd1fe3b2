import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/lib/clock.ts';

/** `limit` calls in a window that opens with the first of them. */
export type Bucket = { readonly limit: number; readonly windowMs: number };

// Discord docs "Rate Limits": figures are not published and must not be hard-coded. These are the usual ones reported
// by users; tests that need others pass their own.
export const USUAL_BUCKETS: Readonly<Record<string, Bucket>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5_000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5_000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1_000 },
  'GET /channels/{channel_id}/messages': { limit: 5, windowMs: 5_000 },
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': { limit: 10, windowMs: 3_600_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2_000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, windowMs: 2_000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': {
    limit: 5,
    windowMs: 2_000,
  },
};
const OTHERS: Bucket = { limit: 50, windowMs: 1_000 };

// Discord docs "Rate Limits › Global Rate Limit" and "Invalid Request Limit aka Cloudflare bans".
const GLOBAL: Bucket = { limit: 50, windowMs: 1_000 };
const INVALID: Bucket = { limit: 10_000, windowMs: 600_000 };

export type Verdict =
  | { readonly kind: 'pass'; readonly headers: Record<string, string> }
  | {
      readonly kind: 'limited';
      readonly retryAfter: number;
      readonly global: boolean;
      readonly headers: Record<string, string>;
    };

/**
 * Counts calls as Discord does. It runs on a clock of its own (the system's by default), because a client waits in real
 * time: with a clock that stands still a bucket would never fill again.
 */
export class RateLimits {
  readonly #clock: Clock;
  readonly #buckets: Readonly<Record<string, Bucket>>;
  readonly #open = new Map<string, { count: number; since: number }>();
  #invalid: number[] = [];

  constructor(clock: Clock, buckets: Readonly<Record<string, Bucket>>) {
    this.#clock = clock;
    this.#buckets = { ...USUAL_BUCKETS, ...buckets };
  }

  /** Counts one call on a route of one top-level resource; `bound` whether the global limit applies to it. */
  count(route: string, major: string, bound: boolean): Verdict {
    const now = this.#clock().getTime();
    if (bound) {
      const all = this.#take('global', this.#buckets.global ?? GLOBAL, now);
      if (all.over)
        return {
          kind: 'limited',
          retryAfter: all.resetAfter,
          global: true,
          headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' },
        };
    }
    const bucket = this.#buckets[route] ?? OTHERS;
    const taken = this.#take(`${route} ${major}`, bucket, now);
    const headers = {
      'X-RateLimit-Limit': String(bucket.limit),
      'X-RateLimit-Remaining': String(Math.max(0, bucket.limit - taken.count)),
      'X-RateLimit-Reset': ((now + taken.resetAfter * 1000) / 1000).toFixed(3),
      'X-RateLimit-Reset-After': taken.resetAfter.toFixed(3),
      'X-RateLimit-Bucket': bucketHash(route),
    };
    if (!taken.over) return { kind: 'pass', headers };
    return {
      kind: 'limited',
      retryAfter: taken.resetAfter,
      global: false,
      headers: { ...headers, 'X-RateLimit-Scope': 'user' },
    };
  }

  #take(key: string, bucket: Bucket, now: number) {
    let open = this.#open.get(key);
    if (!open || now - open.since >= bucket.windowMs) {
      open = { count: 0, since: now };
      this.#open.set(key, open);
    }
    const over = open.count >= bucket.limit;
    if (!over) open.count += 1;
    return {
      over,
      count: open.count,
      resetAfter: Math.max(1, open.since + bucket.windowMs - now) / 1000,
    };
  }

  /** Notes an answer; 401, 403 and 429 count towards the ban, except 429 of shared resources. */
  answered(status: number, shared: boolean): void {
    if (status === 401 || status === 403 || (status === 429 && !shared))
      this.#invalid.push(this.#clock().getTime());
  }

  /** Invalid requests within the last ten minutes. */
  get invalidRequests(): number {
    const since = this.#clock().getTime() - INVALID.windowMs;
    this.#invalid = this.#invalid.filter((at) => at > since);
    return this.#invalid.length;
  }

  /** Whether the address is shut out. */
  get banned(): boolean {
    return this.invalidRequests >= (this.#buckets.invalid ?? INVALID).limit;
  }
}

/** The same for all channels: "non-inclusive of top-level resources in the path". */
function bucketHash(route: string): string {
  return createHash('sha256').update(route).digest('hex').slice(0, 32);
}
