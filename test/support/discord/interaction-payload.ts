import type { Json } from './json.ts';
import { messagePayload } from './message-payload.ts';
import { appPermissions, channelPayload, partialMember, userPayload } from './payloads.ts';
import { permissionsIn } from './permissions.ts';
import { CHANNEL, type Channel, type Guild, type Message, type User, type World } from './state.ts';
import { ClientRefusal } from './typed-command.ts';

export type Told = {
  readonly type: number;
  readonly data: Json;
  readonly user: User;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
  /** Who installed the app: 0 the guild, 1 the person. */
  readonly owners: Readonly<Record<string, string>>;
  /** The message whose component was used. */
  readonly source: Message | undefined;
};

/** What the gateway tells of an interaction, in the shape of the recorded ones, without id and token. */
export function interactionPayload(world: World, told: Told): Json {
  const { type, data, user, channel, guild, owners, source } = told;
  const bits = permissionsIn(world, user.id, channel, guild);
  const { permission_overwrites: _none, ...shown } = channelPayload(world, channel);
  return {
    type,
    application_id: world.application.id,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...shown, permissions: String(bits) },
    context: contextOf(channel),
    app_permissions: appPermissions(world, channel),
    authorizing_integration_owners: owners,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    locale: 'en-US',
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: memberOf(guild, user, bits),
        }
      : { user: userPayload(user) }),
    ...(source ? { message: messagePayload(world, source) } : {}),
  };
}

function memberOf(guild: Guild, user: User, bits: bigint): Json {
  const member = guild.members.get(user.id);
  if (!member) throw new ClientRefusal(`${user.username} is not in ${guild.name}`);
  return { ...partialMember(member, bits), user: userPayload(user), mute: false, deaf: false };
}

/** Discord docs "Receiving and Responding › Interaction Context Types": 0 a guild, 1 the bot's own conversation. */
export function contextOf(channel: Channel): number {
  return channel.type === CHANNEL.dm ? 1 : 0;
}
