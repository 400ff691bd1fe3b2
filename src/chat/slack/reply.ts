import { SECOND } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Message } from '../message.ts';
import { failureOf, faultOf, hasNotLeft } from './failure.ts';
import type { Look } from './look.ts';
import type { Queue } from './queue.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import { sleep } from './waiting.ts';
import type { WebClient } from './web-client.ts';
import type { Workspace } from './workspaces.ts';

/** Where somebody asked, and so where their answer goes. */
export type Asked = {
  readonly workspace: Workspace;
  readonly user: string;
  /** What others call them; null where Slack did not say it along. */
  readonly name: string | null;
  /** Null where it was asked outside of any channel: in the home tab. */
  readonly channel: string | null;
  readonly thread: string | null;
  /** An address for late answers: five within 30 minutes. */
  readonly responseUrl: string | null;
};

/** Each says whether at least the first part of the answer stands, as far as Slack said. */
export type Replies = {
  /** To the one who asked alone. */
  privately(asked: Asked, shown: Message): Promise<boolean>;
  /**
   * To everybody where it was asked, but trouble to the one who asked alone; `loudly` as a message of Crier's own
   * (after a mention), whatever it is.
   */
  publicly(asked: Asked, shown: Message): Promise<boolean>;
  loudly(asked: Asked, shown: Message): Promise<boolean>;
  direct(workspace: Workspace, user: string, shown: Message): Promise<boolean>;
};

const USES = 5;
const TIMEOUT_MS = 10 * SECOND;
const LONGEST_WAIT_MS = 60 * SECOND;
const TRIES = 3;
/** About one message a second may be posted in a channel. */
const BETWEEN_PARTS_MS = 1.1 * SECOND;

/** What travels with a message of Crier's, for Crier alone: which story its thread is about, which post it is. */
export const METADATA = 'crier';
export function metadataOf(shown: Pick<Message, 'story'>, key?: string) {
  return {
    event_type: METADATA,
    event_payload: { ...(key && { key }), ...(shown.story !== null && { story: shown.story }) },
  };
}

/** Links are ours to show: Slack adds no previews. */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export function createReplies(options: {
  readonly look: Omit<Look, 'shared'>;
  readonly queue: Queue;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Replies {
  const { look, queue, log, signal } = options;
  const rendered = (shown: Message, shared: boolean) => renderSlack(shown, { ...look, shared });

  /** Does it again where Slack says that it was too much: then nothing has happened yet. */
  async function patiently(work: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await work();
        return;
      } catch (error) {
        const failure = failureOf(error);
        const isWorthIt = failure.kind === 'busy' && failure.retryAfterMs <= LONGEST_WAIT_MS;
        if (!isWorthIt || tries === TRIES || signal.aborted) throw error;
        await sleep(failure.retryAfterMs, signal);
      }
    }
  }

  const inChannel = (
    asked: Asked,
    channel: string,
    work: (client: WebClient) => Promise<unknown>,
  ) =>
    queue.run(`${asked.workspace.id} ${channel}`, () =>
      patiently(() => work(asked.workspace.client)),
    );

  const thread = ({ thread: ts }: Asked) => (ts === null ? {} : { thread_ts: ts });

  /** By the address for late answers; false where that is used up or over, so that another way is taken. */
  async function late(
    asked: Asked,
    part: SlackMessage,
    more: { readonly response_type: 'ephemeral' | 'in_channel'; readonly metadata?: unknown },
  ): Promise<boolean> {
    const address = asked.responseUrl;
    if (address === null) return false;
    const body = { ...part, ...more, ...QUIET, ...thread(asked), replace_original: false };
    for (let tries = 1; ; tries += 1) {
      let answer: Response;
      try {
        answer = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
      } catch (error) {
        const isSure = hasNotLeft(error);
        log.warn(
          isSure ? 'slack answer address not reached' : 'slack answer unsure',
          faultOf(error),
        );
        // It may have arrived: an answer given twice is worse than one that has to be asked for again.
        return !isSure;
      }
      await answer.body?.cancel();
      if (answer.ok) return true;
      if (answer.status === 429 && tries < TRIES && !signal.aborted) {
        await sleep(Math.min(LONGEST_WAIT_MS, secondsIn(answer) * SECOND), signal);
        continue;
      }
      if (answer.status < 500) return false;
      log.warn('slack answer unsure', { status: answer.status });
      return true;
    }
  }

  /** For one person's eyes, where the address for late answers is of no use: in the channel, else in a conversation. */
  async function ephemeral(asked: Asked, part: SlackMessage): Promise<void> {
    const { channel, user } = asked;
    if (channel !== null) {
      try {
        await inChannel(asked, channel, (client) =>
          client.chat.postEphemeral({ channel, user, ...part, ...thread(asked) }),
        );
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'gone') throw error;
      }
    }
    await inChannel(asked, user, (client) =>
      client.chat.postMessage({ channel: user, ...part, ...QUIET }),
    );
  }

  /** `work` calls `stands` when its first part does. */
  async function guarded(
    what: string,
    asked: { workspace: Workspace },
    work: (stands: () => void) => Promise<void>,
  ): Promise<boolean> {
    let isThere = false;
    try {
      await work(() => {
        isThere = true;
      });
    } catch (error) {
      const failure = failureOf(error);
      log.warn('slack answer not delivered', {
        what,
        tenant: asked.workspace.tenant,
        reason: failure.code,
      });
    }
    return isThere;
  }

  const privately: Replies['privately'] = (asked, shown) =>
    guarded('private', asked, async (stands) => {
      for (const [at, part] of rendered(shown, false).entries()) {
        const taken = at < USES && (await late(asked, part, { response_type: 'ephemeral' }));
        if (!taken) await ephemeral(asked, part);
        stands();
      }
    });

  return {
    privately,
    async publicly(asked, shown) {
      if (shown.trouble) return privately(asked, shown);
      return guarded('public', asked, async (stands) => {
        const metadata = metadataOf(shown);
        for (const [at, part] of rendered(shown, true).entries()) {
          const how = { response_type: 'in_channel', metadata } as const;
          const taken = at < USES && (await late(asked, part, how));
          if (!taken) await sayAloud(asked, [part], shown, stands);
          stands();
        }
      });
    },
    loudly: (asked, shown) =>
      guarded('mention', asked, (stands) => sayAloud(asked, rendered(shown, true), shown, stands)),
    direct: (workspace, user, shown) =>
      guarded('direct', { workspace }, (stands) =>
        sayAloud(
          { workspace, user, name: null, channel: user, thread: null, responseUrl: null },
          rendered(shown, true),
          shown,
          stands,
        ),
      ),
  };

  async function sayAloud(
    asked: Asked,
    parts: readonly SlackMessage[],
    shown: Message,
    stands: () => void,
  ): Promise<void> {
    const channel = asked.channel ?? asked.user;
    for (const [at, part] of parts.entries()) {
      if (at > 0) await sleep(BETWEEN_PARTS_MS, signal);
      await inChannel(asked, channel, (client) =>
        client.chat.postMessage({
          channel,
          ...part,
          ...QUIET,
          ...thread(asked),
          metadata: metadataOf(shown),
        }),
      );
      stands();
    }
  }
}

function secondsIn(answer: Response): number {
  const seconds = Number(answer.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 30;
}
