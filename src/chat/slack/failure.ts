import { webApi } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import { reasonOf } from '../../lib/errors.ts';
import type { Fields } from '../../lib/log.ts';
import type { Edited, Posted } from '../platform.ts';
import { withoutSecrets } from './library-log.ts';

/** What went wrong with a call, by what can be done about it. `code` is Slack's word for it, or ours. */
export type Failure = {
  readonly kind: Exclude<Posted['kind'], 'sent'>;
  readonly code: string;
  readonly retryAfterMs: number;
};

const GONE: Readonly<Record<string, string>> = {
  channel_not_found: 'The channel is gone or closed to Crier: invite it there with /invite @crier.',
  not_in_channel: 'Crier is not in the channel: invite it there with /invite @crier.',
  is_archived: 'The channel is archived: unarchive it, or choose another one.',
  restricted_action: 'The channel lets only some people post: let Crier post there.',
  restricted_action_read_only_channel: 'The channel is read-only: let Crier post there.',
  restricted_action_thread_only_channel: 'The channel takes replies only: choose another one.',
  user_not_found: 'That member is gone.',
  user_disabled: 'That member is deactivated.',
  cannot_dm_bot: 'That member is a bot, which cannot be written to.',
  thread_not_found: 'The thread is gone.',
  message_not_found: 'The message is gone.',
  cant_update_message: 'The message is not Crier’s to change.',
  edit_window_closed: 'The workspace lets messages be changed for a while only, and that is over.',
  messages_tab_disabled:
    "The app's Messages tab is switched off: update the app from `crier slack manifest`.",
  missing_scope:
    'Crier lacks a permission: update the app from `crier slack manifest`, install it again.',
};

const REVOKED: Readonly<Record<string, string>> = {
  account_inactive: 'Crier was removed from the workspace: install it again.',
  token_revoked: 'The token was revoked: install the app again.',
  token_expired: 'The token has expired: install the app again.',
  invalid_auth: 'Slack does not know the token: copy it again.',
  not_authed: 'Slack got no token: set it again.',
  not_allowed_token_type:
    'The token is of the wrong kind: bot tokens begin with xoxb-, app-level tokens with xapp-.',
  user_removed_from_team: 'Crier was removed from the workspace: install it again.',
  team_disabled: 'The workspace was disabled.',
  app_uninstalled: 'Crier was removed from the workspace: install it again.',
  org_login_required: 'The workspace is being moved; try again later.',
};

// Slack may or may not have done it: https://docs.slack.dev/reference/methods/chat.postMessage#errors
const UNSURE = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'ekm_access_denied',
]);

/** Reads what a call to Slack rejected with. */
export function failureOf(error: unknown): Failure {
  const failure = (kind: Failure['kind'], code: string, retryAfterMs = 0): Failure => ({
    kind,
    code,
    retryAfterMs,
  });
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return failure('busy', 'ratelimited', Math.max(1, error.retryAfter) * SECOND);
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error;
    return failure(statusCode >= 500 ? 'ambiguous' : 'refused', `status ${statusCode}`);
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (code === 'ratelimited' || code === 'rate_limited')
      return failure('busy', code, 30 * SECOND);
    if (Object.hasOwn(REVOKED, code)) return failure('revoked', code);
    if (Object.hasOwn(GONE, code)) return failure('gone', code);
    // A body that was cut off has no word of Slack's in it.
    if (UNSURE.has(code) || !/^[a-z][a-z_]{2,60}$/.test(code))
      return failure('ambiguous', 'unreadable');
    return failure('refused', code);
  }
  return failure('ambiguous', 'no answer');
}

/** What a person can do about it, in a sentence. */
export function remedyOf({ kind, code }: Failure): string {
  const known = GONE[code] ?? REVOKED[code];
  if (known) return known;
  if (kind === 'busy') return 'Slack asks to wait.';
  if (kind === 'ambiguous') return `Slack did not answer as it should (${code}).`;
  return `Slack refused it (${code}).`;
}

const NOT_REACHED_MS = 30 * SECOND;

/** What became of a post that rejected. */
export function postedFrom(error: unknown): Exclude<Posted, { kind: 'sent' }> {
  if (hasNotLeft(error)) return { kind: 'busy', retryAfterMs: NOT_REACHED_MS };
  const failure = failureOf(error);
  if (failure.kind === 'busy') return { kind: 'busy', retryAfterMs: failure.retryAfterMs };
  return { kind: failure.kind, reason: remedyOf(failure) };
}

/** What became of an edit that rejected. */
export function editedFrom(error: unknown): Edited {
  const posted = postedFrom(error);
  switch (posted.kind) {
    case 'busy':
      return posted;
    case 'ambiguous':
      return { kind: 'unknown', reason: posted.reason };
    default:
      return { kind: 'gone', reason: posted.reason };
  }
}

/** Whether a call of Slack's rejected, whatever the reason; else it is a fault of ours. */
export const isFromSlack = (error: unknown): boolean => error instanceof webApi.SlackError;

// As Node and its fetch call them: https://nodejs.org/api/errors.html#common-system-errors
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a fetch failed before there was a connection, so that nothing of it can have arrived. */
export function hasNotLeft(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, syscall } = one as { code?: unknown; syscall?: unknown };
    if (typeof code === 'string' && NOT_CONNECTED.has(code)) return true;
    if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  }
  return false;
}

/** What a log is told of an error: never the error itself, which may hold a whole request with its token. */
export function faultOf(error: unknown): Fields {
  const { code } = (error ?? {}) as { code?: unknown };
  return {
    reason: withoutSecrets(reasonOf(error)),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
  };
}
