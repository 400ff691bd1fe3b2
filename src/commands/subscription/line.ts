import { OTHER_NAMES } from '../option-names.ts';
import { MAYBE, writeList } from './request.ts';
import { isDayWord } from './when.ts';

/**
 * The options in a line such as `tech at 08:30 on weekdays tz Europe/Berlin top 7 +must:"ukraine" -mute:"sport"
 * lang:de`, as texts. What belongs to no part is the topic; in quote marks a word is always the topic. One word that is
 * the whole topic may be the name of a pack, unless it stands in quote marks or behind `topic:`. `+climate -sport` is
 * `+must:climate -mute:sport`.
 */
export function readSubscriptionLine(line: string): Record<string, string> {
  const parts: Record<string, string> = {};
  const must: string[] = [];
  const mute: string[] = [];
  const topic: Token[] = [];
  let open: Worded | undefined;
  const tokens = tokensOf(line);
  for (const [i, token] of tokens.entries()) {
    const { name, sign, value, isQuoted } = token;
    const isBare = name === null && !isQuoted;
    const begins = isBare && sign === null ? wordedBy(value, tokens[i + 1]) : undefined;
    if (begins && parts[begins.part] === undefined) {
      open = begins;
      if (begins.says !== undefined) parts[begins.part] = begins.says;
      continue;
    }
    if (open && isBare && open.takes(parts[open.part], signed(token).toLowerCase())) {
      parts[open.part] = [parts[open.part], signed(token)].filter(Boolean).join(' ');
      continue;
    }
    open = undefined;
    if (name === 'must' || sign === '+') must.push(value);
    else if (name === 'mute' || sign === '-') mute.push(value);
    else if (name !== null) parts[name] = value;
    else topic.push(token);
  }
  return {
    ...parts,
    ...(topic.length > 0 && { topic: topic.map(({ value }) => value).join(' ') }),
    ...(topic.length === 1 && !topic[0]?.isQuoted && !parts.pack && { pack: MAYBE }),
    ...(must.length > 0 && { must: writeList(must) }),
    ...(mute.length > 0 && { mute: writeList(mute) }),
  };
}

/** The same for a line that begins with the number of a subscription: `#3 at 09:00`. */
export function readNumberedLine(line: string): Record<string, string> {
  const [, subscription, rest = ''] = /^\s*(?:(#?\d{1,15})(?=\s|$))?([\s\S]*)$/.exec(line) ?? [];
  return { ...readSubscriptionLine(rest), ...(subscription && { subscription }) };
}

/** A part that is said in words: `at 08:30`, `on mondays`, `every day`, `quiet 22-7`. */
type Worded = {
  readonly word: string;
  readonly part: 'at' | 'on' | 'tz' | 'top' | 'quiet';
  /** What the word says by itself. */
  readonly says?: string;
  /** Whether it is meant, by the word after it; else it is a word of the topic. */
  begins?(next: Token | undefined): boolean;
  /** How long its value goes on. */
  takes(soFar: string | undefined, word: string): boolean;
};

const goesOn = (soFar: string | undefined, word: string): boolean =>
  soFar === undefined || /(?:,|and|the)$/.test(soFar) || word === 'and' || word.startsWith(',');

const isOne = (soFar: string | undefined): boolean => soFar === undefined;

const isHalf = (word: string): boolean => /^[ap]m$/i.test(word);

/** Where it can be no word of the topic, such as in "daily mail". */
const endsTopic = (next: Token | undefined): boolean =>
  next === undefined ||
  next.name !== null ||
  next.sign !== null ||
  (!next.isQuoted && WORDED.some(({ word }) => word === next.value.toLowerCase()));

const WORDED: readonly Worded[] = [
  { word: 'at', part: 'at', takes: (soFar, word) => goesOn(soFar, word) || isHalf(word) },
  { word: 'on', part: 'on', takes: goesOn },
  ...['daily', 'everyday'].map(
    (word): Worded => ({
      word,
      part: 'on',
      says: 'daily',
      begins: endsTopic,
      takes: () => false,
    }),
  ),
  {
    word: 'every',
    part: 'on',
    begins: (next) => next !== undefined && !next.isQuoted && isDayWord(next.value),
    takes: goesOn,
  },
  { word: 'tz', part: 'tz', takes: isOne },
  { word: 'top', part: 'top', takes: isOne },
  {
    word: 'quiet',
    part: 'quiet',
    begins: (next) => next !== undefined && /^(?:\d|from$|none$|off$)/i.test(next.value),
    takes: (soFar, word) =>
      soFar === undefined ||
      /(?:[-–]|\bto|\bfrom)$/i.test(soFar) ||
      /^(?:[-–](?=\d|$)|to$)/i.test(word) ||
      isHalf(word),
  },
];

const wordedBy = (word: string, next: Token | undefined): Worded | undefined =>
  WORDED.find((one) => one.word === word.toLowerCase() && (one.begins?.(next) ?? true));

type Token = {
  readonly name: string | null;
  /** `+` or `-`. */
  readonly sign: string | null;
  readonly value: string;
  readonly isQuoted: boolean;
};

const NAMES = 'topic|pack|at|on|tz|top|must|mute|lang|length|quiet|until|empty|in|subscription';
const ALL_NAMES = [NAMES, ...OTHER_NAMES.keys()].join('|');

function tokensOf(line: string): Token[] {
  const pattern = new RegExp(
    `([+-])?(?:(${ALL_NAMES}):)(?:["“]([^"“”]*)["”]|(\\S+))|([+-])?["“]([^"“”]*)["”]|([+-](?=[\\p{L}\\p{N}]))?(\\S+)`,
    'giu',
  );
  return [...line.matchAll(pattern)].map((match) => {
    const [, sign, typed, inQuotes, bare, before, quoted, start, word] = match;
    const name = typed?.toLowerCase() ?? null;
    return {
      name: name && (OTHER_NAMES.get(name) ?? name),
      sign: sign ?? before ?? start ?? null,
      value: inQuotes ?? bare ?? quoted ?? word ?? '',
      isQuoted: quoted !== undefined,
    };
  });
}

/** A word as it was typed: after a time a hyphen is no sign. */
const signed = ({ sign, value }: Token): string => `${sign ?? ''}${value}`;
