import { readFileSync } from 'node:fs';
import { LLMock } from '@copilotkit/aimock';
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/lib/log.ts';
import type { Limits } from '../../src/llm/budget.ts';
import type { AnswerStore } from '../../src/llm/client.ts';
import { createModelClient } from '../../src/llm/client.ts';
import { MODEL_DEFAULTS, type ModelSettings } from '../../src/llm/settings.ts';
import { modelAnswersOf } from '../../src/store/model-answers.ts';
import { usageOf } from '../../src/store/usage.ts';
import { modelWriter } from '../../src/summarise/writers/model.ts';
import { readTemplate } from '../../src/summarise/writers/template.ts';
import { locate, quotesIn, tunnelStory } from '../summarise/check/tunnel.ts';
import { temporaryStore } from '../support/store.ts';

type MockOptions = NonNullable<ConstructorParameters<typeof LLMock>[0]>;

/** The digest that a good model would write of the tunnel story. */
export const GOOD = {
  headline: 'Orla tunnel in Port Calder closed after water breaks in',
  lede: {
    text: 'Water broke through the northern wall of the Orla tunnel in Port Calder on Tuesday, the harbour authority said.',
    sources: ['S1', 'S2'],
  },
  bullets: [
    { text: 'Mayor Mo Birch asked drivers to take the ferries from Nordlin.', sources: ['S2'] },
  ],
  quotes: [
    {
      words: 'This city cannot wait months for its only tunnel',
      source: 'S2',
      speaker: 'Mo Birch',
    },
  ],
};

/** A mock model server on loopback, stopped when the test is over. */
export async function mockServer(options: MockOptions = {}): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', ...options });
  await mock.start();
  onTestFinished(() => mock.stop());
  return mock;
}

/** Lets the server answer every request with this. */
export function answersWith(mock: LLMock, json: unknown): void {
  mock.onMessage(/./, { content: JSON.stringify(json) });
}

export const NO_LIMITS: Limits = {
  perDay: { tokens: null, micros: null },
  perTenantDay: { tokens: null, micros: null },
  perPersonHour: { tokens: null, micros: null },
};

/** A client of that server with a real store, and the writer on top of it. */
export async function clientOf(
  url: string,
  given: {
    settings?: Partial<ModelSettings>;
    limits?: Partial<Limits>;
    clock?: () => Date;
    answers?: AnswerStore;
    log?: Log;
  } = {},
) {
  const db = await temporaryStore();
  const clock = given.clock ?? (() => new Date());
  const client = createModelClient({
    settings: {
      ...MODEL_DEFAULTS,
      url: `${url}/v1`,
      key: null,
      model: 'test-model',
      timeoutMs: 500,
      patienceMs: 3_000,
      ...given.settings,
    },
    limits: { ...NO_LIMITS, ...given.limits },
    usage: usageOf(db),
    answers: given.answers ?? modelAnswersOf(db, clock),
    clock,
    ...(given.log && { log: given.log }),
  });
  onTestFinished(() => client.close());
  const read = readTemplate(
    readFileSync(new URL('../../config/prompts/digest.md', import.meta.url), 'utf8'),
    'digest',
  );
  if (!('template' in read)) throw new Error(read.problems.join('\n'));
  let drawn = 0;
  const writer = modelWriter({
    name: 'test-model',
    complete: client.complete,
    template: read.template,
    locate,
    drawBoundary: () => `fence${++drawn}`,
    mostCharacters: 20_000,
    mostAnswerTokens: 900,
  });
  return { db, client, writer };
}

/** The tunnel story as a commission. */
export function commission(tenant = '*') {
  const articles = tunnelStory();
  return { articles, quotes: quotesIn(articles), tenant };
}

export const request = (text = 'Say it.') => ({
  system: 'You test.',
  user: text,
  boundary: 'fence',
  schema: { name: 'x', schema: { type: 'object' } },
  maxTokens: 100,
  tenant: '*',
  person: null,
});
