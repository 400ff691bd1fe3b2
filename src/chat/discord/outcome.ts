import type { APIMessage } from 'discord.js';
import { MINUTE, SECOND } from '../../lib/clock.ts';
import type { Edited, Posted } from '../platform.ts';
import { troubleOf } from './trouble.ts';

type Failed = Exclude<Posted, { kind: 'sent' }>;
/** One message that was sent, as Discord shows it; or why it was not. */
export type Sent = Failed | { readonly kind: 'sent'; readonly made: APIMessage };

const RETRY = 5 * SECOND;
const SLOW = MINUTE;

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const GONE: ReadonlySet<number> = new Set([
  10003, 10004, 10013, 10015, 50001, 50007, 50008, 50013, 50024, 50033, 50083, 50278, 160005,
]);
const BUSY: ReadonlySet<number> = new Set([20016, 20028, 30046, 40003, 40062, 130000]);

/** What became of a post that failed. */
export function failedPost(error: unknown): Failed {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'limited':
      return { kind: 'busy', retryAfterMs: trouble.retryAfterMs };
    case 'unsent':
      return { kind: 'busy', retryAfterMs: RETRY };
    case 'unknown':
      return { kind: 'ambiguous', reason: trouble.reason };
    case 'refused': {
      const { status, code, reason } = trouble;
      if (status === 401) return { kind: 'revoked', reason };
      if (BUSY.has(code)) return { kind: 'busy', retryAfterMs: SLOW };
      const isGone = GONE.has(code) || status === 403 || status === 404;
      return { kind: isGone ? 'gone' : 'refused', reason };
    }
  }
}

/** What went wrong before anything was posted: it can be tried again without looking first. */
export function failedBefore(error: unknown): Failed {
  const outcome = failedPost(error);
  return outcome.kind === 'ambiguous' ? { kind: 'busy', retryAfterMs: RETRY } : outcome;
}

/** What became of an edit that failed. A token that was taken back may be given back: the message still stands. */
export function failedEdit(error: unknown): Edited {
  const outcome = failedPost(error);
  switch (outcome.kind) {
    case 'busy':
    case 'gone':
      return outcome;
    case 'refused':
      return { kind: 'gone', reason: outcome.reason };
    case 'ambiguous':
    case 'revoked':
      return { kind: 'unknown', reason: outcome.reason };
  }
}

/** Discord's number for why it refused; null where it did not, or gave none. */
export function codeOf(error: unknown): number | null {
  const trouble = troubleOf(error);
  return trouble.kind === 'refused' ? trouble.code : null;
}
