import { faint, type Run, strong, text } from '../../chat/message.ts';
import type { Feed } from '../../news/feed.ts';
import { feedName } from '../../news/feed.ts';
import type { StoryId } from '../../news/story.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { feedsOf } from '../../store/feeds.ts';
import { storiesById } from '../../store/stories.ts';
import type { Context } from '../declare.ts';
import { count, inEnglish, type Locale, showDay, showSlot } from '../show/words.ts';
import { writeList } from './request.ts';
import { writeDays } from './when.ts';

/** What subscriptions are called by needs to know: packs, feeds and stories by their names. */
export type Names = {
  readonly packs: Context['packs'];
  readonly feeds: readonly Feed[];
  readonly stories: ReadonlyMap<StoryId, string>;
};

/** The names that these subscriptions are called by. */
export async function namesIn(
  { db, tenant, packs }: Pick<Context, 'db' | 'tenant' | 'packs'>,
  wishes: readonly Pick<Wish, 'filter'>[],
): Promise<Names> {
  const ids = [...new Set(wishes.flatMap(({ filter }) => filter.stories))];
  const stories = new Map<StoryId, string>();
  for (const id of ids) {
    // One that was merged comes as the one it went into, so each is asked for by itself.
    const [story] = await storiesById(db, tenant, [id]);
    if (story) stories.set(id, story.title);
  }
  return { packs, feeds: await feedsOf(db, tenant), stories };
}

/** What a subscription is about: `World news`, `climate`, `Harbour Courier`, `everything`. */
export function subjectOf(
  { filter }: Pick<Wish, 'filter'>,
  { packs, feeds, stories }: Names,
): string {
  const pack = packs.find(({ name }) => name === filter.pack);
  const named = feeds.filter(({ id }) => filter.feeds.includes(id)).map(feedName);
  const where =
    filter.pack !== null ? (pack?.title ?? filter.pack) : named.length > 0 ? named.join(', ') : '';
  const what = [filter.topic, filter.names.join(', ')].filter(Boolean).join(', ');
  if (filter.stories.length > 0) {
    return filter.stories.map((id) => stories.get(id) ?? `story #${id}`).join(', ');
  }
  if (what && where) return `${what} in ${where}`;
  return what || where || 'everything';
}

/** When it comes: `08:30 and 18:00 daily, Europe/Berlin`. */
export function whenOf({
  schedule,
  zone,
  threshold,
}: Pick<Wish, 'schedule' | 'zone' | 'threshold'>): string {
  if (threshold !== null) return `at once when ${count(threshold, 'independent outlet')} report it`;
  if (schedule.everyMinutes !== null) return 'as it happens';
  const days = writeDays(schedule.days)
    .split(',')
    .map((day) => (day.length === 3 ? day[0]?.toUpperCase() + day.slice(1) : day));
  return `${schedule.times.join(' and ')} ${days.join(', ')}, ${zone}`;
}

/** Everything about it in one line. */
export function describe(wish: Wish | Subscription, names: Names, locale: Locale): Run[] {
  const { filter, stories, length, language, quiet, whenEmpty, until, kind } = wish;
  const details = [
    whenOf(wish),
    kind === 'digest' ? `top ${stories}` : null,
    length === 'short' || kind !== 'digest' ? null : length,
    filter.must.length > 0 ? `must: ${writeList(filter.must)}` : null,
    filter.mute.length > 0 ? `muted: ${writeList(filter.mute)}` : null,
    language === null ? null : `in ${language}`,
    quiet === null ? null : `quiet ${quiet.from}–${quiet.to}`,
    whenEmpty === 'line' ? 'says so when there is nothing' : null,
    until === null ? null : `until ${showDay(until, inEnglish(locale))}`,
  ].filter((one) => one !== null);
  return [strong(subjectOf(wish, names)), text(` · ${details.join(' · ')}`)];
}

/** `First digest tomorrow 08:30 (in 14 hours)`. */
export function showNext(
  words: string,
  next: Date | null,
  wish: Pick<Wish, 'zone'>,
  { now }: Pick<Context, 'now'>,
): Run[] {
  return next === null
    ? [faint('It has no further time.')]
    : [text(`${words} `), strong(showSlot(next, inEnglish(wish), now))];
}
