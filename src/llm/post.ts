import { Agent } from 'undici';
import { reasonOf } from '../lib/errors.ts';
import type { Secret } from '../lib/secret.ts';

export type Headers = Readonly<Record<string, string | undefined>>;

export type Posted =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sends a JSON body to the configured endpoint and reads its whole answer. Never throws for what the server does. */
export type Post = (body: unknown, signal: AbortSignal) => Promise<Posted>;

/**
 * The door to the operator's own model server, which may lie in a private network. It knows that one address only,
 * follows no redirect, and stops reading where an answer grows over its limit.
 */
export function openPost(options: {
  readonly url: string;
  readonly key: Secret | null;
  readonly timeoutMs: number;
  readonly mostAnswerBytes: number;
}): { readonly post: Post; close(): Promise<void> } {
  const { origin, pathname, search } = new URL(
    `${options.url.replace(/\/+$/, '')}/chat/completions`,
  );
  const agent = new Agent({ connect: { timeout: Math.min(10_000, options.timeoutMs) } });

  async function post(body: unknown, given: AbortSignal): Promise<Posted> {
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = AbortSignal.any([deadline, given]);
    try {
      const answer = await agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(options.key && { authorization: `Bearer ${options.key.reveal()}` }),
        },
        body: JSON.stringify(body),
        signal,
        headersTimeout: options.timeoutMs,
        bodyTimeout: options.timeoutMs,
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body) {
        size += (chunk as Buffer).length;
        if (size > options.mostAnswerBytes) {
          return { kind: 'failed', reason: `its answer is over ${options.mostAnswerBytes} bytes` };
        }
        chunks.push(chunk as Buffer);
      }
      return {
        kind: 'answered',
        status: answer.statusCode,
        headers: plain(answer.headers),
        text: Buffer.concat(chunks, size).toString('utf8'),
      };
    } catch (error) {
      if (given.aborted) return { kind: 'failed', reason: 'the time for it was up' };
      if (deadline.aborted) {
        return {
          kind: 'failed',
          reason: `no whole answer within ${Math.round(options.timeoutMs / 1000)} s`,
        };
      }
      return { kind: 'failed', reason: describe(error) };
    }
  }

  return { post, close: () => agent.destroy() };
}

function plain(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no server of that name',
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the server broke off the connection',
    UND_ERR_SOCKET: 'the server broke off the connection',
    UND_ERR_CONNECT_TIMEOUT: 'the server did not take the connection',
  };
  return known[code] ?? reasonOf(error);
}
