import type { Span } from '../../text/span.ts';
import type { Evidence } from './evidence.ts';
import { foldWord, type ReadWord } from './fold.ts';

// One state or body under its several names, folded.
const ALIASES: readonly (readonly string[])[] = [
  ['us', 'usa', 'america', 'american', 'americans', 'united states'],
  ['uk', 'britain', 'british', 'united kingdom'],
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['uae', 'emirati', 'united arab emirates'],
  ['netherlands', 'dutch'],
  ['france', 'french'],
  ['germany', 'german', 'germans'],
  ['spain', 'spanish'],
  ['greece', 'greek'],
  ['switzerland', 'swiss'],
  ['denmark', 'danish'],
  ['wales', 'welsh'],
  ['czechia', 'czech', 'czechs', 'czech republic'],
  ['turkey', 'turkiye', 'turkish', 'turks'],
  ['myanmar', 'burma', 'burmese'],
  ['kyiv', 'kiev'],
  ['odesa', 'odessa'],
  ['kharkiv', 'kharkov'],
  ['lviv', 'lvov'],
];
const STATES = new Set(ALIASES.flat());

/** Whether these words, folded, are a state or a body of states under one of its usual names. */
export const isState = (folded: string) => STATES.has(folded);

// Endings that make the people of a country out of its name and back.
const PEOPLE =
  /(?:ians?|ans?|ese|ish|ines?|is?|ia|a|e|y|n|ns|sche[rnsm]?|isch[a-z]{0,2}|o|os|as)?$/u;

// Offices and kinds stand before many a name: "President" beside another name than in the source is no slip.
const OFFICES = new Set(
  `president vice prime minister premier chancellor king queen prince princess pope sir lord lady dame mr mrs ms dr
  prof professor secretary general defense defence foreign finance interior health justice trade energy state
  senator sen representative rep congressman congresswoman governor gov mayor judge justice chief chairman chairwoman
  chair ceo director manager coach captain lieutenant sergeant colonel major admiral brigadier commander officer
  spokesman spokeswoman spokesperson press attorney speaker leader party court council committee commission ministry
  department police city county state university bank company group north south east west northern southern eastern
  western central new former acting deputy saint st herr frau präsident präsidentin kanzler kanzlerin minister
  ministerin presidente presidenta ministro ministra président présidente ministre`.split(/\s+/),
);
// What an office or a body is for: "the interior ministry" for the transport ministry is another one.
const PORTFOLIOS = new Set(
  `agriculture culture defence defense economy education energy environment finance foreign health home housing interior
  justice labor labour transport treasury trade`.split(/\s+/),
);
const HELD = /^(?:minist(?:er|ers|ry|ries)|secretar(?:y|ies)|department|office|committee)$/;
const NATIONAL = /(?:ian|ean|can|ese|ish|ench|man|reek|iss|tch|aqi|eli|ani|i|an)$/u;
// What a reporter's own word may end in when it begins a sentence; other new words there are taken for names.
const PLAIN_ENDING =
  /(?:ing|ed|ly|tions?|sions?|ments?|ers|ors|ists|ants|ents|ials|ians|ness|ity|ities|ances?|ences?|ups|ties|ies|als|ives|ages|ours?|works?|ung|ungen|keit|heit|ción|ciones|zione|zioni)$/u;
const PLAIN_OPENERS = new Set(
  `police people two three four five six seven eight nine ten dozens hundreds thousands millions crews staff troops
  forces voters residents parents students teachers doctors nurses families women men children lawmakers shares
  prices rain snow fire one none everyone nobody no some most many half part talks plans rescue court judges data
  news ein eine zwei drei mehr viele`.split(/\s+/),
);

/**
 * The first name in a claim that its sources do not have, or two names side by side that never stand so there
 * ("Sergei Austin"). `settled` are stretches that were proved otherwise, such as dates.
 */
