import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteractionData,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { CommandShape } from '../command.ts';
import { pathOf } from './commands.ts';

/** What somebody typed: a command with its options as texts. */
export type Typed = {
  readonly path: readonly string[];
  /** Undefined where it is registered and no longer known. */
  readonly command: CommandShape | undefined;
  readonly options: Readonly<Record<string, string>>;
  /** The option that is being typed, where its values are asked for. */
  readonly focused: string | null;
};

type Data = Pick<APIChatInputApplicationCommandInteractionData, 'name'> & {
  readonly options?: readonly APIApplicationCommandInteractionDataOption[];
};

/** The command and its options out of Discord's tree of sub-commands. */
export function readTyped(data: Data, commands: readonly CommandShape[]): Typed {
  const path = [data.name];
  let options = data.options ?? [];
  for (let inner = nested(options); inner; inner = nested(options)) {
    path.push(inner.name);
    options = inner.options ?? [];
  }
  const given = options.filter((option) => !isNested(option)) as Basic[];
  return {
    path,
    command: commands.find((command) => pathOf(command).join(' ') === path.join(' ')),
    options: Object.fromEntries(given.map((option) => [option.name, textOf(option)])),
    focused: given.find((option) => 'focused' in option && option.focused)?.name ?? null,
  };
}

type Basic = APIApplicationCommandInteractionDataBasicOption;
type Nested = Exclude<APIApplicationCommandInteractionDataOption, Basic>;

function isNested(option: APIApplicationCommandInteractionDataOption): option is Nested {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

const nested = (options: readonly APIApplicationCommandInteractionDataOption[]) =>
  options.find(isNested);

function textOf({ value }: Basic): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
