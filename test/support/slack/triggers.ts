import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/lib/clock.ts';

/** Permission to open a view: valid for 3 s and once. https://docs.slack.dev/interactivity/handling-user-interaction */
export type Triggers = {
  issue(user: string, team: string, channel?: string | null): string;
  /** Uses it up; the error is the one `views.open` answers. */
  exchange(id: string): { user: string; team: string; channel: string | null } | { error: string };
};

const VALID_MS = 3_000;

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<
    string,
    { user: string; team: string; channel: string | null; at: number; used: boolean }
  >();
  let count = 10_520_020_890_661;
  return {
    issue: (user, team, channel = null) => {
      count += 1;
      const id = `${count}.10229338706656.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, team, channel, at: clock().getTime(), used: false });
      return id;
    },
    exchange: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (clock().getTime() - trigger.at > VALID_MS) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return trigger;
    },
  };
}
