import type { CompletionRequest } from '../lib/completion.ts';
import { parsed } from './answer-text.ts';
import type { Called } from './called.ts';
import { readChoice } from './chat-choice.ts';
import { bodyOf, type Dialect, plainerAfter } from './dialect.ts';
import type { Headers, Post } from './post.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Usage } from './tokens.ts';

const NOTHING: Usage = { input: 0, output: 0 };

/** One request to `/chat/completions`, streaming off. */
export async function callChat(
  { post, model, now }: { readonly post: Post; readonly model: string; readonly now: () => Date },
  request: CompletionRequest,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<Called> {
  const answer = await post(bodyOf(model, request, dialect), signal);
  if (answer.kind === 'failed') {
    const usage = answer.isSent ? null : NOTHING;
    return { kind: 'broken', reason: answer.reason, usage, passing: answer.isPassing };
  }
  if (answer.status !== 200) return refusal(answer, dialect, now());
  const body = recordIn(answer.text);
  if (body === undefined) {
    return {
      kind: 'broken',
      reason: 'the answer is not one of a chat completion',
      usage: null,
      passing: false,
    };
  }
  if (body.error && !Array.isArray(body.choices)) return errorAtAll(answer, body, dialect, now());
  return readChoice(body, request);
}

type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };

/** An error that came with 200: gateways put the status inside, LM Studio answers so at an address it does not know. */
function errorAtAll(
  answer: Answer,
  { error }: Record<string, unknown>,
  dialect: Dialect,
  now: Date,
): Called {
  const status = Number((error as { code?: unknown }).code);
  if (status >= 400 && status < 600) return refusal({ ...answer, status }, dialect, now);
  return {
    kind: 'refused',
    reason: 'the server answered with an error: check CRIER_LLM_URL and CRIER_LLM_MODEL',
  };
}

function refusal({ status, text, headers }: Answer, dialect: Dialect, now: Date): Called {
  const reason = `the server answered ${status}`;
  if (status === 429 || status === 503 || status === 529) {
    return { kind: 'busy', reason, retryAfterMs: retryAfterMs(headers['retry-after'], now) };
  }
  const complains = /response_format|json_schema|schema|grammar/i.test(text);
  if (status >= 500 || status === 408) {
    const plainer =
      complains && dialect.format !== 'text' ? plainerAfter(text, dialect) : undefined;
    return plainer
      ? { kind: 'plainer', reason, dialect: plainer }
      : { kind: 'broken', reason, usage: null, passing: true };
  }
  // Servers have no common code for it; they all say it in English.
  if (
    /context.{0,20}(?:length|window|size)|too (?:long|large|many tokens)|maximum context/i.test(
      text,
    ) ||
    status === 413
  ) {
    return { kind: 'too long', reason, usage: NOTHING };
  }
  if (status === 400 || status === 422 || status === 501 || (status === 404 && complains)) {
    const plainer = plainerAfter(text, dialect);
    if (plainer) return { kind: 'plainer', reason, dialect: plainer };
  }
  return { kind: 'refused', reason: `${reason}${hint(status)}` };
}

function hint(status: number): string {
  if (status === 401 || status === 403) return ': check CRIER_LLM_KEY';
  if (status === 404 || status === 405)
    return ': check CRIER_LLM_URL, which mostly ends in /v1, and CRIER_LLM_MODEL';
  if (status >= 300 && status < 400) return ': it sends elsewhere; set CRIER_LLM_URL to that';
  return '';
}

function recordIn(text: string): Record<string, unknown> | undefined {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
