import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/lib/secret.ts';
import { spentByDay } from '../../src/store/usage.ts';
import { clientOf, request } from './scripted.ts';

type Asked = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
};
type Answer = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
};

/** A server that answers as servers of one make do, and what it was asked. */
async function serverThat(answer: (asked: Asked, response: ServerResponse) => Answer | undefined) {
  const asked: Asked[] = [];
  const server = createServer(async (incoming, response) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const one = { path: incoming.url ?? '', headers: incoming.headers, body: JSON.parse(text) };
    asked.push(one);
    const given = answer(one, response);
    if (!given) return;
    const { status = 200, headers = {}, body } = given;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const WORD = {
  type: 'object',
  properties: { word: { type: 'string' }, more: {} },
  required: ['word'],
};
const asking = (text = 'Say it.') => ({ ...request(text), schema: { name: 'x', schema: WORD } });
const READY = { kind: 'answered', json: { word: 'ready' } };
const READY_TEXT = '{"word": "ready"}';

const chat = (message: object, more: object = {}) => ({
  choices: [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', ...message }, ...more },
  ],
  usage: { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 },
});

/** What comes of one request to a server with this answer. */
async function completed(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const server = await serverThat(() => ({ status, headers, body }));
  const { client } = await clientOf(server.url);
  return { completion: await client.complete(asking()), asked: server.asked, client };
}

describe('an answer is read', () => {
  test.each([
    ['in a code fence', { content: `\`\`\`json\n${READY_TEXT}\n\`\`\`` }],
    ['behind thoughts', { content: `<think>{"word": "no"} or so</think>\n${READY_TEXT}` }],
    [
      'behind thoughts whose beginning is in the template',
      { content: `{"word": "no"}? No.</think>${READY_TEXT}` },
    ],
    ['behind thoughts in other marks', { content: `[THINK]{"word": "no"}[/THINK]${READY_TEXT}` }],
    [
      'behind thoughts that no list knows',
      {
        content: `<|channel|>analysis<|message|>{"word": "no"}<|end|><|channel|>final<|message|>${READY_TEXT}`,
      },
    ],
    ['with thoughts beside it', { content: READY_TEXT, reasoning_content: '{"word": "no"}' }],
    ['filed under the thoughts, with nothing else', { content: '', reasoning_content: READY_TEXT }],
    ['filed under the thoughts by a newer name', { content: null, reasoning: READY_TEXT }],
    [
      'in parts, one of them a thought',
      {
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: '{"word": "no"}' }] },
          { type: 'text', text: '{"word": ' },
          { type: 'text', text: '"ready"}' },
        ],
      },
    ],
  ])('%s', async (_where, message) => {
    expect((await completed(chat(message))).completion).toMatchObject(READY);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('that came as %s unasked', async (encoding, compress) => {
    const body = compress(JSON.stringify(chat({ content: READY_TEXT })));
    const { completion, asked } = await completed(body, 200, { 'content-encoding': encoding });
    expect(completion).toMatchObject(READY);
    expect(asked[0]?.headers['accept-encoding']).toBe('identity');
  });

  test('with a mark of its byte order, and a line before it', async () => {
    const body = `\uFEFF\n${JSON.stringify(chat({ content: READY_TEXT }))}`;
    expect((await completed(body)).completion).toMatchObject(READY);
  });
});

describe('an answer is none', () => {
  test.each([
    ['without choices', { choices: [] }, /^broken: .*chat completion/],
    ['with a choice without a message', { choices: [{}] }, /^broken: .*chat completion/],
    ['with null for a message', { choices: [{ message: null }] }, /^broken: .*chat completion/],
    ['that says nothing', chat({ content: null }), /^broken: .*no JSON/],
    [
      'in thoughts that only mention one',
      chat({ content: '', reasoning_content: `I say ${READY_TEXT} then.` }),
      /^broken: .*no JSON/,
    ],
    [
      'with a refusal',
      chat({ content: null, refusal: 'I cannot help with that.' }),
      /^refused: the model declined/,
    ],
    [
      'that a filter took away',
      chat({ content: '' }, { finish_reason: 'content_filter' }),
      /^refused: the model declined/,
    ],
    [
      'cut at its end',
      chat({ content: '{"word": {"text": "rea"}, "mo' }, { finish_reason: 'length' }),
      /^too long: .*cut/,
    ],
    [
      'with thoughts up to its end',
      chat({ content: '', reasoning_content: 'Let me' }, { finish_reason: 'length' }),
      /^too long: .*max_answer/,
    ],
    ['that is a list', [chat({ content: READY_TEXT })], /^broken/],
    [
      'that is an error',
      { error: 'Unexpected endpoint or method. (POST /chat/completions)' },
      /^refused: .*CRIER_LLM_URL/,
    ],
    [
      'that is an error with a status',
      { error: { code: 402, message: 'no credits' } },
      /^refused: the server answered 402/,
    ],
  ])('%s', async (_what, body, said) => {
    const { completion } = await completed(body);
    expect(`${completion.kind}: ${'reason' in completion ? completion.reason : ''}`).toMatch(said);
  });

  test('that unpacks to more than is read', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    const { completion } = await completed(bomb, 200, { 'content-encoding': 'gzip' });
    expect(completion).toMatchObject({ kind: 'broken', reason: expect.stringContaining('over') });
  });

  test('and the server’s count says that it cut the prompt', async () => {
    const server = await serverThat(() => ({ body: chat({ content: 'Which articles?' }) }));
    const { client } = await clientOf(server.url);
    const completion = await client.complete(asking('word '.repeat(2_000)));
    expect(completion).toMatchObject({ reason: expect.stringContaining('longer context') });
  });
});

