import type { CompletionRequest } from '../lib/completion.ts';
import { jsonIn } from './answer-text.ts';
import type { Called } from './called.ts';
import { tokensAtMost, type Usage } from './tokens.ts';

type Choice = {
  readonly finish_reason?: unknown;
  readonly message?: {
    readonly content?: unknown;
    readonly refusal?: unknown;
    readonly reasoning_content?: unknown;
    readonly reasoning?: unknown;
  } | null;
};

/** What the first choice of a chat completion says. */
export function readChoice(
  body: Readonly<Record<string, unknown>>,
  request: CompletionRequest,
): Called {
  const choice = (Array.isArray(body.choices) ? body.choices[0] : undefined) as Choice | undefined;
  const message = choice?.message;
  if (typeof message !== 'object' || message === null) {
    return {
      kind: 'broken',
      reason: 'the answer is not one of a chat completion',
      usage: null,
      passing: false,
    };
  }
  const content = textOf(message.content);
  const thoughts = `${textOf(message.reasoning_content)}${textOf(message.reasoning)}`;
  const usage = usageOf(body, request, content + thoughts);
  if (choice?.finish_reason === 'content_filter' || textOf(message.refusal) !== '') {
    return { kind: 'declined', reason: 'the model declined to answer', usage };
  }
  // LM Studio and vLLM file a whole answer under the thoughts of some models, and leave the answer empty.
  const json = content.trim() ? jsonIn(content, keysOf(request)) : wholeIn(thoughts, request);
  if (json !== undefined) return { kind: 'answered', json, usage };
  if (choice?.finish_reason === 'length') {
    return {
      kind: 'too long',
      reason: `the answer was cut at its longest length${inThought(content, thoughts)}${wasCut(usage, request)}`,
      usage,
    };
  }
  return {
    kind: 'broken',
    reason: `the answer holds no JSON object${wasCut(usage, request)}`,
    usage,
    passing: false,
  };
}

/** The object that thoughts are from beginning to end: what they only mention is no answer. */
function wholeIn(thoughts: string, request: CompletionRequest): unknown {
  const text = thoughts.trim();
  return text.startsWith('{') && text.endsWith('}') ? jsonIn(text, keysOf(request)) : undefined;
}

const inThought = (content: string, thoughts: string): string =>
  content.trim() === '' && thoughts !== ''
    ? ' while the model was thinking: raise model.max_answer, or let it think less'
    : '';

const keysOf = ({ schema }: CompletionRequest): string[] =>
  Object.keys((schema.schema.properties as object | undefined) ?? {});

/** The text of a content, which may be a list of parts; a thought among them is none of it. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => {
      const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown };
      return typeof text === 'string' && (type === 'text' || type === 'output_text') ? text : '';
    })
    .join('');
}

// No tokenizer makes a token of more of a Latin text than this.
const BYTES_A_TOKEN = 8;

/** Ollama cuts a prompt that is longer than its context without a word; its count gives that away. */
function wasCut({ input }: Usage, { system, user }: CompletionRequest): string {
  const least = Buffer.byteLength(system + user) / BYTES_A_TOKEN;
  return input < least
    ? `; the server counted ${input} tokens of a prompt of more than ${Math.floor(least)}: give the model a longer context`
    : '';
}

const MOST_TOKENS = 1_000_000_000;

/** What the server counted; as much as it may have been where it counted nothing. */
function usageOf(
  body: Readonly<Record<string, unknown>>,
  { system, user }: CompletionRequest,
  answer: string,
): Usage {
  const usage = body.usage as { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
  const input = counted(usage?.prompt_tokens);
  const output = counted(usage?.completion_tokens);
  return input === undefined || output === undefined
    ? { input: tokensAtMost(system + user), output: tokensAtMost(answer) }
    : { input, output };
}

/** A count that can be one: no answer is had for nothing. */
const counted = (n: unknown): number | undefined =>
  typeof n === 'number' && n > 0 && n < MOST_TOKENS ? Math.ceil(n) : undefined;
