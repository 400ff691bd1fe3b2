import { nearestWord } from '../../lib/nearest.ts';
import type { Weekday } from '../../news/subscription.ts';
import { Slip } from '../slip.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof DAYS)[number];

const NAMES: Readonly<Record<string, readonly Day[]>> = {
  daily: DAYS,
  everyday: DAYS,
  day: DAYS,
  weekday: DAYS.slice(0, 5),
  weekdays: DAYS.slice(0, 5),
  workdays: DAYS.slice(0, 5),
  weekends: DAYS.slice(5),
  weekend: DAYS.slice(5),
  ...Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap(
      (name, i) => {
        const day = DAYS.slice(i, i + 1);
        return [
          [name, day],
          [`${name}s`, day],
          [name.slice(0, 3), day],
        ];
      },
    ),
  ),
};

/** Days as they are typed: `weekdays`, `mon,thu`, `mon-fri`, `saturday and sunday`; in the order of the week. */
export function readDays(typed: string): Weekday[] {
  const days = new Set<Day>();
  for (const part of listed(typed).filter((word) => word !== 'the')) {
    const [from = '', to] = part.split(/[-–]/);
    const first = named(from);
    const last = to === undefined ? undefined : named(to);
    if (last === undefined) for (const day of first) days.add(day);
    else for (const day of span(first, last)) days.add(day);
  }
  return DAYS.flatMap((day, i) => (days.has(day) ? [(i + 1) as Weekday] : []));
}

/** Whether a word names days, so that `every …` is about them. */
export const isDayWord = (word: string): boolean =>
  Object.hasOwn(NAMES, word.toLowerCase().replace(/,.*$/, ''));

/** Days as they are typed: `daily`, `weekdays`, `mon,thu`; what readDays reads. */
export function writeDays(days: readonly Weekday[]): string {
  const said = [...days].sort().join('');
  if (said === '1234567') return 'daily';
  if (said === '12345') return 'weekdays';
  if (said === '67') return 'weekends';
  return days.map((day) => DAYS[day - 1]).join(',');
}

function named(word: string): readonly Day[] {
  const found = Object.hasOwn(NAMES, word) ? NAMES[word] : undefined;
  if (found) return found;
  const meant = nearestWord(word, Object.keys(NAMES));
  throw new Slip(({ slips }) =>
    [slips.noDay(word), meant ? slips.didYouMean(`on ${meant}`) : slips.days].join(' '),
  );
}

/** From one day to another, over the end of the week where need be. */
function span([from]: readonly Day[], [to]: readonly Day[]): Day[] {
  const start = DAYS.indexOf(from ?? 'mon');
  const length = (DAYS.indexOf(to ?? 'mon') - start + 7) % 7;
  return Array.from({ length: length + 1 }, (_, i) => DAYS[(start + i) % 7] ?? 'mon');
}

/** Times as they are typed: `08:30`, `8`, `8am and 6:15pm`, `08:30,18:00`; as `HH:MM`, in order, each once. */
export function readTimes(typed: string): string[] {
  return [...new Set(listed(typed).map(readTime))].sort();
}

function readTime(word: string): string {
  const time = timeIn(word);
  if (time === undefined) throw new Slip(({ slips }) => slips.noTime(word));
  return time;
}

/** One time as it is typed; undefined where it is none. */
export function oneTime(typed: string): string | undefined {
  const [word = '', ...more] = listed(typed);
  return more.length === 0 ? timeIn(word) : undefined;
}

function timeIn(word: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/.exec(word);
  const half = match?.[3];
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  const isHour = half ? hour >= 1 && hour <= 12 : hour <= 23;
  if (!match || !isHour || minute > 59) return undefined;
  const shift = half === 'pm' ? 12 : 0;
  const shown = half ? (hour % 12) + shift : hour;
  return `${String(shown).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const listed = (typed: string): string[] =>
  typed
    .toLowerCase()
    .replace(/\s+(am|pm)\b/g, '$1')
    .split(/\s*,\s*|\s+and\s+|\s+/)
    .filter((word) => word !== '' && word !== 'and');
