import { type Clock, SECOND } from '../../lib/clock.ts';
import type { TenantId } from '../../news/tenant.ts';
import type { Place } from '../platform.ts';
import type { Conversations } from './conversations.ts';
import { failureOf, isFromSlack, remedyOf } from './failure.ts';
import { METADATA } from './reply.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** An app that several workspaces install reads so many at once, and once a minute; more are not given to it. */
const PAGE = 15;
const PAGES = 40;
const LONGEST_MS = 20 * SECOND;
/** How many look-ups that stopped half way are remembered. */
const MOST = 1_000;

type Page = { readonly found: string | null; readonly cursor: string | null };

/**
 * Looks for the post with a key among Crier's own since then, the newest first. Rejects where Slack does not let it
 * read to the end, and goes on from there when it is asked again: reading once a minute, it comes to an end too.
 */
export function createFind(parts: {
  readonly workspaces: Workspaces;
  readonly conversations: Conversations;
  readonly clock: Clock;
}): (place: Place, key: string, since: Date) => Promise<string | null> {
  const { workspaces, conversations, clock } = parts;
  const halfWay = new Map<string, string>();
  /** Until when Slack wants to hear nothing of this from a tenant. */
  const waits = new Map<TenantId, number>();

  return async (place, key, since) => {
    const { tenant } = place;
    const name = `${tenant} ${place.channel} ${key} ${since.getTime()}`;
    const started = clock().getTime();
    if (started < (waits.get(tenant) ?? 0)) throw new Error('Slack asks to wait.');
    let cursor = halfWay.get(name) ?? null;
    halfWay.delete(name);
    try {
      const workspace = await workspaces.of(tenant);
      if (!workspace) {
        throw new Error('Crier is not installed in that workspace: install it again.');
      }
      const channel = await conversations(workspace, place.channel);
      const oldest = (since.getTime() / SECOND).toFixed(6);
      for (let pages = 0; pages < PAGES; pages += 1) {
        const page = await read(workspace, { channel, oldest, cursor }, key);
        if (page.found !== null || page.cursor === null) return page.found;
        cursor = page.cursor;
        if (clock().getTime() - started > LONGEST_MS) break;
      }
    } catch (error) {
      if (!isFromSlack(error)) throw error;
      const failure = failureOf(error);
      if (failure.kind === 'busy') {
        waits.set(tenant, clock().getTime() + failure.retryAfterMs);
        // What was read stays read; after any other failure it is begun anew.
        keep(name, cursor);
      }
      throw new Error(remedyOf(failure));
    }
    keep(name, cursor);
    throw new Error('There is much to read in that channel: it goes on with the next look.');
  };

  function keep(name: string, cursor: string | null): void {
    if (cursor === null) return;
    if (halfWay.size >= MOST) halfWay.clear();
    halfWay.set(name, cursor);
  }
}

async function read(
  { client, botUser }: Workspace,
  where: { readonly channel: string; readonly oldest: string; readonly cursor: string | null },
  key: string,
): Promise<Page> {
  const { channel, oldest, cursor } = where;
  const page = await client.conversations.history({
    channel,
    oldest,
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor !== null && { cursor }),
  });
  if (!page.messages) throw new Error('Slack gave no messages');
  const ours = page.messages.find((one) => isPost(one, botUser, key));
  const next = page.response_metadata?.next_cursor || null;
  if (page.has_more && next === null)
    throw new Error('Slack has more messages and does not say where');
  return { found: ours?.ts ?? null, cursor: next };
}

/** Anybody may write metadata by our name: only Crier's own counts. */
function isPost(message: unknown, botUser: string, key: string): boolean {
  const { user, metadata } = message as {
    user?: unknown;
    metadata?: { event_type?: unknown; event_payload?: { key?: unknown } };
  };
  return (
    user === botUser && metadata?.event_type === METADATA && metadata.event_payload?.key === key
  );
}
