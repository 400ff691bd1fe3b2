import { zoneNamed } from '../../digest/zone.ts';
import { nearestWord } from '../../lib/nearest.ts';
import { Slip } from '../slip.ts';

// What people mean most often, first.
const COMMON = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'UTC'];

// Places whose usual name the engine understands and does not list: it lists what they were called before.
const RENAMED = [
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];

const allZones = (): string[] => [
  ...new Set([...COMMON, ...RENAMED, ...Intl.supportedValuesOf('timeZone')]),
];

/**
 * The time zone somebody means: `europe/berlin`, `Berlin`, `new york`. An abbreviation such as CET names a shift and
 * not a place's clock, so it is none. Throws UserError with the nearest one.
 */
export function readZone(typed: string): string {
  const zones = allZones();
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  const exact =
    zones.find((zone) => zone.toLowerCase() === wanted) ??
    (wanted.includes('/') ? zoneNamed(wanted) : undefined);
  if (exact) return exact;
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (city) return city;
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1)?.toLowerCase() ?? '', zone]));
  const meant = nearestWord(wanted, zones) ?? cities.get(nearestWord(wanted, cities.keys()) ?? '');
  throw new Slip(({ slips }) =>
    [slips.noZone(typed), meant ? slips.didYouMean(`tz ${meant}`) : slips.zones].join(' '),
  );
}

/** Zones that hold what is typed so far, the usual ones first; at most 25. */
export function suggestZones(typed: string): string[] {
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  return allZones()
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, 25);
}
