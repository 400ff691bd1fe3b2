import { saysAny } from '../digest/filter.ts';
import { selectStories } from '../digest/select.ts';
import { DAY } from '../lib/clock.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { LeftOut, Told } from '../news/delivery.ts';
import type { Digest } from '../news/digest.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { Filter, Subscription } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import { storiesArrived, storiesHolding, storiesOfFeeds, titlesOf } from '../store/arrivals.ts';
import type { Db } from '../store/schema.ts';
import { toldTo } from '../store/told.ts';
import { changesOf } from '../summarise/changes.ts';
import { searchWords } from './find-stories.ts';
import { type ToldStory, tellStory } from './tell-story.ts';

/** What a channel gets at one slot. */
export type EditionDraft = {
  /** The weightiest first, at most as many as the subscription wants. Empty: there is nothing new. */
  readonly items: readonly EditionItem[];
  readonly leftOut: readonly LeftOut[];
  readonly from: Date;
  readonly to: Date;
};

/** One story of an edition; its digest's `whatChanged` says what is new to this channel. */
export type EditionItem = ToldStory & {
  /** `update`: the channel was told of it before. */
  readonly kind: 'new' | 'update';
};

// What was published longer ago than this before the span is no news, even if it reached us only now.
const STALE_MS = DAY;

/**
 * Chooses what is new to a channel: stories it was not told of, and those it was told of that have something new to
 * say since. Never the same twice: a story that only gained another copy is left out.
 */
export async function makeEdition(
  db: Db,
  subscription: Pick<Subscription, 'tenant' | 'channel' | 'filter' | 'stories'>,
  span: {
    readonly from: Date;
    readonly to: Date;
    /** The newest article that the last edition knew; null: there was none. */
    readonly seenArticle: ArticleId | null;
  },
): Promise<EditionDraft> {
  const { tenant, filter } = subscription;
  const arrived = await storiesArrived(db, tenant, {
    after: span.from,
    until: span.to,
    publishedAfter: new Date(span.from.getTime() - STALE_MS),
    afterArticle: span.seenArticle,
  });
  const ids = arrived.map((story) => story.id);
  const wanted = await wantedAmong(db, tenant, filter, ids);
  const titles = await titlesOf(db, tenant, filter.mute.length > 0 ? ids : []);
  const told = groupByStory(
    await toldTo(db, tenant, { channel: subscription.channel, stories: ids }),
  );
  const items: EditionItem[] = [];
  const leftOut: LeftOut[] = [];
  for (const story of selectStories(arrived, { now: span.to, limit: arrived.length })) {
    const leave = (why: LeftOut['why']) => leftOut.push({ story: story.id, why });
    const before = told.get(story.id) ?? [];
    if (!wanted.has(story.id)) leave('filtered');
    else if (saysAny(filter.mute, titles.get(story.id) ?? [])) leave('muted');
    else if (before.some((one) => one.of === story.id && one.version === story.version)) {
      leave('told');
    } else if (items.length >= subscription.stories) leave('beyond');
    else {
      const item = itemOf(await tellStory(db, story, span.to), before);
      if (!item) leave('told');
      else if (saysAny(filter.mute, shownOf(item.digest))) leave('muted');
      else items.push(item);
    }
  }
  return { items, leftOut, from: span.from, to: span.to };
}

/** What is noted of an item once it is sent. */
export function toldBy({ story, digest }: EditionItem): Told {
  return { story: story.id, version: story.version, texts: sentencesOf(digest) };
}

function itemOf(told: ToldStory, before: readonly Told[]): EditionItem | undefined {
  if (before.length === 0) return { ...told, kind: 'new' };
  const texts = before.flatMap((one) => one.texts);
  const whatChanged = changesOf({ language: languageOf(told.articles) }, told.digest, texts);
  if (whatChanged === null) return undefined;
  return { ...told, digest: { ...told.digest, whatChanged }, kind: 'update' };
}

const sentencesOf = ({ lede, bullets }: Digest) =>
  [lede, ...bullets].map((claim) => claim.text).filter((text) => text !== '');

const shownOf = (digest: Digest) => [
  digest.headline,
  ...sentencesOf(digest),
  ...digest.quotes.map((quote) => quote.text),
];

/** The language most of its articles are in. */
function languageOf(articles: readonly Article[]): string | null {
  const counts = new Map<string, number>();
  for (const { language } of articles) {
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The stories that are what the filter asks for, leaving aside what it mutes. */
async function wantedAmong(
  db: Db,
  tenant: TenantId,
  filter: Filter,
  ids: readonly StoryId[],
): Promise<ReadonlySet<StoryId>> {
  let among = new Set(ids);
  const needed = [...(filter.topic === null ? [] : searchWords(filter.topic)), ...filter.must];
  for (const phrase of needed) {
    among = await storiesHolding(db, tenant, { phrase, among: [...among] });
  }
  if (filter.names.length > 0) {
    const named = new Set<StoryId>();
    for (const phrase of filter.names) {
      for (const id of await storiesHolding(db, tenant, { phrase, among: [...among] }))
        named.add(id);
    }
    among = named;
  }
  if (filter.feeds.length > 0) {
    among = await storiesOfFeeds(db, tenant, { feeds: filter.feeds, among: [...among] });
  }
  return among;
}

type ToldAs = Awaited<ReturnType<typeof toldTo>>[number];

function groupByStory(told: readonly ToldAs[]): Map<Story['id'], ToldAs[]> {
  const groups = new Map<Story['id'], ToldAs[]>();
  for (const one of told) groups.set(one.story, [...(groups.get(one.story) ?? []), one]);
  return groups;
}
