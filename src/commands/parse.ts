import type { Option } from '../chat/command.ts';
import { nearestWord } from '../lib/nearest.ts';
import { type Command, summaryIn, type Values } from './declare.ts';
import { optionNamed } from './option-names.ts';
import { expected, readValue } from './option-values.ts';
import { Slip } from './slip.ts';
import type { Texts } from './texts/index.ts';

export type Request = {
  readonly command: Command;
  readonly given: Values;
};

/**
 * Reads a line such as `/digest tech 3d length:full`. Options are given as `name:value`; a word that can only be one
 * of them (a span, a choice) may stand bare; what is left is the text. A line without a slash is a question.
 * Throws UserError with the nearest right form.
 */
export function parseLine(line: string, commands: readonly Command[]): Request {
  const trimmed = line.trim();
  if (trimmed.length > LONGEST_LINE) {
    throw new Slip(({ slips }) => slips.tooLong(LONGEST_LINE));
  }
  const typed = trimmed.startsWith('/') ? trimmed.slice(1) : `ask ${trimmed}`;
  const { command, rest } = findCommand(typed, commands);
  return { command, given: complete(command, readRest(command, rest)) };
}

/**
 * The same for a form: the line that opened it, and its fields by name. A field that was emptied is '', which is
 * another thing than an option left out. Throws UserError as parseLine does.
 */
