import type { ArticleDraft } from '../ingest/article-draft.ts';
import type { Clock } from '../lib/clock.ts';
import { letOthersWork } from '../lib/turns.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { FeedId } from '../news/feed.ts';
import type { Story, StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { extractQuotes } from '../quotes/extract.ts';
import { addArticle, addKeys, articleByKeys, readingsOf, setSource } from '../store/articles.ts';
import { wasForgotten } from '../store/forgotten-keys.ts';
import { addQuotes } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import {
  joinStory,
  leaveStory,
  mergeStories,
  openStory,
  recountStory,
  standingStory,
  storiesOfArticles,
} from '../store/stories.ts';
import { createOpenStories } from './open-stories.ts';
import { rightOver } from './who-may-correct.ts';

/** An article at the door: what it says, whose it is, and what it may already be known by. */
export type Incoming = {
  readonly draft: ArticleDraft;
  readonly tenant: TenantId;
  readonly feedId: FeedId | null;
  /** Addresses and identifiers, at least one. */
  readonly keys: readonly string[];
  /** What the feed item looked like; null where there is none (files). */
  readonly itemHash: string | null;
};

export type Outcome = 'added' | 'corrected' | 'known';

export type Intake = {
  /** Takes articles in, in this order. What is returned is stored; if it throws, nothing of the batch is. */
  takeIn(batch: readonly Incoming[]): Promise<Outcome[]>;
};

/** The stories that articles of a batch joined, with their owners. */
type Joined = Map<StoryId, TenantId>;

/**
 * The door to the store: an article enters once, with its quotes and its place in a story, in one transaction.
 * Batches take turns. The streams of stories are kept in memory, follow what other programs store, and take
 * back what they noted when a transaction fails.
 */
export function createIntake(options: {
  readonly db: Db;
  readonly clock: Clock;
  /** How long a story stays open, in milliseconds. */
  readonly windowMs: number;
}): Intake {
  const stories = createOpenStories(options.windowMs);
  let turn: Promise<unknown> = Promise.resolve();

  async function takeOne(db: Db, incoming: Incoming, joined: Joined): Promise<Outcome> {
    const { tenant, draft, keys } = incoming;
    const held = await articleByKeys(db, tenant, keys);
    if (!held) {
      const item = { keys, title: draft.title, now: options.clock() };
      // Files are the operator's: what is ingested again is wanted again.
      if (incoming.feedId !== null && (await wasForgotten(db, tenant, item))) return 'known';
      joined.set(await enter(db, incoming, null), tenant);
      return 'added';
    }
    const right = await rightOver(db, tenant, held, incoming.feedId);
    // Not even its keys are believed: with one a feed could lay hands on what a publisher has yet to print.
    if (right === 'nothing') return 'known';
    const isNews =
      right === 'claim'
        ? saysOther(draft, held.article)
        : isCorrection(draft, held.article) && (await isUnheard(db, draft, held.article));
    if (!isNews) {
      await addKeys(db, tenant, held.article.id, keys);
      await setSource(db, tenant, held.article.id, incoming);
      return 'known';
    }
    const revises = { article: held.article, stays: right === 'correct' };
    joined.set(await enter(db, incoming, revises), tenant);
    return 'corrected';
  }

  /**
   * Stores an article, in place of the one it revises. A correction stays in the story where that one stood; what a
   * publisher claims may have been anything under its address, so its own words find their place anew. Gives the
   * story, which is yet to be counted.
   */
  async function enter(
    db: Db,
    incoming: Incoming,
    revises: { readonly article: Article; readonly stays: boolean } | null,
  ): Promise<StoryId> {
    const { tenant, draft, keys, feedId, itemHash } = incoming;
    const replaced = revises?.article.id ?? null;
    const now = options.clock();
    let current: StoryId | undefined;
    let left: Story | undefined;
    if (replaced !== null && revises?.stays) current = await currentStory(db, tenant, replaced);
    else if (replaced !== null) {
      left = await leaveStory(db, tenant, replaced);
      stories.remove(tenant, replaced);
    }
    const entering = { ...draft, seenAt: now };
    const placement = stories.place(tenant, entering);
    const article = await addArticle(db, {
      ...entering,
      tenant,
      keys,
      feedId,
      itemHash,
      // A correction repeats what the article repeated: by now those that repeat *it* may look older.
      copyOf: revises?.stays ? revises.article.copyOf : placement.copyOf,
      revises: replaced,
    });
    await addQuotes(db, tenant, article, extractQuotes({ ...draft, id: article }));
    const wanted = current ?? placement.story;
    // Another program may have merged it, or it was forgotten: the stream is told below.
    const standing = wanted === null ? undefined : await standingStory(db, tenant, wanted);
    const story = standing ?? (await openStory(db, tenant, draft.title));
    if (wanted !== null) stories.merge(tenant, wanted, story);
    await joinStory(db, tenant, { story, article, replaces: replaced, now });
    if (replaced !== null) stories.remove(tenant, replaced);
    stories.add(tenant, { ...entering, id: article }, story);
    for (const merge of current === undefined ? placement.merges : []) {
      await mergeStories(db, tenant, merge);
      stories.merge(tenant, merge.from, story);
    }
    if (left?.articles === 0) await mergeStories(db, tenant, { from: left.id, into: story });
    return story;
  }

  async function store(batch: readonly Incoming[]): Promise<Outcome[]> {
    const tenants = new Set(batch.map(({ tenant }) => tenant));
    const catchUp = async (db: Db) => {
      for (const tenant of tenants) await stories.catchUp(db, tenant, options.clock());
    };
    // The long way outside the transaction, so that nobody waits for it.
    await catchUp(options.db);
    try {
      const outcomes = await options.db.transaction().execute(async (transaction) => {
        await catchUp(transaction);
        const outcomes: Outcome[] = [];
        const joined: Joined = new Map();
        for (const incoming of batch) {
          outcomes.push(await takeOne(transaction, incoming, joined));
          await letOthersWork();
        }
        for (const [story, tenant] of joined) await recountStory(transaction, tenant, story);
        return outcomes;
      });
      stories.keep();
      return outcomes;
    } catch (error) {
      stories.undo();
      throw error;
    }
  }

  return {
    takeIn(batch) {
      const mine = turn.then(() => store(batch));
      turn = mine.catch(() => {});
      return mine;
    },
  };
}

async function currentStory(
  db: Db,
  tenant: TenantId,
  article: ArticleId,
): Promise<StoryId | undefined> {
  return (await storiesOfArticles(db, tenant, [article])).get(article);
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether what came says something else than what is held: white space alone is no correction. */
function isCorrection(draft: ArticleDraft, held: Article): boolean {
  if (fold(draft.title) !== fold(held.title)) return true;
  // A shorter reading (a summary where the page could not be fetched this time) says nothing new.
  const [now, before] = [fold(draft.text), fold(held.text)];
  return now !== before && now.length > before.length / 2;
}

// Of an article that is rewritten every few minutes the rest is left out: each reading is stored whole and gives its
// story a version.
const MOST_READINGS = 20;

/** Whether an article never said this before: some servers hand out two wordings in turn. */
async function isUnheard(db: Db, draft: ArticleDraft, held: Article): Promise<boolean> {
  const words = ({ title, text }: Pick<Article, 'title' | 'text'>) => fold(`${title}\n${text}`);
  const readings = await readingsOf(db, held.tenant, held.id, MOST_READINGS);
  const now = words(draft);
  return readings.length < MOST_READINGS && readings.every((reading) => words(reading) !== now);
}

/** Whether anything of what came, also who says it, differs from what is held. */
function saysOther(draft: ArticleDraft, held: Article): boolean {
  const words = ({ title, text, outlet }: Pick<Article, 'title' | 'text' | 'outlet'>) =>
    fold(`${title} ${text} ${outlet}`);
  return words(draft) !== words(held);
}

/** By publication; what has no date comes last, as it came. */
export function inOrder(incoming: readonly Incoming[]): Incoming[] {
  const time = ({ draft }: Incoming) => draft.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...incoming].sort((a, b) => {
    const [left, right] = [time(a), time(b)];
    return left === right ? 0 : left - right;
  });
}
