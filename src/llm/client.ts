import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../lib/clock.ts';
import type { Complete, Completion, CompletionRequest } from '../lib/completion.ts';
import { hashOf } from '../lib/hash.ts';
import type { Log } from '../lib/log.ts';
import { createBreaker } from './breaker.ts';
import {
  accountsOf,
  difference,
  type Limits,
  mostSpent,
  overBudget,
  type UsageStore,
} from './budget.ts';
import type { Called } from './called.ts';
import { callChat } from './chat-call.ts';
import { type Dialect, STRICTEST } from './dialect.ts';
import { createFutile } from './futile.ts';
import { createLanes } from './lanes.ts';
import { openPost, type Post } from './post.ts';
import type { ModelSettings } from './settings.ts';
import { atMost, costMicros, tokensAtMost, type Usage } from './tokens.ts';
import { createUnderWay } from './under-way.ts';

/** Answers that were paid for, by tenant and content. */
export type AnswerStore = {
  get(tenant: string, key: string): Promise<unknown>;
  put(tenant: string, key: string, json: unknown): Promise<void>;
};

/** What came of one request, sent or not. */
type Outcome =
  | Called
  | { readonly kind: 'resting'; readonly reason: string; readonly waitMs: number }
  | { readonly kind: 'over budget'; readonly reason: string };

/** `given` is the caller's own end: what it cuts off is no failure of the server. */
type Ends = { readonly signal: AbortSignal; readonly given: AbortSignal | undefined };

const NOTHING: Usage = { input: 0, output: 0 };

export type ModelClient = {
  readonly complete: Complete;
  /** Only what was answered before; `busy` where that is nothing. Asks nobody. */
  readonly recall: Complete;
  close(): Promise<void>;
};

// A second try is worth it only where little time is lost: a server that asks for more is not waited for.
const SHORT_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
// A tokenizer unlike others, and thoughts that are counted on top, stay below it; a wrong count must not use up a day.
const MOST_OF_RESERVED = 2;

/**
 * Asks the configured model: from what was answered before where the same was asked, within the budgets, not more at
 * once than allowed, one more time where the first try failed for a moment, and not at all while it keeps failing.
 */
