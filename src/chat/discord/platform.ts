import { SECOND } from '../../lib/clock.ts';
import type { Secret } from '../../lib/secret.ts';
import type { CommandShape } from '../command.ts';
import type { Message } from '../message.ts';
import type { Opening } from '../opening.ts';
import type { Platform } from '../platform.ts';
import { guildOf, personAt } from './asker.ts';
import { createChannels } from './channels.ts';
import { check, checkPlace } from './check.ts';
import type { Patience } from './connection.ts';
import type { Kept } from './custom-id.ts';
import { edit } from './edit.ts';
import { createFind } from './find.ts';
import { createKeptLines } from './kept-lines.ts';
import { createMembership } from './membership.ts';
import { createPost, type Posting } from './post.ts';
import { type Payload, render } from './render.ts';
import { type Access, createAnswerRest, createRest } from './rest.ts';
import { serve } from './serve.ts';
import { spelledHere } from './spelling.ts';

/** How long what is waited for: tests are less patient. */
export type Waits = Patience & {
  /** For the answer to one request. */
  readonly requestMs: number;
};

// A line that is away for longer than this is given up: the SDK alone would wait a minute for a gateway that is silent.
const WAITS: Waits = { requestMs: 15 * SECOND, awayMs: 40 * SECOND, closingMs: 1.5 * SECOND };

// Looking for a post waits no longer than this where Discord asks it to.
const LONGEST_WAIT = 10 * SECOND;

/** Discord with this bot's token; nothing is asked of it until it is used. */
export function createDiscord(opening: Opening, token: Secret, waits: Waits = WAITS): Platform {
  const access: Access = {
    token,
    api: opening.variable('CRIER_DISCORD_API_URL') ?? null,
    timeoutMs: waits.requestMs,
    log: opening.log,
  };
  let commands: readonly CommandShape[] = [];
  const lines = createKeptLines(opening.vault);
  const shown = async (
    message: Message,
    shared: boolean,
    { key = null, guild }: { readonly key?: string | null; readonly guild: string | null },
  ): Promise<[Payload, ...Payload[]]> => {
    const kept: Kept[] = [];
    const payloads = render(message, {
      shared,
      key,
      guild,
      sample: opening.sample,
      keep: (line) => kept.push(line),
    });
    await lines.keep(kept);
    return payloads;
  };
  const calm = createRest(access, { retries: 2 });
  const posts = createRest(access, { rejectOnRateLimit: () => true });
  const patient = createRest(access, {
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > LONGEST_WAIT,
  });
  const membership = createMembership(opening.clock);
  const posting: Posting = {
    rest: posts,
    membership,
    log: opening.log,
    channels: createChannels(posts, opening.clock),
    authorise: () => void posts.setToken(token.reveal()),
    render: (message, { tenant, channel }, key) =>
      shown(spelledHere(message, commands), true, {
        key,
        guild: personAt(channel) === undefined ? null : guildOf(tenant),
      }),
    begun: new Map(),
  };
  const find = createFind({
    ...posting,
    rest: patient,
    authorise() {
      posting.authorise();
      patient.setToken(token.reveal());
    },
  });
  const service = {
    opening,
    access,
    calm,
    rest: createAnswerRest(access),
    lines,
    render: (message: Message, shared: boolean, guild: string | null) =>
      shown(message, shared, { guild }),
    membership,
    patience: waits,
  };

  return {
    name: 'discord',
    serve(answering, signal) {
      commands = answering.commands;
      return serve(service, answering, signal);
    },
    post: createPost(posting),
    find,
    edit: (place, id, message, key) => edit(posting, { place, id, message, key }),
    fits: (message) =>
      render(spelledHere(message, commands), {
        shared: true,
        key: 'k',
        guild: null,
        sample: opening.sample,
        keep: () => {},
      }).length === 1,
    check: (places = []) => check(calm.setToken(token.reveal()), opening, places),
    checkPlace: (place) => checkPlace(calm.setToken(token.reveal()), place),
  };
}
