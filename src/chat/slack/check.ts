import type { Log } from '../../lib/log.ts';
import { EVERYBODY } from '../../news/tenant.ts';
import type { Finding, Place } from '../platform.ts';
import type { Access } from './access.ts';
import { createConversations, personOf } from './conversations.ts';
import { failureOf, remedyOf } from './failure.ts';
import type { Installations } from './installations.ts';
import { SCOPES } from './scopes.ts';
import { connectionRemedy } from './socket-lines.ts';
import { type WebClient, webClient } from './web-client.ts';
import { tenantOf, type Workspace, type Workspaces } from './workspaces.ts';

const nameOf = ({ channel }: Place): string => {
  const person = personOf(channel);
  return person === null ? `Slack channel ${channel}` : `Slack direct messages of ${person}`;
};

const fine = (what: string): Finding => ({ what, remedy: null });

/** Looks at the tokens, what they may do, and the channels given. Posts nothing. */
export function createCheck(parts: {
  readonly access: Access;
  readonly installations: Installations | null;
  readonly workspaces: Workspaces;
  readonly log: Log;
}): (places?: readonly Place[]) => Promise<readonly Finding[]> {
  const { access, installations, workspaces, log } = parts;

  async function tokens(): Promise<Finding[]> {
    const { tenancy } = access;
    if (tenancy.kind === 'one') {
      const client = webClient(tenancy.botToken.reveal(), access.apiUrl, log);
      return checkToken(client, 'CRIER_SLACK_BOT_TOKEN');
    }
    const ids = (await installations?.all()) ?? [];
    if (ids.length === 0) {
      const remedy = `No workspace has installed Crier yet: open ${tenancy.publicUrl}/slack/install.`;
      return [{ what: 'Slack installations', remedy }];
    }
    const found: Finding[] = [];
    for (const id of ids) {
      const workspace = await workspaces.byId(id);
      if (workspace) found.push(...(await checkToken(workspace.client, `installation ${id}`)));
    }
    return found;
  }

  /** A channel of nobody knows which workspace is looked for in all of them. */
  async function anywhere(place: Place): Promise<Finding> {
    if (place.tenant !== EVERYBODY || !installations) return checkPlace(place, workspaces);
    const ids = await installations.all();
    const found = await Promise.all(
      ids.map((id) => checkPlace({ ...place, tenant: tenantOf(id) }, workspaces)),
    );
    const what = nameOf(place);
    return (
      found.find(({ remedy }) => remedy === null) ??
      found.find((one) => one.what !== what) ?? {
        what,
        remedy:
          'No workspace shows it to Crier. Write slack:T…/C… to name the workspace, and "/invite @crier" in a private channel.',
      }
    );
  }

  return async (places = []) => [
    ...(await tokens()),
    ...(await checkConnection(access, log)),
    ...(await Promise.all(places.map(anywhere))),
  ];
}

/** Looks at what one token is and may do; `name` is what its finding is called by. */
export async function checkToken(client: WebClient, name: string): Promise<Finding[]> {
  try {
    const who = await client.auth.test();
    const granted = new Set(who.response_metadata?.scopes ?? []);
    const lacking = SCOPES.filter(({ scope }) => !granted.has(scope));
    const where = `Slack workspace ${who.team ?? who.team_id ?? ''}`.trim();
    return [
      fine(`${where} (${name})`),
      ...lacking.map(({ scope, why }) => ({
        what: `${where}, permission ${scope}`,
        remedy: `Crier needs it to ${why}: add it under OAuth & Permissions, Scopes, Bot Token Scopes, and reinstall the app.`,
      })),
      ...(lacking.length === 0 ? [fine(`${where}, permissions`)] : []),
    ];
  } catch (error) {
    return [{ what: `Slack (${name})`, remedy: remedyOf(failureOf(error)) }];
  }
}

async function checkConnection({ transport, apiUrl }: Access, log: Log): Promise<Finding[]> {
  if (transport.kind === 'http') return [];
  const what = 'Slack Socket Mode (CRIER_SLACK_APP_TOKEN)';
  try {
    await webClient(transport.appToken.reveal(), apiUrl, log).apps.connections.open({});
    return [fine(what)];
  } catch (error) {
    const remedy = connectionRemedy(failureOf(error));
    return [{ what, remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) }];
  }
}

/** Looks at one channel. */
export async function checkPlace(place: Place, workspaces: Workspaces): Promise<Finding> {
  const what = nameOf(place);
  let workspace: Workspace | null = null;
  try {
    workspace = await workspaces.of(place.tenant);
    if (!workspace)
      return { what, remedy: 'Crier is not installed in that workspace: install it.' };
    if (personOf(place.channel) !== null) {
      await createConversations()(workspace, place.channel);
      return fine(what);
    }
    const { channel } = await workspace.client.conversations.info({ channel: place.channel });
    const named = channel?.name ? `Slack channel #${channel.name}` : what;
    if (channel?.is_archived) {
      return { what: named, remedy: 'It is archived: unarchive it, or choose another one.' };
    }
    if (channel?.is_member === false) {
      return { what: named, remedy: `Crier is not in it: write "/invite @crier" there.` };
    }
    if (channel?.is_read_only) {
      return {
        what: named,
        remedy: 'It is read-only: let Crier post there, or choose another one.',
      };
    }
    return fine(named);
  } catch (error) {
    return { what, remedy: remedyOf(failureOf(error)) };
  }
}
