import { faint, type Run, strong, text } from '../../chat/message.ts';
import type { Feed } from '../../news/feed.ts';
import { feedName } from '../../news/feed.ts';
import type { StoryId } from '../../news/story.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { feedsOf } from '../../store/feeds.ts';
import { storiesById } from '../../store/stories.ts';
import type { Context } from '../declare.ts';
import { type Locale, showDay, showSlot } from '../show/words.ts';
import { weekdayIn } from '../texts/counting.ts';
import { type Texts, textsIn } from '../texts/index.ts';
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
  { subscription: words, story: storyWords }: Texts,
): string {
  const pack = packs.find(({ name }) => name === filter.pack);
  const named = feeds.filter(({ id }) => filter.feeds.includes(id)).map(feedName);
  const where =
    filter.pack !== null
      ? (pack?.title ?? filter.pack)
      : named.length > 0 || filter.feeds.length === 0
        ? named.join(', ')
        : words.unreadFeeds(filter.feeds.length);
  const what = [filter.topic, filter.names.join(', ')].filter(Boolean).join(', ');
  if (filter.stories.length > 0) {
    return filter.stories.map((id) => stories.get(id) ?? storyWords.called(id)).join(', ');
  }
  if (what && where) return words.inWhere(what, where);
  return what || where || words.everything;
}

/** When it comes: `08:30 and 18:00 daily, Europe/Berlin`. */
export function whenOf(
  { schedule, zone, threshold }: Pick<Wish, 'schedule' | 'zone' | 'threshold'>,
  { subscription: words, language }: Texts,
): string {
  if (threshold !== null) return words.atOnce(threshold);
  if (schedule.everyMinutes !== null) return words.asItHappens;
  const { daily, weekdays, weekends } = words;
  const named: Readonly<Record<string, string>> = { daily, weekdays, weekends };
  const days =
    named[writeDays(schedule.days)] ??
    schedule.days.map((day) => weekdayIn(language, day)).join(', ');
  return `${words.when(schedule.times, days)}, ${zone}`;
}

/** Everything about it in one line. */
export function describe(wish: Wish | Subscription, names: Names, locale: Locale): Run[] {
  const { filter, stories, length, language, quiet, whenEmpty, until, kind } = wish;
  const texts = textsIn(locale.language);
  const { subscription: words, forms } = texts;
  const details = [
    whenOf(wish, texts),
    kind === 'digest' ? words.top(stories) : null,
    length === 'short' || kind !== 'digest' ? null : forms.choices[length],
    filter.must.length > 0 ? words.must(writeList(filter.must)) : null,
    filter.mute.length > 0 ? words.muted(writeList(filter.mute)) : null,
    language === null ? null : words.inLanguage(language),
    quiet === null ? null : words.quiet(quiet.from, quiet.to),
    whenEmpty === 'line' ? words.saysWhenEmpty : null,
    until === null ? null : words.until(showDay(until, locale)),
  ].filter((one) => one !== null);
  return [strong(subjectOf(wish, names, texts)), text(` · ${details.join(' · ')}`)];
}

/** `First digest tomorrow 08:30 Europe/Berlin (in 14 hours)`. */
export function showNext(
  which: 'firstDigest' | 'nextDigest',
  next: Date | null,
  { zone }: Pick<Wish, 'zone'>,
  { now, language }: Pick<Context, 'now' | 'language'>,
): Run[] {
  const { subscription: words } = textsIn(language);
  return next === null
    ? [faint(words.noFurtherTime)]
    : words[which](strong(showSlot(next, { language, zone }, now, zone)));
}
