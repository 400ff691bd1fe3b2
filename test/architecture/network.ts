import { globalUses } from './scopes.ts';
import { bare, everyNode, importsOf, type Source } from './source.ts';

/** The one folder that connects to addresses which others chose. */
const DOOR = 'ingest/fetch/';

// Modules that connect, and those by which a module can be had, or a program started, without naming it here.
const CONNECTING = new Set(
  'http https http2 net tls dns dgram quic inspector child_process cluster worker_threads module vm wasi repl'.split(
    ' ',
  ),
);
const GLOBALS = new Set(
  'fetch WebSocket EventSource XMLHttpRequest WebTransport globalThis global self eval Function require'.split(
    ' ',
  ),
);
// By these `process` gives modules and programs that no import names.
const GIVING = new Set(['getBuiltinModule', '_linkedBinding', 'dlopen']);

/** Who may use which, and why. */
const ALLOWED: readonly { readonly under: string; readonly names: readonly string[] }[] = [
  // A server on loopback: it is asked, it asks nobody.
  { under: 'sample/', names: ['http', 'net'] },
  // Threads of ours, and the cache of what Node has compiled.
  { under: 'ingest/workers/', names: ['worker_threads', 'module'] },
  { under: 'main.ts', names: ['module'] },
  // The platforms' own clients talk to the platforms.
  { under: 'chat/slack/', names: ['@slack/bolt'] },
  { under: 'chat/slack/web-client.ts', names: ['fetch'] },
  // Answers go to the address that Slack sent with the question, and follow no redirect from there.
  { under: 'chat/slack/reply.ts', names: ['fetch'] },
  // The operator's own model server, one address of the configuration; no redirect is followed.
  { under: 'llm/post.ts', names: ['undici'] },
  { under: 'chat/discord/', names: ['discord.js'] },
];
const CLIENTS = new Set(['undici', '@slack/bolt', 'discord.js']);

/** What could open a connection outside the door. */
export function connections(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !path.startsWith(DOOR))
    .flatMap((source) =>
      [...modulesOf(source), ...globalsOf(source)].map((what) => `${source.path}: ${what}`),
    );
}

function allowedIn({ path }: Source): string[] {
  return ALLOWED.flatMap(({ under, names }) => (path.startsWith(under) ? names : []));
}

function modulesOf(source: Source): string[] {
  const allowed = allowedIn(source);
  return importsOf(source)
    .flatMap(({ name }) => (name === null || name.startsWith('.') ? [] : bare(name)))
    .filter((name) => {
      const module = name.startsWith('@')
        ? name.split('/', 2).join('/')
        : (name.split('/')[0] ?? '');
      const connects = CONNECTING.has(module) || CLIENTS.has(module);
      return connects && !allowed.includes(module);
    });
}

function globalsOf(source: Source): string[] {
  const allowed = allowedIn(source);
  const byName = [...globalUses(source.program)].flatMap(({ name, parent }) => {
    const isComputed = name === 'process' && parent.type === 'MemberExpression' && parent.computed;
    return (GLOBALS.has(name) || isComputed) && !allowed.includes(name) ? name : [];
  });
  const given = [...everyNode(source.program)].flatMap(({ type, name }) =>
    type === 'Identifier' && GIVING.has(String(name)) ? String(name) : [],
  );
  return [...byName, ...given];
}
