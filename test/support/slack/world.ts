import { type Channel, changed, freshId, type User, type World } from './state.ts';

export type NewUser = {
  readonly name: string;
  readonly team: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly tz?: string;
};

export type NewChannel = {
  readonly name: string;
  readonly team: string;
  readonly kind?: 'public' | 'private';
  /** Names or ids; everybody who is no bot if not said. */
  readonly members?: readonly string[];
  readonly restricted?: boolean;
};

export function addTeam(world: World, name: string): string {
  const id = freshId('T');
  world.teams.set(id, { id, name, domain: name.toLowerCase().replace(/[^a-z0-9]+/g, '-') });
  changed(world);
  return id;
}

export function addUser(world: World, about: NewUser): User {
  const user: User = {
    id: freshId('U'),
    team: about.team,
    name: about.name,
    realName: about.name,
    isAdmin: about.isAdmin ?? about.isOwner ?? false,
    isOwner: about.isOwner ?? false,
    isBot: false,
    botId: null,
    tz: about.tz ?? 'Etc/UTC',
    deleted: false,
  };
  world.users.set(user.id, user);
  changed(world);
  return user;
}

export function addChannel(world: World, about: NewChannel): Channel {
  const ofTeam = [...world.users.values()].filter(({ team }) => team === about.team);
  const members = about.members?.map((name) => {
    const known = ofTeam.find((one) => one.id === name || one.name === name);
    if (known === undefined) throw new Error(`nobody is called ${name}`);
    return known.id;
  });
  const channel: Channel = {
    id: freshId('C'),
    team: about.team,
    name: about.name,
    kind: about.kind ?? 'public',
    members: new Set(members ?? ofTeam.filter(({ isBot }) => !isBot).map(({ id }) => id)),
    peer: null,
    archived: false,
    deleted: false,
    restricted: about.restricted ?? false,
  };
  world.channels.set(channel.id, channel);
  changed(world);
  return channel;
}
