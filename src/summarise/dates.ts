import type { Span } from '../text/span.ts';
import { hasVerb, tellsOfThePast } from './verbs.ts';

/** A date in a text: a day (`2022-10-21`), a month (`2022-10`) or a year (`2022`). */
export type DateInText = Span & { readonly date: string };

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: 'january february march april may june july august september october november december'.split(
    ' ',
  ),
  de: 'januar februar märz april mai juni juli august september oktober november dezember'.split(
    ' ',
  ),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  ),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
    ' ',
  ),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
};
const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  en: 'sunday monday tuesday wednesday thursday friday saturday'.split(' '),
  de: 'sonntag montag dienstag mittwoch donnerstag freitag samstag'.split(' '),
  es: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
  fr: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
  it: 'domenica lunedì martedì mercoledì giovedì venerdì sabato'.split(' '),
  pt: 'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'.split(' '),
  nl: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' '),
};
// The months' short forms in English; elsewhere they are rare in running text.
const SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Patterns = {
  readonly day: RegExp;
  readonly monthFirst: RegExp | undefined;
  readonly month: RegExp;
  readonly weekday: RegExp;
  readonly monthOf: (name: string) => number;
  readonly weekdayOf: (name: string) => number;
};

const EDGE = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const known = new Map<string, Patterns>();

function patternsOf(language: string | null): Patterns {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  const tongue = MONTHS[code] ? code : 'en';
  let patterns = known.get(tongue);
  if (!patterns) {
    patterns = makePatterns(tongue);
    known.set(tongue, patterns);
  }
  return patterns;
}

function makePatterns(tongue: string): Patterns {
  const months = MONTHS[tongue]!;
  const english = tongue === 'en';
  const names = [
    ...months,
    ...(tongue === 'de' ? ['jänner'] : []),
    ...(english ? [...SHORT, 'sept'] : []),
  ].join('|');
  const of = '(?:\\s(?:de|del|of))?\\s';
  // English months begin with a capital: "may" and "march" are verbs too.
  const flags = 'giu';
  return {
    day: new RegExp(
      `${EDGE}(\\d{1,2})(?:\\.|st|nd|rd|th|º|er)?${of}(${names})${END}\\.?(?:,?(?:\\s(?:de|del))?\\s(\\d{4})${END})?`,
      flags,
    ),
    monthFirst: english
      ? new RegExp(
          `${EDGE}(${names})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?${END}(?!:\\d|[.,]\\d{3})(?:,?\\s(\\d{4})${END})?`,
          flags,
        )
      : undefined,
    month: new RegExp(
      `${EDGE}(${names})${END}\\.?(?:,?(?:\\s(?:de|del))?\\s(\\d{4})${END})?`,
      flags,
    ),
    weekday: new RegExp(
      `${EDGE}(?:(last|next|letzten|kommenden|nächsten|vergangenen|(?:el )?próximo)\\s)?(${WEEKDAYS[tongue]!.join('|')})${END}(\\s(?:pasado|dernier|prochain|scorso|prossimo|próximo)${END})?`,
      flags,
    ),
    monthOf: (name) => {
      const lower = name.toLowerCase();
      const full = months.indexOf(lower);
      if (full >= 0) return full;
      return lower === 'jänner' ? 0 : SHORT.indexOf(lower.slice(0, 3));
    },
    weekdayOf: (name) => WEEKDAYS[tongue]!.indexOf(name.toLowerCase()),
  };
}

// Behind these a date bounds something else than what the sentence tells.
const BOUNDING =
  /(?<![\p{L}\p{N}])(?:since|until|till|before|after|by|through|from|as of|between|than|prior to|seit|bis|vor|nach|ab|zum|spätestens|von|desde|hasta|antes del?|después del?|tras el|depuis|jusqu['’]au|jusqu['’]en|avant le?|après le?|dal|fino al?|prima del|dopo il?|sinds|tot|voor|na)\s(?:the\s|dem\s|den\s|el\s|le\s|il\s)?(?:at least\s|about\s|last\s|late\s|early\s|mid-)?$/iu;
const AHEAD =
  /(?<![\p{L}])(?:will|is (?:to|set|due|scheduled|expected)|are (?:to|set|due|scheduled|expected)|would|plans? to|next|upcoming|coming|wird|werden|soll|sollen|kommenden|nächsten|será|serán|prevé|próximo|sera|seront|doit|prochain|sarà|saranno|prossimo|zal|zullen)(?![\p{L}])/iu;

