import type { CommandShape } from '../command.ts';
import { commandOf } from './command-of.ts';
import type { People } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** Whom to ask for what only managers may do. */
export const MANAGERS = 'workspace admins';

/** The same to somebody of whom Slack said nothing. */
export const MANAGERS_UNKNOWN = `${MANAGERS} (Slack did not say in time whether you are one: please try again)`;

/**
 * Who may manage Crier: the workspace's own admins and owners, and the ids in the configuration; null where Slack does
 * not say.
 */
export type Rights = (workspace: Workspace, user: string) => Promise<boolean | null>;

export function createRights(listed: readonly string[], people: People): Rights {
  return async (workspace, user) => {
    if (listed.includes(user)) return true;
    // Without the scope nobody but those listed may: `crier check` names it.
    return (await people(workspace, user))?.isAdmin ?? null;
  };
}

/** Whether a line is a command for managers. */
export const isForManagers = (line: string, commands: readonly CommandShape[]): boolean =>
  commandOf(line, commands)?.access === 'managers';

/**
 * Whether an answer may turn on who asks: only then is it worth asking Slack who somebody is. What can be shared with
 * everybody says the same to everybody.
 */
export function turnsOnRights(line: string, commands: readonly CommandShape[]): boolean {
  const shape = commandOf(line, commands);
  return shape !== undefined && (shape.access === 'managers' || !('share' in shape.options));
}
