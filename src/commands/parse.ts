import { parseDuration } from '../lib/amounts.ts';
import { UserError } from '../lib/errors.ts';
import { nearestWord } from '../lib/nearest.ts';
import type { Command, Option } from './declare.ts';

export type Request = {
  readonly command: Command;
  readonly given: Readonly<Record<string, string | number | null>>;
};

/**
 * Reads a line such as `/digest tech 3d length:full`. Options are given as `name:value`; a word that can only be one
 * of them (a span, a choice) may stand bare; what is left is the text. A line without a slash is a question.
 * Throws UserError with the nearest right form.
 */
export function parseLine(line: string, commands: readonly Command[]): Request {
  const trimmed = line.trim();
  const typed = trimmed.startsWith('/') ? trimmed.slice(1) : `ask ${trimmed}`;
  const { command, rest } = findCommand(typed, commands);
  return { command, given: readOptions(command, tokensOf(rest)) };
}

function findCommand(
  typed: string,
  commands: readonly Command[],
): { command: Command; rest: string } {
  const [first = '', second = ''] = typed.split(/\s+/, 2).map((word) => word.toLowerCase());
  const pair = `${first} ${second}`;
  const command = commands.find((c) => c.name === pair) ?? commands.find((c) => c.name === first);
  if (command) {
    const length = command.name.split(' ').length;
    return { command, rest: typed.replace(new RegExp(`^(?:\\S+\\s*){${length}}`), '') };
  }
  const group = commands.filter((c) => c.name.startsWith(`${first} `));
  if (group.length > 0) {
    const verbs = group.map((c) => c.name.slice(first.length + 1));
    const meant = second && nearestWord(second, verbs);
    const hint = meant ? `Did you mean /${first} ${meant}?` : `It takes ${list(verbs)}.`;
    throw new UserError(
      second ? `/${first} has no "${second}". ${hint}` : `/${first} what? ${hint}`,
    );
  }
  const names = [...new Set(commands.map((c) => c.name.split(' ')[0] ?? ''))];
  const meant = nearestWord(first, names);
  throw new UserError(
    meant
      ? `There is no command /${first}. Did you mean /${meant}?`
      : `There is no command /${first}. I know ${list(names.map((name) => `/${name}`))}; /news help says more.`,
  );
}

type Token = { readonly text: string; readonly quoted: boolean };

function tokensOf(rest: string): Token[] {
  return [...rest.matchAll(/([\p{L}\p{N}_]+:)?["“]([^"”]*)["”]|\S+/gu)].map((match) => {
    if (match[2] === undefined) return { text: match[0], quoted: false };
    return { text: (match[1] ?? '') + match[2], quoted: match[1] === undefined };
  });
}

function readOptions(command: Command, tokens: readonly Token[]): Request['given'] {
  const given: Record<string, string | number | null> = {};
  const left: string[] = [];
  for (const token of tokens) {
    if (
      !token.quoted &&
      (readNamed(command, token.text, given) || readBare(command, token.text, given))
    ) {
      continue;
    }
    left.push(token.text);
  }
  const wordsName = Object.keys(command.options).find(
    (name) => command.options[name]?.kind === 'words',
  );
  if (left.length > 0 && wordsName === undefined) {
    throw new UserError(`I do not understand "${left.join(' ')}" here. ${usage(command)}`);
  }
  if (wordsName !== undefined && left.length > 0 && given[wordsName] === undefined) {
    given[wordsName] = left.join(' ');
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (given[name] !== undefined) continue;
    if (option.kind === 'words' && option.required) {
      throw new UserError(`/${command.name} needs ${option.summary}. ${usage(command)}`);
    }
    given[name] = option.kind === 'choice' ? option.otherwise : null;
  }
  return given;
}

function readNamed(
  command: Command,
  token: string,
  given: Record<string, string | number | null>,
): boolean {
  const match = /^([\p{L}_]+):(.+)$/u.exec(token);
  const name = match?.[1]?.toLowerCase();
  if (!match || name === undefined) return false;
  const option = command.options[name];
  if (!option) {
    const meant = nearestWord(name, Object.keys(command.options));
    // A colon stands in many texts ("https://…", "Update: …"); only what nearly is an option is a slip.
    if (meant === undefined || /^https?$/.test(name)) return false;
    throw new UserError(`/${command.name} has no "${name}:". Did you mean ${meant}:?`);
  }
  const value = readValue(option, match[2] ?? '');
  if (value === undefined) {
    throw new UserError(`${name}: takes ${expected(option)}, not "${match[2]}". ${usage(command)}`);
  }
  given[name] = value;
  return true;
}

function readBare(
  command: Command,
  token: string,
  given: Record<string, string | number | null>,
): boolean {
  for (const [name, option] of Object.entries(command.options)) {
    if (given[name] !== undefined || option.kind === 'words') continue;
    if (option.kind === 'story' && !token.startsWith('#')) continue;
    const value = readValue(option, token);
    if (value === undefined) continue;
    given[name] = value;
    return true;
  }
  return false;
}

function readValue(option: Option, typed: string): string | number | undefined {
  if (option.kind === 'words') return typed;
  if (option.kind === 'choice') return option.choices.find((c) => c === typed.toLowerCase());
  if (option.kind === 'span') return parseDuration(typed);
  const number = /^#?(\d{1,15})$/.exec(typed)?.[1];
  return number === undefined ? undefined : Number(number);
}

function expected(option: Option): string {
  if (option.kind === 'choice') return `one of ${option.choices.join(', ')}`;
  if (option.kind === 'span') return 'a span such as 24h, 3d or 30d';
  if (option.kind === 'story') return 'the number of a story such as #12';
  return 'words';
}

/** How a command is typed, with an example. */
export function usage(command: Command): string {
  return `Try: ${command.example}`;
}

/** The form of a command in one line: `/digest [words] [span] [length:headlines|short|full]`. */
export function formOf(command: Command): string {
  const parts = Object.entries(command.options).map(([name, option]) => {
    if (option.kind === 'words') return option.required ? `<${name}>` : `[${name}]`;
    if (option.kind === 'choice') return `[${name}:${option.choices.join('|')}]`;
    return option.kind === 'span' ? `[${name}:24h]` : `[${name}:#12]`;
  });
  return [`/${command.name}`, ...parts].join(' ');
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
