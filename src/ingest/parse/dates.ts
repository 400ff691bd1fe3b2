import { allWords, englishWords, foldWord, zoneOffset } from './date-words.ts';

// A date is a line, not a paragraph: anything longer is prose that happens to hold numbers.
const MAX_LENGTH = 100;

type Parts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  /** Minutes ahead of UTC, or a zone's name; null where nothing says. */
  readonly zone?: number | string | null;
};

/**
 * Reads a date as feeds and pages write it: RFC 822, ISO 8601, asctime and their many misspellings, names in
 * thirty languages. A date without a zone is UTC, missing parts are the first (a year is its 1 January), 9/10/2022
 * is the American order unless the numbers forbid it. Null where it is no date: nonsense is never mended into one.
 */
export function parseDate(text: string): Date | null {
  const line = text
    .slice(0, MAX_LENGTH + 1)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '' || line.length > MAX_LENGTH) return null;
  return parseIso(line) ?? parseEpoch(line) ?? parseWords(line);
}

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const OFFSET = String.raw`(?<zone>[A-Za-z]{1,4}|(?:GMT|UTC)? ?[+-]\d{1,2}(?::?\d{2})?)`;
const ISO_TAIL = `(?:(?:[Tt_]| *[Tt]? )(?:${TIME}|(?<packed>\\d{4}(?:\\d{2})?))(?: ?${OFFSET})?)?$`;

// ISO 8601 with what is found in feeds: one-digit months, lost centuries, days of the year.
const ISO_SHAPES = [
  String.raw`^(?<year>\d{4})[-/.](?<month>0*\d{1,2})[-/.](?<day>\d{1,2})` + ISO_TAIL,
  String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})` + ISO_TAIL,
  String.raw`^(?<year>\d{4})-(?<month>\d{2})` + ISO_TAIL,
  String.raw`^(?<year>\d{4})-(?<ordinal>\d{3})` + ISO_TAIL,
  String.raw`^(?<year>\d{2})-(?<month>\d{2})-(?<day>\d{2})` + ISO_TAIL,
  String.raw`^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$`,
  String.raw`^-(?<year>\d{2})-?(?<month>\d{2})$`,
  String.raw`^(?<year>\d{2})(?<ordinal>\d{3})$`,
  String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<packed>\d{6})$`,
  String.raw`^(?<year>[12]\d{3})$`,
].map((shape) => new RegExp(shape));

function parseIso(line: string): Date | null {
  for (const shape of ISO_SHAPES) {
    const found = shape.exec(line)?.groups;
    if (!found) continue;
    const packed = found.packed;
    const year = fullYear(found.year ?? '');
    const fromOrdinal = found.ordinal ? new Date(Date.UTC(year, 0, Number(found.ordinal))) : null;
    return fromParts({
      year,
      month: fromOrdinal ? fromOrdinal.getUTCMonth() + 1 : Number(found.month ?? 1),
      day: fromOrdinal ? fromOrdinal.getUTCDate() : Number(found.day ?? 1),
      hour: Number(packed?.slice(0, 2) ?? found.hour ?? 0),
      minute: Number(packed?.slice(2, 4) ?? found.minute ?? 0),
      second: Number(packed?.slice(4, 6) || found.second || 0),
      millisecond: millisecondsOf(found.fraction),
      zone: found.zone ?? null,
    });
  }
  return null;
}

/** Seconds or milliseconds since 1970, as scripts leave them in attributes; only this century's. */
function parseEpoch(line: string): Date | null {
  if (!/^(?:\d{10}|\d{13})$/.test(line)) return null;
  const time = Number(line) * (line.length === 10 ? 1_000 : 1);
  return time >= 946_684_800_000 && time < 4_102_444_800_000 ? new Date(time) : null;
}

