import type { LocalTime, QuietHours, Weekday } from '../../news/subscription.ts';
import { LENGTHS, type Length } from '../show/digest.ts';
import { Slip } from '../slip.ts';
import { oneTime, readDays, readTimes } from './when.ts';
import { readZone } from './zone.ts';

/** What somebody said of a subscription. What they did not say is not there; null and [] is what they took out. */
export type SubscriptionRequest = {
  /** Topic words, or a feed's name. */
  readonly topic?: string | null;
  /** The topic may be a pack's name, too. */
  readonly mayBePack?: true;
  readonly pack?: string | null;
  readonly at?: readonly LocalTime[];
  readonly on?: readonly Weekday[];
  /** An IANA name. */
  readonly zone?: string;
  readonly top?: number;
  /** Every one of these must stand in a story, and none of those. */
  readonly must?: readonly string[];
  readonly mute?: readonly string[];
  /** ISO 639-1. */
  readonly language?: string | null;
  readonly length?: Length;
  readonly quiet?: QuietHours | null;
  readonly whenEmpty?: 'silence' | 'line';
  /** As it was typed: when it is depends on now. */
  readonly until?: string | null;
};

/** The options of a subscription as texts; '' takes out, null says nothing. */
export type SubscriptionParts = Readonly<
  Partial<
    Record<
      | 'topic'
      | 'pack'
      | 'at'
      | 'on'
      | 'tz'
      | 'top'
      | 'must'
      | 'mute'
      | 'lang'
      | 'length'
      | 'quiet'
      | 'empty'
      | 'until',
      string | null
    >
  >
>;

const MOST_STORIES = 20;

/** As the pack: the topic is one bare word of a line, which may be the name of one. */
export const MAYBE = '?';

/** Checks what was said. Throws UserError that says what is wrong and the nearest right form. */
export function readSubscription(parts: SubscriptionParts): SubscriptionRequest {
  const { topic, pack, at, on, tz, top, must, mute, lang, length, quiet, empty, until } = parts;
  // As a suggestion has it: whoever chooses a pack among topics means the pack.
  const chosen = /^\s*pack:\s*(\S+)\s*$/i.exec(topic ?? '')?.[1];
  if (chosen !== undefined) return readSubscription({ ...parts, topic: null, pack: chosen });
  return {
    ...(said(topic) && { topic: topic.trim() || null }),
    ...(pack === MAYBE
      ? { mayBePack: true }
      : said(pack) && { pack: pack.trim().toLowerCase() || null }),
    ...(at && { at: readTimes(at) }),
    ...(on && { on: readDays(on) }),
    ...(tz && { zone: readZone(tz) }),
    ...(top && { top: readTop(top) }),
    ...(said(must) && { must: readPhrases('must', must) }),
    ...(said(mute) && { mute: readPhrases('mute', mute) }),
    ...(said(lang) && { language: lang.trim() ? readLanguage(lang) : null }),
    ...(length && { length: readLength(length) }),
    ...(said(quiet) && { quiet: isNone(quiet) ? null : readQuiet(quiet) }),
    ...(said(until) && { until: isNone(until) ? null : until }),
    ...(empty && { whenEmpty: readEmpty(empty) }),
  };
}

const isNone = (typed: string): boolean => /^\s*(?:no|none|off)?\s*$/i.test(typed);

const said = (part: string | null | undefined): part is string =>
  part !== null && part !== undefined;

function readPhrases(name: string, typed: string): string[] {
  const phrases = readList(typed);
  const empty = phrases.find((phrase) => !isPhrase(phrase));
  if (empty === undefined) return phrases;
  throw new Slip(({ slips }) => slips.phrases(name, empty));
}

/** Whether there is anything to look for: signs alone stand in no story. */
export const isPhrase = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

/** Words and phrases between commas; a comma inside quote marks divides nothing. */
function readList(typed: string): string[] {
  return [...typed.matchAll(/\s*["“]([^"“”]*)["”]|([^,]+)/g)]
    .map(([, quoted, bare]) => (quoted ?? bare ?? '').trim())
    .filter(Boolean);
}

export function writeList(words: readonly string[]): string {
  return words.map((word) => (word.includes(',') ? `"${word}"` : word)).join(', ');
}

function readTop(typed: string): number {
  const top = Number(typed);
  if (Number.isInteger(top) && top >= 1 && top <= MOST_STORIES) return top;
  throw new Slip(({ slips }) => slips.top(MOST_STORIES, typed));
}

/** A language by its ISO 639-1 code, as far as Intl has a name for it. */
export function readLanguage(typed: string): string {
  const code = typed.trim().toLowerCase();
  const name = /^[a-z]{2}$/.test(code)
    ? new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code)
    : undefined;
  if (name) return code;
  throw new Slip(({ slips }) => slips.language(typed));
}

function readLength(typed: string): Length {
  const length = LENGTHS.find((one) => one === typed.trim().toLowerCase());
  if (length) return length;
  throw new Slip(({ slips }) => slips.length(LENGTHS.join(', '), typed));
}

function readQuiet(typed: string): QuietHours {
  const [first = '', second] = typed.replace(/^\s*from\s+/i, '').split(/\s*(?:-|–|\bto\b)\s*/i);
  const from = oneTime(first);
  const to = second === undefined ? undefined : oneTime(second);
  if (from !== undefined && to !== undefined && from !== to) return { from, to };
  throw new Slip(({ slips }) => slips.quiet(typed));
}

function readEmpty(typed: string): 'silence' | 'line' {
  const word = typed.trim().toLowerCase();
  if (word === 'silence' || word === 'line') return word;
  throw new Slip(({ slips }) => slips.empty(typed));
}
