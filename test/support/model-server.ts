import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { onTestFinished } from 'vitest';
import { goodAnswer } from './good-model.ts';

/** How a request to the model ends. Those of aimock are asked of it by a header, so that they come when they should. */
export const FAULTS = {
  500: { 'x-aimock-chaos-drop': '1' },
  malformed: { 'x-aimock-chaos-malformed': '1' },
  429: { 'x-aimock-chaos-ratelimit': '1' },
  disconnect: { 'x-aimock-chaos-disconnect': '1' },
  hang: { 'x-aimock-chaos-latency': '30000' },
  slow: { 'x-aimock-chaos-latency': '400' },
  cut: null,
  drip: null,
  page: null,
  talk: null,
  half: null,
} as const;
export type Fault = keyof typeof FAULTS;

/**
 * A model server on loopback, aimock behind a door that counts: the first request meets the first of the faults, and so
 * on; after the last all goes well and a model answers that keeps to its sources. It may know no JSON Schema.
 */
export async function modelServer(
  options: { readonly faults?: readonly Fault[]; readonly knowsSchema?: boolean } = {},
) {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  mock.onMessage(/[\s\S]/, (request) => ({ content: JSON.stringify(goodAnswer(request)) }));
  await mock.start();
  const faults = [...(options.faults ?? [])];
  const met: (Fault | null)[] = [];
  const bodies: string[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    if (options.knowsSchema === false && body.includes('"json_schema"')) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"response_format json_schema is not supported"}}');
      return;
    }
    bodies.push(body);
    const fault = faults.shift() ?? null;
    met.push(fault);
    if (fault !== null && breaks(fault, response)) return;
    try {
      const answer = await fetch(`${mock.url}/v1/chat/completions`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...(fault && FAULTS[fault]) },
      });
      const retryAfter = answer.headers.get('retry-after');
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...(retryAfter !== null && { 'retry-after': retryAfter }),
      });
      response.end(await answer.text());
    } catch {
      // It was aimock that broke off.
      response.socket?.destroy();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await mock.stop();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** How each request that was understood ended, in order; null: well. */
    met: met as readonly (Fault | null)[],
    bodies: bodies as readonly string[],
  };
}

/** Ends a request as aimock cannot; false where it can. */
function breaks(fault: Fault, response: ServerResponse): boolean {
  const says = (content: string) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));
  };
  switch (fault) {
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      response.write('{"choices": [{"mess');
      setTimeout(() => response.socket?.destroy(), 50);
      return true;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
      return true;
    }
    case 'page':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return true;
    case 'talk':
      says('I would rather not.');
      return true;
    case 'half':
      says('{"headline": "Half a');
      return true;
    default:
      return false;
  }
}
