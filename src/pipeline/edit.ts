import type { Platform } from '../chat/platform.ts';
import { type EditionItem, mutedIn } from '../desk/make-edition.ts';
import { tellStory } from '../desk/tell-story.ts';
import { type Clock, DAY, HOUR, MINUTE, SECOND } from '../lib/clock.ts';
import { reasonOf } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { letOthersWork } from '../lib/turns.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { Subscription } from '../news/subscription.ts';
import { articlesById } from '../store/articles.ts';
import {
  claimEdit,
  type EditablePost,
  editablePosts,
  endEdits,
  joinsOf,
  keepEdit,
  keepLook,
  putOffEdit,
  supersededAmong,
} from '../store/edits.ts';
import { nextRunOf } from '../store/schedules.ts';
import type { Db } from '../store/schema.ts';
import { storiesById } from '../store/stories.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import { toldTo } from '../store/told.ts';
import { readItems, type ShownItem, type ShownItems, writeItems } from './edit-items.ts';
import { isRevised, reviseItem } from './edit-revise.ts';
import { type Said, shownAs, toldIn } from './edit-said.ts';
import { showsSentence, writeMessage } from './message-text.ts';
import type { Show } from './publish.ts';

export type EditDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly poster: Pick<Platform, 'name' | 'edit'>;
  /** As in PublishDeps: it is given the stories of one post, and must show them in one. */
  readonly show: Show;
  /** Milliseconds that have gone by, however the clock is put; the machine's where it is not given. */
  elapsed?(): number;
};

// What is older is scrolled away, and read by nobody.
const EDITED_FOR_MS = DAY;
// A story that moves is left until it rests; but nobody waits longer than this for what is known.
const RESTS_MS = 5 * MINUTE;
const WAITS_MS = 15 * MINUTE;
const PACE_MS = 15 * MINUTE;
const LEASE_MS = MINUTE;
// With less than this left somebody else may edit it at the same time, to say what was true earlier.
const NEEDED_MS = MINUTE / 2;
const LOOKS_A_BEAT = 200;
// Whatever becomes of the edits: where each times out, the next beat still looks for what is new.
const A_BEAT_MS = 30 * SECOND;
const LONGEST_BUSY_MS = HOUR;

/**
 * Edits what was posted within the last day where its story went on, or was corrected. Nothing is ever posted here, and
 * a message that somebody deleted stays deleted. An edit notifies nobody, so it may fall into quiet hours; and for the
 * same reason what it shows does not count as told: the next edition brings it as an update. Begins nothing more after
 * half a minute: what is left comes with the next call.
 */
export async function editPosts(deps: EditDeps, signal?: AbortSignal): Promise<number> {
  const elapsed = deps.elapsed ?? (() => performance.now());
  const begun = elapsed();
  const now = deps.clock().getTime();
  const posts = await editablePosts(deps.db, {
    platform: deps.poster.name,
    now: new Date(now),
    sentAfter: new Date(now - EDITED_FOR_MS),
    editedBefore: new Date(now - PACE_MS),
    limit: LOOKS_A_BEAT,
  });
  let edited = 0;
  for (const post of posts) {
    if (signal?.aborted || elapsed() - begun >= A_BEAT_MS) break;
    try {
      if (await editOne(deps, post)) edited += 1;
    } catch (error) {
      deps.log.error('post not edited', { delivery: post.id, reason: reasonOf(error), error });
      await putOffEdit(deps.db, post, new Date(deps.clock().getTime() + PACE_MS));
    }
    await letOthersWork();
  }
  return edited;
}

async function editOne(deps: EditDeps, post: EditablePost): Promise<boolean> {
  const { db, clock, log } = deps;
  const now = clock();
  const subscription = await subscriptionById(db, post.tenant, post.subscription);
  if (!subscription) return false;
  const shown = readItems(post.items);
  const stories = await storiesById(
    db,
    post.tenant,
    shown.items.map((item) => item.story),
  );
  // A story that is held no longer cannot be told again, and a post without it would be another one.
  if (stories.length < shown.items.length) return false;
  const pairs = shown.items.map((item, i) => ({ item, story: stories[i] as Story }));
  const moved = pairs.filter(({ item, story }) => isNewer(story, item));
  if (moved.length === 0) {
    // Looked at again until surely nothing is on its way any more, then only when something comes.
    if (now.getTime() - post.lookedAt.getTime() > WAITS_MS) {
      await keepLook(db, post, { items: post.items, lookedAt: now });
    }
    return false;
  }
  if (!(await isSettled(db, post, { moved, now }))) return false;
  const drafted = await draft(deps, { post, subscription, shown, pairs, now });
  if (drafted.message === null) {
    await keepLook(db, post, { items: drafted.items, lookedAt: now });
    return false;
  }
  // Telling the stories may have taken long.
  const begun = clock();
  const until = new Date(begun.getTime() + LEASE_MS);
  if (!(await claimEdit(db, post, { now: begun, until }))) return false;
  if (until.getTime() - clock().getTime() < NEEDED_MS) return false;
  const place = { tenant: post.tenant, channel: post.place };
  const outcome = await deps.poster.edit(place, post.sentId, drafted.message, post.key);
  switch (outcome.kind) {
    case 'edited': {
      const body = writeMessage(drafted.message);
      await keepEdit(db, post, { body, items: drafted.items, lookedAt: now, at: clock() });
      log.info('post edited', { delivery: post.id, stories: moved.length });
      return true;
    }
    case 'gone':
      await endEdits(db, post, outcome.reason);
      log.info('post no longer edited', { delivery: post.id, reason: outcome.reason });
      return false;
    case 'busy':
    case 'unknown': {
      // The same edit a second time changes nothing, so it need not be looked for.
      const wait = outcome.kind === 'busy' ? outcome.retryAfterMs : LEASE_MS;
      const rest = Math.min(Number.isFinite(wait) ? wait : LONGEST_BUSY_MS, LONGEST_BUSY_MS);
      await putOffEdit(db, post, new Date(clock().getTime() + rest));
      return false;
    }
  }
}

