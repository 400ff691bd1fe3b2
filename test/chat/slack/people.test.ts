import { describe, expect, test } from 'vitest';
import { createPeople } from '../../../src/chat/slack/people.ts';
import { createRights } from '../../../src/chat/slack/rights.ts';
import type { WebClient } from '../../../src/chat/slack/web-client.ts';
import type { Workspace } from '../../../src/chat/slack/workspaces.ts';
import { systemClock } from '../../../src/lib/clock.ts';

/** A workspace whose Slack says this of everybody. */
function workspaceThatSays(user: object, of: Partial<Workspace> = {}): Workspace {
  const client = { users: { info: async () => ({ ok: true, user }) } };
  return {
    id: 'T1',
    tenant: 'slack:T1',
    team: 'T1',
    enterprise: null,
    client: client as unknown as WebClient,
    botUser: 'UBOT',
    botId: 'B1',
    ...of,
  };
}

const ofOrganisation = { id: 'E1', team: null, enterprise: 'E1' };
const enterprise = (id: string) => ({ enterprise_user: { enterprise_id: id } });

describe('whoever manages', () => {
  test.for([
    ['an admin of the workspace', { team_id: 'T1', is_admin: true }, {}, true],
    ['an owner of the workspace', { team_id: 'T1', is_owner: true }, {}, true],
    ['a member', { team_id: 'T1' }, {}, false],
    ['an admin of another workspace', { team_id: 'T2', is_admin: true }, {}, false],
    ['an admin of nobody knows where', { is_admin: true }, {}, false],
    ['a guest', { team_id: 'T1', is_admin: true, is_restricted: true }, {}, false],
    [
      'a guest of one channel',
      { team_id: 'T1', is_admin: true, is_ultra_restricted: true },
      {},
      false,
    ],
    ['a stranger', { team_id: 'T1', is_admin: true, is_stranger: true }, {}, false],
    [
      'an admin elsewhere in the organisation',
      { team_id: 'T2', is_admin: true, ...enterprise('E1') },
      ofOrganisation,
      true,
    ],
    [
      'an admin of another organisation',
      { team_id: 'T2', is_admin: true, ...enterprise('E2') },
      ofOrganisation,
      false,
    ],
    [
      'an admin of no organisation',
      { team_id: 'T2', is_admin: true },
      { team: 'T1', enterprise: 'E1' },
      false,
    ],
  ] as const)('may be %s or not', async ([, user, of, may]) => {
    const rights = createRights([], createPeople(systemClock));
    expect(await rights(workspaceThatSays(user, of), 'U1')).toBe(may);
  });
});
