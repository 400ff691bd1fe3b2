import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  Routes,
  type Snowflake,
} from 'discord.js';
import type { CommandBody } from './commands.ts';

/** What had to be changed; nothing at all where Discord has them as they are declared. */
export type Registered = {
  readonly made: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

// Commands of these kinds are ours alone to make; an activity's entry point is Discord's own.
const OURS: readonly ApplicationCommandType[] = [
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
];

/**
 * Brings the registered commands to what is declared, for all servers or for one. Discord allows 200 new ones a day and
 * shows a changed one as unknown for a moment: what is the same is not touched.
 */
export async function register(
  rest: REST,
  application: Snowflake,
  bodies: readonly CommandBody[],
  guild: Snowflake | null,
): Promise<Registered> {
  const all =
    guild === null
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guild);
  const one = (id: Snowflake) => `${all}/${id}` as const;
  // Without this Discord leaves out what is said in other languages.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const everything = (await rest.get(all, { query })) as APIApplicationCommand[];
  const there = everything.filter(({ type }) => OURS.includes(type));
  const wanted = bodies.map((body) => (guild === null ? body : forGuild(body)));
  const formerOf = (body: CommandBody) => there.find((command) => isNamed(command, body));
  const gone = there.filter((former) => !wanted.some((body) => isNamed(former, body)));
  const fresh = wanted.filter((body) => !formerOf(body));
  const other = wanted.filter((body) => {
    const former = formerOf(body);
    return former && shapeOf(former) !== shapeOf(body);
  });
  const changes = gone.length + fresh.length + other.length;
  if (changes > 1 && there.length === everything.length) {
    // Five single ones in a row meet a limit of twenty seconds; those that stay the same keep their ids.
    await rest.put(all, { body: wanted });
  } else {
    for (const former of gone) await rest.delete(one(former.id));
    for (const body of fresh) await rest.post(all, { body });
    for (const body of other) await rest.patch(one(formerOf(body)?.id ?? ''), { body });
  }
  return {
    made: fresh.map(({ name }) => name),
    changed: other.map(({ name }) => name),
    removed: gone.map(({ name }) => name),
  };
}

const isNamed = (command: APIApplicationCommand, body: CommandBody): boolean =>
  command.type === ApplicationCommandType.ChatInput && command.name === body.name;

/** Where commands can be used is said of global ones only. */
function forGuild({ contexts: _contexts, integration_types: _types, ...body }: CommandBody) {
  return body;
}

/** What both sides say of a command, in one order and without what Discord adds or leaves out. */
function shapeOf(command: APIApplicationCommand | CommandBody): string {
  const { name, description, description_localizations, default_member_permissions } = command;
  const { options, contexts } = command;
  return JSON.stringify([
    name,
    description,
    sorted(description_localizations),
    default_member_permissions ?? null,
    'guild_id' in command ? [] : [...(contexts ?? [])].sort(),
    (options ?? []).map(optionShape),
  ]);
}

const sorted = (texts: Readonly<Record<string, string | null | undefined>> | null | undefined) =>
  Object.entries(texts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));

function optionShape(option: object): unknown {
  const { type, name, description, required, autocomplete, ...more } = option as Partial<
    Record<'type' | 'name' | 'description' | 'required' | 'autocomplete', unknown>
  > & {
    readonly description_localizations?: Readonly<Record<string, string | null | undefined>> | null;
    readonly choices?: readonly { readonly name: string; readonly value: unknown }[];
    readonly options?: readonly object[];
    readonly channel_types?: readonly number[];
  };
  const { choices, options, channel_types: channels } = more;
  return [
    type,
    name,
    description,
    sorted(more.description_localizations),
    required === true,
    autocomplete === true,
    (choices ?? []).map((choice) => [choice.name, choice.value]),
    (options ?? []).map(optionShape),
    [...(channels ?? [])].sort((a, b) => a - b),
  ];
}
