import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from '../news/subscription.ts';

// Temporal is part of the language and of Node 26; until then this library is it. Its own ways with times that do not
// exist (moved on by the length of the gap) are not ours.

/**
 * The first instant at which the clock on the wall shows this time of this day or a later one. So a time that does not
 * exist is the first instant after the gap, and of one that comes twice it is the first.
 */
export function instantOf(day: Temporal.PlainDate, time: LocalTime, zone: string): Date {
  const wanted = day.toPlainDateTime(time);
  const at = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(wanted)) return new Date(at.epochMilliseconds);
  // `earlier` steps back over the gap, so the next change of the clock is the gap.
  const after = at.getTimeZoneTransition('next');
  return new Date((after ?? at).epochMilliseconds);
}

/** What the clock on the wall shows. */
export function localDate(at: Date, zone: string): Temporal.PlainDate {
  return zoned(at, zone).toPlainDate();
}

/** `08:30`, as the clock on the wall shows it. */
export function timeOfDay(at: Date, zone: string): LocalTime {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function zoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/** The zone of that name in its usual letters (`europe/berlin` is `Europe/Berlin`); undefined where there is none. */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.trim();
  // An offset is no zone: it knows no summer.
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
