import type { Log } from '../../lib/log.ts';
import type { Vault } from '../opening.ts';
import { askerOf, type Desk } from './desk.ts';
import { faultOf } from './failure.ts';
import { homeView } from './home.ts';
import type { Replies } from './reply.ts';
import type { Workspace } from './workspaces.ts';

/** The first words to those who meet Crier; each is welcomed once. */
export type Welcome = {
  /** Who installed it, in their conversation with Crier. */
  installer(workspace: Workspace, user: string): Promise<void>;
  /** Whoever looks at Crier's page: with the page, and the first time with a greeting beside it. */
  home(workspace: Workspace, user: string, showsTab: boolean): Promise<void>;
  /** Who brought it into a channel, there, where nobody else sees it. */
  channel(workspace: Workspace, channel: string, inviter: string): Promise<void>;
};

export function createWelcome(parts: {
  readonly desk: Desk;
  readonly replies: Replies;
  readonly vault: Vault;
  readonly log: Log;
}): Welcome {
  const { desk, replies, vault, log } = parts;
  const greeting = new Set<string>();

  /** Whether this one is to be welcomed now: never twice, also over restarts. */
  async function isNew(workspace: Workspace, whom: string): Promise<boolean> {
    const key = `slack:welcomed:${workspace.id}:${whom}`;
    if (greeting.has(key) || (await vault.get(key)) !== null) return false;
    if (greeting.has(key)) return false;
    greeting.add(key);
    await vault.put(key, 'yes');
    return true;
  }

  async function greet(workspace: Workspace, user: string): Promise<void> {
    if (!(await isNew(workspace, user))) return;
    for (const shown of await desk.answering.welcome(askerOf({ workspace }))) {
      await replies.direct(workspace, user, shown);
    }
  }

  return {
    installer: greet,
    async home(workspace, user, showsTab) {
      if (showsTab) {
        const [first] = await desk.answering.welcome(askerOf({ workspace }));
        const view = homeView(first, desk.answering.commands, { ...desk.look, shared: true });
        try {
          await workspace.client.views.publish({ user_id: user, view });
        } catch (error) {
          log.warn('slack home not shown', { tenant: workspace.tenant, ...faultOf(error) });
        }
      }
      await greet(workspace, user);
    },
    async channel(workspace, channel, inviter) {
      if (!(await isNew(workspace, channel))) return;
      const asked = { workspace, user: inviter, channel, thread: null, responseUrl: null };
      for (const shown of await desk.answering.welcome(askerOf({ workspace }))) {
        await replies.privately(asked, shown);
      }
    },
  };
}
