// Signed requests to the app's own address: https://docs.slack.dev/apis/events-api/using-http-request-urls
import { randomBytes } from 'node:crypto';
import type { Attempt, Delivery, Result, Transport } from './deliveries.ts';
import { textIn } from './json.ts';
import { type Signing, signatureHeaders } from './signatures.ts';
import { violation, type World } from './state.ts';

/** How Slack writes a payload: events as JSON, commands as a form, interactions as JSON in a form. */
function encode(delivery: Delivery): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (delivery.kind === 'events_api') {
    return { body: JSON.stringify(delivery.payload), type: 'application/json' };
  }
  if (delivery.kind === 'interactive') {
    const body = new URLSearchParams({ payload: JSON.stringify(delivery.payload) }).toString();
    return { body, type: form };
  }
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(delivery.payload)) fields.set(name, String(value));
  return { body: fields.toString(), type: form };
}

export type SignedHttp = Transport & {
  /** Whether the address gives the challenge back: https://docs.slack.dev/reference/events/url_verification */
  verifyUrl(): Promise<boolean>;
};

export function createSignedHttp(world: World, requestUrl: () => string): SignedHttp {
  const open = new Map<string, AbortController>();

  async function request(
    delivery: Delivery,
    attempt: Attempt,
    signing: Signing,
    signal: AbortSignal,
  ): Promise<Result> {
    const { body, type } = encode(delivery);
    const answer = await fetch(requestUrl(), {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signatureHeaders(world.app.signingSecret, body, new Date(), signing),
        ...(attempt.retry > 0
          ? {
              'x-slack-retry-num': String(attempt.retry),
              'x-slack-retry-reason': attempt.reason ?? 'unknown_error',
            }
          : {}),
      },
      body,
    });
    const text = await answer.text();
    if (answer.status >= 200 && answer.status < 300) {
      return { kind: 'acknowledged', body: readBody(text, answer), status: answer.status };
    }
    const noRetry = answer.headers.get('x-slack-no-retry') === '1';
    return { kind: 'failed', reason: 'http_error', status: answer.status, noRetry };
  }

  function readBody(text: string, answer: Response): unknown {
    if (text.trim() === '') return undefined;
    if (!(answer.headers.get('content-type') ?? '').includes('application/json')) return text;
    try {
      return JSON.parse(text);
    } catch {
      violation(world, 'acknowledgement', 'JSON that cannot be read');
      return undefined;
    }
  }

  return {
    timeoutReason: 'http_timeout',
    send: (delivery, attempt, signing, done) => {
      const control = new AbortController();
      open.set(attempt.envelope, control);
      request(delivery, attempt, signing, control.signal)
        .catch((error: unknown): Result => {
          const code = textIn((error as { cause?: { code?: unknown } }).cause?.code);
          const reason = control.signal.aborted ? 'http_timeout' : 'connection_failed';
          return {
            kind: 'failed',
            reason: code === '' ? reason : 'connection_failed',
            status: null,
          };
        })
        .then((result) => {
          open.delete(attempt.envelope);
          done(result);
        });
    },
    abandon: (attempt) => open.get(attempt.envelope)?.abort(),
    verifyUrl: async () => {
      const challenge = randomBytes(24).toString('hex');
      const { verificationToken: token, signingSecret } = world.app;
      const body = JSON.stringify({ token, challenge, type: 'url_verification' });
      const headers = signatureHeaders(signingSecret, body, new Date(), 'right');
      const answer = await fetch(requestUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return answer.ok && (await answer.text()).includes(challenge);
    },
  };
}
