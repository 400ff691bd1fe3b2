import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { shorten } from '../../text/cut.ts';
import type { CommandShape, Option, Suggested } from '../command.ts';

export type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody;

const DESCRIPTION = 100;

/** What Discord calls the languages that descriptions are in: https://discord.com/developers/docs/reference#locales */
const LOCALES: Readonly<Record<string, readonly Locale[]>> = {
  de: [Locale.German],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  fr: [Locale.French],
};

/** What a command or an option is for, to each reader in their own language. Names are the same everywhere. */
function described({ summary, summaries = {} }: Described) {
  const all = Object.entries(summaries).flatMap(([language, words]) =>
    (LOCALES[language] ?? []).map((locale) => [locale, shorten(words, DESCRIPTION)] as const),
  );
  return {
    description: shorten(summary, DESCRIPTION),
    ...(all.length > 0 && { description_localizations: Object.fromEntries(all) }),
  };
}

type Described = Pick<CommandShape, 'summary' | 'summaries'>;

/** The kinds of channels that Crier posts in. */
export const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/**
 * The words under which a command stands at Discord: `news list`; those for managers under a command of their own
 * (`news-admin feed add`), because Discord grants whole commands only.
 */
export function pathOf({ name, access }: Pick<CommandShape, 'name' | 'access'>): string[] {
  const [first = '', ...others] = name.split(' ');
  return access === 'managers' && others.length > 0
    ? [`${first}-admin`, ...others]
    : [first, ...others];
}

/** What is registered at Discord for these commands, one body for each first word. */
export function bodiesOf(commands: readonly CommandShape[]): CommandBody[] {
  const tops = new Map<string, CommandShape[]>();
  for (const command of commands) {
    const [top = ''] = pathOf(command);
    tops.set(top, [...(tops.get(top) ?? []), command]);
  }
  return [...tops].map(([name, some]) => bodyOf(name, some));
}

function bodyOf(name: string, commands: readonly CommandShape[]): CommandBody {
  const [first] = commands;
  const alone = commands.length === 1 && first && pathOf(first).length === 1 ? first : undefined;
  const managers = commands.every(({ access }) => access === 'managers');
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(alone ?? { summary: verbsOf(commands) }),
    options: alone ? optionsOf(alone) : subcommandsOf(commands),
    default_member_permissions: managers ? String(PermissionFlagsBits.ManageGuild) : null,
    // Nobody manages a private conversation.
    contexts: managers
      ? [InteractionContextType.Guild]
      : [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

function verbsOf(commands: readonly CommandShape[]): string {
  const verbs = new Set(commands.map((command) => pathOf(command).slice(1).join(' ')));
  return [...verbs].join(', ');
}

type Group = { readonly name: string; readonly commands: CommandShape[] };

function subcommandsOf(commands: readonly CommandShape[]): APIApplicationCommandOption[] {
  const groups = new Map<string, Group>();
  return commands.flatMap((command): APIApplicationCommandOption[] => {
    const [, second = '', third] = pathOf(command);
    if (third === undefined) return [subcommandOf(second, command)];
    const known = groups.get(second);
    if (known) {
      known.commands.push(command);
      return [];
    }
    const group = { name: second, commands: [command] };
    groups.set(second, group);
    return [groupOf(group, commands)];
  });
}

function groupOf(
  { name }: Group,
  commands: readonly CommandShape[],
): APIApplicationCommandSubcommandGroupOption {
  const inside = commands.filter((command) => {
    const path = pathOf(command);
    return path[1] === name && path.length > 2;
  });
  const verbs = inside.map((command) => pathOf(command)[2] ?? '');
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    description: shorten(verbs.join(', '), DESCRIPTION),
    options: inside.map((command, i) => subcommandOf(verbs[i] ?? '', command)),
  };
}

function subcommandOf(name: string, command: CommandShape): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...described(command),
    options: optionsOf(command),
  };
}

/** The options, required ones first as Discord wants them. */
function optionsOf({ options, form }: CommandShape): APIApplicationCommandBasicOption[] {
  const all = Object.entries(options).map(([name, option]) => optionOf(name, option));
  // What opens a window when it is given alone can be given alone.
  if (form?.whenBare) return all.map((one) => ({ ...one, required: false }));
  return [...all.filter((one) => one.required), ...all.filter((one) => !one.required)];
}

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = { name, ...described(option) };
  if (option.kind === 'flag') {
    return { ...common, type: ApplicationCommandOptionType.Boolean, required: false };
  }
  if (option.kind === 'channel') {
    return {
      ...common,
      type: ApplicationCommandOptionType.Channel,
      required: false,
      channel_types: [...POSTABLE],
    };
  }
  const text = { ...common, type: ApplicationCommandOptionType.String as const };
  const required = 'required' in option && option.required;
  if (suggestedFrom(option) !== null) return { ...text, required, autocomplete: true };
  if (option.kind !== 'choice') return { ...text, required };
  const choices = option.choices.map((choice) => ({ name: choice, value: choice }));
  return { ...text, required, choices };
}

/** What the option's values are suggested from; null where nothing is. */
export function suggestedFrom(option: Option): Suggested | null {
  return 'suggest' in option ? option.suggest : null;
}