export function createModelClient(options: {
  readonly settings: ModelSettings;
  readonly limits: Limits;
  readonly usage: UsageStore;
  readonly answers: AnswerStore;
  readonly clock: Clock;
  readonly log?: Log;
  readonly post?: Post;
}): ModelClient {
  const { settings, clock } = options;
  const door = options.post ? { post: options.post, close: async () => {} } : openPost(settings);
  const breaker = createBreaker();
  const lanes = createLanes(settings.atOnce);
  const futile = createFutile();
  const underWay = createUnderWay();
  // What the server was found to understand; a restart asks anew.
  let understood = STRICTEST;
  let toldOfCount = false;

  async function pay(request: CompletionRequest, dialect: Dialect, ends: Ends): Promise<Outcome> {
    const waitMs = breaker.waitMs(clock());
    if (waitMs > 0) {
      return { kind: 'resting', reason: 'the model server rests after failures', waitMs };
    }
    const accounts = accountsOf(request, options.limits, clock());
    const most = mostUsed(request);
    const reserved = mostSpent(most, settings.price);
    // Before the first wait: others who look meanwhile must see that the one try is taken.
    breaker.sent();
    const full = await options.usage.reserve(accounts, reserved).catch((error: unknown) => {
      breaker.dropped();
      throw error;
    });
    if (full) {
      breaker.dropped();
      return { kind: 'over budget', reason: overBudget(full) };
    }
    const called = believed(
      await callChat(
        { post: door.post, model: settings.model, now: clock },
        request,
        dialect,
        ends.signal,
      ),
      most,
    );
    // Before anything that may fail: a try that is never judged would keep all others waiting.
    judge(called, ends);
    // What a failed request cost nobody tells: it stays counted as the most it may have been.
    const usage = 'usage' in called ? called.usage : NOTHING;
    if (usage) {
      await options.usage.adjust(accounts, difference(reserved, usage, settings.price));
    }
    return called;
  }

  /** What was called, with no more tokens counted than it can have been. */
  function believed(called: Called, most: Usage): Called {
    if (!('usage' in called) || !called.usage) return called;
    const usage = atMost(called.usage, (most.input + most.output) * MOST_OF_RESERVED);
    if (usage === called.usage) return called;
    if (!toldOfCount) {
      const { input, output } = called.usage;
      options.log?.warn('model server counted too many tokens', {
        counted: input + output,
        charged: usage.input + usage.output,
      });
    }
    toldOfCount = true;
    return { ...called, usage };
  }

  function judge(called: Called, ends: Ends): void {
    if (called.kind === 'answered' || called.kind === 'declined') breaker.succeeded();
    else if (called.kind === 'plainer' || called.kind === 'too long' || ends.given?.aborted) {
      breaker.dropped();
    } else breaker.failed(clock());
    if (called.kind === 'busy' && called.retryAfterMs !== null) {
      breaker.pauseUntil(new Date(clock().getTime() + called.retryAfterMs));
    }
  }

  /** One request, asked for in a plainer form where the server does not know the stricter one. */
  async function ask(request: CompletionRequest, ends: Ends): Promise<Outcome> {
    let dialect = understood;
    for (;;) {
      const called = await pay(request, dialect, ends);
      // One request that the server dislikes for its own sake says nothing of the next.
      if (called.kind === 'answered') understood = dialect;
      if (called.kind !== 'plainer') return called;
      dialect = called.dialect;
    }
  }

  async function complete(request: CompletionRequest, given?: AbortSignal): Promise<Completion> {
    if (request.system.length + request.user.length > settings.mostPromptCharacters) {
      return { kind: 'too long', reason: 'the prompt is over its longest length' };
    }
    const key = keyOf(settings.model, request);
    const deadline = AbortSignal.timeout(settings.patienceMs);
    const ends = { signal: given ? AbortSignal.any([deadline, given]) : deadline, given };
    return underWay.once(`${key} ${request.tenant}`, ends, () => answerOf(request, key, ends));
  }

  /** What was answered before, or is answered now. */
  async function answerOf(
    request: CompletionRequest,
    key: string,
    ends: Ends,
  ): Promise<Completion> {
    const kept = await options.answers.get(request.tenant, key);
    if (kept !== undefined)
      return { kind: 'answered', json: kept, spent: { tokens: 0, micros: 0 } };
    const before = futile.get(key, clock());
    if (before) return before;
    if (!(await lanes.enter(ends.signal))) {
      return { kind: 'busy', reason: 'others are being served', retryAfterMs: null };
    }
    try {
      let called = await ask(request, ends);
      const waitMs = worthWaiting(called);
      if (waitMs !== undefined && (await waited(waitMs, ends.signal)))
        called = await ask(request, ends);
      const completion = toCompletion(called, settings.price);
      if (completion.kind === 'answered') {
        await options.answers.put(request.tenant, key, completion.json);
      } else if (isFutile(called)) futile.put(key, completion, clock());
      return completion;
    } finally {
      lanes.leave();
    }
  }

  async function recall(request: CompletionRequest): Promise<Completion> {
    const kept = await options.answers.get(request.tenant, keyOf(settings.model, request));
    return kept === undefined
      ? { kind: 'busy', reason: 'not answered before', retryAfterMs: null }
      : { kind: 'answered', json: kept, spent: { tokens: 0, micros: 0 } };
  }

  return { complete, recall, close: door.close };
}

/** What a request may use at most; servers count the schema into the prompt. */
function mostUsed({ system, user, schema, maxTokens }: CompletionRequest): Usage {
  return { input: tokensAtMost(system + user + JSON.stringify(schema)), output: maxTokens };
}

/** Whether the same request would come to the same end: the model answered, and what it said is of no use. */
function isFutile(called: Outcome): boolean {
  if (called.kind === 'broken') return called.usage !== null && called.usage.output > 0;
  return called.kind === 'too long' || called.kind === 'declined';
}

/** Two requests that differ in their fence only are the same question to the same model. */
function keyOf(
  model: string,
  { system, user, boundary, schema, maxTokens }: CompletionRequest,
): string {
  const plain = (text: string) => text.replaceAll(boundary, '#');
  return hashOf(JSON.stringify([model, plain(system), plain(user), schema, maxTokens]));
}

/** How long to wait before the one second try; undefined where it is not worth it. */
function worthWaiting(called: Outcome): number | undefined {
  if (called.kind === 'broken') return called.passing ? SHORT_WAIT_MS : undefined;
  if (called.kind !== 'busy') return undefined;
  const waitMs = called.retryAfterMs ?? SHORT_WAIT_MS;
  return waitMs <= LONGEST_WAIT_MS ? waitMs : undefined;
}

/** Waits; false if the time for it was up before. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  // A timer may fire a moment early, and the server's pause would not be over.
  const timer = sleep(ms + 20, true, { signal });
  return timer.catch(() => false);
}

function toCompletion(called: Outcome, price: ModelSettings['price']): Completion {
  switch (called.kind) {
    case 'answered':
      return {
        kind: 'answered',
        json: called.json,
        ...(called.usage && {
          spent: {
            tokens: called.usage.input + called.usage.output,
            micros: costMicros(called.usage, price),
          },
        }),
      };
    case 'plainer':
    case 'declined':
      return { kind: 'refused', reason: called.reason };
    case 'resting':
      return { kind: 'busy', reason: called.reason, retryAfterMs: called.waitMs };
    default:
      return called;
  }
}
