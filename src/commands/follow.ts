import { message, sentence, strong, text } from '../chat/message.ts';
import { findStories } from '../desk/find-stories.ts';
import { follow as followAt } from '../desk/follow.ts';
import { DAY } from '../lib/clock.ts';
import type { Story } from '../news/story.ts';
import { EVERYTHING, type SubscriptionKind, type Wish } from '../news/subscription.ts';
import { addAct } from '../store/audit.ts';
import { channelById } from '../store/channels.ts';
import { storiesById } from '../store/stories.ts';
import { dropSubscription, subscriptionById, subscriptionsOf } from '../store/subscriptions.ts';
import {
  type Command,
  type Context,
  choice,
  declare,
  named,
  neededNumber,
  neededWords,
  words,
} from './declare.ts';
import { who } from './show/who.ts';
import { showDay } from './show/words.ts';
import { Slip } from './slip.ts';
import { channelToBringTo, mustHaveRoom } from './subscription/place.ts';
import { readUntil } from './subscription/until.ts';
import { maySee } from './subscription/which.ts';
import { textsIn } from './texts/index.ts';
import { inWords } from './texts/phrases.ts';

/** Whether everybody in a place sees what comes there; null is the channel that is asked in. */
const isShared = (place: string | null): boolean => !place?.startsWith('@');

/** More than so many at once are read by nobody. */
const MOST_OF_ONE = 20;
const STORY_FOR_MS = 14 * DAY;

const follow = declare({
  name: 'news follow',
  example: '/news follow #12 until:7d',
  changes: () => true,
  isPublic: ({ deliver }) => deliver === 'here',
  isPersonal: true,
  waitsForPublishers: true,
  options: {
    what: neededWords('follow', 'stories'),
    until: named('followUntil'),
    deliver: choice('deliver', ['dm', 'here'], 'dm'),
  },
  async run({ what, until, deliver }, context) {
    const { db, tenant, asker, now } = context;
    if (deliver === 'here' && !asker.isManager) {
      throw new Slip((texts) => texts.follow.forManagers(inWords(asker.managers, texts), what));
    }
    const own = `@${asker.person.id}`;
    const isHere = deliver === 'here' || asker.platform === 'terminal';
    const place = isHere && asker.channel !== own ? null : own;
    const story = await storyMeant(what, context);
    const channel = await channelToBringTo(place, context);
    const wish = wishTo('follow', context, {
      words: story ? null : what.trim(),
      until:
        until === null
          ? story
            ? new Date(now.getTime() + STORY_FOR_MS)
            : null
          : readUntil(until, context),
      threshold: null,
    });
    const held = await subscriptionsOf(db, tenant, channel.id);
    const same = held.find(
      ({ kind, filter }) =>
        kind === 'follow' &&
        (story
          ? filter.stories.includes(story.id)
          : filter.stories.length === 0 &&
            filter.topic?.toLowerCase() === wish.filter.topic?.toLowerCase()),
    );
    if (same) {
      throw new Slip((texts) =>
        (isShared(place) ? texts.follow.channelAlready : texts.follow.already)(same.id),
      );
    }
    const followed = held.filter(({ kind }) => kind === 'follow').length;
    if (followed >= MOST_OF_ONE) {
      throw new Slip((texts) =>
        (isShared(place) ? texts.follow.channelMost : texts.follow.most)(followed),
      );
    }
    if (isShared(place)) await mustHaveRoom(context);
    const id = await followAt(db, tenant, { channel: channel.id, wish, story, now });
    const isTerminal = asker.platform === 'terminal';
    const texts = textsIn(context.language);
    const followedOne = strong(story ? story.title : what.trim());
    const untilDay = wish.until && showDay(wish.until, context);
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...(isShared(place) && !isTerminal
            ? texts.follow.channelFollows(who(asker), followedOne, untilDay)
            : texts.follow.youFollow(followedOne, untilDay)),
          text(` ${isShared(place) ? texts.follow.comesHere : texts.follow.comesToYou}`),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: texts.buttons.unfollow, press: 'answer', line: `/news unfollow #${id}` },
        ],
      },
    ]);
  },
});

