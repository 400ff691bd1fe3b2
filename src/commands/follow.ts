import { message, sentence, strong, text } from '../chat/message.ts';
import { findStories } from '../desk/find-stories.ts';
import { follow as followAt } from '../desk/follow.ts';
import { DAY } from '../lib/clock.ts';
import { UserError } from '../lib/errors.ts';
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
import { inEnglish, showDay } from './show/words.ts';
import { channelToBringTo, mustHaveRoom } from './subscription/place.ts';
import { readUntil } from './subscription/until.ts';
import { maySee } from './subscription/which.ts';

/** Whether everybody in a place sees what comes there; null is the channel that is asked in. */
const isShared = (place: string | null): boolean => !place?.startsWith('@');

/** More than so many at once are read by nobody. */
const MOST_OF_ONE = 20;
const STORY_FOR_MS = 14 * DAY;

const follow = declare({
  name: 'news follow',
  summary: 'Be told when a story, person or topic moves on, directly or here',
  example: '/news follow #12 until:7d',
  changes: () => true,
  isPublic: ({ deliver }) => deliver === 'here',
  isPersonal: true,
  waitsForPublishers: true,
  options: {
    what: neededWords('the number of a story (#12), a name or a topic', 'stories'),
    until: named('until when: 7d, 2026-12-01; a story for two weeks if left out'),
    deliver: choice('where to: dm is to you alone', ['dm', 'here'], 'dm'),
  },
  async run({ what, until, deliver }, context) {
    const { db, tenant, asker, now } = context;
    if (deliver === 'here' && !asker.isManager) {
      throw new UserError(
        `What everybody in a channel gets is for ${asker.managers} to say. For you alone: /news follow ${what}`,
      );
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
      throw new UserError(
        `${isShared(place) ? 'This channel follows' : 'You follow'} that already. /news unfollow #${same.id} ends it.`,
      );
    }
    const followed = held.filter(({ kind }) => kind === 'follow').length;
    if (followed >= MOST_OF_ONE) {
      throw new UserError(
        `${isShared(place) ? 'This channel follows' : 'You follow'} ${followed} things, and that is the most. /news list names them; /news unfollow #… ends one.`,
      );
    }
    if (isShared(place)) await mustHaveRoom(context);
    const id = await followAt(db, tenant, { channel: channel.id, wish, story, now });
    const isTerminal = asker.platform === 'terminal';
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...(isShared(place) && !isTerminal
            ? [who(asker), text(' made this channel follow ')]
            : [text('You follow ')]),
          strong(story ? story.title : what.trim()),
          text(
            ` from now on${wish.until ? `, until ${showDay(wish.until, inEnglish(context))}` : ''}. What is new of it comes ${isShared(place) ? 'here' : 'to you alone, as a direct message'}.`,
          ),
        ],
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Unfollow', press: 'answer', line: `/news unfollow #${id}` }],
      },
    ]);
  },
});

const unfollow = declare({
  name: 'news unfollow',
  summary: 'No longer be told of what you follow',
  example: '/news unfollow #4',
  changes: () => true,
  isPersonal: true,
  options: { subscription: neededNumber('its number: /news list names them', 'subscriptions') },
  async run({ subscription: id }, context) {
    const { db, tenant, asker, now } = context;
    const one = await subscriptionById(db, tenant, id);
    const channel = one && (await channelById(db, tenant, one.channel));
    if (one?.kind !== 'follow' || !channel || !maySee(channel, context)) {
      throw new UserError(`You follow nothing of the number #${id}. /news list names what you do.`);
    }
    const isForAll = isShared(channel.place);
    if (isForAll && !asker.isManager && one.createdBy !== asker.person.id) {
      throw new UserError(
        `The whole channel follows this: only ${asker.managers} can end it. For you alone: /news follow …`,
      );
    }
    await dropSubscription(db, tenant, id);
    if (isForAll) {
      const { person, channel: at } = asker;
      await addAct(db, tenant, { at: now, person, channel: at, line: `/news unfollow #${id}` });
    }
    return sentence(
      isForAll
        ? `Ended: nothing more of #${id} comes to the channel.`
        : `Ended: you no longer follow #${id}.`,
    );
  },
});

const alert = declare({
  name: 'news alert',
  summary: 'Tell this channel at once when many outlets report a story',
  example: '/news alert climate outlets:5',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  waitsForPublishers: true,
  options: {
    topic: words('only stories about these words', 'topics'),
    outlets: named('from how many independent outlets on; 5 if left out'),
    until: named('until when: 7d, 2026-12-01'),
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
      throw new UserError(
        `That is what #${twin.id} does here already. /news unsubscribe #${twin.id} ends it.`,
      );
    }
    const id = await followAt(db, tenant, { channel: channel.id, wish, story: null, now });
    return message([
      {
        kind: 'paragraph',
        runs: [
          who(asker),
          text(
            ` set an alert (#${id}): this channel is told at once when ${threshold} independent outlets report a new story`,
          ),
          ...(wish.filter.topic ? [text(' about '), strong(wish.filter.topic)] : []),
          text(wish.until ? `, until ${showDay(wish.until, inEnglish(context))}.` : '.'),
        ],
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'End', press: 'answer', line: `/news unsubscribe #${id}` }],
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
  if (!story) throw new UserError(`I hold no story #${number}. Its number stands under its card.`);
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
  throw new UserError(`outlets takes a number from 2 to 50, not "${typed}".`);
}