describe('the address', () => {
  test.each([
    ['/v1', '/v1/chat/completions'],
    ['/v1/', '/v1/chat/completions'],
    ['/v1//', '/v1/chat/completions'],
    ['', '/chat/completions'],
    ['/', '/chat/completions'],
    ['/v1/chat/completions', '/v1/chat/completions'],
    [
      '/openai/deployments/a%20b?api-version=2024-10-21',
      '/openai/deployments/a%20b/chat/completions?api-version=2024-10-21',
    ],
  ])('…%s is asked at %s', async (given, path) => {
    const server = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
    const { client } = await clientOf('', { settings: { url: `${server.url}${given}` } });
    expect(await client.complete(asking())).toMatchObject(READY);
    expect(server.asked.map((one) => one.path)).toEqual([path]);
  });

  it('that does not exist is said to lack its /v1', async () => {
    const { completion } = await completed({ detail: 'Not Found' }, 404);
    expect(completion).toMatchObject({ reason: expect.stringContaining('/v1') });
  });

  it('with a name and a password in it signs in by them', async () => {
    const server = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
    const url = server.url.replace('http://', 'http://ops:p%40ss@');
    const { client } = await clientOf(url);
    await client.complete(asking());
    expect(server.asked[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ops:p@ss').toString('base64')}`,
    );
  });

  it.each([301, 302, 307, 308])(
    'is not left by a redirect with %s, and the key goes nowhere else',
    async (status) => {
      const other = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
      const server = await serverThat(() => ({
        status,
        headers: { location: `${other.url}/v1/chat/completions` },
        body: '',
      }));
      const { client } = await clientOf(server.url, { settings: { key: new Secret('sk-canary') } });
      expect(await client.complete(asking())).toMatchObject({ kind: 'refused' });
      expect(server.asked).toHaveLength(1);
      expect(other.asked).toEqual([]);
    },
  );
});

test('a model’s name with slashes and colons is sent as it is', async () => {
  const server = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
  const model = 'hf.co/meta-llama/Llama-3.1-8B-Instruct-GGUF:Q4_K_M';
  const { client } = await clientOf(server.url, { settings: { model } });
  await client.complete(asking());
  expect(server.asked[0]?.body.model).toBe(model);
});

test('a key is in the one header only, and in nothing that is said when the server repeats it', async () => {
  const key = 'sk-canary-0123456789';
  const server = await serverThat(({ headers }) => ({
    status: 401,
    body: { error: { message: `Incorrect API key provided: ${headers.authorization}` } },
  }));
  const { client } = await clientOf(server.url, { settings: { key: new Secret(key) } });
  const completion = await client.complete(asking());
  expect(completion).toMatchObject({ kind: 'refused' });
  const [asked] = server.asked;
  expect(asked?.headers.authorization).toBe(`Bearer ${key}`);
  expect(JSON.stringify(asked?.body)).not.toContain('canary');
  expect(JSON.stringify(completion)).not.toContain('canary');
});

test('a key that cannot stand in a header fails without being told, sent or charged', async () => {
  const server = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
  const { client, db } = await clientOf(server.url, {
    clock: () => new Date('2026-03-04T12:00:00Z'),
    settings: { key: new Secret('sk-canary\nx: y') },
  });
  const completion = await client.complete(asking());
  expect(completion.kind).toBe('broken');
  expect(JSON.stringify(completion)).not.toContain('canary');
  expect(server.asked).toEqual([]);
  expect((await spentByDay(db, '*', '2026-03-04'))[0]?.tokens).toBe(0);
});

describe('a server that does not know how it is asked', () => {
  const only =
    (key: string, message: string) =>
    ({ body }: Asked) =>
      key in body
        ? { status: 400, body: { error: { message, code: 'unsupported_parameter' } } }
        : { body: chat({ content: READY_TEXT }) };

  test('by max_tokens is asked by max_completion_tokens, still by schema, and so from then on', async () => {
    const server = await serverThat(
      only(
        'max_tokens',
        "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
      ),
    );
    const { client } = await clientOf(server.url);
    expect(await client.complete(asking('one'))).toMatchObject(READY);
    expect(await client.complete(asking('two'))).toMatchObject(READY);
    expect(server.asked).toHaveLength(3);
    expect(server.asked.at(-1)?.body).toMatchObject({
      max_completion_tokens: 100,
      response_format: { type: 'json_schema' },
    });
  });

  test('with a temperature is asked without', async () => {
    const server = await serverThat(
      only(
        'temperature',
        "'temperature' does not support 0 with this model. Only the default (1) value is supported.",
      ),
    );
    const { client } = await clientOf(server.url);
    expect(await client.complete(asking())).toMatchObject(READY);
    expect(server.asked).toHaveLength(2);
  });

  test('by schema and stumbles over it is asked more plainly', async () => {
    const server = await serverThat(({ body }) =>
      JSON.stringify(body).includes('json_schema')
        ? {
            status: 500,
            body: { error: { message: 'Failed to initialize samplers: failed to parse grammar' } },
          }
        : { body: chat({ content: READY_TEXT }) },
    );
    const { client } = await clientOf(server.url);
    expect(await client.complete(asking())).toMatchObject(READY);
    expect(server.asked).toHaveLength(2);
  });

  test('in one request only is asked as before in the next', async () => {
    const server = await serverThat(({ body }) =>
      JSON.stringify(body).includes('odd')
        ? { status: 400, body: { error: { message: 'bad request' } } }
        : { body: chat({ content: READY_TEXT }) },
    );
    const { client } = await clientOf(server.url);
    expect(await client.complete(asking('odd'))).toMatchObject({ kind: 'refused' });
    await client.complete(asking('even'));
    expect(server.asked.at(-1)?.body).toMatchObject({ response_format: { type: 'json_schema' } });
  });
});

describe('what is counted', () => {
  const NOON = new Date('2026-03-04T12:00:00Z');
  const tokensAfter = async (url: string, times = 1) => {
    const { client, db } = await clientOf(url, { clock: () => NOON });
    for (let i = 0; i < times; i += 1) await client.complete(asking(`try ${i}`));
    return (await spentByDay(db, '*', '2026-03-04'))[0]?.tokens ?? 0;
  };

  test.each([
    ['no usage', undefined],
    ['a usage of nothing', { prompt_tokens: 0, completion_tokens: 0 }],
    ['a usage below nothing', { prompt_tokens: -5, completion_tokens: -5 }],
    ['a usage that is no number', { prompt_tokens: '20', completion_tokens: null }],
    ['a usage beyond all bounds', { prompt_tokens: 1e300, completion_tokens: 1 }],
  ])('with %s is what it may have been', async (_what, usage) => {
    const server = await serverThat(() => ({ body: { ...chat({ content: READY_TEXT }), usage } }));
    const tokens = await tokensAfter(server.url);
    expect(tokens).toBeGreaterThan(15);
    expect(tokens).toBeLessThan(200);
  });

  test('is whole tokens', async () => {
    const usage = { prompt_tokens: 10.5, completion_tokens: 2.25 };
    const server = await serverThat(() => ({ body: { ...chat({ content: READY_TEXT }), usage } }));
    expect(await tokensAfter(server.url)).toBe(14);
  });

  test('is nothing where there was no connection', async () => {
    expect(await tokensAfter('http://127.0.0.1:9', 3)).toBe(0);
  });

  test('is nothing where the server does not speak the protocol of the address', async () => {
    const server = await serverThat(() => ({ body: chat({ content: READY_TEXT }) }));
    expect(await tokensAfter(server.url.replace('http:', 'https:'))).toBe(0);
    expect(server.asked).toEqual([]);
  });
});

test('what a model answered with nothing of use is not asked again for an hour, nor paid', async () => {
  const server = await serverThat(() => ({ body: chat({ content: 'I would rather not.' }) }));
  let now = new Date('2026-03-04T12:00:00Z');
  const { client, db } = await clientOf(server.url, { clock: () => now });
  const first = await client.complete(asking());
  expect(first).toMatchObject({ kind: 'broken' });
  for (let i = 0; i < 5; i += 1) expect(await client.complete(asking())).toEqual(first);
  expect(server.asked).toHaveLength(1);
  expect(await spentByDay(db, '*', '2026-03-04')).toMatchObject([{ calls: 1 }]);
  now = new Date(now.getTime() + 3_600_001);
  await client.complete(asking());
  expect(server.asked).toHaveLength(2);
});

test('a connection that is broken off before the answer begins is tried once more', async () => {
  let first = true;
  const server = await serverThat((_, response) => {
    if (!first) return { body: chat({ content: READY_TEXT }) };
    first = false;
    response.socket?.destroy();
    return undefined;
  });
  const { client } = await clientOf(server.url);
  expect(await client.complete(asking())).toMatchObject(READY);
});
