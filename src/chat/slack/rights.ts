import type { CommandShape } from '../command.ts';
import type { People } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** Whom to ask for what only managers may do. */
export const MANAGERS = 'workspace admins';

/** Who may manage Crier: the workspace's own admins and owners, and the ids in the configuration. */
export type Rights = (workspace: Workspace, user: string) => Promise<boolean>;

export function createRights(listed: readonly string[], people: People): Rights {
  return async (workspace, user) => {
    if (listed.includes(user)) return true;
    // Without the scope, or without an answer in time, nobody but those listed may: `crier check` names the scope.
    return (await people(workspace, user))?.isAdmin ?? false;
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
