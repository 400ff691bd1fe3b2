import type { Option } from '../chat/command.ts';
import { parseSpan } from '../lib/amounts.ts';
import type { Values } from './declare.ts';
import type { Texts } from './texts/index.ts';

/** What is typed as the value of an option; undefined where it is none. */
export function readValue(
  option: Option,
  typed: string,
): Exclude<Values[string], null> | undefined {
  if (option.kind === 'words' || option.kind === 'text') return typed;
  if (option.kind === 'channel') return CHANNEL.exec(typed.trim())?.[1];
  if (option.kind === 'choice') return option.choices.find((c) => c === typed.toLowerCase());
  if (option.kind === 'span') return parseSpan(typed);
  if (option.kind === 'flag') return FLAGS.get(typed.toLowerCase());
  const number = /^#?(\d{1,15})$/.exec(typed)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A channel as it was chosen or mentioned: its id, never its name, since names are changed. */
const CHANNEL = /^<?#?([A-Z0-9]{5,25}|here|@[A-Z0-9]{3,25})>?$/;

const FLAGS = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** What an option takes, in words. */
export function expected(option: Option, slips: Texts['slips']): string {
  if (option.kind === 'choice') return slips.oneOf(option.choices.join(', '));
  if (option.kind === 'span') return slips.aSpan;
  if (option.kind === 'story') return slips.aStory;
  if (option.kind === 'number') return slips.aNumber;
  if (option.kind === 'channel') return slips.aChannel;
  if (option.kind === 'flag') return slips.aFlag;
  return slips.someWords;
}
