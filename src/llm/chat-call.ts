import type { CompletionRequest } from '../lib/completion.ts';
import { jsonIn } from './answer-text.ts';
import type { Headers, Post } from './post.ts';
import { retryAfterMs } from './retry-after.ts';
import { tokensAtMost } from './tokens.ts';

/** How a server is asked for JSON, the strictest first; not every one knows the first two. */
export const FORMATS = ['json_schema', 'json_object', 'text'] as const;
export type Format = (typeof FORMATS)[number];

export type Usage = { readonly input: number; readonly output: number };

/** What one request to the server gave. */
export type Called =
  | { readonly kind: 'answered'; readonly json: unknown; readonly usage: Usage }
  /** It does not know this way of asking for JSON. */
  | { readonly kind: 'format'; readonly reason: string }
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'refused'; readonly reason: string }
  /** `passing`: the server itself said that it failed, which may be over in a moment. */
  | {
      readonly kind: 'broken';
      readonly reason: string;
      readonly usage: Usage | null;
      readonly passing: boolean;
    }
  | { readonly kind: 'too long'; readonly reason: string; readonly usage: Usage | null };

/** One request to `/chat/completions`, streaming off. */
export async function callChat(
  { post, model, now }: { readonly post: Post; readonly model: string; readonly now: () => Date },
  request: CompletionRequest,
  format: Format,
  signal: AbortSignal,
): Promise<Called> {
  const answer = await post(bodyOf(model, request, format), signal);
  if (answer.kind === 'failed')
    return { kind: 'broken', reason: answer.reason, usage: null, passing: false };
  if (answer.status !== 200) return refusal(answer, format, now());
  return readAnswer(answer.text, request);
}

export function bodyOf(model: string, request: CompletionRequest, format: Format) {
  const responseFormat =
    format === 'json_schema'
      ? { type: 'json_schema', json_schema: { ...request.schema, strict: true } }
      : format === 'json_object'
        ? { type: 'json_object' }
        : undefined;
  return {
    model,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    stream: false,
    temperature: 0,
    max_tokens: request.maxTokens,
    ...(responseFormat && { response_format: responseFormat }),
  };
}

function refusal(
  {
    status,
    text,
    headers,
  }: { readonly status: number; readonly text: string; readonly headers: Headers },
  format: Format,
  now: Date,
): Called {
  const reason = `the server answered ${status}`;
  if (status === 429 || status === 503 || status === 529) {
    return { kind: 'busy', reason, retryAfterMs: retryAfterMs(headers['retry-after'], now) };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'broken', reason, usage: null, passing: true };
  }
  // Servers have no common code for it; they all say it in English.
  if (
    /context.{0,20}(?:length|window)|too (?:long|large|many tokens)|maximum context/i.test(text) ||
    status === 413
  ) {
    return { kind: 'too long', reason, usage: null };
  }
  // Servers say in many ways that they know no schema: any complaint about the request is worth a plainer one.
  if ((status === 400 || status === 404 || status === 422 || status === 501) && format !== 'text') {
    if (status !== 404 || /response_format|json_schema|schema/i.test(text))
      return { kind: 'format', reason };
  }
  return { kind: 'refused', reason: `${reason}${hint(status)}` };
}

function hint(status: number): string {
  if (status === 401 || status === 403) return ': check CRIER_LLM_KEY';
  if (status === 404) return ': check CRIER_LLM_URL and CRIER_LLM_MODEL';
  return '';
}

function readAnswer(text: string, request: CompletionRequest): Called {
  const body = objectOf(text);
  const choice = firstChoice(body);
  const content = choice?.message?.content;
  if (typeof content !== 'string') {
    return {
      kind: 'broken',
      reason: 'the answer is not one of a chat completion',
      usage: null,
      passing: false,
    };
  }
  const usage = usageOf(body) ?? {
    input: tokensAtMost(request.system + request.user),
    output: tokensAtMost(content),
  };
  const json = jsonIn(content);
  if (json !== undefined) return { kind: 'answered', json, usage };
  if (choice?.finish_reason === 'length') {
    return { kind: 'too long', reason: 'the answer was cut at its longest length', usage };
  }
  return { kind: 'broken', reason: 'the answer holds no JSON object', usage, passing: false };
}

type Choice = {
  readonly finish_reason?: unknown;
  readonly message?: { readonly content?: unknown };
};

function objectOf(text: string): Record<string, unknown> {
  const value = jsonIn(text);
  return (value ?? {}) as Record<string, unknown>;
}

function firstChoice(body: Record<string, unknown>): Choice | undefined {
  return Array.isArray(body.choices) ? (body.choices[0] as Choice | undefined) : undefined;
}

function usageOf(body: Record<string, unknown>): Usage | undefined {
  const usage = body.usage as { prompt_tokens?: unknown; completion_tokens?: unknown } | undefined;
  const input = usage?.prompt_tokens;
  const output = usage?.completion_tokens;
  const counted = (n: unknown): n is number =>
    typeof n === 'number' && Number.isFinite(n) && n >= 0;
  return counted(input) && counted(output) ? { input, output } : undefined;
}
