import { type Block, faint, type Message, message, strong, text } from '../../chat/message.ts';
import { change, subscribe as subscribeAt } from '../../desk/subscribe.ts';
import { UserError } from '../../lib/errors.ts';
import type { Channel } from '../../news/channel.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { channelAt, channelById, reopenChannels } from '../../store/channels.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import {
  type Command,
  type Context,
  channelOption,
  declare,
  maybeChoice,
  named,
  neededNumber,
  words,
} from '../declare.ts';
import { LENGTHS } from '../show/digest.ts';
import { count } from '../show/words.ts';
import { readNumberedLine, readSubscriptionLine } from './line.ts';
import { readSubscription, writeList } from './request.ts';
import { sampleOf } from './sample.ts';
import { writeDays } from './when.ts';
import { wishOf } from './wish.ts';
import { describe, namesIn, showNext, subjectOf } from './words.ts';

/** More of one place than this are a mistake or an attack: each costs work at its time. */
export const MOST_SUBSCRIPTIONS = 200;

const OPTIONS = {
  topic: words('what it is about: words, a feed of this place or a pack', 'subjects'),
  pack: named('a pack of feeds to begin with'),
  at: named('at which times: 08:30, or 08:30 and 18:00'),
  on: named('on which days: daily, weekdays, mon,thu'),
  tz: named('the time zone, such as Europe/Berlin', 'zones'),
  top: named('how many stories at most'),
  must: named('words that must stand in a story, between commas'),
  mute: named('words of stories to leave out, between commas'),
  length: maybeChoice('how much of each story', LENGTHS),
  lang: named('the language, such as de'),
  quiet: named('hours in which nothing is posted: 22:00-07:00'),
  empty: maybeChoice('what comes when there is nothing new', ['silence', 'line']),
} as const;

const FIELDS = [
  'topic',
  'at',
  'on',
  'tz',
  'top',
  'must',
  'mute',
  'length',
  'lang',
  'quiet',
  'empty',
] as const;

const subscribe = declare({
  name: 'news subscribe',
  summary: 'Bring this channel a digest at its times',
  example: '/news subscribe tech at 08:30 on weekdays tz Europe/Berlin top 7',
  access: 'managers',
  changes: true,
  isPublic: () => true,
  isPersonal: true,
  waitsForPublishers: true,
  readLine: readSubscriptionLine,
  form: {
    title: 'Subscribe a channel',
    submit: 'Subscribe',
    fields: ['pack', 'topic', 'at', 'in', 'tz', 'on', 'top', 'must', 'mute', 'length', 'quiet'],
    whenBare: true,
  },
  options: { ...OPTIONS, in: channelOption('the channel to bring it to; this one if left out') },
  async fill(_, { zone, packs, asker, digest }) {
    const here = asker.channel ?? '';
    return {
      values: {
        at: '08:30',
        on: 'daily',
        tz: zone,
        top: String(digest.stories),
        length: 'short',
        in: here.startsWith('@') ? '' : here,
      },
      choices: {
        pack: packs.map(({ name, title, language }) => ({
          label: `${title} (${language})`,
          value: name,
        })),
      },
    };
  },
  async run({ in: place, ...parts }, context) {
    const request = readSubscription(parts);
    await mustHaveRoom(context);
    const channel = await channelToBringTo(place, context);
    const { wish, skipped } = await wishOf(request, context, null);
    const others = await subscriptionsOf(context.db, context.tenant, channel.id);
    const twin = others.find((one) => sameAs(one, wish));
    if (twin) throw new UserError(`That is what #${twin.id} brings here already: /news list`);
    const id = await subscribeAt(context.db, context.tenant, {
      channel: channel.id,
      wish,
      now: context.now,
    });
    return subscribed({ id, wish, channel, skipped, isFirst: others.length === 0 }, context);
  },
});

const edit = declare({
  name: 'news edit',
  summary: 'Change a subscription: what is said changes, the rest stays',
  example: '/news edit #3 at 07:00 on weekdays top 5',
  access: 'managers',
  changes: true,
  isPublic: () => true,
  isPersonal: true,
  waitsForPublishers: true,
  readLine: readNumberedLine,
  form: { title: 'Change a subscription', submit: 'Save', fields: FIELDS, whenBare: false },
  options: {
    subscription: neededNumber('the number of a subscription (#3): /news list', 'subscriptions'),
    ...OPTIONS,
  },
  async fill({ subscription }, context) {
    return { values: asTyped(await mustFind(subscription, context)) };
  },
  async run({ subscription: id, ...parts }, context) {
    const before = await mustFind(id, context);
    const { wish, skipped } = await wishOf(readSubscription(parts), context, before);
    await change(context.db, context.tenant, { id, wish, now: context.now });
    const names = await namesIn(context);
    const next = before.paused ? null : await nextRunOf(context.db, context.tenant, id);
    return message([
      {
        kind: 'paragraph',
        runs: [
          strong(context.asker.person.name),
          text(` changed subscription #${id}: `),
          ...describe(wish, names, context),
        ],
      },
      ...skippedFeeds(skipped),
      {
        kind: 'paragraph',
        runs: before.paused
          ? [text('It is paused.')]
          : showNext('Next digest', next, wish, context),
      },
      controls(id),
    ]);
  },
});

