import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from 'discord.js';
import type { Log } from '../../lib/log.ts';
import type { Secret } from '../../lib/secret.ts';

/** How to reach Discord. */
export type Access = {
  readonly token: Secret;
  /** The API's base; null for the real one. */
  readonly api: string | null;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly log: Log;
};

// 10,000 refusals in ten minutes shut the address out for an hour; 500 mean that something asks in vain.
const MANY_REFUSALS = 500;

export function restOptions({ api, timeoutMs }: Access): Partial<RESTOptions> {
  return {
    api: api ?? DefaultRestOptions.api,
    version: '10',
    timeout: timeoutMs,
    invalidRequestWarningInterval: MANY_REFUSALS,
    // The SDK sends again after a 5xx although the first may have been taken: whoever calls knows better.
    retries: 0,
    // Without Retry-After the SDK would ask again at once and for ever.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0,
  };
}

export function createRest(access: Access, options: Partial<RESTOptions> = {}): REST {
  const rest = new REST({ ...restOptions(access), ...options }).setToken(access.token.reveal());
  watchRefusals(rest, access.log);
  return rest;
}

/** For answering interactions, which Discord does not count among the 50 requests a second. */
export function createAnswerRest(access: Access): REST {
  return createRest(access, { globalRequestsPerSecond: Number.MAX_SAFE_INTEGER });
}

export function watchRefusals(rest: REST, log: Log): void {
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn('discord refused many requests', { count, windowEndsInMs: remainingTime });
  });
}
