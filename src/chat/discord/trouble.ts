import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import { reasonOf } from '../../lib/errors.ts';

/** Why a request did not do what it should, and whether Discord may have done it all the same. */
export type Trouble =
  /** Too many requests: nothing was done. */
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** The request never left: nothing was done. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** Cut off or broken on the way: done or not. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: number;
      readonly reason: string;
    };

// A 429 without Retry-After comes from the wall in front of Discord and tells nothing.
const UNTOLD_WAIT = 10 * SECOND;

const NEVER_SENT: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

export function troubleOf(error: unknown): Trouble {
  if (error instanceof RateLimitError) {
    const wait = error.retryAfter;
    return {
      kind: 'limited',
      retryAfterMs: wait > 0 && Number.isFinite(wait) ? wait : UNTOLD_WAIT,
    };
  }
  if (error instanceof DiscordAPIError) {
    const { status } = error;
    // The wall in front of Discord refuses without Discord's words.
    if (!Number.isFinite(Number(error.code))) {
      return { kind: 'refused', status, code: 0, reason: `Discord answered ${status}` };
    }
    return {
      kind: 'refused',
      status,
      code: Number(error.code),
      reason: `${error.rawError && 'message' in error.rawError ? error.rawError.message : error.message} (${error.code})`,
    };
  }
  if (error instanceof HTTPError) {
    return { kind: 'unknown', reason: `Discord answered ${error.status}` };
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (NEVER_SENT.includes(code)) return { kind: 'unsent', reason: reasonOf(error) };
  if (error instanceof Error && error.name === 'AbortError') {
    return { kind: 'unknown', reason: 'Discord did not answer in time' };
  }
  return { kind: 'unknown', reason: reasonOf(error) };
}