export const subscribeCommands: readonly Command[] = [subscribe, edit];

async function subscribed(
  done: {
    readonly id: number;
    readonly wish: Wish;
    readonly channel: Channel;
    readonly skipped: Awaited<ReturnType<typeof wishOf>>['skipped'];
    readonly isFirst: boolean;
  },
  context: Context,
): Promise<Message> {
  const { id, wish, channel, skipped, isFirst } = done;
  const names = await namesIn(context);
  const next = await nextRunOf(context.db, context.tenant, id);
  const isHere = channel.place === context.asker.channel;
  const sample = isFirst ? await sampleOf({ ...wish, id }, context) : null;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: [
        strong(context.asker.person.name),
        text(isHere ? ' subscribed this channel to ' : ' subscribed '),
        ...(isHere ? [] : [{ kind: 'channel' as const, channel: channel.place }, text(' to ')]),
        ...describe(wish, names, context),
        text('.'),
      ],
    },
    ...skippedFeeds(skipped),
    { kind: 'paragraph', runs: showNext('First digest', next, wish, context) },
    controls(id),
  ];
  if (!sample) return message(blocks);
  return {
    ...sample,
    blocks: [
      ...blocks,
      { kind: 'divider' },
      {
        kind: 'note',
        runs: [faint('A sample of now. What stands in it may come again in the first digest.')],
      },
      ...sample.blocks,
    ],
  };
}

const controls = (id: number): Block => ({
  kind: 'buttons',
  buttons: [
    { label: 'Change', press: 'fill', line: `/news edit #${id}` },
    { label: 'Sample', press: 'answer', line: `/news test #${id}` },
    { label: 'Unsubscribe', press: 'answer', line: `/news unsubscribe #${id}` },
  ],
});

function skippedFeeds(skipped: Awaited<ReturnType<typeof wishOf>>['skipped']): Block[] {
  if (skipped.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      runs: [
        text(
          `${count(skipped.length, 'feed')} of the pack cannot be read and ${skipped.length === 1 ? 'is' : 'are'} left out:`,
        ),
      ],
    },
    {
      kind: 'bullets',
      items: skipped.map(({ name, problem }) => [strong(name), text(`: ${problem}`)]),
    },
  ];
}

async function mustHaveRoom({ db, tenant }: Context): Promise<void> {
  const held = (await subscriptionsOf(db, tenant)).length;
  if (held < MOST_SUBSCRIPTIONS) return;
  throw new UserError(
    `This place has ${held} subscriptions, and that is the most. End one first: /news list names them.`,
  );
}

/**
 * The channel that is meant, once nothing stands in the way of posting there. One that was closed to us and is not any
 * more is opened again. Throws UserError with what is to be done.
 */
export async function channelToBringTo(place: string | null, context: Context): Promise<Channel> {
  const { db, tenant, asker } = context;
  const at = place ?? asker.channel;
  if (at === null) {
    throw new UserError('Say which channel it is for: in:#…, or say it there.');
  }
  const wrong = await context.checkPlace({ tenant, channel: at });
  if (wrong.length > 0) {
    const remedies = wrong.map(({ what, remedy }) => `${what}: ${remedy ?? ''}`).join(' ');
    throw new UserError(`I could not post there. ${remedies}`);
  }
  const channel = await channelAt(db, tenant, { platform: asker.platform, place: at });
  if (!channel.closed) return channel;
  await reopenChannels(db, tenant, channel.id);
  return (await channelById(db, tenant, channel.id)) ?? channel;
}

/** The subscription of that number in this place. Throws UserError. */
export async function mustFind(id: number, { db, tenant, asker }: Context): Promise<Subscription> {
  const found = await subscriptionById(db, tenant, id);
  // What somebody follows by direct message is theirs alone.
  const channel = found && (await channelById(db, tenant, found.channel));
  const isOthers = channel?.place.startsWith('@') && found?.createdBy !== asker.person.id;
  if (found && !isOthers) return found;
  throw new UserError(`There is no subscription #${id} here. /news list shows what there is.`);
}

const sameAs = (one: Subscription, wish: Wish): boolean =>
  one.kind === wish.kind &&
  JSON.stringify([one.filter, one.schedule, one.zone]) ===
    JSON.stringify([wish.filter, wish.schedule, wish.zone]);

/** A subscription as its options are typed. */
function asTyped(one: Subscription): Record<string, string> {
  const { filter, schedule, quiet } = one;
  return {
    topic: filter.topic ?? '',
    pack: filter.pack ?? '',
    at: schedule.times.join(', '),
    on: writeDays(schedule.days),
    tz: one.zone,
    top: String(one.stories),
    must: writeList(filter.must),
    mute: writeList(filter.mute),
    length: one.length,
    lang: one.language ?? '',
    quiet: quiet ? `${quiet.from}-${quiet.to}` : '',
    empty: one.whenEmpty,
  };
}

/** What a subscription is called in a sentence: `#3 (World news)`. */
export async function nameOf(one: Subscription, context: Context): Promise<string> {
  return `#${one.id} (${subjectOf(one, await namesIn(context))})`;
}
