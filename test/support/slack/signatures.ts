import { createHmac } from 'node:crypto';

/** How a request is signed: rightly, or in one of the ways an app has to refuse. */
export type Signing = 'right' | 'wrong' | 'old' | 'missing';

const SIX_MINUTES = 6 * 60;

/**
 * The headers Slack signs a request with: v0, HMAC-SHA256 over `v0:timestamp:body`, and a request older than five
 * minutes has to be refused. https://docs.slack.dev/authentication/verifying-requests-from-slack
 * `now` is the machine's own time, not the fake's clock: the receiver compares it with the machine's.
 */
export function signatureHeaders(
  secret: string,
  body: string,
  now: Date,
  signing: Signing,
): { [header: string]: string } {
  if (signing === 'missing') return {};
  const seconds = Math.floor(now.getTime() / 1000) - (signing === 'old' ? SIX_MINUTES : 0);
  const key = signing === 'wrong' ? `${secret}0` : secret;
  const digest = createHmac('sha256', key).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` };
}