export function parseForm(
  line: string,
  fields: Readonly<Record<string, string>>,
  commands: readonly Command[],
): Request {
  const { command, rest } = findCommand(line.trim().replace(/^\//, ''), commands);
  const given: Given = readRest(command, rest);
  for (const [name, text] of Object.entries(fields)) {
    mustFit(name, text);
    if (text.trim()) readOption(command, name, text, given);
    else if (canBeEmptied(command.options[name])) given[name] = '';
  }
  return { command, given: complete(command, given) };
}

const canBeEmptied = (option: Option | undefined): boolean =>
  option?.kind === 'text' || (option?.kind === 'words' && !option.required);

/** Slack gives 3,000 characters to a question at most, Discord 6,000; nobody types more than a few hundred. */
const LONGEST_LINE = 2_000;

type Value = Values[string];
type Given = Record<string, Value>;

/** The commands for managers stand under a name of their own where a platform grants whole commands (Discord). */
const ALIASES = new Map([['news-admin', 'news']]);

function findCommand(
  typed: string,
  commands: readonly Command[],
): { command: Command; rest: string } {
  const [given = '', ...others] = typed.split(/\s+/).map((word) => word.toLowerCase());
  const first = ALIASES.get(given) ?? given;
  const line = [first, ...others];
  const command = commands
    .filter((c) => startsWith(line, c.name.split(' ')))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (command) {
    const length = command.name.split(' ').length;
    return { command, rest: typed.replace(new RegExp(`^(?:\\S+\\s*){${length}}`), '') };
  }
  for (const depth of [2, 1]) {
    const head = line.slice(0, depth);
    const group = commands.filter((c) => startsWith(c.name.split(' '), head));
    if (head.length < depth || group.length === 0) continue;
    const help = commands.find((c) => c.name === `${head.join(' ')} help`);
    if (help && line.length === depth) return { command: help, rest: '' };
    const verbs = [...new Set(group.map((c) => c.name.split(' ')[depth] ?? ''))];
    throw unknownVerb(head.join(' '), line[depth], verbs);
  }
  const names = [...new Set(commands.map((c) => c.name.split(' ')[0] ?? ''))];
  const meant = nearestWord(first, names);
  throw new Slip(({ slips }) =>
    [
      slips.noCommand(first),
      meant ? slips.didYouMean(`/${meant}`) : slips.iKnow(names.map((name) => `/${name}`)),
    ].join(' '),
  );
}

const startsWith = (line: readonly string[], head: readonly string[]): boolean =>
  head.every((word, i) => line[i] === word);

function unknownVerb(head: string, typed: string | undefined, verbs: readonly string[]): Slip {
  const meant = typed && nearestWord(typed, verbs);
  return new Slip(({ slips }) =>
    [
      typed ? slips.noVerb(head, typed) : slips.whatVerb(head),
      meant ? slips.didYouMean(`/${head} ${meant}`) : slips.takes(verbs),
    ].join(' '),
  );
}

/**
 * The same for a platform that fills in options by itself: `name` is the command's, `options` the texts by name.
 * Throws UserError as parseLine does.
 */
export function parseOptions(
  name: string,
  options: Readonly<Record<string, string>>,
  commands: readonly Command[],
): Request {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Slip(({ slips }) => slips.goneCommand(name));
  const given: Given = {};
  for (const [option, text] of Object.entries(options)) {
    mustFit(option, text);
    if (text.trim()) readOption(command, option, text, given);
  }
  return { command, given: complete(command, given) };
}

function mustFit(option: string, text: string): void {
  if (text.length <= LONGEST_LINE) return;
  throw new Slip(({ slips }) => slips.longOption(option, LONGEST_LINE));
}

type Token = { readonly text: string; readonly quoted: boolean };

function tokensOf(rest: string): Token[] {
  return [...rest.matchAll(/([\p{L}\p{N}_]+:)?["“]([^"“”]*)["”]|\S+/gu)].map((match) => {
    if (match[2] === undefined) return { text: match[0], quoted: false };
    return { text: (match[1] ?? '') + match[2], quoted: match[1] === undefined };
  });
}

function readRest(command: Command, rest: string): Given {
  if (command.readLine === null) return readOptions(command, tokensOf(rest));
  const given: Given = {};
  for (const [name, text] of Object.entries(command.readLine(rest))) {
    readOption(command, name, text, given);
  }
  return given;
}

function readOptions(command: Command, tokens: readonly Token[]): Given {
  const given: Given = {};
  const left = tokens.filter((token) => token.quoted || !readNamed(command, token.text, given));
  // The number of what is meant stands first: "/news report #12 the quote is of somebody else".
  const numbered = Object.entries(command.options).find(
    ([name, option]) => option.kind === 'number' && given[name] === undefined,
  );
  const [head] = left;
  if (numbered && head && !head.quoted) {
    const value = readValue(numbered[1], head.text);
    if (value !== undefined) {
      given[numbered[0]] = value;
      left.shift();
    }
  }
  // Bare options stand at the end: "/story sources of the Nile" asks for no view, "/digest tech 3d" for three days.
  const isProse = Object.values(command.options).some((one) => one.kind === 'words' && one.prose);
  for (let last = left.at(-1); !isProse && last && !last.quoted; last = left.at(-1)) {
    if (!readBare(command, last.text, given)) break;
    left.pop();
  }
  if (!isProse) mustBeNoSpan(command, left, given);
  const wordsName = Object.keys(command.options).find(
    (name) => command.options[name]?.kind === 'words',
  );
  const words = left.map(({ text }) => text).join(' ');
  if (left.length > 0 && wordsName === undefined) {
    throw slipOf(command, ({ slips }) => slips.notUnderstood(words));
  }
  if (wordsName !== undefined && left.length > 0 && given[wordsName] === undefined) {
    given[wordsName] = words;
  }
  return given;
}

// "90s" is a span and "30s" a decade; "5g" and "4k" are things to look for.
const SPAN_LIKE = /^\d+(?:\.\d+)?(?:[mhdw]|min|hrs?|(?:minute|hour|day|week|month)s?)$/i;
const NUMBER_AND_UNIT = /^\d+\p{L}{1,2}$/u;

/** What was meant as a span is not looked for as a word: it has the form of one, or stands behind options alone. */
function mustBeNoSpan(command: Command, left: readonly Token[], given: Given): void {
  const spans = Object.entries(command.options).find(
    ([name, option]) => option.kind === 'span' && given[name] === undefined,
  );
  const last = left.at(-1);
  if (!spans || !last || last.quoted) return;
  const before = left.slice(0, -1);
  const read = { ...given };
  const isBehindOptions =
    before.length > 0 &&
    before.every(({ text, quoted }) => !quoted && readBare(command, text, read));
  if (SPAN_LIKE.test(last.text) || (isBehindOptions && NUMBER_AND_UNIT.test(last.text))) {
    const [name, option] = spans;
    throw slipOf(command, ({ slips }) =>
      slips.optionTakes(name, expected(option, slips), last.text),
    );
  }
}

/** Fills in what was left out. */
function complete(command: Command, given: Given): Values {
  for (const [name, option] of Object.entries(command.options)) {
    if (given[name] !== undefined) continue;
    if ('required' in option && option.required) {
      throw slipOf(command, (texts) => texts.slips.needs(command.name, summaryIn(option, texts)));
    }
    given[name] = valueLeftOut(option);
  }
  return given;
}

function valueLeftOut(option: Option): Value {
  if (option.kind === 'choice') return option.otherwise;
  return option.kind === 'flag' ? false : null;
}

function readNamed(command: Command, token: string, given: Given): boolean {
  const match = /^([\p{L}_]+):(.+)$/u.exec(token);
  const typed = match?.[1]?.toLowerCase();
  const name = typed && optionNamed(typed, command.options);
  if (!match || name === undefined) return false;
  if (!Object.hasOwn(command.options, name)) {
    const meant = nearestWord(name, Object.keys(command.options));
    // A colon stands in many texts ("https://…", "Update: …"); only what nearly is an option is a slip.
    if (meant === undefined || /^https?$/.test(name)) return false;
    throw new Slip(
      ({ slips }) => `${slips.noOption(command.name, name)} ${slips.didYouMean(`${meant}:`)}`,
    );
  }
  readOption(command, name, match[2] ?? '', given);
  return true;
}

function readOption(command: Command, name: string, typed: string, given: Given): void {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  const value = option && readValue(option, typed);
  if (!option) throw slipOf(command, ({ slips }) => slips.noOption(command.name, name));
  if (value === undefined) {
    throw slipOf(command, ({ slips }) => slips.optionTakes(name, expected(option, slips), typed));
  }
  given[name] = value;
}

// "yes" is a word of many questions: a flag is given by its name alone.
const NEVER_BARE: ReadonlySet<Option['kind']> = new Set(['words', 'flag', 'text', 'channel']);

function readBare(command: Command, token: string, given: Given): boolean {
  for (const [name, option] of Object.entries(command.options)) {
    if (given[name] !== undefined || NEVER_BARE.has(option.kind)) continue;
    if (option.kind === 'story' && !token.startsWith('#')) continue;
    const value = readValue(option, token);
    if (value === undefined) continue;
    given[name] = value;
    return true;
  }
  return false;
}

/** A slip in a command, with an example of how it is typed. */
export const slipOf = ({ example }: Command, says: (texts: Texts) => string): Slip =>
  new Slip((texts) => `${says(texts)} ${texts.slips.example(example)}`);

const FORMS = { span: '24h', story: '#12', number: '#3', flag: 'yes', channel: '#…' } as const;

/** How a command is written, in one line: `/digest [topic] [window:24h] [length:headlines|short|full]`. */
export function syntaxOf(command: Command): string {
  const options = Object.entries(command.options);
  const parts = options.flatMap(([name, option]) => {
    if (option.kind === 'text') return [];
    if (option.kind === 'words') return [option.required ? `<${name}>` : `[${name}]`];
    if (option.kind === 'number' && option.required) return [`<#${name}>`];
    if (option.kind === 'choice') return [`[${name}:${option.choices.join('|')}]`];
    return [`[${name}:${FORMS[option.kind]}]`];
  });
  const named = options.filter(([, { kind }]) => kind === 'text').map(([name]) => `${name}:`);
  if (named.length > 0) parts.push(`[${named.join(' ')}]`);
  return [`/${command.name}`, ...parts].join(' ');
}
