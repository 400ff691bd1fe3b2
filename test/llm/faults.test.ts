import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeChecked } from '../../src/summarise/writers/extractive.ts';
import { locate } from '../summarise/check/tunnel.ts';
import { answersWith, clientOf, commission, GOOD, mockServer } from './scripted.ts';

const extractive = () => writeChecked(commission(), locate).digest;

describe('a model server that works', () => {
  it('is asked for JSON by schema, without streaming and with its sources by id, and its words are shown', async () => {
    const mock = await mockServer();
    answersWith(mock, GOOD);
    const { writer } = await clientOf(mock.url);
    const { digest, refused, trouble } = await writer.write(commission());
    expect({ refused, trouble }).toEqual({ refused: [], trouble: null });
    expect(digest).toMatchObject({
      writer: 'test-model',
      headline: GOOD.headline,
      lede: { text: GOOD.lede.text },
    });
    expect(digest.quotes[0]?.speakerName).toBe('Mo Birch');
    const body = mock.getLastRequest()?.body as Record<string, unknown>;
    expect(body).toMatchObject({
      stream: false,
      model: 'test-model',
      response_format: { type: 'json_schema' },
    });
    expect(JSON.stringify(body)).not.toMatch(/https?:/);
  });

  it('is not asked again for what it answered', async () => {
    const mock = await mockServer();
    answersWith(mock, GOOD);
    const { writer } = await clientOf(mock.url);
    const first = await writer.write(commission());
    const second = await writer.write(commission());
    expect(second.digest).toEqual(first.digest);
    expect(mock.getRequests()).toHaveLength(1);
  });

  it('is asked for another tenant anew', async () => {
    const mock = await mockServer();
    answersWith(mock, GOOD);
    const { writer } = await clientOf(mock.url);
    await writer.write(commission('one'));
    await writer.write(commission('two'));
    expect(mock.getRequests()).toHaveLength(2);
  });

  it.each([
    ['without schemas', ['json_schema'], 2],
    ['without any JSON mode', ['json_schema', 'json_object'], 3],
  ])('%s is asked more plainly, and asked so from then on', async (_what, unknown, calls) => {
    const mock = await mockServer();
    for (const responseFormat of unknown) {
      mock.on(
        { responseFormat },
        { error: { message: 'response_format is not supported' }, status: 400 },
      );
    }
    mock.onMessage(/./, { content: `Here you are:\n\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\`` });
    const { writer } = await clientOf(mock.url);
    expect((await writer.write(commission())).digest.writer).toBe('test-model');
    expect(mock.getRequests()).toHaveLength(calls);
    await writer.write(commission('another'));
    expect(mock.getRequests()).toHaveLength(calls + 1);
  });
});

describe('whatever the model server does, there is the extractive digest in time', () => {
  it.each([
    ['it fails with 500', { dropRate: 1 }],
    ['its JSON is malformed', { malformedRate: 1 }],
    ['it asks to wait', { rateLimitRate: 1 }],
    ['it breaks off the connection', { disconnectRate: 1 }],
    ['it hangs', { latencyMs: 20_000 }],
  ])('%s', async (_what, chaos) => {
    const mock = await mockServer({ chaos });
    answersWith(mock, GOOD);
    const { writer } = await clientOf(mock.url);
    const { digest, trouble } = await writer.write(commission());
    expect(digest).toEqual(extractive());
    expect(trouble).not.toBeNull();
  });

  it.each([
    ['talk instead of JSON', 'I would rather not.'],
    ['half a JSON object', '{"headline": "Orla'],
    ['a JSON object of another kind', '{"a": 1}'],
    ['a list', '[1, 2]'],
    ['nothing', ''],
    [
      'sentences without sources',
      JSON.stringify({
        ...GOOD,
        lede: { text: GOOD.lede.text, sources: [] },
        bullets: [],
        quotes: [],
        headline: '',
      }),
    ],
    ['thoughts that never end', '<think> {"headline": "x"}'],
  ])('it answers with %s', async (_what, content) => {
    const mock = await mockServer();
    mock.onMessage(/./, { content });
    const { writer } = await clientOf(mock.url);
    expect((await writer.write(commission())).digest).toEqual(extractive());
  });

  it.each([
    ['401', 401, /refused.*CRIER_LLM_KEY/],
    ['404', 404, /refused.*CRIER_LLM_MODEL/],
  ])('it answers %s', async (_what, status, said) => {
    const mock = await mockServer();
    mock.on({}, { error: { message: 'no' }, status });
    const { writer } = await clientOf(mock.url);
    const { digest, trouble } = await writer.write(commission());
    expect(digest).toEqual(extractive());
    expect(trouble).toMatch(said);
  });

  it('nothing listens at its address', async () => {
    const { writer } = await clientOf('http://127.0.0.1:9');
    const { digest, trouble } = await writer.write(commission());
    expect(digest).toEqual(extractive());
    expect(trouble).toBe('broken: nothing listens there');
  });

  it.each([
    [
      'cuts its answer short',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"choices": [{"mess',
    ],
    ['drips', 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{'],
    ['speaks another protocol', '220 mail ready\r\n'],
  ])('it %s', async (what, bytes) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write(bytes);
        if (what.startsWith('cuts')) socket.destroy();
        else if (what === 'drips') {
          const timer = setInterval(() => socket.write(' '), 20);
          socket.on('close', () => clearInterval(timer));
        }
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const { writer } = await clientOf(`http://127.0.0.1:${port}`);
    const { digest, trouble } = await writer.write(commission());
    expect(digest).toEqual(extractive());
    expect(trouble).toMatch(/^broken/);
  });

  it('it answers with more than is read', async () => {
    const mock = await mockServer();
    mock.onMessage(/./, { content: 'x'.repeat(50_000) });
    const { writer } = await clientOf(mock.url, { settings: { mostAnswerBytes: 10_000 } });
    const { digest, trouble } = await writer.write(commission());
    expect(digest).toEqual(extractive());
    expect(trouble).toBe('broken: its answer is over 10000 bytes');
  });

  it('the prompt is longer than allowed', async () => {
    const mock = await mockServer();
    const { writer } = await clientOf(mock.url, { settings: { mostPromptCharacters: 500 } });
    expect((await writer.write(commission())).digest).toEqual(extractive());
    expect(mock.getRequests()).toHaveLength(0);
  });
});