type Pair = { readonly item: ShownItem; readonly story: Story };

const isNewer = (story: Story, item: ShownItem) =>
  story.id !== item.story || story.version !== item.seen;

/** Whether the stories rest by now, or have been moving for long enough. */
async function isSettled(
  db: Db,
  post: EditablePost,
  { moved, now }: { readonly moved: readonly Pair[]; readonly now: Date },
): Promise<boolean> {
  const items = new Map(moved.map(({ item, story }) => [story.id, item]));
  const ages = (await joinsOf(db, post.tenant, [...items.keys()])).flatMap((join) => {
    const item = items.get(join.story);
    // The versions of what it went into were counted without it.
    const isNew = item?.story !== join.story || join.version > item.seen;
    return isNew ? now.getTime() - join.at.getTime() : [];
  });
  if (ages.length === 0) return true;
  const [youngest, oldest] = [Math.min(...ages), Math.max(...ages)];
  // Younger than nothing: the clock was put back.
  return youngest >= RESTS_MS || youngest < 0 || oldest >= WAITS_MS;
}

/** The post as it should read now; its message is null where nothing of substance changed. */
async function draft(
  deps: EditDeps,
  asked: {
    readonly post: EditablePost;
    readonly subscription: Subscription;
    readonly shown: ShownItems;
    readonly pairs: readonly Pair[];
    readonly now: Date;
  },
) {
  const { db } = deps;
  const { post, subscription, shown, pairs, now } = asked;
  const mutes = await mutedIn(db, subscription);
  const channelTold = await toldTo(db, post.tenant, {
    channel: post.channel,
    stories: pairs.map(({ story }) => story.id),
  });
  const items: ShownItem[] = [];
  const standing = new Set<StoryId>();
  const editionItems: EditionItem[] = [];
  let changed = false;
  for (const { item, story } of pairs) {
    const told = await tellStory(db, story, now);
    const said: Said = new Map(item.said);
    // Two stories of an edition went into one: it moves on in one place, the other stays as it was posted.
    const isElsewhere =
      standing.has(story.id) ||
      (item.toldAs !== story.id &&
        channelTold.some((one) => one.of === story.id && one.edition === post.edition));
    if (!isElsewhere) standing.add(story.id);
    const isQuiet = isElsewhere || !isNewer(story, item) || mutes.stories.has(story.id);
    const revised = isQuiet
      ? { ...item, story: story.id, seen: story.version }
      : reviseItem(item, {
          now,
          told,
          superseded: await correctedBehind(db, post, item),
          before: channelTold
            .filter((one) => one.story === story.id && one.edition <= post.edition)
            .flatMap((one) => one.texts),
          shownAs: (sentence) => shownAs(sentence, said, (text) => showsSentence(post.body, text)),
          muted: mutes.phrases,
        });
    if (isRevised(item, revised)) changed = true;
    items.push(revised);
    const { kind, headline, lede, bullets, whatChanged } = revised;
    const quotes = isElsewhere ? [] : told.digest.quotes;
    const digest = { ...told.digest, headline, lede, bullets, whatChanged, quotes };
    editionItems.push({ ...told, digest, kind, revised: revised.revised, said });
  }
  const written = (said?: ReadonlyMap<StoryId, Said>) =>
    writeItems({ ...shown, items: items.map((item) => toldIn(item, said)) });
  if (!changed) return { items: written(), message: null };
  const posts = await deps.show(
    {
      items: editionItems,
      leftOut: post.leftOut,
      from: shown.from,
      to: shown.to,
      madeAt: post.madeAt,
      next: await nextRunOf(db, post.tenant, post.subscription),
      part: shown.part,
    },
    subscription,
  );
  const [only] = posts;
  if (!only || posts.length > 1) {
    // It has grown out of one post, and an edit makes no second one. It keeps what it shows.
    deps.log.warn('post not edited', { delivery: post.id, posts: posts.length });
    const seen = pairs.map(({ item, story }) => ({
      ...item,
      seen: story.version,
      story: story.id,
    }));
    return { items: writeItems({ ...shown, items: seen }), message: null };
  }
  return { items: written(only.said), message: only.message };
}

/** The readings that an item rests on and that were corrected since. */
async function correctedBehind(db: Db, { tenant }: EditablePost, item: ShownItem) {
  const claims = [item.lede, ...item.bullets, ...(item.revised?.texts ?? [])];
  const articles = new Set(claims.flatMap(({ refs }) => refs.map((ref) => ref.article)));
  return articlesById(db, tenant, await supersededAmong(db, tenant, [...articles]));
}
