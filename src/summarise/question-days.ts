import { datesIn } from './dates.ts';

/** The days a question asks about, from the first to the last, as `2026-03-04`. */
export type Days = { readonly from: string; readonly to: string };

const DAY = 86_400_000;
const SINCE = /(?<![\p{L}])(?:since|seit|desde|depuis)(?![\p{L}])/iu;
const DAY_BEFORE = /(?:the day before yesterday|vorgestern|anteayer|avant-hier)/iu;
const WEEKS =
  /(?<![\p{L}])(?:(this|diese[rn]?|esta|cette) (?:week|woche|semana|semaine)|(last|past|letzte[rn]?|vergangene[rn]?|la|la semaine) (?:week|woche|semana pasada|dernière))(?![\p{L}])/iu;
const LAST_DAYS =
  /(?<![\p{L}])(?:in |within |over |during |in den |en |ces )?(?:the |los |las |les )?(?:last|past|letzten|vergangenen|últim[oa]s|derniers|dernières) (\d{1,3}|two|three|four|five|six|seven|zwei|drei|vier|fünf|dos|tres|cuatro|cinco|deux|trois) (days?|weeks?|hours?|tagen?|wochen|stunden|días|semanas|horas|jours|semaines|heures)(?![\p{L}])/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, zwei: 2, drei: 3, vier: 4, fünf: 5 },
  ...{ dos: 2, tres: 3, cuatro: 4, cinco: 5, deux: 2, trois: 3 },
};
const YESTERDAY = /(?<![\p{L}])(?:yesterday|gestern|ayer|ieri)(?![\p{L}])/iu;
const TODAY =
  /(?<![\p{L}])(?:today|heute (?:morgen|abend|nacht)|heute|hoy|aujourd['’]hui|oggi|tonight|this (?:morning|afternoon|evening)|esta (?:mañana|tarde|noche)|ce (?:matin|soir)|cette nuit)(?![\p{L}])/iu;

/**
 * What a question says of days ("today", "on Friday", "since Tuesday", "last week", "in the last three days"), in UTC
 * as of `now`, and the question without those words; null where it says nothing. Also what is ahead counts: "on
 * Friday" with "will" is the next one.
 */
export function daysOf(
  text: string,
  language: string,
  now: Date,
): { readonly days: Days | null; readonly text: string } {
  const day = (back: number) => new Date(now.getTime() - back * DAY).toISOString().slice(0, 10);
  const without = (at: number, length: number, days: Days) => ({
    days,
    text: `${text.slice(0, at)} ${text.slice(at + length)}`,
  });
  const last = LAST_DAYS.exec(text);
  if (last) {
    const count = NUMBERS[last[1]!.toLowerCase()] ?? Number(last[1]);
    const unit = /^(?:w|s)em|^woch|^week/i.test(last[2]!)
      ? 7
      : /^(?:h|st)/i.test(last[2]!)
        ? 1 / 24
        : 1;
    return without(last.index, last[0].length, { from: day(Math.ceil(count * unit)), to: day(0) });
  }
  const week = WEEKS.exec(text);
  if (week) {
    const sinceMonday = (now.getUTCDay() + 6) % 7;
    const days = week[1]
      ? { from: day(sinceMonday), to: day(0) }
      : { from: day(sinceMonday + 7), to: day(sinceMonday + 1) };
    return without(week.index, week[0].length, days);
  }
  const before = DAY_BEFORE.exec(text);
  if (before) return without(before.index, before[0].length, { from: day(2), to: day(2) });
  const yesterday = SINCE.test(text) ? null : YESTERDAY.exec(text);
  if (yesterday) return without(yesterday.index, yesterday[0].length, { from: day(1), to: day(1) });
  const today = SINCE.test(text) ? null : TODAY.exec(text);
  if (today) return without(today.index, today[0].length, { from: day(0), to: day(0) });
  return namedDay(text, language, now, day(0), without);
}

function namedDay(
  text: string,
  language: string,
  now: Date,
  today: string,
  without: (at: number, length: number, days: Days) => { days: Days; text: string },
): { readonly days: Days | null; readonly text: string } {
  // "since" bounds a date, so the reader of dates leaves it out: it is blotted out before.
  const since = SINCE.exec(text);
  const plain = text.replace(SINCE, (word) => ' '.repeat(word.length));
  const found = datesIn(plain, language, { publishedAt: now, storyAt: now }).find(({ date }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(date),
  );
  if (!found) return { days: null, text };
  const isBounded = since !== null && since.index < found.start && found.date < today;
  const to = isBounded ? today : found.date;
  return without(found.start, found.end - found.start, { from: found.date, to });
}
