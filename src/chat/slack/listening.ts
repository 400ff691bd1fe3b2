import type { Context } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Desk } from './desk.ts';
import { faultOf } from './failure.ts';
import type { Home } from './home.ts';
import { isOf } from './people.ts';
import type { Asked, Replies } from './reply.ts';
import type { Seen } from './seen.ts';
import type { Welcome } from './welcome.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** Slack waits three seconds; over Socket Mode nobody but us looks at the clock. */
export const PATIENCE_MS = 2.5 * SECOND;

export type Listening = {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly replies: Replies;
  readonly welcome: Welcome;
  readonly home: Home;
  /** Whether something comes for the first time. */
  readonly first: (id: string) => boolean;
  /** What was shared in the last minute, by whom. */
  readonly shares: Seen;
  /** Keeps account of work that goes on after the acknowledgement, so that the end can wait for it. */
  readonly work: (doing: Promise<unknown>) => void;
  /** The tokens of a workspace are worth nothing any more. */
  readonly revoked: (id: string) => Promise<void>;
  readonly log: Log;
};

/** The id of the workspace or organisation that a delivery is of. */
export const idIn = (context: Context): string =>
  (context.isEnterpriseInstall ? context.enterpriseId : context.teamId) ?? '';

/** Where a delivery came from; null where Crier is not installed. */
export async function workspaceOf(
  context: Context,
  { workspaces, log }: Listening,
): Promise<Workspace | null> {
  const workspace = await workspaces.from(context);
  if (!workspace) log.warn('slack delivery of a strange workspace ignored', { id: idIn(context) });
  return workspace;
}

/**
 * Somebody of another company, in a channel that both share: they may not ask for what is this one's own. What a
 * delivery says of them is enough where it names this workspace, or says that nobody from outside is in the channel;
 * of a colleague in another workspace of the same organisation Slack is asked.
 */
export async function isForeign(
  told: { readonly team: string | undefined; readonly isShared?: boolean | undefined },
  { workspace, user }: Pick<Asked, 'workspace' | 'user'>,
  { desk: { people } }: Pick<Listening, 'desk'>,
): Promise<boolean> {
  if (isOf(workspace, told.team)) return false;
  if (told.team === undefined && told.isShared === false) return false;
  if (told.team !== undefined && workspace.enterprise === null) return true;
  return !(await people(workspace, user))?.belongs;
}

/**
 * Acknowledges once: when it is called, or by itself before Slack gives up. What cannot be acknowledged any more is
 * still answered, since an answer has a way of its own.
 */
export function inTime<T>(ack: (body?: T) => Promise<void>, log: Log): (body?: T) => Promise<void> {
  let done = false;
  const acknowledge = async (body?: T) => {
    clearTimeout(timer);
    if (done) return;
    done = true;
    try {
      await (body === undefined ? ack() : ack(body));
    } catch (error) {
      log.warn('slack delivery not acknowledged', faultOf(error));
    }
  };
  const timer = setTimeout(() => void acknowledge(), PATIENCE_MS);
  return acknowledge;
}
