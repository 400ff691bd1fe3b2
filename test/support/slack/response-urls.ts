import { randomBytes } from 'node:crypto';
import { readContent } from './content.ts';
import { isJson, type Json } from './json.ts';
import { addMessage, deleteMessage, editMessage } from './messages.ts';
import { installationOf, type Message, violation, type World } from './state.ts';

/** An address for late answers: "up to 5 times within 30 minutes", https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export type ResponseUrl = {
  readonly kind: 'commands' | 'actions' | 'app';
  readonly path: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  /** The message with the pressed button; null for a command. */
  original: Message | null;
  cause: string;
  readonly issuedAt: Date;
  uses: number;
};

export type ResponseUrls = {
  issue(about: Omit<ResponseUrl, 'path' | 'issuedAt' | 'uses'>): ResponseUrl;
  /** What is answered to a POST there, and what it did; undefined where there is no such address. */
  post(path: string, body: unknown): { status: number; body: string } | undefined;
};

const USES = 5;
const VALID_MS = 30 * 60_000;

const refused = (status: number, error: string) => ({
  status,
  body: JSON.stringify({ ok: false, error }),
});

export function createResponseUrls(world: World): ResponseUrls {
  const issued = new Map<string, ResponseUrl>();
  return {
    issue: (about) => {
      const path = `/${about.kind}/${about.team}/${issued.size + 10_521_386_623_270}/${randomBytes(12).toString('hex')}`;
      const made: ResponseUrl = { ...about, path, issuedAt: world.clock(), uses: 0 };
      issued.set(path, made);
      return made;
    },
    post: (path, body) => {
      const url = issued.get(path);
      if (url === undefined) return undefined;
      // That they are a 404 with these words is told by people, not by the docs: docs/unproven-slack.md.
      if (world.clock().getTime() - url.issuedAt.getTime() > VALID_MS) {
        return refused(404, 'expired_url');
      }
      if (url.uses >= USES) return refused(404, 'used_url');
      url.uses += 1;
      if (!isJson(body)) return refused(400, 'invalid_payload');
      return respond(world, url, body, 'response_url');
    },
  };
}

const KNOWN = new Set([
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'mrkdwn',
  'metadata',
  'unfurl_links',
  'unfurl_media',
  'parse',
  'link_names',
]);

/** Says what an acknowledgement of a command or a POST to a response address says. */
export function respond(
  world: World,
  url: ResponseUrl,
  body: Json,
  via: 'response_url' | 'ack',
): { status: number; body: string } {
  for (const name of Object.keys(body)) {
    if (!KNOWN.has(name)) violation(world, via, `unknown property ${name}`);
  }
  const type = body.response_type;
  if (type !== undefined && type !== 'ephemeral' && type !== 'in_channel') {
    violation(world, via, `response_type ${String(type)}`);
  }
  if (body.delete_original === true) {
    if (url.original === null) return refused(404, 'message_not_found');
    deleteMessage(world, url.original);
    return { status: 200, body: 'ok' };
  }
  const read = readContent(world, via, body);
  if (!read.ok) return { status: 400, body: read.error };
  if (body.replace_original === true && url.original !== null && !url.original.deleted) {
    editMessage(world, url.original, read.content);
    return { status: 200, body: 'ok' };
  }
  if (
    url.kind === 'actions' &&
    url.original !== null &&
    type === undefined &&
    body.replace_original === undefined
  ) {
    // Old and new docs differ on whether this replaces the message: an app has to say what it means.
    violation(world, via, 'neither replace_original nor response_type: Slack may do either');
  }
  const made = addMessage(
    world,
    {
      team: url.team,
      channel: url.channel,
      author: installationOf(world, url.team)?.botUser ?? 'USLACKBOT',
      via,
      cause: url.cause,
      threadTs: typeof body.thread_ts === 'string' ? body.thread_ts : url.threadTs,
      ephemeralTo: type === 'in_channel' ? null : url.user,
    },
    read.content,
  );
  // After a command there is nothing to replace at first, and then what the same address said before.
  if (body.replace_original === true) violation(world, via, 'replace_original: nothing to replace');
  if (url.original === null) url.original = made;
  return { status: 200, body: 'ok' };
}
