import type { Events } from './events.ts';
import { type Channel, changed, type Installation, type World } from './state.ts';

/** What befalls an app without anybody talking to it. Each comes with its event, where the app subscribed to it. */
export type Happenings = {
  /** The bot is brought into a channel by somebody (an id; by itself where nobody is named), or thrown out. */
  invite(channel: string, team?: string, by?: string): void;
  remove(channel: string, team?: string): void;
  archive(channel: string, team?: string): void;
  deleteChannel(channel: string, team?: string): void;
  /** Takes the token away: `token_revoked` from now on, and the event `tokens_revoked`. */
  revoke(team?: string): void;
  /** Removes the app from a workspace: `account_inactive`, and the event `app_uninstalled`. */
  uninstall(team?: string): void;
};

export function createHappenings(
  world: World,
  events: Events,
  channelCalled: (name: string, team?: string) => Channel,
  botIn: (team: string) => Installation,
  firstTeam: () => string,
): Happenings {
  /** The names of events differ between public channels and private ones. */
  const tell = (channel: Channel, what: 'left' | 'archive' | 'deleted') => {
    changed(world);
    const type = `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
    events.emit({ type, channel: channel.id }, channel.team);
  };
  return {
    invite: (name, team, by) => {
      const channel = channelCalled(name, team);
      const { botUser } = botIn(channel.team);
      channel.members.add(botUser);
      changed(world);
      const channelType = channel.kind === 'private' ? 'G' : 'C';
      events.emit(
        {
          type: 'member_joined_channel',
          user: botUser,
          channel: channel.id,
          channel_type: channelType,
          team: channel.team,
          ...(by === undefined ? {} : { inviter: by }),
        },
        channel.team,
      );
    },
    remove: (name, team) => {
      const channel = channelCalled(name, team);
      channel.members.delete(botIn(channel.team).botUser);
      tell(channel, 'left');
    },
    archive: (name, team) => {
      const channel = channelCalled(name, team);
      channel.archived = true;
      tell(channel, 'archive');
    },
    deleteChannel: (name, team) => {
      const channel = channelCalled(name, team);
      channel.deleted = true;
      tell(channel, 'deleted');
    },
    revoke: (team = firstTeam()) => {
      const installation = botIn(team);
      events.emit({ type: 'tokens_revoked', tokens: { bot: [installation.botUser] } }, team);
      installation.state = 'revoked';
      changed(world);
    },
    uninstall: (team = firstTeam()) => {
      events.emit({ type: 'app_uninstalled' }, team);
      botIn(team).state = 'inactive';
      changed(world);
    },
  };
}
