import { saysAny } from '../digest/filter.ts';
import { selectStories } from '../digest/select.ts';
import { DAY, HOUR } from '../lib/clock.ts';
import { type Article, type ArticleId, timeOf } from '../news/article.ts';
import { coverageOf } from '../news/coverage.ts';
import type { LeftOut, Told } from '../news/delivery.ts';
import type { Claim, Digest } from '../news/digest.ts';
import type { Story } from '../news/story.ts';
import type { Subscription } from '../news/subscription.ts';
import { storiesArrived, titlesOf } from '../store/arrivals.ts';
import { articlesOfStory } from '../store/articles.ts';
import { mutesOf } from '../store/mutes.ts';
import type { Db } from '../store/schema.ts';
import { type ToldAs, toldTo } from '../store/told.ts';
import { changesOf } from '../summarise/changes.ts';
import { titleOf } from '../summarise/headline.ts';
import { tokensOf } from '../summarise/tokens.ts';
import { splitSentences } from '../text/sentences.ts';
import { standingNow, wantedAmong } from './edition-filter.ts';
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
  /** What became of it since it was posted; null in a post that was never edited. */
  readonly revised: Revised | null;
  /** Where it stands in another language: the words that were read there, by their original. */
  readonly said?: ReadonlyMap<string, string>;
};

/** What an edit adds to a post, newest first. */
export type Revised = {
  /** When that was last. */
  readonly at: Date;
  /** What was not told before; each knows when it was added. */
  readonly texts: readonly (Claim & { readonly at: Date })[];
  /**
   * What was told and holds no longer, in the words that were read, with the sentence that took its place; null where
   * it was only taken out.
   */
  readonly corrected: readonly {
    readonly before: string;
    readonly after: string | null;
    readonly at: Date;
  }[];
};

type About = Pick<
  Subscription,
  'tenant' | 'channel' | 'kind' | 'filter' | 'stories' | 'threshold' | 'since'
>;

// What was published longer ago than this before the span is no news, even if it reached us only now.
const STALE_MS = DAY;
// A feed shows an article some time after it was published: what a follower began in between is not lost.
const LATE_MS = HOUR;
// A title that shares less with what changed is a figure of speech, or of something else.
const SHARED_STEMS = 2;
// A story that moves every few minutes would fill the channel of whoever follows it.
const FOLLOW_PACE_MS = HOUR;
/** An alert is about what outlets report now, not about how wide a story has grown over days. */
export const ALERT_WITHIN_MS = 12 * HOUR;
/** How many independent outlets raise an alert where nobody said. */
export const ALERT_THRESHOLD = 5;

/**
 * Chooses what is new to a channel: stories it was not told of, and those it was told of that have something new to
 * say since. Never the same twice: a story that only gained another copy is left out. A follow looks at what it
 * follows and brings one story at most once an hour; an alert brings what is reported widely, once.
 */
export async function makeEdition(
  db: Db,
  subscription: About,
  span: {
    readonly from: Date;
    readonly to: Date;
    /** The newest article that the last edition knew; null: there was none. */
    readonly seenArticle: ArticleId | null;
  },
): Promise<EditionDraft> {
  const { tenant, channel, filter, kind } = subscription;
  const arrived = await candidates(db, subscription, span);
  const ids = arrived.map((story) => story.id);
  const wanted = await wantedAmong(db, tenant, filter, ids);
  const mutes = await mutedIn(db, subscription);
  const titles = await titlesOf(db, tenant, mutes.phrases.length > 0 ? ids : []);
  const told = Map.groupBy(await toldTo(db, tenant, { channel, stories: ids }), (one) => one.story);
  const items: EditionItem[] = [];
  const leftOut: LeftOut[] = [];
  for (const story of selectStories(arrived, { now: span.to, limit: arrived.length })) {
    const leave = (why: LeftOut['why']) => leftOut.push({ story: story.id, why });
    const before = told.get(story.id) ?? [];
    if (!wanted.has(story.id)) {
      // Nobody asks why something else did not come where one thing is followed.
      if (kind === 'digest') leave('filtered');
    } else if (mutes.stories.has(story.id)) leave('muted');
    else if (saysAny(mutes.phrases, titles.get(story.id) ?? [])) leave('muted');
    else if (isTold(story, before, subscription, span.to)) leave('told');
    else if (kind === 'alert' && !(await isWide(db, story, subscription, span.to))) continue;
    else if (items.length >= subscription.stories) leave('beyond');
    else {
      const item = itemOf(await tellStory(db, story, span.to), before);
      if (!item) leave('told');
      else if (saysAny(mutes.phrases, shownOf(item.digest))) leave('muted');
      else items.push(item);
    }
  }
  return { items, leftOut, from: span.from, to: span.to };
}

/** What is noted of an item once it is sent. */
export function toldBy({ story, plain }: Pick<ToldStory, 'story' | 'plain'>): Told {
  return { story: story.id, version: story.version, texts: sentencesOf(plain) };
}

