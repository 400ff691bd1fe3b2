import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Clock } from '../lib/clock.ts';
import { hashOf } from '../lib/hash.ts';
import type { Newsroom } from './newsroom.ts';
import { feedUrlOf, type Resource, resourceAt } from './site.ts';

export type ServedNewsroom = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly feeds: readonly {
    readonly url: string;
    readonly title: string;
    readonly language: string;
  }[];
  close(): Promise<void>;
};

/**
 * Serves the newsroom on 127.0.0.1, on a free port unless one is named. An article is there from the moment
 * `clock()` is at or after `origin` plus its hours; the clock is asked at each request and may run at any speed.
 */
export async function serveNewsroom(
  newsroom: Newsroom,
  options: { readonly clock: Clock; readonly origin: Date; readonly port?: number },
): Promise<ServedNewsroom> {
  const { clock, origin, port = 0 } = options;
  let base = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const resource = resourceAt(path, { newsroom, base, origin, now: clock() });
    if (!readable) refuse(response, 405);
    else if (!resource) refuse(response, 404);
    else answer(request, response, resource);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    feeds: newsroom.outlets.map((outlet) => ({
      url: feedUrlOf(outlet, base),
      title: outlet.name,
      language: outlet.language,
    })),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: 404 | 405): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'Not found\n' : 'Only GET and HEAD are answered here\n');
}

function answer(request: IncomingMessage, response: ServerResponse, resource: Resource): void {
  const bytes = iconv.encode(resource.body, resource.charset);
  const etag = `"${hashOf(bytes)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'max-age=60');
  // HTTP dates have whole seconds.
  const modified = resource.updatedAt && Math.floor(resource.updatedAt.getTime() / 1000) * 1000;
  if (modified !== null) response.setHeader('last-modified', new Date(modified).toUTCString());
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', `${resource.type}; charset=${resource.charset}`);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const zipped = resource.gzip && /\bgzip\b/.test(accepted);
  if (resource.gzip) response.setHeader('vary', 'accept-encoding');
  if (zipped) response.setHeader('content-encoding', 'gzip');
  const sent = zipped ? gzipSync(bytes) : bytes;
  response.setHeader('content-length', sent.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : sent);
}

/** RFC 9110 13.2.2: where the request names an ETag, its date is not looked at. */
function isUnchanged(request: IncomingMessage, etag: string, modified: number | null): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return modified !== null && !Number.isNaN(since) && modified <= since;
}
