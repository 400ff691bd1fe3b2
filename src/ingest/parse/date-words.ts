// Month and weekday names come from Node's own ICU data, so that no list of ours can be wrong or incomplete.
// Where two languages spell different months alike (listopad), the earlier language in this list wins.
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi pl cs sk hu el ru uk bg ro tr hr sl lt lv et ca id ms vi'.split(
    ' ',
  );

// What ICU spells otherwise than feeds do.
const MORE_MONTHS: Readonly<Record<string, number>> = {
  sept: 9,
  mrz: 3,
  maerz: 3,
  janv: 1,
  set: 9,
};
const MORE_WEEKDAYS = ['tues', 'wednes', 'thur', 'thurs'];

/** A word as the tables know it: lower case, without accents and without the dot of an abbreviation. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');
}

type Words = {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
};

function lettersOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord).filter((word) => word.length > 1);
}

function build(languages: readonly string[]): Words {
  const months = new Map<string, number>();
  const weekdays = new Set<string>(MORE_WEEKDAYS);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      // With a day beside it a month stands in the genitive (1 января), alone in the nominative.
      const shapes = [{ month: style }, { month: style, day: 'numeric' }] as const;
      for (const shape of shapes) {
        const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) {
          const part = format
            .formatToParts(Date.UTC(2001, month, 1))
            .find((piece) => piece.type === 'month');
          const word = lettersOf(part?.value ?? '')[0];
          if (word && !months.has(word)) months.set(word, month + 1);
        }
      }
      const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        for (const word of lettersOf(format.format(Date.UTC(2001, 0, day)))) weekdays.add(word);
      }
    }
  }
  for (const [word, month] of Object.entries(MORE_MONTHS)) {
    if (!months.has(word)) months.set(word, month);
  }
  return { months, weekdays };
}

let english: Words | undefined;
let all: Words | undefined;

/** The months (1–12) and weekdays of English alone: nearly every date, and ready in a moment. */
export function englishWords(): Words {
  english ??= build(['en']);
  return english;
}

/** The months and weekdays of all languages we know, built at the first date that needs them. */
export function allWords(): Words {
  all ??= build(LANGUAGES);
  return all;
}

const HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  uct: 0,
  zulu: 0,
  wet: 0,
  west: 1,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  bst: 1,
  eet: 2,
  eest: 3,
  sast: 2,
  msk: 3,
  msd: 4,
  trt: 3,
  gst: 4,
  pkt: 5,
  ist: 5.5,
  npt: 5.75,
  ict: 7,
  wib: 7,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  clt: -4,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

// "ET" names the clock on the wall, whichever half of the year it is.
const AMERICAN_CLOCKS: Readonly<Record<string, number>> = {
  at: -4,
  et: -5,
  ct: -6,
  mt: -7,
  pt: -8,
};

/** Minutes ahead of UTC of a zone's usual name at a moment (given as if it were UTC), or null where it is no zone's name. */
export function zoneOffset(name: string, wall: Date): number | null {
  const zone = name.toLowerCase().replace(/^etc\//, '');
  const fixed = Object.hasOwn(HOURS, zone) ? HOURS[zone] : undefined;
  if (fixed !== undefined) return fixed * 60;
  const clock = Object.hasOwn(AMERICAN_CLOCKS, zone) ? AMERICAN_CLOCKS[zone] : undefined;
  if (clock !== undefined) return (clock + (isAmericanSummer(wall) ? 1 : 0)) * 60;
  return null;
}

/** From the second Sunday in March to the first in November, two in the morning (the rule since 2007). */
function isAmericanSummer(wall: Date): boolean {
  const year = wall.getUTCFullYear();
  const firstSunday = (month: number) =>
    1 + ((7 - new Date(Date.UTC(year, month, 1)).getUTCDay()) % 7);
  const from = Date.UTC(year, 2, firstSunday(2) + 7, 2);
  const until = Date.UTC(year, 10, firstSunday(10), 2);
  return wall.getTime() >= from && wall.getTime() < until;
}
