import { webApi } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { libraryLog } from './library-log.ts';

export type WebClient = webApi.WebClient;

const TIMEOUT_MS = 10 * SECOND;
/** Where Slack says that it is too much but not for how long. */
const WAIT_S = '30';

/**
 * Options for one client: a new object for each, since Slack's libraries write into those they are given. Nothing is
 * sent again by itself: what may have arrived is for us to decide. A refusal because of the rate pauses nobody else.
 */
export function clientOptions(apiUrl: string | undefined, log: Log): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    logger: libraryLog(log),
    fetch: fetchWithPatience,
  };
}

/** The client knows a refusal because of the rate by its Retry-After alone; without it, it gets one. */
async function fetchWithPatience(...request: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...request);
  if (answer.status !== 429 || Number(answer.headers.get('retry-after')) > 0) return answer;
  const headers = new Headers(answer.headers);
  headers.set('retry-after', WAIT_S);
  return new Response(answer.body, { status: 429, headers });
}

export function webClient(token: string, apiUrl: string | undefined, log: Log): WebClient {
  return new webApi.WebClient(token, clientOptions(apiUrl, log));
}
