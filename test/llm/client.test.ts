import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/lib/log.ts';
import { createModelClient } from '../../src/llm/client.ts';
import { MODEL_DEFAULTS } from '../../src/llm/settings.ts';
import { spentByDay } from '../../src/store/usage.ts';
import {
  answersWith,
  clientOf,
  commission,
  GOOD,
  mockServer,
  NO_LIMITS,
  request,
} from './scripted.ts';

const DAY = '2026-03-04';
const NOON = new Date(`${DAY}T12:00:00Z`);
const cap = (tokens: number) => ({ tokens, micros: null });

describe('the breaker', () => {
  it('gives a server that failed five times within a minute a minute’s rest, then one try', async () => {
    const mock = await mockServer({ chaos: { malformedRate: 1 } });
    answersWith(mock, { a: 1 });
    let now = NOON;
    const { client } = await clientOf(mock.url, { clock: () => now });
    for (let i = 0; i < 5; i++) await client.complete(request(`try ${i}`));
    expect(mock.getRequests()).toHaveLength(5);
    expect(await client.complete(request('sixth'))).toMatchObject({
      kind: 'busy',
      retryAfterMs: 60_000,
    });
    expect(mock.getRequests()).toHaveLength(5);
    now = new Date(now.getTime() + 60_000);
    expect(await client.complete(request('seventh'))).toMatchObject({ kind: 'broken' });
    expect(await client.complete(request('eighth'))).toMatchObject({ kind: 'busy' });
    expect(mock.getRequests()).toHaveLength(6);
    now = new Date(now.getTime() + 60_000);
    mock.clearChaos();
    expect(await client.complete(request('ninth'))).toMatchObject({
      kind: 'answered',
      json: { a: 1 },
    });
    expect(await client.complete(request('tenth'))).toMatchObject({ kind: 'answered' });
  });

  it('lets the next one try where the first could not be written down', async () => {
    let now = NOON;
    let isFull = false;
    let isUp = false;
    const client = createModelClient({
      settings: { ...MODEL_DEFAULTS, url: 'http://model.example/v1', key: null, model: 'm' },
      limits: NO_LIMITS,
      usage: {
        reserve: async () => undefined,
        adjust: async () => {
          if (isFull) throw new Error('database or disk is full');
        },
      },
      answers: { get: async () => undefined, put: async () => {} },
      clock: () => now,
      post: async () =>
        isUp
          ? {
              kind: 'answered',
              status: 200,
              headers: {},
              text: '{"choices": [{"message": {"content": "{\\"a\\": 1}"}}]}',
            }
          : { kind: 'failed', reason: 'down', isSent: false, isPassing: false },
    });
    for (let i = 0; i < 5; i++) await client.complete(request(`try ${i}`));
    now = new Date(now.getTime() + 60_000);
    isUp = true;
    isFull = true;
    await expect(client.complete(request('sixth'))).rejects.toThrow('full');
    isFull = false;
    expect(await client.complete(request('seventh'))).toMatchObject({ kind: 'answered' });
  });

  it('lets one of many at once try after the rest, and the next where that one could not be reserved', async () => {
    let now = NOON;
    let state: 'down' | 'full' | 'up' = 'down';
    let sent = 0;
    const client = createModelClient({
      settings: {
        ...MODEL_DEFAULTS,
        url: 'http://model.example/v1',
        key: null,
        model: 'm',
        atOnce: 4,
      },
      limits: NO_LIMITS,
      usage: {
        reserve: async () => {
          if (state === 'full') throw new Error('database or disk is full');
          return undefined;
        },
        adjust: async () => {},
      },
      answers: { get: async () => undefined, put: async () => {} },
      clock: () => now,
      post: async () => {
        sent++;
        return { kind: 'failed', reason: 'down', isSent: false, isPassing: false };
      },
    });
    for (let i = 0; i < 5; i++) await client.complete(request(`try ${i}`));
    now = new Date(now.getTime() + 60_000);
    state = 'full';
    await expect(client.complete(request('sixth'))).rejects.toThrow('full');
    state = 'up';
    sent = 0;
    const four = await Promise.all(
      Array.from({ length: 4 }, (_, i) => client.complete(request(`at once ${i}`))),
    );
    expect(four.map(({ kind }) => kind).toSorted()).toEqual(['broken', 'busy', 'busy', 'busy']);
    expect(sent).toBe(1);
  });

  it('leaves the one try to the next where there was no budget for it', async () => {
    let now = NOON;
    let isFull = false;
    let sent = 0;
    const account = { tenant: '*', holder: 'person ann', window: 'hour', limit: cap(1) };
    const client = createModelClient({
      settings: { ...MODEL_DEFAULTS, url: 'http://model.example/v1', key: null, model: 'm' },
      limits: NO_LIMITS,
      usage: { reserve: async () => (isFull ? account : undefined), adjust: async () => {} },
      answers: { get: async () => undefined, put: async () => {} },
      clock: () => now,
      post: async () => {
        sent++;
        return { kind: 'failed', reason: 'down', isSent: false, isPassing: false };
      },
    });
    for (let i = 0; i < 5; i++) await client.complete(request(`try ${i}`));
    now = new Date(now.getTime() + 60_000);
    isFull = true;
    expect((await client.complete(request('sixth'))).kind).toBe('over budget');
    isFull = false;
    await client.complete(request('seventh'));
    expect(sent).toBe(6);
  });

  it('does not count failures that are more than a minute old', async () => {
    const mock = await mockServer({ chaos: { malformedRate: 1 } });
    let now = NOON;
    const { client } = await clientOf(mock.url, { clock: () => now });
    for (let i = 0; i < 8; i++) {
      await client.complete(request(`try ${i}`));
      now = new Date(now.getTime() + 16_000);
    }
    expect(mock.getRequests()).toHaveLength(8);
  });
});

