import { type Json, listOf, recordsOf, textOf } from './json.ts';
import { OPTION } from './rules/commands.ts';
import type { Channel, Command, Role, User, World } from './state.ts';

/** What somebody types into an option: text, a number, a switch, or something picked from a list. */
export type Typed = string | number | boolean | User | Channel | Role;

/** The client refused: what a person would have seen instead of sending anything. */
export class ClientRefusal extends Error {}

export type Picked = { readonly command: Command; readonly path: readonly Json[] };

/** The registered command behind `/news follow`; guild commands go before global ones of the same name. */
export function pick(world: World, line: string, guildId: string | null): Picked {
  const [name = '', ...rest] = line.replace(/^\//, '').trim().split(/\s+/);
  const named = [...world.commands.values()].filter(
    ({ body }) => body.type === 1 && body.name === name,
  );
  const command =
    named.find((one) => one.guildId !== null && one.guildId === guildId) ??
    named.find((one) => one.guildId === null);
  if (!command) throw new ClientRefusal(`/${name} is not registered here`);
  const path: Json[] = [];
  let options = recordsOf(command.body.options);
  for (const word of rest) {
    const next = options.find((one) => isNested(one) && one.name === word);
    if (!next) throw new ClientRefusal(`/${name} has no part "${word}"`);
    path.push(next);
    options = recordsOf(next.options);
  }
  if (options.some(isNested)) throw new ClientRefusal(`${line} needs one of its parts`);
  return { command, path };
}

function isNested({ type }: Json): boolean {
  return type === OPTION.subcommand || type === OPTION.group;
}

export type Filled = { readonly options: readonly Json[]; readonly resolved: Json | undefined };

/** The typed options as an interaction carries them, checked as the client checks them before it sends anything. */
export function fill(
  world: World,
  { command, path }: Picked,
  given: Readonly<Record<string, Typed>>,
  focus: string | null,
): Filled {
  const parameters = recordsOf((path.at(-1) ?? command.body).options);
  for (const name of Object.keys(given))
    if (!parameters.some((one) => one.name === name))
      throw new ClientRefusal(`/${command.body.name} has no option "${name}"`);
  const resolving: Resolving = { users: {}, members: {}, roles: {}, channels: {} };
  const options = parameters.flatMap((parameter) => {
    const value = given[textOf(parameter.name)];
    const focused = parameter.name === focus;
    if (value === undefined) {
      // While typing, what is still missing may be missing.
      if (parameter.required === true && focus === null)
        throw new ClientRefusal(`the option "${parameter.name}" is required`);
      return [];
    }
    return [
      {
        name: parameter.name,
        type: parameter.type,
        value: focused
          ? String(value)
          : typedValue(world, parameter, value, resolving, focus === null),
        ...(focused ? { focused: true } : {}),
      },
    ];
  });
  const nested = path.reduceRight<readonly Json[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    options,
  );
  const resolved = Object.entries(resolving).filter(([, found]) => Object.keys(found).length > 0);
  return {
    options: nested,
    resolved: resolved.length === 0 ? undefined : Object.fromEntries(resolved),
  };
}

type Resolving = Record<'users' | 'members' | 'roles' | 'channels', Record<string, Json>>;

function typedValue(
  world: World,
  parameter: Json,
  value: Typed,
  resolving: Resolving,
  complete: boolean,
): string | number | boolean {
  const refuse = (why: string): never => {
    throw new ClientRefusal(`the option "${parameter.name}" ${why}`);
  };
  const type = parameter.type as number;
  if (typeof value === 'object') {
    const kinds = listOf(parameter.channel_types);
    if ('messageIds' in value && kinds.length > 0 && !kinds.includes(value.type))
      refuse('offers channels of other kinds');
    return picked(world, type, value, resolving, refuse);
  }
  if (type === OPTION.boolean) return typeof value === 'boolean' ? value : refuse('is a switch');
  if (type === OPTION.integer || type === OPTION.number) {
    if (typeof value !== 'number') return refuse('is a number');
    if (type === OPTION.integer && !Number.isSafeInteger(value)) refuse('is a whole number');
    if (value < Number(parameter.min_value ?? -Infinity)) refuse('is too small');
    if (value > Number(parameter.max_value ?? Infinity)) refuse('is too big');
    return chosen(parameter, value, refuse);
  }
  if (type !== OPTION.string) return refuse('wants something picked from a list');
  if (typeof value !== 'string') return refuse('is a text');
  if (complete && value === '') refuse('is empty');
  const length = [...value].length;
  if (complete && length < Number(parameter.min_length ?? 0)) refuse('is too short');
  if (length > Number(parameter.max_length ?? 6000)) refuse('is too long');
  return chosen(parameter, value, refuse);
}

/** With choices nothing else can be sent; with autocomplete anything can. */
function chosen<T extends string | number>(
  parameter: Json,
  value: T,
  refuse: (why: string) => never,
): T {
  const choices = listOf(parameter.choices) as readonly Json[];
  const fits = choices.length === 0 || choices.some((choice) => choice.value === value);
  return fits ? value : refuse(`has no choice "${value}"`);
}

function picked(
  world: World,
  type: number,
  value: User | Channel | Role,
  resolving: Resolving,
  refuse: (why: string) => never,
): string {
  const { id } = value;
  const user = world.users.get(id);
  const channel = world.channels.get(id);
  if (user && (type === OPTION.user || type === OPTION.mentionable))
    resolving.users[id] = {
      id,
      username: user.username,
      discriminator: '0',
      global_name: user.globalName,
      avatar: null,
      bot: user.bot,
      public_flags: 0,
    };
  else if (channel && type === OPTION.channel)
    resolving.channels[id] = {
      id,
      name: channel.name,
      type: channel.type,
      permissions: '0',
      parent_id: channel.parentId,
    };
  else if ('permissions' in value && (type === OPTION.role || type === OPTION.mentionable))
    resolving.roles[id] = {
      id,
      name: value.name,
      permissions: String(value.permissions),
      position: 1,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: value.mentionable,
      flags: 0,
    };
  else refuse('wants something else');
  return id;
}
