import { expect, test } from 'vitest';
import { connections } from './network.ts';
import { parse, sources } from './source.ts';

test('only the door opens connections to addresses of others', () => {
  expect(connections(sources())).toEqual([]);
});

test.each([
  'export const f = () => fetch("http://a.example/");',
  'export const f = () => globalThis.fetch("http://a.example/");',
  'const get = fetch; export const f = () => get("http://a.example/");',
  'export const f = (fetch: () => void) => fetch(); export const g = () => fetch("http://a.example/");',
  'export const f = () => new WebSocket("ws://a.example/");',
  'export const f = () => new EventSource("http://a.example/");',
  "import { connect } from 'node:http2';",
  "import { createSocket } from 'node:dgram';",
  "import { get } from 'https';",
  "import { lookup } from 'dns/promises';",
  "import { request } from 'undici';",
  "import { spawn } from 'node:child_process';",
  "import { createRequire } from 'node:module';",
  "import { WebClient } from '@slack/bolt/client';",
  'export const f = () => require("node:http");',
  'export const f = () => process.getBuiltinModule("node:http");',
  'const { getBuiltinModule: get } = process; export const f = () => get("node:http");',
  'export const f = (name: "getBuiltinModule") => process[name]("node:http");',
  'export const f = () => new Function("return fetch")();',
])('%s is found', (code) => {
  expect(connections([parse('ingest/a.ts', code)])).not.toEqual([]);
});

test('a fetch that is handed over is the door', () => {
  const code = `import type { SafeFetch } from './fetch/safe-fetch.ts';
    export async function f({ fetch, ...deps }: { fetch: SafeFetch }) { await fetch('x'); return deps.fetch; }`;
  expect(connections([parse('ingest/a.ts', code)])).toEqual([]);
  expect(connections([parse('ingest/fetch/a.ts', "import { Agent } from 'undici';")])).toEqual([]);
});
