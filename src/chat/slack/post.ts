import { SECOND } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Message } from '../message.ts';
import type { Place, Posted } from '../platform.ts';
import { personOf } from './conversations.ts';
import { failureOf, postedFrom } from './failure.ts';
import type { Look } from './look.ts';
import type { Queue } from './queue.ts';
import { renderSlack } from './render.ts';
import { metadataOf, QUIET } from './reply.ts';
import { sleep } from './waiting.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

const BETWEEN_PARTS_MS = 1.1 * SECOND;
const LONGEST_WAIT_MS = 30 * SECOND;
const TRIES = 3;

/**
 * Posts in a channel, one post after the other for each. Of a message that is too long for one, the first part is the
 * post; the others are replies in its thread, and where one of those fails the post stands nevertheless.
 */
export function createPost(parts: {
  readonly workspaces: Workspaces;
  readonly look: Omit<Look, 'shared'>;
  readonly queue: Queue;
  readonly log: Log;
}): (place: Place, shown: Message, key: string) => Promise<Posted> {
  const { workspaces, queue, log } = parts;

  async function post(place: Place, shown: Message, key: string): Promise<Posted> {
    const [first, ...others] = renderSlack(shown, { ...parts.look, shared: true });
    if (!first) return { kind: 'refused', reason: 'There is nothing in the message.' };
    let workspace: Workspace | null;
    try {
      workspace = await workspaces.of(place.tenant);
    } catch (error) {
      return beforePosting(error);
    }
    if (!workspace) {
      return {
        kind: 'revoked',
        reason: 'Crier is not installed in that workspace: install it again.',
      };
    }
    const { client } = workspace;
    let ts: string;
    let channel: string;
    try {
      const sent = await client.chat.postMessage({
        // Named in a channel's place, a member means their direct messages with Crier.
        channel: personOf(place.channel) ?? place.channel,
        ...first,
        ...QUIET,
        metadata: metadataOf(shown, key),
      });
      ts = sent.ts ?? '';
      channel = sent.channel ?? place.channel;
    } catch (error) {
      return postedFrom(error);
    }
    for (const [at, part] of others.entries()) {
      await sleep(BETWEEN_PARTS_MS);
      const more = {
        ...part,
        ...QUIET,
        thread_ts: ts,
        metadata: metadataOf(shown, `${key}.${at + 1}`),
      };
      if (!(await reply(workspace, channel, more))) break;
    }
    return { kind: 'sent', id: ts };
  }

  async function reply(
    { client, tenant }: Workspace,
    channel: string,
    more: Omit<Parameters<typeof client.chat.postMessage>[0] & object, 'channel'>,
  ): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.chat.postMessage({ ...more, channel } as Parameters<
          typeof client.chat.postMessage
        >[0]);
        return true;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'busy' && tries < TRIES) {
          await sleep(Math.min(LONGEST_WAIT_MS, failure.retryAfterMs));
          continue;
        }
        log.warn('slack reply not posted', { tenant, channel, reason: failure.code });
        return false;
      }
    }
  }

  return (place, shown, key) =>
    queue.run(`${place.tenant} ${place.channel}`, () => post(place, shown, key));
}

/** Whoever could not even be asked about has nothing posted. */
function beforePosting(error: unknown): Posted {
  const posted = postedFrom(error);
  return posted.kind === 'ambiguous' ? { kind: 'busy', retryAfterMs: 30 * SECOND } : posted;
}