describe('a server that asks to wait', () => {
  it('is asked a second time where the wait is short', async () => {
    const mock = await mockServer();
    answersWith(mock, { a: 1 });
    mock.prependFixture({
      match: {},
      response: { error: { message: 'slow' }, status: 429, retryAfter: 1 },
      chaos: {},
    });
    const { client } = await clientOf(mock.url);
    const first = client.complete(request());
    await expect.poll(() => mock.getRequests().length).toBe(1);
    answersWith(mock.clearFixtures(), { a: 1 });
    expect(await first).toMatchObject({ kind: 'answered', json: { a: 1 } });
    expect(mock.getRequests()).toHaveLength(2);
  });

  it('is left alone for as long as it asked where the wait is long', async () => {
    const mock = await mockServer();
    mock.on({}, { error: { message: 'slow' }, status: 429, retryAfter: 3_600 });
    let now = NOON;
    const { client } = await clientOf(mock.url, { clock: () => now });
    expect(await client.complete(request('one'))).toMatchObject({
      kind: 'busy',
      retryAfterMs: 3_600_000,
    });
    now = new Date(now.getTime() + 3_599_000);
    expect(await client.complete(request('two'))).toMatchObject({
      kind: 'busy',
      retryAfterMs: 1_000,
    });
    expect(mock.getRequests()).toHaveLength(1);
  });
});

describe('requests at the same time', () => {
  it('are no more than allowed', async () => {
    const mock = await mockServer();
    let running = 0;
    let most = 0;
    mock.onMessage(/./, async () => {
      running++;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 30));
      running--;
      return { content: '{"a": 1}' };
    });
    const { client } = await clientOf(mock.url, { settings: { atOnce: 2 } });
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => client.complete(request(`${i}`))),
    );
    expect(all.every((c) => c.kind === 'answered')).toBe(true);
    expect(most).toBe(2);
  });

  it('end when the caller has waited enough, without a lane being lost', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, async () => {
      await new Promise((done) => setTimeout(done, 300));
      return { content: '{"a": 1}' };
    });
    const { client } = await clientOf(mock.url, { settings: { atOnce: 1 } });
    const first = client.complete(request('first'));
    const second = await client.complete(request('second'), AbortSignal.timeout(20));
    expect(second).toMatchObject({ kind: 'busy' });
    expect(await first).toMatchObject({ kind: 'answered' });
    expect(await client.complete(request('third'))).toMatchObject({ kind: 'answered' });
  });
});

describe('the same asked twice at once', () => {
  it('is asked and paid once', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, { content: '{"a": 1}' });
    const { client, db } = await clientOf(mock.url, { clock: () => NOON });
    const both = await Promise.all([client.complete(request()), client.complete(request())]);
    expect(both).toMatchObject([
      { kind: 'answered', json: { a: 1 } },
      { kind: 'answered', json: { a: 1 }, spent: { tokens: 0, micros: 0 } },
    ]);
    expect(mock.getRequests()).toHaveLength(1);
    expect((await spentByDay(db, '*', DAY))[0]?.calls).toBe(1);
  });

  it('by two tenants is asked for each', async () => {
    const mock = await mockServer();
    answersWith(mock, { a: 1 });
    const { client } = await clientOf(mock.url);
    const of = (tenant: string) => client.complete({ ...request(), tenant });
    await Promise.all([of('one'), of('two')]);
    expect(mock.getRequests()).toHaveLength(2);
  });

  it('is asked by the second where the first gives up, and the second may give up alone', async () => {
    const mock = await mockServer();
    let asked = 0;
    mock.onMessage(/./, async () => {
      asked++;
      await new Promise((done) => setTimeout(done, 200));
      return { content: '{"a": 1}' };
    });
    const { client } = await clientOf(mock.url);
    const first = new AbortController();
    const gone = client.complete(request(), first.signal);
    const second = client.complete(request());
    const third = client.complete(request(), AbortSignal.abort());
    await expect.poll(() => asked).toBe(1);
    first.abort();
    expect(await gone).toMatchObject({ kind: 'broken' });
    expect(await third).toMatchObject({ kind: 'busy' });
    expect(await second).toMatchObject({ kind: 'answered' });
    expect(asked).toBe(2);
  });

  it('by a person whose hour is used up is still asked for the other', async () => {
    const mock = await mockServer();
    answersWith(mock, { a: 1 });
    const { client } = await clientOf(mock.url, {
      clock: () => NOON,
      limits: { perPersonHour: cap(150) },
    });
    const of = (person: string, text: string) => client.complete({ ...request(text), person });
    const untilFull = async () => {
      for (let i = 0; i < 20; i++) {
        if ((await of('ann', `more ${i}`)).kind !== 'answered') return;
      }
    };
    await untilFull();
    const [ann, bob] = await Promise.all([of('ann', 'same'), of('bob', 'same')]);
    expect(ann.kind).toBe('over budget');
    expect(bob.kind).toBe('answered');
  });
});

