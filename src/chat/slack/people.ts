import { type Clock, MINUTE, SECOND } from '../../lib/clock.ts';
import { within } from './waiting.ts';
import type { Workspace } from './workspaces.ts';

const REMEMBERED_MS = 5 * MINUTE;
const MOST = 10_000;
/** An acknowledgement waits for it. */
const PATIENCE_MS = 1.5 * SECOND;

/** What Slack says of somebody, as seen from one workspace. */
export type Person = {
  /** Whether they are of that workspace, or of the organisation it is part of. */
  readonly belongs: boolean;
  /** Whether they run it: an admin or owner of their own, no guest. */
  readonly isAdmin: boolean;
  /** What others call them; null where Slack does not say. */
  readonly name: string | null;
};

/** Asks Slack who somebody is; null where it does not say in time. */
export type People = (workspace: Workspace, user: string) => Promise<Person | null>;

export function createPeople(clock: Clock): People {
  const known = new Map<string, { readonly at: number; readonly person: Person }>();
  return async (workspace, user) => {
    const key = `${workspace.id} ${user}`;
    const now = clock().getTime();
    const before = known.get(key);
    if (before && now - before.at < REMEMBERED_MS) return before.person;
    try {
      const { user: found } = await within(PATIENCE_MS, workspace.client.users.info({ user }));
      const belongs =
        !found?.is_stranger &&
        isOf(workspace, found?.team_id, found?.enterprise_user?.enterprise_id);
      const isGuest = Boolean(found?.is_restricted || found?.is_ultra_restricted);
      const runs = Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner);
      const name = found?.profile?.display_name || found?.real_name || found?.name || null;
      const person = { belongs, isAdmin: belongs && !isGuest && runs, name };
      if (known.size >= MOST) known.clear();
      known.set(key, { at: now, person });
      return person;
    } catch {
      return null;
    }
  };
}

/** By their organisations where both have one, else by their workspaces. */
export function isOf(
  workspace: Pick<Workspace, 'team' | 'enterprise'>,
  team: string | undefined,
  enterprise?: string,
): boolean {
  if (workspace.enterprise && enterprise) return workspace.enterprise === enterprise;
  return workspace.team !== null && workspace.team === team;
}