// Words that stand between the parts of a date and say nothing.
const FILLERS = new Set(
  'at on of the de del le el la a à às um uhr kl klo ore o om den der am du das dia dne h hrs and'.split(
    ' ',
  ),
);
const MORNING = /^(?:a\.?m\.?|오전|午前|上午|π\.?μ\.?)$/iu;
const AFTERNOON = /^(?:p\.?m\.?|오후|午後|下午|μ\.?μ\.?)$/iu;

const TOKEN = new RegExp(
  [
    String.raw`(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?![\d:])(?<half>[ap]\.?m\b\.?)?`,
    String.raw`(?<dotTime>\d{1,2}\.\d{2}(?= ?(?:[ap]\.?m|uhr)\b))`,
    String.raw`(?<hourOnly>\d{1,2})(?<hourHalf> ?[ap]\.?m\b\.?)`,
    String.raw`(?<ymd>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)`,
    String.raw`(?<dmy>\d{1,2}(?<sep>[-/.])\d{1,2}\k<sep>(?:\d{4}|\d{2}))(?!\d)`,
    String.raw`(?<zone>(?:GMT|UTC)?[+-]\d{1,2}:?\d{2})(?![\d:])`,
    String.raw`(?<cjk>\d{1,4}) ?(?<unit>[年月日년월일時시分분秒초])`,
    String.raw`-?(?<number>\d+)(?:st|nd|rd|th|er|ème|º|ª|°|\.)?(?![\p{L}\d])`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}./]*)`,
    String.raw`(?<gap>[\s,;|()·•–—'’‘/]+|-(?!\d))`,
  ].join('|'),
  'iuy',
);

/** Reads the parts in whatever order they stand; a word or number that fits nowhere makes it no date. */
function parseWords(line: string): Date | null {
  // What stands in brackets after an offset repeats it: "+0200 (CEST)".
  const text = line.replace(/([+-]\d{2}:?\d{2}) ?\([^)]*\)$/, '$1').replace(/(\d)T(\d)/, '$1 $2');
  let year: number | null = null;
  let month: number | null = null;
  let day: number | null = null;
  let clock: readonly [number, number, number, number] | null = null;
  let afternoon: boolean | null = null;
  let zone: number | string | null = null;
  let monthCameFirst = false;
  const loose: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found: Readonly<Record<string, string | undefined>> | undefined =
      TOKEN.exec(text)?.groups;
    if (!found) return null;
    if (found.gap !== undefined) continue;
    if (found.time ?? found.dotTime) {
      if (clock) return null;
      const [hour = 0, minute = 0, second = 0] = (found.time ?? found.dotTime ?? '')
        .split(/[:.]/)
        .map(Number);
      clock = [hour, minute, second, millisecondsOf(/[.,](\d+)$/.exec(found.time ?? '')?.[1])];
      if (found.half) afternoon = /^p/i.test(found.half);
    } else if (found.hourOnly !== undefined) {
      if (clock) return null;
      clock = [Number(found.hourOnly), 0, 0, 0];
      afternoon = /^ ?p/i.test(found.hourHalf ?? '');
    } else if (found.ymd !== undefined || found.dmy !== undefined) {
      if (year !== null || month !== null) return null;
      const [first = '', second = '', third = ''] = (found.ymd ?? found.dmy ?? '').split(/[-/.]/);
      if (found.ymd !== undefined) {
        [year, month, day] = [Number(first), Number(second), Number(third)];
      } else {
        year = fullYear(third);
        const dayFirst = found.sep !== '/' || Number(first) > 12;
        [day, month] = dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
      }
    } else if (found.zone !== undefined) {
      // Before the time a hyphen only binds: "13-Feb-2012".
      if (clock) zone = found.zone;
      else loose.push(found.zone.replace(/\D/g, ''));
    } else if (found.cjk !== undefined) {
      const value = Number(found.cjk);
      const unit = found.unit ?? '';
      if ('年년'.includes(unit)) year = value;
      else if ('月월'.includes(unit)) month = value;
      else if ('日일'.includes(unit)) day = value;
      else {
        const at = '時시'.includes(unit) ? 0 : '分분'.includes(unit) ? 1 : 2;
        const parts: [number, number, number, number] = clock ? [...clock] : [0, 0, 0, 0];
        parts[at] = value;
        clock = parts;
      }
    } else if (found.number !== undefined) {
      loose.push(found.number);
    } else {
      const word = found.word ?? '';
      if (MORNING.test(word)) afternoon = false;
      else if (AFTERNOON.test(word)) afternoon = true;
      else {
        const meaning = meaningOf(word, clock !== null);
        if (meaning === null) return null;
        if (meaning.kind === 'month') {
          // "mar, 13 mar 2012": what stands first was the weekday.
          if (month !== null && !monthCameFirst) return null;
          monthCameFirst = text.startsWith(word) && month === null;
          month = meaning.month;
        } else if (meaning.kind === 'zone' && zone === null) zone = word;
      }
    }
  }
  // "12 March 2004" and "March 12, 2004": four digits are the year, of two short numbers the first is the day.
  for (const number of loose) {
    if (number.length === 4 && year === null) year = Number(number);
    else if (number.length <= 2 && day === null && Number(number) <= 31) day = Number(number);
    else if (number.length === 2 && year === null) year = fullYear(number);
    else return null;
  }
  if (year === null || month === null) return null;
  if (zone === null && /\p{Script=Hangul}/u.test(text)) zone = 9 * 60; // Korean is written on one clock.
  let [hour, minute, second, millisecond] = clock ?? [0, 0, 0, 0];
  if (afternoon !== null && hour > 12) afternoon = null; // "15:25 PM"
  if (afternoon !== null) hour = (hour % 12) + (afternoon ? 12 : 0);
  return fromParts({ year, month, day: day ?? 1, hour, minute, second, millisecond, zone });
}