// German puts what is still to be done behind its day: "plant, die Strecke am Montag zu öffnen".
const AHEAD_BEHIND = /^[^.;:–—]{0,80}(?<![\p{L}])zu(?:[ -]\p{Ll}+(?:en|ern|eln))(?![\p{L}])/u;
/** "On Friday the race ends": news tells what was in the past, and the present with a weekday is what is to come. */
function isPlan(text: string): boolean {
  const own = text.replace(/[“"„«][^“”"„«»]{0,800}[”"“»]/gu, ' ');
  return hasVerb(own) && !tellsOfThePast(own);
}

/** When the article was published and, for its years where that is unknown, when its story was told; null is unknown. */
export type When = { readonly publishedAt: Date | null; readonly storyAt: Date | null };

/**
 * The dates of a sentence that can be placed, in order. Weekdays, "today" and "yesterday" are placed
 * by when the article was published, in UTC, days without a year by that or by the story's time; what
 * neither places is left out, as are dates that only bound something ("since May").
 */
export function datesIn(
  text: string,
  language: string | null,
  { publishedAt, storyAt }: When,
): DateInText[] {
  const year = publishedAt ?? storyAt;
  const patterns = patternsOf(language);
  const found: DateInText[] = [];
  const add = (date: string | undefined, start: number, end: number) => {
    if (found.some((f) => start < f.end && end > f.start)) return;
    // What cannot be placed stays, empty, so that no part of it is read as another date.
    const bounds = BOUNDING.test(text.slice(Math.max(0, start - 32), start));
    found.push({ date: bounds ? '' : (date ?? ''), start, end });
  };
  for (const m of text.matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g)) {
    add(dayOf(+m[1]!, +m[2]! - 1, +m[3]!), m.index, m.index + m[0].length);
  }
  for (const m of text.matchAll(patterns.day)) {
    add(placeDay(patterns.monthOf(m[2]!), +m[1]!, m[3], year), m.index, m.index + m[0].length);
  }
  for (const m of patterns.monthFirst ? text.matchAll(patterns.monthFirst) : []) {
    if (!/^\p{Lu}/u.test(m[1]!)) continue;
    add(placeDay(patterns.monthOf(m[1]!), +m[2]!, m[3], year), m.index, m.index + m[0].length);
  }
  for (const m of text.matchAll(/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g)) {
    add(dayOf(+m[3]!, +m[2]! - 1, +m[1]!), m.index, m.index + m[0].length);
  }
  for (const m of text.matchAll(patterns.month)) {
    if (m[2]) add(`${m[2]}-${two(patterns.monthOf(m[1]!) + 1)}`, m.index, m.index + m[0].length);
  }
  if (publishedAt) addRelative(text, language, publishedAt, add);
  return found.filter((f) => f.date).sort((a, b) => a.start - b.start);
}

function addRelative(
  text: string,
  language: string | null,
  publishedAt: Date,
  add: (date: string | undefined, start: number, end: number) => void,
): void {
  const patterns = patternsOf(language);
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  for (const m of text.matchAll(patterns.weekday)) {
    const behind = (m[3] ?? m[1] ?? '').trim().toLowerCase();
    const stop = m.index + m[0].length;
    const ahead =
      /next|kommend|nächst|próximo|prochain|prossimo/.test(behind) ||
      (!behind &&
        (AHEAD.test(text.slice(0, stop)) ||
          (code === 'de' && AHEAD_BEHIND.test(text.slice(stop)))));
    const day = publishedAt.getUTCDay();
    const target = patterns.weekdayOf(m[2]!);
    const back = (day - target + 7) % 7;
    // "will meet on Friday", printed on a Friday: today or in a week, nothing tells.
    if (back === 0 && (ahead || behind)) continue;
    const isNext = ahead || (back > 0 && !behind && code === 'en' && isPlan(text));
    add(shifted(publishedAt, isNext ? 7 - back : -back), m.index, stop);
  }
  for (const m of text.matchAll(TODAY))
    add(shifted(publishedAt, 0), m.index, m.index + m[0].length);
  for (const m of text.matchAll(YESTERDAY))
    add(shifted(publishedAt, -1), m.index, m.index + m[0].length);
}

const TODAY = /(?<![\p{L}])(?:today|heute|hoy|aujourd['’]hui|oggi)(?![\p{L}])/giu;
const YESTERDAY =
  /(?<![\p{L}])(?:yesterday|gestern|ayer|hier|ieri)(?![\p{L}])(?!\s(?:und|in|im|auf|ist|war|wird))/giu;

const two = (n: number) => String(n).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** A day without a year is the latest one that is not more than two months ahead of when it was told. */
function placeDay(month: number, day: number, year: string | undefined, near: Date | null) {
  if (month < 0) return undefined;
  if (year) return dayOf(+year, month, day);
  if (!near) return undefined;
  const latest = near.getTime() + 61 * 86_400_000;
  for (let y = near.getUTCFullYear() + 1; y >= near.getUTCFullYear() - 1; y--) {
    const date = dayOf(y, month, day);
    if (date && Date.parse(date) <= latest) return date;
  }
  return undefined;
}

function shifted(date: Date, days: number): string {
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