const unfollow = declare({
  name: 'news unfollow',
  example: '/news unfollow #4',
  changes: () => true,
  isPersonal: true,
  options: { subscription: neededNumber('followed', 'subscriptions') },
  async run({ subscription: id }, context) {
    const { db, tenant, asker, now } = context;
    const one = await subscriptionById(db, tenant, id);
    const channel = one && (await channelById(db, tenant, one.channel));
    if (one?.kind !== 'follow' || !channel || !maySee(channel, context)) {
      throw new Slip(({ follow: words }) => words.nothingOf(id));
    }
    const isForAll = isShared(channel.place);
    if (isForAll && !asker.isManager && one.createdBy !== asker.person.id) {
      throw new Slip((texts) => texts.follow.wholeChannel(inWords(asker.managers, texts)));
    }
    await dropSubscription(db, tenant, id);
    if (isForAll) {
      const { person, channel: at } = asker;
      await addAct(db, tenant, { at: now, person, channel: at, line: `/news unfollow #${id}` });
    }
    const { follow: words } = textsIn(context.language);
    return sentence(isForAll ? words.endedHere(id) : words.ended(id));
  },
});

const alert = declare({
  name: 'news alert',
  example: '/news alert climate outlets:5',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  waitsForPublishers: true,
  options: {
    topic: words('topic', 'topics'),
    outlets: named('outlets'),
    until: named('alertUntil'),
  },
  async run({ topic, outlets, until }, context) {
    const { db, tenant, now, asker } = context;
    const threshold = readOutlets(outlets);
    await mustHaveRoom(context);
    const channel = await channelToBringTo(null, context);
    const wish = wishTo('alert', context, {
      words: topic?.trim() || null,
      until: until === null ? null : readUntil(until, context),
      threshold,
    });
    const twin = (await subscriptionsOf(db, tenant, channel.id)).find(
      (one) =>
        one.kind === 'alert' &&
        one.threshold === threshold &&
        one.filter.topic?.toLowerCase() === wish.filter.topic?.toLowerCase(),
    );
    if (twin) {
      throw new Slip(({ follow: said }) => said.alertTwin(twin.id));
    }
    const id = await followAt(db, tenant, { channel: channel.id, wish, story: null, now });
    const { follow: said, buttons } = textsIn(context.language);
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...said.alertSet(who(asker), id, threshold),
          ...(wish.filter.topic ? said.alertAbout(strong(wish.filter.topic)) : []),
          text(wish.until ? `${said.alertUntil(showDay(wish.until, context))}.` : '.'),
        ],
      },
      {
        kind: 'buttons',
        buttons: [{ label: buttons.end, press: 'answer', line: `/news unsubscribe #${id}` }],
      },
    ]);
  },
});

export const followCommands: readonly Command[] = [follow, unfollow, alert];

/** The story that is meant by its number, or by words that only one story's headline has; null: a name or a topic. */
async function storyMeant(what: string, context: Context): Promise<Story | null> {
  const { db, tenant, now } = context;
  const number = /^\s*#(\d{1,15})\s*$/.exec(what)?.[1];
  if (number === undefined) {
    const { stories } = await findStories(db, tenant, { query: what, now, since: null });
    const named = stories.filter(({ title }) => title.toLowerCase() === what.trim().toLowerCase());
    return named[0] ?? null;
  }
  const [story] = await storiesById(db, tenant, [Number(number)]);
  if (!story) throw new Slip(({ story: words }) => words.unknown(number));
  return story;
}

function wishTo(
  kind: SubscriptionKind,
  { zone, asker }: Context,
  about: {
    readonly words: string | null;
    readonly until: Date | null;
    readonly threshold: number | null;
  },
): Wish {
  return {
    kind,
    filter: { ...EVERYTHING, topic: about.words },
    schedule: { times: [], days: [], everyMinutes: null },
    zone,
    stories: 3,
    length: 'short',
    language: null,
    quiet: null,
    whenEmpty: 'silence',
    threshold: about.threshold,
    until: about.until,
    createdBy: asker.person.id,
    createdByName: asker.person.name,
  };
}

function readOutlets(typed: string | null): number {
  const outlets = Number(typed ?? 5);
  if (Number.isInteger(outlets) && outlets >= 2 && outlets <= 50) return outlets;
  throw new Slip(({ follow: words }) => words.outlets(typed ?? ''));
}