type Meaning =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'zone' | 'nothing' };

function meaningOf(word: string, afterTime: boolean): Meaning | null {
  if (afterTime && isZone(word)) return { kind: 'zone' };
  const folded = foldWord(word);
  if (FILLERS.has(folded)) return { kind: 'nothing' };
  for (const words of [englishWords, allWords]) {
    const month = words().months.get(folded);
    if (month !== undefined) return { kind: 'month', month };
    if (words().weekdays.has(folded)) return { kind: 'nothing' };
  }
  if (isZone(word)) return { kind: 'zone' };
  return /^[월화수목금토일月火水木金土日]?(?:요일|曜日)$|^(?:星期|周|週)/u.test(word)
    ? { kind: 'nothing' }
    : null;
}

function isZone(word: string): boolean {
  return zoneOffset(word, new Date(0)) !== null;
}

function millisecondsOf(fraction: string | undefined): number {
  return fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0;
}

/** Two digits belong to 1970–2069: feeds are younger than that, and nothing is announced later. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/** Minutes ahead of UTC that a written zone means; undefined where it means none. */
function offsetOf(zone: number | string, wall: Date): number | undefined {
  if (typeof zone === 'number') return zone;
  const numeric = /^(?:GMT|UTC)? ?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!numeric) return zoneOffset(zone, wall) ?? undefined;
  const [, sign, hours = '0', minutes = '0'] = numeric;
  if (Number(hours) > 15 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function fromParts(parts: Parts): Date | null {
  const {
    year,
    month,
    day,
    hour = 0,
    minute = 0,
    second = 0,
    millisecond = 0,
    zone = null,
  } = parts;
  // Years 1 and 9999 are what programs write for "none" (.NET's and SQL's least and greatest date).
  if (year < 100 || year >= 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  if (wall.getUTCDate() !== day) return null; // 31 June
  wall.setUTCHours(hour, minute, Math.min(second, 59), millisecond);
  const offset = zone === null ? 0 : offsetOf(zone, wall);
  if (offset === undefined) return null;
  const time = wall.getTime() - offset * 60_000;
  return Number.isNaN(time) ? null : new Date(time);
}
