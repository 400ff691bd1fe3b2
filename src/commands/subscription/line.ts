import { MAYBE, writeList } from './request.ts';

/**
 * The options in a line such as `tech at 08:30 on weekdays tz Europe/Berlin top 7 +must:"ukraine" -mute:"sport"
 * lang:de`, as texts. What belongs to no part is the topic; in quote marks a word is always the topic. One word that is
 * the whole topic may be the name of a pack, unless it stands in quote marks or behind `topic:`.
 */
export function readSubscriptionLine(line: string): Record<string, string> {
  const parts: Record<string, string> = {};
  const must: string[] = [];
  const mute: string[] = [];
  const topic: Token[] = [];
  let open: Worded | undefined;
  for (const token of tokensOf(line)) {
    const { name, sign, value, isQuoted } = token;
    if (name !== null) {
      open = undefined;
      if (name === 'must' || sign === '+') must.push(value);
      else if (name === 'mute' || sign === '-') mute.push(value);
      else parts[name] = value;
      continue;
    }
    const word = value.toLowerCase();
    const begins = WORDED.find((one) => one.word === word && !isQuoted);
    if (begins && parts[begins.part] === undefined) {
      open = begins;
      continue;
    }
    if (open && !isQuoted && open.takes(parts[open.part], word)) {
      parts[open.part] = [parts[open.part], value].filter(Boolean).join(' ');
      continue;
    }
    open = undefined;
    topic.push(token);
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

/** A part that is said in words: `at 08:30`, `on mondays`, and how long its value goes on. */
type Worded = {
  readonly word: string;
  readonly part: 'at' | 'on' | 'tz' | 'top';
  takes(soFar: string | undefined, word: string): boolean;
};

const goesOn = (soFar: string | undefined, word: string): boolean =>
  soFar === undefined || /(?:,|and)$/.test(soFar) || word === 'and' || word.startsWith(',');

const WORDED: readonly Worded[] = [
  {
    word: 'at',
    part: 'at',
    takes: (soFar, word) => goesOn(soFar, word) || /^(?:am|pm)$/.test(word),
  },
  { word: 'on', part: 'on', takes: goesOn },
  { word: 'tz', part: 'tz', takes: (soFar) => soFar === undefined },
  { word: 'top', part: 'top', takes: (soFar) => soFar === undefined },
];

type Token = {
  readonly name: string | null;
  readonly sign: string | null;
  readonly value: string;
  readonly isQuoted: boolean;
};

const NAMES = 'topic|pack|at|on|tz|top|must|mute|lang|length|quiet|empty|in|subscription';

function tokensOf(line: string): Token[] {
  const pattern = new RegExp(
    `([+-])?(?:(${NAMES}):)(?:["“]([^"“”]*)["”]|(\\S+))|["“]([^"“”]*)["”]|(\\S+)`,
    'giu',
  );
  return [...line.matchAll(pattern)].map(([, sign, name, inQuotes, bare, quoted, word]) => ({
    name: name?.toLowerCase() ?? null,
    sign: sign ?? null,
    value: inQuotes ?? bare ?? quoted ?? word ?? '',
    isQuoted: quoted !== undefined,
  }));
}
