import type { Clock } from '../../../src/lib/clock.ts';

/**
 * How often something may be done: a bucket of `burst` that fills again with `perMinute`.
 * https://docs.slack.dev/apis/web-api/rate-limits: tier 1 once a minute and more, tier 2 20, tier 3 50, tier 4 100;
 * posting about one message a second and channel, "short bursts" allowed. Slack does not say how long a burst may be;
 * the numbers here are small, so that an app that lives with them lives with Slack.
 */
export type Limit = { readonly perMinute: number; readonly burst: number };

export type Tier = 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'posting' | 'history' | 'none';

export type Limits = { readonly [tier in Exclude<Tier, 'none'>]: Limit } & {
  /** All posts of one workspace: "several hundred messages per minute". */
  readonly workspace: Limit;
};

export const SLACK_LIMITS: Limits = {
  // "1+ per minute" with a burst: an app that restarts opens some connections one after the other.
  'tier 1': { perMinute: 1, burst: 20 },
  'tier 2': { perMinute: 20, burst: 20 },
  'tier 3': { perMinute: 50, burst: 50 },
  'tier 4': { perMinute: 100, burst: 100 },
  posting: { perMinute: 60, burst: 3 },
  history: { perMinute: 50, burst: 50 },
  workspace: { perMinute: 300, burst: 300 },
};

/**
 * Reading history as an app outside the Marketplace that other workspaces install: once a minute, 15 messages.
 * https://docs.slack.dev/changelog/2025/05/29/tos-updates
 */
export const OUTSIDE_MARKETPLACE: Limit = { perMinute: 1, burst: 1 };
export const OUTSIDE_MARKETPLACE_PAGE = 15;

export type RateLimits = {
  /** Takes one from the bucket; or says after how many whole seconds to come again. */
  take(bucket: string, limit: Limit): number | null;
};

export function createRateLimits(clock: Clock): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take: (name, limit) => {
      const now = clock().getTime();
      const known = buckets.get(name) ?? { left: limit.burst, at: now };
      const refilled = known.left + ((now - known.at) / 60_000) * limit.perMinute;
      const left = Math.min(limit.burst, refilled);
      // A hair of rounding may not cost a whole second.
      if (left >= 1 - 1e-9) {
        buckets.set(name, { left: left - 1, at: now });
        return null;
      }
      buckets.set(name, { left, at: now });
      return Math.max(1, Math.ceil(((1 - left) / limit.perMinute) * 60 - 1e-6));
    },
  };
}
