import type { Outside } from './call.ts';
import { channelPayload, guildCreatePayload } from './payloads.ts';
import { bitsOf, type Permission, USUAL } from './permissions.ts';
import {
  CHANNEL,
  type Channel,
  type ChannelKind,
  type Guild,
  type Member,
  type Role,
  type User,
  type World,
} from './state.ts';

export type UserPlan = { readonly name?: string; readonly dms?: boolean };

export type GuildPlan = {
  readonly name?: string;
  readonly owner?: User;
  /** What @everyone may do; the client's usual set if left out. */
  readonly everyone?: readonly Permission[];
  /** False: the bot is not in it (the app may still be installed by its people). */
  readonly withBot?: boolean;
  readonly available?: boolean;
};

export type ChannelPlan = {
  readonly name?: string;
  readonly kind?: ChannelKind;
  readonly parent?: Channel;
  readonly tags?: readonly { readonly name: string; readonly moderated?: boolean }[];
  readonly tagRequired?: boolean;
};

export type RolePlan = {
  readonly name?: string;
  readonly permissions?: readonly Permission[];
  readonly mentionable?: boolean;
};

/** Puts things into the world, and tells the gateway where Discord would. */
export class Builder {
  readonly #outside: Pick<Outside, 'world' | 'gateway'>;

  constructor(outside: Pick<Outside, 'world' | 'gateway'>) {
    this.#outside = outside;
  }

  get #world(): World {
    return this.#outside.world;
  }

  user({ name = 'reader', dms = true }: UserPlan = {}): User {
    const id = this.#world.nextId();
    const user: User = { id, username: name, globalName: name, bot: false, dms };
    this.#world.users.set(id, user);
    return user;
  }

  guild(plan: GuildPlan = {}): Guild {
    const id = this.#world.nextId();
    const owner = plan.owner ?? this.user({ name: 'owner' });
    const now = this.#world.clock();
    const guild: Guild = {
      id,
      name: plan.name ?? 'a guild',
      ownerId: owner.id,
      locale: 'en-US',
      joinedAt: now,
      roles: new Map(),
      members: new Map(),
      available: plan.available ?? true,
    };
    // The role everybody has carries the guild's own id.
    guild.roles.set(id, {
      id,
      name: '@everyone',
      permissions: bitsOf(plan.everyone ?? USUAL),
      mentionable: false,
    });
    this.#world.guilds.set(id, guild);
    this.member(guild, owner);
    if (plan.withBot ?? true) this.join(guild);
    return guild;
  }

  /** The bot is added to a guild: GUILD_CREATE, as after the consent screen. */
  join(guild: Guild): void {
    this.member(guild, this.#world.bot);
    this.#outside.gateway.dispatch(
      'GUILD_CREATE',
      guild.available
        ? guildCreatePayload(this.#world, guild)
        : { id: guild.id, unavailable: true },
      guild.id,
    );
  }

  member(guild: Guild, user: User, roles: readonly Role[] = []): Member {
    const member: Member = {
      user,
      roles: roles.map(({ id }) => id),
      joinedAt: this.#world.clock(),
    };
    guild.members.set(user.id, member);
    return member;
  }

  /** Somebody leaves a guild or is banned. Nobody is told who has not the members intent. */
  expel(guild: Guild, { id }: Pick<User, 'id'>): void {
    guild.members.delete(id);
  }

  role(
    guild: Guild,
    { name = 'a role', permissions = [], mentionable = false }: RolePlan = {},
  ): Role {
    const id = this.#world.nextId();
    const role: Role = { id, name, permissions: bitsOf(permissions), mentionable };
    guild.roles.set(id, role);
    return role;
  }

  channel(guild: Guild, plan: ChannelPlan = {}): Channel {
    const kind = plan.kind ?? 'text';
    const isThread = kind.endsWith('Thread');
    const channel: Channel = {
      id: this.#world.nextId(),
      type: CHANNEL[kind],
      guildId: guild.id,
      name: plan.name ?? 'news',
      parentId: plan.parent?.id ?? null,
      position: this.#world.channels.size,
      nsfw: false,
      overwrites: [],
      tags: (plan.tags ?? []).map(({ name, moderated = false }) => ({
        id: this.#world.nextId(),
        name,
        moderated,
      })),
      tagRequired: plan.tagRequired ?? false,
      thread: isThread
        ? {
            archived: false,
            archivedAt: this.#world.clock(),
            locked: false,
            ownerId: guild.ownerId,
            startedAt: this.#world.clock(),
            autoArchive: 1440,
            appliedTags: [],
            members: new Set([guild.ownerId]),
          }
        : null,
      recipient: null,
      messageIds: [],
    };
    this.#world.channels.set(channel.id, channel);
    this.#outside.gateway.dispatch(
      isThread ? 'THREAD_CREATE' : 'CHANNEL_CREATE',
      channelPayload(this.#world, channel),
      guild.id,
    );
    return channel;
  }

  /** Sets what somebody may and may not do in one channel; later calls for the same person or role replace it. */
  overwrite(
    channel: Channel,
    who: User | Role,
    what: { readonly allow?: readonly Permission[]; readonly deny?: readonly Permission[] },
  ): void {
    channel.overwrites = [
      ...channel.overwrites.filter(({ id }) => id !== who.id),
      {
        id: who.id,
        type: 'permissions' in who ? 0 : 1,
        allow: bitsOf(what.allow ?? []),
        deny: bitsOf(what.deny ?? []),
      },
    ];
    this.#outside.gateway.dispatch(
      'CHANNEL_UPDATE',
      channelPayload(this.#world, channel),
      channel.guildId,
    );
  }

  deleteChannel(channel: Channel): void {
    this.#world.channels.delete(channel.id);
    for (const inner of [...this.#world.channels.values()])
      if (inner.parentId === channel.id && inner.thread) this.#world.channels.delete(inner.id);
    this.#outside.gateway.dispatch(
      channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
      channelPayload(this.#world, channel),
      channel.guildId,
    );
  }

  /** The bot is removed from a guild: GUILD_DELETE without `unavailable`. */
  leave(guild: Guild): void {
    guild.members.delete(this.#world.bot.id);
    this.#outside.gateway.dispatch('GUILD_DELETE', { id: guild.id }, guild.id);
  }

  /** An outage of one guild begins or ends. Discord docs "Gateway Events › Guild Delete". */
  outage(guild: Guild, down: boolean): void {
    guild.available = !down;
    if (down)
      this.#outside.gateway.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true }, guild.id);
    else
      this.#outside.gateway.dispatch(
        'GUILD_CREATE',
        guildCreatePayload(this.#world, guild),
        guild.id,
      );
  }

  /** Somebody adds the app to their own account. */
  installFor(user: User): void {
    this.#world.userInstalls.add(user.id);
  }

  archive(thread: Channel, locked = false): void {
    if (!thread.thread) throw new Error(`${thread.name} is not a thread`);
    thread.thread.archived = true;
    thread.thread.archivedAt = this.#world.clock();
    thread.thread.locked = locked;
    this.#outside.gateway.dispatch(
      'THREAD_UPDATE',
      channelPayload(this.#world, thread),
      thread.guildId,
    );
  }
}
