import { UserError } from '../../lib/errors.ts';
import { nearestWord } from '../../lib/nearest.ts';

// What people mean most often, first.
const COMMON = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'UTC'];

/**
 * The time zone somebody means: `europe/berlin`, `Berlin`, `new york`. An abbreviation such as CET names a shift and
 * not a place's clock, so it is none. Throws UserError with the nearest one.
 */
export function readZone(typed: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  const exact = ['UTC', ...zones].find((zone) => zone.toLowerCase() === wanted);
  if (exact) return exact;
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (city) return city;
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1)?.toLowerCase() ?? '', zone]));
  const meant = nearestWord(wanted, zones) ?? cities.get(nearestWord(wanted, cities.keys()) ?? '');
  throw new UserError(
    `There is no time zone "${typed}". ${meant ? `Did you mean tz ${meant}?` : 'Write a place such as tz Europe/Berlin.'}`,
  );
}

/** Zones that hold what is typed so far, the usual ones first; at most 25. */
export function suggestZones(typed: string): string[] {
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  const all = [...new Set([...COMMON, ...Intl.supportedValuesOf('timeZone')])];
  return all.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, 25);
}