/** The stories that an edition has to look at. */
async function candidates(
  db: Db,
  { tenant, kind, filter, threshold, since }: About,
  span: Parameters<typeof makeEdition>[2],
): Promise<Story[]> {
  const { stories } = filter;
  const stale = span.from.getTime() - STALE_MS;
  // A subscription of a moment to come: the clock was put back.
  const begun = since > span.to ? span.from : since;
  const arrived = await storiesArrived(db, tenant, {
    after: span.from,
    until: span.to,
    // What a new feed brings along from before is nothing that happens to what is followed.
    publishedAfter: new Date(
      kind === 'digest' ? stale : Math.max(stale, begun.getTime() - LATE_MS),
    ),
    afterArticle: span.seenArticle,
    among: stories.length === 0 ? null : [...(await standingNow(db, tenant, stories))],
  });
  if (kind !== 'alert') return arrived;
  return arrived.filter(
    (story) => story.independent >= (threshold ?? ALERT_THRESHOLD) && story.firstAt > begun,
  );
}

/** What the subscription and its channel do not want to be told. */
export async function mutedIn(
  db: Db,
  { tenant, channel, filter }: Pick<About, 'tenant' | 'channel' | 'filter'>,
) {
  const about = (await mutesOf(db, tenant, channel)).map((mute) => mute.about);
  const stories = about.flatMap((one) => (one.kind === 'story' ? one.story : []));
  return {
    stories: await standingNow(db, tenant, stories),
    phrases: [...filter.mute, ...about.flatMap((one) => (one.kind === 'phrase' ? one.phrase : []))],
  };
}

/** Whether there is nothing to tell of a story, or not yet, whatever it says. */
function isTold(
  story: Story,
  before: readonly ToldAs[],
  { kind }: Pick<About, 'kind'>,
  now: Date,
): boolean {
  if (before.some((one) => one.of === story.id && one.version === story.version)) return true;
  if (kind === 'digest') return false;
  if (kind === 'alert') return before.length > 0;
  return before.some(
    ({ at, edition }) =>
      edition !== 0 && at <= now && now.getTime() - at.getTime() < FOLLOW_PACE_MS,
  );
}

/** Whether enough outlets wrote of it within the last hours. An article without a date may be of any day. */
async function isWide(db: Db, story: Story, { threshold }: About, now: Date): Promise<boolean> {
  const fresh = (await articlesOfStory(db, story.tenant, story.id)).filter(
    ({ publishedAt }) =>
      publishedAt !== null && now.getTime() - publishedAt.getTime() < ALERT_WITHIN_MS,
  );
  return coverageOf(fresh).independent >= (threshold ?? ALERT_THRESHOLD);
}

function itemOf(told: ToldStory, before: readonly Told[]): EditionItem | undefined {
  if (before.length === 0) return { ...told, kind: 'new', revised: null };
  const texts = before.flatMap((one) => one.texts);
  const { articles } = told;
  const whatChanged = changesOf({ language: languageOf(articles), articles }, told.plain, texts);
  if (whatChanged === null) return undefined;
  const headline = headlineOfUpdate(told, whatChanged) ?? told.digest.headline;
  return {
    ...told,
    digest: { ...told.digest, headline, whatChanged },
    kind: 'update',
    revised: null,
  };
}

/** The title of the newest article that tells what changed: over an update the headline of its beginning is stale. */
function headlineOfUpdate({ plain, articles }: ToldStory, whatChanged: string): string | undefined {
  const told = [plain.lede, ...plain.bullets].filter(({ text }) => saysOneOf(text, whatChanged));
  const tellers = new Set(told.flatMap(({ refs }) => refs.map((ref) => ref.article)));
  const language = languageOf(articles);
  const newest = articles
    .filter((one) => tellers.has(one.id) && one.language === language)
    .sort((a, b) => timeOf(b).getTime() - timeOf(a).getTime());
  const said = stemsOf(whatChanged, language);
  return newest
    .map(titleOf)
    .find((title) => title && stemsOf(title, language).intersection(said).size >= SHARED_STEMS);
}

/** The stems of the words that say something. */
const stemsOf = (text: string, language: string | null) =>
  new Set(tokensOf(text, language).flatMap((token) => (token.common ? [] : [token.stem])));

/** Whether a sentence of what changed was taken from this claim. */
const saysOneOf = (claim: string, whatChanged: string): boolean =>
  splitSentences(whatChanged).some(({ start, end }) =>
    claim.includes(whatChanged.slice(start, end)),
  );

const sentencesOf = ({ lede, bullets }: Digest) =>
  [lede, ...bullets].map((claim) => claim.text).filter((text) => text !== '');

const shownOf = (digest: Digest) => [
  digest.headline,
  ...sentencesOf(digest),
  ...digest.quotes.map((quote) => quote.text),
];

/** The language most of its articles are in. */
export function languageOf(articles: readonly Article[]): string | null {
  const counts = new Map<string, number>();
  for (const { language } of articles) {
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
