import { UserError } from '../../lib/errors.ts';
import { nearestWord } from '../../lib/nearest.ts';
import { LENGTHS, type Length } from '../show/digest.ts';
import { DAYS, type Day, readDays, readTimes } from './when.ts';

/** What somebody wants a channel to get, and when. */
export type SubscriptionRequest = {
  /** Topic words, names, feeds or packs; null: everything. */
  readonly topic: string | null;
  /** Local times `HH:MM`, in order, each once; empty where none was said. */
  readonly at: readonly string[];
  readonly on: readonly Day[];
  /** An IANA name; null: the place's own. */
  readonly zone: string | null;
  /** How many stories at most; null: as configured. */
  readonly top: number | null;
  /** A story must hold one of these, and none of those. */
  readonly must: readonly string[];
  readonly mute: readonly string[];
  /** ISO 639-1; null: the place's own. */
  readonly language: string | null;
  readonly length: Length;
};

/** The parts as texts, however they were typed or filled in. */
export type SubscriptionParts = Partial<
  Record<'topic' | 'at' | 'on' | 'tz' | 'top' | 'lang' | 'length', string>
> & { readonly must?: readonly string[]; readonly mute?: readonly string[] };

const MOST_STORIES = 20;

/** Checks the parts. Throws UserError that says what is wrong and the nearest right form. */
export function readSubscription(parts: SubscriptionParts): SubscriptionRequest {
  return {
    topic: parts.topic?.trim() || null,
    at: parts.at ? readTimes(parts.at) : [],
    on: parts.on ? readDays(parts.on) : DAYS,
    zone: parts.tz ? readZone(parts.tz) : null,
    top: parts.top ? readTop(parts.top) : null,
    must: parts.must ?? [],
    mute: parts.mute ?? [],
    language: parts.lang ? readLanguage(parts.lang) : null,
    length: parts.length ? readLength(parts.length) : 'short',
  };
}

function readZone(typed: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  const exact = ['UTC', ...zones].find((zone) => zone.toLowerCase() === wanted);
  if (exact) return exact;
  // "Berlin" alone names its zone; an abbreviation such as CET names a shift, not a place's clock.
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (city) return city;
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1)?.toLowerCase() ?? '', zone]));
  const meant = nearestWord(wanted, zones) ?? cities.get(nearestWord(wanted, cities.keys()) ?? '');
  throw new UserError(
    `There is no time zone "${typed}". ${meant ? `Did you mean tz ${meant}?` : 'Write a place such as tz Europe/Berlin.'}`,
  );
}

function readTop(typed: string): number {
  const top = Number(typed);
  if (Number.isInteger(top) && top >= 1 && top <= MOST_STORIES) return top;
  throw new UserError(`top takes a number from 1 to ${MOST_STORIES}, not "${typed}".`);
}

function readLanguage(typed: string): string {
  const code = typed.trim().toLowerCase();
  // ISO 639-1, as far as Intl has a name for it.
  const name = /^[a-z]{2}$/.test(code)
    ? new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code)
    : undefined;
  if (name) return code;
  throw new UserError(`lang takes two letters such as en, de or es, not "${typed}".`);
}

function readLength(typed: string): Length {
  const length = LENGTHS.find((one) => one === typed.trim().toLowerCase());
  if (length) return length;
  throw new UserError(`length takes one of ${LENGTHS.join(', ')}, not "${typed}".`);
}
