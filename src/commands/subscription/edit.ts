import { command, type Message, message, type Run, strong, text } from '../../chat/message.ts';
import { change } from '../../desk/subscribe.ts';
import { feedName } from '../../news/feed.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { type Context, declare, neededNumber } from '../declare.ts';
import { who } from '../show/who.ts';
import { Slip } from '../slip.ts';
import { textsIn } from '../texts/index.ts';
import { faintly } from '../texts/runs.ts';
import { controls, skippedFeeds } from './blocks.ts';
import { exampleOf, fieldsLeftOut, mustBeChangeable } from './changeable.ts';
import { readNumberedLine } from './line.ts';
import { OPTIONS } from './options.ts';
import { openAgain } from './place.ts';
import { readSubscription, writeList } from './request.ts';
import { unreadLine, unreadOf } from './unread.ts';
import { writeDays } from './when.ts';
import { mustFindShared, saysSomething } from './which.ts';
import { wishOf } from './wish.ts';
import { describe, type Names, namesIn, showNext } from './words.ts';

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

export const edit = declare({
  name: 'news edit',
  example: '/news edit #3 at 07:00 on weekdays top 5',
  access: 'managers',
  changes: saysSomething,
  isPublic: saysSomething,
  isPersonal: true,
  waitsForPublishers: true,
  readLine: readNumberedLine,
  form: { fields: FIELDS, whenBare: false },
  options: {
    subscription: neededNumber('subscription', 'subscriptions'),
    ...OPTIONS,
  },
  async fill({ subscription }, context) {
    const one = await mustFindShared(subscription, context);
    return {
      values: asTyped(one, await namesIn(context, [])),
      choices: fieldsLeftOut(one, FIELDS),
    };
  },
  async run({ subscription: id, ...parts }, context) {
    const before = await mustFindShared(id, context);
    mustBeChangeable(before, parts);
    const isOpened = await openAgain(before, context);
    const request = readSubscription(parts);
    const names = await namesIn(context, [before]);
    if (Object.keys(request).length === 0) return asItIs(before, names, context);
    const { wish, skipped } = await wishOf(request, context, before);
    const isMended =
      unreadOf(before.filter, names) !== null &&
      unreadOf(wish.filter, await namesIn(context, [wish])) === null;
    if (isSameWish(before, wish) && !isOpened && !isMended) {
      throw new Slip(({ subscription: words }) => words.likeThat(id));
    }
    await change(context.db, context.tenant, { id, wish, now: context.now });
    const next = before.paused ? null : await nextRunOf(context.db, context.tenant, id);
    const texts = textsIn(context.language);
    const { subscription: words } = texts;
    return message([
      {
        kind: 'paragraph',
        runs: words.changed(who(context.asker), id, describe(wish, names, context)),
      },
      ...skippedFeeds(skipped, texts),
      {
        kind: 'paragraph',
        runs: before.paused
          ? [text(`${words.paused} `), command(`/news resume #${id}`)]
          : comes(wish, next, context),
      },
      controls(id, texts),
    ]);
  },
});

/** What a subscription brings now, and how it is changed where there is no form. */
async function asItIs(one: Subscription, names: Names, context: Context): Promise<Message> {
  const next = one.paused ? null : await nextRunOf(context.db, context.tenant, one.id);
  const texts = textsIn(context.language);
  const { subscription: words } = texts;
  const unread = unreadLine(one, names, context);
  const example =
    one.kind === 'digest' ? `/news edit #${one.id} at 07:00 on weekdays top 5` : exampleOf(one.id);
  return message([
    { kind: 'paragraph', runs: [strong(`#${one.id} `), ...describe(one, names, context)] },
    {
      kind: 'paragraph',
      runs: one.paused ? [text(words.paused)] : comes(one, next, context),
    },
    ...(unread ? [{ kind: 'paragraph' as const, runs: unread }] : []),
    {
      kind: 'note',
      runs: faintly(words.sayWhatElse(command(example))),
    },
    controls(one.id, texts),
  ]);
}

/** When it comes next: of what comes as it happens nobody knows. */
const comes = (wish: Wish, next: Date | null, context: Context): Run[] =>
  wish.kind === 'digest'
    ? showNext('nextDigest', next, wish, context)
    : [text(textsIn(context.language).subscription.comesAsItHappens)];

const isSameWish = (one: Subscription, wish: Wish): boolean =>
  Object.entries(wish).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(one[name as keyof Wish]),
  );

/** A subscription as its options are typed. */
function asTyped(one: Subscription, { feeds }: Names): Record<string, string> {
  const { filter, schedule, quiet } = one;
  const feed = filter.pack === null ? feeds.find(({ id }) => filter.feeds.includes(id)) : undefined;
  return {
    topic: filter.topic ?? (feed ? feedName(feed) : ''),
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
