import { type Clock, MINUTE, SECOND } from '../../lib/clock.ts';
import type { CommandShape } from '../command.ts';
import { within } from './waiting.ts';
import type { Workspace } from './workspaces.ts';

const REMEMBERED_MS = 5 * MINUTE;
/** An acknowledgement waits for it: whoever cannot be looked up in time may not. */
const PATIENCE_MS = 1.5 * SECOND;

/** Whom to ask for what only managers may do. */
export const MANAGERS = 'workspace admins';

/** Who may manage Crier: the workspace's admins and owners, and the ids in the configuration. */
export type Rights = (workspace: Workspace, user: string) => Promise<boolean>;

export function createRights(listed: readonly string[], clock: Clock): Rights {
  const known = new Map<string, { readonly at: number; readonly may: boolean }>();
  return async (workspace, user) => {
    if (listed.includes(user)) return true;
    const key = `${workspace.id} ${user}`;
    const now = clock().getTime();
    const before = known.get(key);
    if (before && now - before.at < REMEMBERED_MS) return before.may;
    try {
      const { user: found } = await within(PATIENCE_MS, workspace.client.users.info({ user }));
      const may = Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner);
      known.set(key, { at: now, may });
      return may;
    } catch {
      // Without the scope, or without an answer, nobody but those listed may: `crier check` names the scope.
      return false;
    }
  };
}

/** Whether a line may be a command for managers: only then is it worth asking Slack who somebody is. */
export function mayNeedRights(line: string, commands: readonly CommandShape[]): boolean {
  const [first = '', ...others] = line.replace(/^\//, '').toLowerCase().split(/\s+/);
  const typed = [first.replace(/-admin$/, ''), ...others];
  return commands.some(
    ({ access, name }) =>
      access === 'managers' && name.split(' ').every((word, at) => typed[at] === word),
  );
}
