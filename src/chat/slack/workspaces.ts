import type { Context } from '@slack/bolt';
import type { Log } from '../../lib/log.ts';
import { EVERYBODY, type TenantId } from '../../news/tenant.ts';
import type { Access } from './access.ts';
import { type Installations, idOf } from './installations.ts';
import { type WebClient, webClient } from './web-client.ts';

/** A workspace (or a whole organisation) that Crier is installed in, and the way to act there. */
export type Workspace = {
  readonly id: string;
  readonly tenant: TenantId;
  /** Its team; null where it is a whole organisation. */
  readonly team: string | null;
  /** The organisation it is, or is part of. */
  readonly enterprise: string | null;
  readonly client: WebClient;
  readonly botUser: string;
  readonly botId: string;
};

export type Workspaces = {
  /** Where Crier's own token belongs, asked of Slack once; null where there is a token for each workspace. */
  own(): Promise<Workspace | null>;
  /** The workspace that a delivery came from; null where Crier is not installed. */
  from(
    context: Pick<Context, 'isEnterpriseInstall' | 'enterpriseId' | 'teamId'>,
  ): Promise<Workspace | null>;
  of(tenant: TenantId): Promise<Workspace | null>;
  byId(id: string): Promise<Workspace | null>;
};

export const tenantOf = (id: string): TenantId => `slack:${id}`;

/** The workspaces there are tokens for: one (`installations` is null), or all that installed the app. */
export function workspacesOf(
  access: Access,
  installations: Installations | null,
  log: Log,
): Workspaces {
  const { tenancy, apiUrl } = access;
  const known = new Map<string, { readonly token: string; readonly workspace: Workspace }>();
  let mine: Workspace | null = null;

  async function own(): Promise<Workspace | null> {
    if (tenancy.kind === 'many' || mine) return mine;
    const client = webClient(tenancy.botToken.reveal(), apiUrl, log);
    const who = await client.auth.test();
    const id = idOf({
      isEnterpriseInstall: who.is_enterprise_install,
      enterpriseId: who.enterprise_id,
      teamId: who.team_id,
    });
    mine = {
      id,
      tenant: tenantOf(id),
      team: who.is_enterprise_install ? null : (who.team_id ?? null),
      enterprise: who.enterprise_id ?? null,
      client,
      botUser: who.user_id ?? '',
      botId: who.bot_id ?? '',
    };
    return mine;
  }

  async function byId(id: string): Promise<Workspace | null> {
    if (!installations) {
      const one = await own();
      return one?.id === id ? one : null;
    }
    const installation = await installations.get(id);
    const bot = installation?.bot;
    if (!bot) return null;
    const before = known.get(id);
    if (before?.token === bot.token) return before.workspace;
    const workspace: Workspace = {
      id,
      tenant: tenantOf(id),
      team: installation.isEnterpriseInstall ? null : (installation.team?.id ?? null),
      enterprise: installation.enterprise?.id ?? null,
      client: webClient(bot.token, apiUrl, log),
      botUser: bot.userId,
      botId: bot.id,
    };
    known.set(id, { token: bot.token, workspace });
    return workspace;
  }

  return {
    own,
    byId,
    from: (context) => byId(idOf(context)),
    async of(tenant) {
      if (tenant === EVERYBODY) return own();
      return tenant.startsWith('slack:') ? byId(tenant.slice('slack:'.length)) : null;
    },
  };
}