export function unsupportedName(
  text: string,
  words: readonly ReadWord[],
  {
    sources,
    language,
    settled,
  }: {
    readonly sources: readonly Evidence[];
    readonly language: string | null;
    readonly settled: readonly Span[];
  },
): string | undefined {
  const german = (language ?? '').startsWith('de');
  let before: ReadWord | undefined;
  for (const [i, word] of words.entries()) {
    if (isOtherOffice(words, i, sources)) return word.text;
    const last = before;
    before = undefined;
    if (!word.capital || /^\d/.test(word.folded) || isWithin(word, settled)) continue;
    if (word.common && (word.opens || word.folded !== 'us')) continue;
    if (word.folded.length < 2 && !/\p{Lu}/u.test(word.text)) continue;
    const next = words[i + 1];
    const runs = next?.capital && !next.opens && text.slice(word.end, next.start) === ' ';
    if (!isKnown(word, sources, german)) {
      const plain =
        word.opens &&
        !runs &&
        (PLAIN_OPENERS.has(word.folded) ||
          PLAIN_ENDING.test(word.folded) ||
          sources.some((s) => s.stems.has(word.stem) || s.words.has(word.folded)));
      if (!plain) return word.text;
      continue;
    }
    // Side by side with a space: "Putin–Biden" are two.
    const beside = last && text.slice(last.end, word.start) === ' ';
    if (last && beside && !standTogether(last, word, sources)) {
      return `${last.text} ${word.text}`;
    }
    before = word;
  }
  return undefined;
}

/** Whether it says what an office is for, and no source has that word. */
function isOtherOffice(
  words: readonly ReadWord[],
  i: number,
  sources: readonly Evidence[],
): boolean {
  const { folded, stem } = words[i]!;
  if (!PORTFOLIOS.has(folded) || !HELD.test(words[i + 1]?.folded ?? '')) return false;
  return !sources.some((s) => s.words.has(folded) || s.stems.has(stem));
}

const isWithin = (word: Span, spans: readonly Span[]) =>
  spans.some((s) => word.start >= s.start && word.end <= s.end);

function isKnown(word: ReadWord, sources: readonly Evidence[], german: boolean): boolean {
  const { folded } = word;
  return sources.some((source) => {
    if (source.capitals.has(folded)) return true;
    if (word.opens && source.words.has(folded)) return true;
    if (/^\p{Lu}{2,6}$/u.test(foldless(word.text)) && source.initials.has(folded)) return true;
    if (ALIASES.some((names) => names.includes(folded) && names.some((n) => holds(source, n)))) {
      return true;
    }
    if (folded.length > 3 && [...source.capitals].some((c) => isSamePeople(folded, c))) return true;
    return german && [...source.words].some((w) => isCompound(folded, w));
  });
}

const foldless = (text: string) => text.replace(/\./g, '');

function holds(source: Evidence, name: string): boolean {
  const parts = name.split(' ');
  if (parts.length === 1) return source.capitals.has(name);
  return parts.slice(1).every((p, i) => source.pairs.has(`${parts[i]} ${p}`));
}

/** Russia and Russian, China and Chinese; Austria and Australia are two. */
function isSamePeople(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  if (shared < 4) return false;
  const [x, y] = [a.slice(shared), b.slice(shared)];
  // A bare ending against none is another name as often as not: Niger and Nigeria, Peter and Peters.
  const peoples = /^(?:ians?|ans?|ese|ish|ns?|ines?|is)$/u;
  if (!peoples.test(x) && !peoples.test(y)) return false;
  return PEOPLE.exec(x)?.[0] === x && PEOPLE.exec(y)?.[0] === y && !/^niger/.test(a);
}

const isCompound = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 5 && (a.includes(b) || b.includes(a));

/** Whether two name words that follow each other do so in a source, an office or nationality between or beside them set apart. */
function standTogether(a: ReadWord, b: ReadWord, sources: readonly Evidence[]): boolean {
  if (isOffice(a, sources) || isOffice(b, sources) || NATIONAL.test(a.folded)) return true;
  if (ALIASES.some((names) => names.includes(a.folded))) return true;
  return sources.some((s) => s.pairs.has(`${a.folded} ${b.folded}`));
}

function isOffice({ folded }: ReadWord, sources: readonly Evidence[]): boolean {
  return OFFICES.has(folded) || sources.some((s) => s.lower.has(folded));
}

/** The words of a name that tell people apart: folded, without initials. */
export function nameParts(name: string): string[] {
  return name
    .split(/[\s-]+/)
    .map(foldWord)
    .filter((part) => part.length > 1);
}

const FOLDED_OFFICES = new Set([...OFFICES].map(foldWord));

/** Whether a word (folded) is an office or a kind of body, which is translated and no part of a name. */
export const isOfficeWord = (folded: string) => FOLDED_OFFICES.has(folded);