describe('the budget', () => {
  it('lets no request out that could go over a cap', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, {
      content: '{"a": 1}',
      usage: { prompt_tokens: 50, completion_tokens: 50 },
    });
    const { client, db } = await clientOf(mock.url, {
      clock: () => NOON,
      limits: { perTenantDay: cap(500) },
    });
    const done = [];
    for (let i = 0; i < 20; i++) done.push((await client.complete(request(`try ${i}`))).kind);
    const answered = done.filter((kind) => kind === 'answered').length;
    expect(done.filter((kind) => kind === 'over budget')).toHaveLength(20 - answered);
    expect(mock.getRequests()).toHaveLength(answered);
    const [spent] = await spentByDay(db, '*', DAY);
    expect(spent).toEqual({ day: DAY, calls: answered, tokens: answered * 100, micros: 0 });
    expect(spent!.tokens).toBeLessThanOrEqual(500);
  });

  it('is not overdrawn by many at once', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, {
      content: '{"a": 1}',
      usage: { prompt_tokens: 20, completion_tokens: 100 },
    });
    const { client } = await clientOf(mock.url, {
      settings: { atOnce: 10 },
      limits: { perDay: cap(300) },
      clock: () => NOON,
    });
    await Promise.all(Array.from({ length: 10 }, (_, i) => client.complete(request(`${i}`))));
    expect(mock.getRequests().length).toBeLessThanOrEqual(2);
  });

  it('of nothing lets nothing out and there is the extractive digest', async () => {
    const mock = await mockServer();
    answersWith(mock, GOOD);
    const { writer } = await clientOf(mock.url, { limits: { perDay: cap(0) } });
    const { digest, trouble } = await writer.write(commission());
    expect(digest.writer).toBe('extractive');
    expect(trouble).toMatch(/^over budget/);
    expect(mock.getRequests()).toHaveLength(0);
  });

  it('counts money by the price of a million tokens', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, {
      content: '{"a": 1}',
      usage: { prompt_tokens: 1_000, completion_tokens: 200 },
    });
    const { client, db } = await clientOf(mock.url, {
      clock: () => NOON,
      settings: { price: { input: 0.5, output: 2 } },
    });
    await client.complete(request('word '.repeat(600)));
    expect((await spentByDay(db, '*', DAY))[0]?.micros).toBe(900);
  });

  it('of a person is full for an hour, of others not', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, { content: '{"a": 1}' });
    let now = NOON;
    const { client } = await clientOf(mock.url, {
      clock: () => now,
      limits: { perPersonHour: cap(150) },
    });
    const ask = (person: string, text: string) =>
      client.complete({ ...request(text), tenant: 't', person });
    expect((await ask('ann', 'one')).kind).toBe('answered');
    let last = 'answered';
    for (let i = 0; i < 20 && last === 'answered'; i++) last = (await ask('ann', `more ${i}`)).kind;
    expect(last).toBe('over budget');
    expect((await ask('bob', 'two')).kind).toBe('answered');
    now = new Date(now.getTime() + 3_600_000);
    expect((await ask('ann', 'later')).kind).toBe('answered');
  });

  it('is not used up by a server that counts what cannot be, which is told once', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, {
      content: '{"a": 1}',
      usage: { prompt_tokens: 500_000_000, completion_tokens: 5 },
    });
    const told: unknown[] = [];
    const log = { ...silentLog, warn: (...said: unknown[]) => told.push(said) };
    const { client, db } = await clientOf(mock.url, {
      clock: () => NOON,
      limits: { perDay: cap(10_000) },
      log,
    });
    for (let i = 0; i < 5; i++) {
      expect((await client.complete(request(`try ${i}`))).kind).toBe('answered');
    }
    expect((await spentByDay(db, '*', DAY))[0]?.tokens).toBeLessThan(5 * 400);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject([
      'model server counted too many tokens',
      { counted: 500_000_005 },
    ]);
  });

  it('keeps what a failed request may have cost', async () => {
    const mock = await mockServer({ chaos: { malformedRate: 1 } });
    const { client, db } = await clientOf(mock.url, { clock: () => NOON });
    await client.complete(request());
    expect((await spentByDay(db, '*', DAY))[0]?.tokens).toBeGreaterThan(100);
  });
});
