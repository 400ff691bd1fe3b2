import {
  type APIApplication,
  type APIApplicationCommand,
  type APIChannel,
  type APIUser,
  ChannelType,
  type REST,
  Routes,
} from 'discord.js';
import { EVERYBODY } from '../../news/tenant.ts';
import type { Opening } from '../opening.ts';
import type { Finding, Place } from '../platform.ts';
import { dmTenant, guildOf, guildTenant, personAt } from './asker.ts';
import { belongs } from './membership.ts';
import { howToGrant, inviteUrl, missingIn, rightsIn } from './permissions.ts';
import { troubleOf } from './trouble.ts';

const PORTAL = 'https://discord.com/developers/applications';
const fine = (what: string): Finding => ({ what, remedy: null });

/** Looks at the token, the application, its commands, and what may be done in each place. Posts nothing. */
export async function check(
  rest: REST,
  { settings }: Pick<Opening, 'settings'>,
  places: readonly Place[],
): Promise<Finding[]> {
  let user: APIUser;
  let application: APIApplication;
  try {
    user = (await rest.get(Routes.user())) as APIUser;
    application = (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    return [tokenFinding(error)];
  }
  const findings = [
    fine(`token: Discord knows it as ${user.username} (application ${application.id})`),
    fine('privileged intents: none are needed'),
    ...applicationFindings(application),
    await commandsFinding(rest, application.id, settings.discord.guild),
    fine(`invite it with ${inviteUrl(application.id)} (${missingIn(0n).join(', ')})`),
  ];
  for (const place of places) {
    findings.push(await placeFinding(rest, user.id, application.id, place));
  }
  return findings;
}

/** The same of one place alone. */
export async function checkPlace(rest: REST, place: Place): Promise<Finding> {
  let user: APIUser;
  let application: APIApplication;
  try {
    user = (await rest.get(Routes.user())) as APIUser;
    application = (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    return tokenFinding(error);
  }
  return placeFinding(rest, user.id, application.id, place);
}

function tokenFinding(error: unknown): Finding {
  const trouble = troubleOf(error);
  if (trouble.kind === 'refused' && trouble.status === 401) {
    return {
      what: 'token: Discord refused it',
      remedy: `Open ${PORTAL}, choose your application → Bot → Reset Token, and set CRIER_DISCORD_TOKEN to the new one.`,
    };
  }
  const reason = trouble.kind === 'limited' ? 'too many requests' : trouble.reason;
  return {
    what: `Discord could not be asked: ${reason}`,
    remedy: 'Look whether this machine reaches https://discord.com, then try again.',
  };
}

function applicationFindings(application: APIApplication): Finding[] {
  const findings: Finding[] = [];
  if (application.interactions_endpoint_url) {
    findings.push({
      what: 'commands go to an Interactions Endpoint URL and never reach Crier',
      remedy: `Open ${PORTAL}, choose your application → General Information, and clear Interactions Endpoint URL.`,
    });
  }
  if (application.bot_require_code_grant) {
    findings.push({
      what: 'the invitation asks for a code grant and ends in an error',
      remedy: `Open ${PORTAL}, choose your application → Bot, and switch Requires OAuth2 Code Grant off.`,
    });
  }
  return findings;
}

async function commandsFinding(
  rest: REST,
  application: string,
  guild: string | null,
): Promise<Finding> {
  const where = guild === null ? 'everywhere' : `in server ${guild}`;
  try {
    const route =
      guild === null
        ? Routes.applicationCommands(application)
        : Routes.applicationGuildCommands(application, guild);
    const names = ((await rest.get(route)) as APIApplicationCommand[]).map(
      ({ name }) => `/${name}`,
    );
    return names.length > 0
      ? fine(`commands ${where}: ${names.join(', ')}`)
      : {
          what: `commands: none are registered ${where}`,
          remedy: 'Start Crier: it registers them when it comes online.',
        };
  } catch {
    return {
      what: `commands: Discord does not show those ${where}`,
      remedy: `Invite Crier to that server: ${inviteUrl(application)}`,
    };
  }
}

async function placeFinding(
  rest: REST,
  user: string,
  application: string,
  { tenant, channel: id }: Place,
): Promise<Finding> {
  try {
    const person = personAt(id);
    if (person !== undefined) {
      const guild = guildOf(tenant);
      if (guild !== null && !(await belongs(rest, guild, person))) {
        return {
          what: `direct messages of ${person}: they are no longer in the server`,
          remedy: 'They get its news again once they are back and ask for it.',
        };
      }
      await rest.post(Routes.userChannels(), { body: { recipient_id: person } });
      return fine(`direct messages of ${person}: they can be opened`);
    }
    const channel = (await rest.get(Routes.channel(id))) as APIChannel;
    const guildId = 'guild_id' in channel ? channel.guild_id : undefined;
    const name = 'name' in channel && channel.name ? `#${channel.name}` : id;
    if (!guildId) {
      const people = 'recipients' in channel ? (channel.recipients ?? []) : [];
      return tenant === EVERYBODY || people.some((one) => dmTenant(one.id) === tenant)
        ? fine(`channel ${id}: a private conversation`)
        : foreign(name, tenant);
    }
    // Whoever runs Crier names channels without their servers.
    if (tenant !== EVERYBODY && tenant !== guildTenant(guildId)) return foreign(name, tenant);
    if (channel.type === ChannelType.GuildCategory) {
      return {
        what: `channel ${name}: it is a category`,
        remedy: 'Choose a channel inside of it: nothing can be posted in a category.',
      };
    }
    const missing = missingIn(await rightsIn(rest, user, channel, guildId));
    return missing.length === 0
      ? fine(`channel ${name}: I can see it and post in it`)
      : {
          what: `channel ${name}: I lack ${missing.join(', ')}`,
          remedy: howToGrant(missing, name),
        };
  } catch (error) {
    return unreadable(id, application, error);
  }
}

function foreign(name: string, tenant: string): Finding {
  return {
    what: `channel ${name}: it is not of ${tenant}`,
    remedy: 'Choose a channel of that server.',
  };
}

function unreadable(id: string, application: string, error: unknown): Finding {
  const trouble = troubleOf(error);
  const code = trouble.kind === 'refused' ? trouble.code : null;
  if (code === 10003) {
    return {
      what: `channel ${id}: there is none of that number`,
      remedy: 'It was deleted, or the number is wrong: choose another channel.',
    };
  }
  if (code === 50001) {
    return {
      what: `channel ${id}: I cannot see it`,
      remedy: `${howToGrant(['View Channel'], 'the channel')} Where Crier is not in the server at all: ${inviteUrl(application)}`,
    };
  }
  const reason = trouble.kind === 'limited' ? 'too many requests' : trouble.reason;
  return { what: `channel ${id}: ${reason}`, remedy: 'Try again in a minute.' };
}
