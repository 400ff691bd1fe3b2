import {
  type Block,
  channel as channelRun,
  command,
  faint,
  type Message,
  message,
} from '../../chat/message.ts';
import { subscribe as subscribeAt } from '../../desk/subscribe.ts';
import { nearestWord } from '../../lib/nearest.ts';
import type { Channel } from '../../news/channel.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import { type Command, type Context, channelOption, declare } from '../declare.ts';
import { who } from '../show/who.ts';
import { Slip } from '../slip.ts';
import { textsIn } from '../texts/index.ts';
import { faintly } from '../texts/runs.ts';
import { controls, skippedFeeds } from './blocks.ts';
import { edit } from './edit.ts';
import { readSubscriptionLine } from './line.ts';
import { OPTIONS } from './options.ts';
import { channelToBringTo, mustHaveRoom } from './place.ts';
import { readSubscription } from './request.ts';
import { sampleOf } from './sample.ts';
import { readingOf } from './unread.ts';
import { type Wished, wishOf } from './wish.ts';
import { describe, namesIn, showNext } from './words.ts';

const subscribe = declare({
  name: 'news subscribe',
  example: '/news subscribe tech at 08:30 on weekdays tz Europe/Berlin top 7',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  waitsForPublishers: true,
  readLine: readSubscriptionLine,
  form: {
    fields: ['pack', 'topic', 'at', 'in', 'tz', 'on', 'top', 'must', 'mute', 'length', 'quiet'],
    whenBare: true,
  },
  options: { ...OPTIONS, in: channelOption('in') },
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
    if (twin) throw new Slip((texts) => texts.subscription.twin(twin.id));
    const id = await subscribeAt(context.db, context.tenant, {
      channel: channel.id,
      wish,
      now: context.now,
    });
    const isFirst = !others.some(({ kind }) => kind === 'digest');
    return subscribed({ id, wish, channel, skipped, isFirst }, context);
  },
});

export const subscribeCommands: readonly Command[] = [subscribe, edit];

async function subscribed(
  done: {
    readonly id: number;
    readonly wish: Wish;
    readonly channel: Channel;
    readonly skipped: Wished['skipped'];
    readonly isFirst: boolean;
  },
  context: Context,
): Promise<Message> {
  const { id, wish, channel, skipped, isFirst } = done;
  const texts = textsIn(context.language);
  const { subscription: words } = texts;
  const what = describe(wish, await namesIn(context, [wish]), context);
  const next = await nextRunOf(context.db, context.tenant, id);
  const isHere = channel.place === context.asker.channel;
  const sample = await sampleOf({ ...wish, id, channel: channel.id }, context);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: isHere
        ? words.subscribedHere(who(context.asker), what)
        : words.subscribed(who(context.asker), channelRun(channel.place), what),
    },
    ...skippedFeeds(skipped, texts),
    { kind: 'paragraph', runs: showNext('firstDigest', next, wish, context) },
    controls(id, texts),
  ];
  if (!sample) return message([...blocks, await noSample(id, wish, context)]);
  // The second one is no wonder any more.
  if (!isFirst) return message(blocks);
  return {
    ...sample,
    blocks: [
      ...blocks,
      { kind: 'divider' },
      {
        kind: 'note',
        runs: [faint(words.sampleOfNow)],
      },
      ...sample.blocks,
    ],
  };
}

/**
 * Nobody shall think that it does not work: the feeds of a pack, or one added just now, are read for the first time only
 * after the answer. And who mistypes an option shall see that it was taken for a word.
 */
async function noSample(id: number, wish: Wish, context: Context): Promise<Block> {
  const { subscription: words, slips } = textsIn(context.language);
  const line = command(`/news test #${id}`);
  const { feeds, topic } = wish.filter;
  const reading = await readingOf(wish, context);
  const said =
    reading === 'none'
      ? words.noSampleUnread(command('/news sources'), line)
      : reading === 'soon' && feeds.length > 0
        ? words.noSampleOfPack(line)
        : words.noSample(line);
  const option = optionIn(topic ?? '');
  if (option === null) return { kind: 'note', runs: faintly(said) };
  const meant = nearestWord(option, Object.keys(OPTIONS));
  const remark = [words.asWords(option), meant ? slips.didYouMean(`${meant}:`) : ''];
  return {
    kind: 'note',
    runs: [faint(`${remark.filter(Boolean).join(' ')} `), ...faintly(said)],
  };
}

/** What looks like the name of an option among the words of a topic: `langs` in `langs:de zeppelin`. */
const optionIn = (topic: string): string | null =>
  /(?:^|\s)(\p{L}+):(?=[^\s/])/u.exec(topic)?.[1] ?? null;

const sameAs = (one: Subscription, wish: Wish): boolean =>
  one.kind === wish.kind &&
  JSON.stringify([saidOf(one), one.schedule, one.zone]) ===
    JSON.stringify([saidOf(wish), wish.schedule, wish.zone]);

/** Which feeds of a pack answered at the time makes no other subscription of it. */
const saidOf = ({ filter }: Pick<Wish, 'filter'>) =>
  filter.pack === null ? filter : { ...filter, feeds: [] };
