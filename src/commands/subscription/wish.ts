import { usePack } from '../../desk/use-pack.ts';
import { nearestWord } from '../../lib/nearest.ts';
import { feedName } from '../../news/feed.ts';
import type { Pack } from '../../news/pack.ts';
import { EVERY_DAY, EVERYTHING, type Filter, type Wish } from '../../news/subscription.ts';
import { feedsOf } from '../../store/feeds.ts';
import type { Context } from '../declare.ts';
import { Slip } from '../slip.ts';
import type { Texts } from '../texts/index.ts';
import { inWords } from '../texts/phrases.ts';
import type { SubscriptionRequest } from './request.ts';
import { unreadOf } from './unread.ts';
import { readUntil } from './until.ts';

/** What is to be brought, and the feeds of a pack that are not read because they did not answer. */
export type Wished = {
  readonly wish: Wish;
  readonly skipped: readonly { readonly name: string; readonly problem: string }[];
};

const MORNING = ['08:30'];

/**
 * A request with what it leaves open filled in: from the subscription it changes, else as this place has it. A pack that
 * is named is tried and read from now on. Throws UserError where there would be nothing to read.
 */
export async function wishOf(
  request: SubscriptionRequest,
  context: Context,
  before: Wish | null,
): Promise<Wished> {
  const { filter, skipped } = await filterOf(request, context, before?.filter ?? EVERYTHING);
  const wish: Wish = {
    kind: before?.kind ?? 'digest',
    filter: {
      ...filter,
      must: request.must ?? filter.must,
      mute: request.mute ?? filter.mute,
    },
    schedule:
      before && before.schedule.everyMinutes !== null
        ? before.schedule
        : {
            times: request.at ?? before?.schedule.times ?? MORNING,
            days: request.on ?? before?.schedule.days ?? EVERY_DAY,
            everyMinutes: null,
          },
    zone: request.zone ?? before?.zone ?? context.zone,
    stories: request.top ?? before?.stories ?? context.digest.stories,
    length: request.length ?? before?.length ?? 'short',
    language: request.language === undefined ? (before?.language ?? null) : request.language,
    quiet: request.quiet === undefined ? (before?.quiet ?? null) : request.quiet,
    whenEmpty: request.whenEmpty ?? before?.whenEmpty ?? 'silence',
    threshold: before?.threshold ?? null,
    until:
      typeof request.until === 'string'
        ? readUntil(request.until, context)
        : request.until === null
          ? null
          : (before?.until ?? null),
    createdBy: before?.createdBy ?? context.asker.person.id,
    createdByName: before?.createdByName ?? context.asker.person.name,
  };
  return { wish, skipped };
}

type Filtered = { readonly filter: Filter; readonly skipped: Wished['skipped'] };

/**
 * What is named: a pack, by its option or as the one bare word of a line; a feed of this place; else the words are the
 * topic. Many packs are called as what somebody may want to read of in the feeds there are (`climate`).
 */
async function filterOf(
  request: SubscriptionRequest,
  context: Context,
  before: Filter,
): Promise<Filtered> {
  const pack = packMeant(request, context.packs);
  if (pack) {
    const used = await usePack(context.db, context.tenant, pack, context);
    if (used.feeds.length === 0) {
      throw new Slip((texts) =>
        texts.subscription.packUnread(pack.title, problemsOf(used.skipped, texts)),
      );
    }
    const topic = request.pack ? topicSaid(request, before) : null;
    return {
      filter: { ...before, topic, feeds: used.feeds, pack: pack.name },
      skipped: used.skipped,
    };
  }
  // Who empties the words of what is about a feed alone takes out the feed: its name stood there.
  const feeds = await feedsOf(context.db, context.tenant);
  const unread = unreadOf(before, { packs: context.packs, feeds });
  const isNamed = before.topic === null && before.pack === null && unread === null;
  const isEmptied = request.topic === null && isNamed;
  // What is no longer read shall not narrow what is asked for instead.
  const isReplaced = Boolean(request.topic) && unread === 'feed';
  const base =
    request.pack === null || isEmptied || isReplaced
      ? { ...before, pack: null, feeds: [] }
      : before;
  const topic = topicSaid(request, base);
  const wanted = topic?.toLowerCase();
  const named = request.topic
    ? feeds.filter((feed) => feedName(feed).toLowerCase() === wanted)
    : [];
  if (named.length > 0) {
    const ids = named.map((feed) => feed.id);
    return { filter: { ...base, topic: null, feeds: ids, pack: null }, skipped: [] };
  }
  if (feeds.length === 0) throw nothingToRead(context.packs);
  return { filter: { ...base, topic }, skipped: [] };
}

const topicSaid = (request: SubscriptionRequest, before: Filter): string | null =>
  request.topic === undefined ? before.topic : request.topic;

function packMeant(request: SubscriptionRequest, packs: readonly Pack[]): Pack | undefined {
  const named = request.mayBePack ? request.topic?.toLowerCase() : request.pack;
  const found = packs.find(({ name }) => name === named);
  if (found || !request.pack) return found;
  const names = packs.map(({ name }) => name);
  const meant = nearestWord(request.pack, names);
  const typed = request.pack;
  throw new Slip(({ subscription: words, slips }) =>
    [
      words.noPack(typed),
      meant
        ? slips.didYouMean(`pack:${meant}`)
        : names.length > 0
          ? words.packsAre(names.join(', '))
          : words.noPacks,
    ].join(' '),
  );
}

function nothingToRead(packs: readonly Pack[]): Slip {
  const names = packs.map(({ name }) => name);
  return new Slip(({ subscription: words }) =>
    [
      words.nothingToRead,
      names.length > 0
        ? words.namePack(names.join(', '), `/news subscribe ${names[0]} at 08:30`)
        : words.addFeed,
    ].join(' '),
  );
}

/** `no answer in time (Courier, Herald); it is no feed (Wire)`: what is the same of many is said once. */
function problemsOf(skipped: Wished['skipped'], texts: Texts): string {
  const names = new Map<string, string[]>();
  for (const { name, problem } of skipped) {
    names.set(problem, [...(names.get(problem) ?? []), name]);
  }
  return [...names]
    .map(([problem, of]) => `${inWords(problem, texts)} (${of.join(', ')})`)
    .join('; ');
}
