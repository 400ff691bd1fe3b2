import type { ChannelId } from './channel.ts';
import type { FeedId } from './feed.ts';
import type { StoryId } from './story.ts';
import type { TenantId } from './tenant.ts';

export type SubscriptionId = number;

/** A time of day on the wall clock, `08:30`, from `00:00` to `23:59`: made by `localTime`. */
export type LocalTime = string;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * When editions are due: at times of day on the wall clock of the subscription's zone (at least one time and one day),
 * or, where `everyMinutes` is given, at every so many minutes of the day in UTC, and times and days say nothing.
 */
export type Schedule = {
  readonly times: readonly LocalTime[];
  readonly days: readonly Weekday[];
  readonly everyMinutes: number | null;
};

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 7];

/** What a story must be to come into an edition. Each part that is given narrows it; empty parts say nothing. */
export type Filter = {
  /** Every one of these words stands in the story. */
  readonly topic: string | null;
  /** At least one of these names stands in it. */
  readonly names: readonly string[];
  /** At least one of its articles came by one of these feeds. */
  readonly feeds: readonly FeedId[];
  /** The pack that `feeds` were taken from, for showing. */
  readonly pack: string | null;
  /** It is one of these, or what they were merged into. */
  readonly stories: readonly StoryId[];
  /** Every one of these words or phrases stands in it. */
  readonly must: readonly string[];
  /** None of these stands in a headline of it or in what would be shown of it. */
  readonly mute: readonly string[];
};

export const EVERYTHING: Filter = {
  topic: null,
  names: [],
  feeds: [],
  pack: null,
  stories: [],
  must: [],
  mute: [],
};

/** A stretch of the day in which nothing is posted; over midnight where `from` is later than `to`. */
export type QuietHours = { readonly from: LocalTime; readonly to: LocalTime };

/**
 * `digest`: what is new, at the times of the schedule. `follow`: what becomes of a story, a person or a topic, as it
 * happens. `alert`: stories that many outlets report within hours, once each.
 */
export type SubscriptionKind = 'digest' | 'follow' | 'alert';

/** What a channel of a tenant asked to be brought. It is the channel's: it stays when its creator leaves. */
export type Subscription = {
  readonly id: SubscriptionId;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly kind: SubscriptionKind;
  readonly filter: Filter;
  readonly schedule: Schedule;
  /** IANA name. */
  readonly zone: string;
  /** The most stories in one edition. */
  readonly stories: number;
  readonly length: 'headlines' | 'short' | 'full';
  /** ISO 639-1; null: as the articles are. */
  readonly language: string | null;
  readonly quiet: QuietHours | null;
  /** What is posted at a slot that has nothing new: nothing, or a line that says so. */
  readonly whenEmpty: 'silence' | 'line';
  readonly paused: boolean;
  /** Of an alert: how many independent outlets must report a story. */
  readonly threshold: number | null;
  /** It ends by itself then; null: it does not. */
  readonly until: Date | null;
  /** Who made it: the platform's id of them, and what others called them then. */
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  /** What came before is no news to it: a day before it was made or taken up again. */
  readonly since: Date;
};

/** What somebody decides of a subscription; the rest is the store's. */
export type Wish = Omit<
  Subscription,
  'id' | 'tenant' | 'channel' | 'paused' | 'createdAt' | 'since'
>;

/** `8:30`, `08.30`, `8:05` as `08:30` …; undefined for what is no time of day (`25:61`). */
export function localTime(typed: string): LocalTime | undefined {
  const match = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(typed);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${match[2]}`;
}
