import {
  command,
  faint,
  type Message,
  message,
  type Run,
  strong,
  text,
} from '../../chat/message.ts';
import { change } from '../../desk/subscribe.ts';
import { UserError } from '../../lib/errors.ts';
import { feedName } from '../../news/feed.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { type Context, declare, neededNumber } from '../declare.ts';
import { who } from '../show/who.ts';
import { controls, skippedFeeds } from './blocks.ts';
import { exampleOf, fieldsLeftOut, mustBeChangeable } from './changeable.ts';
import { readNumberedLine } from './line.ts';
import { OPTIONS } from './options.ts';
import { openAgain } from './place.ts';
import { readSubscription, writeList } from './request.ts';
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
  summary: 'Change a subscription: what is said changes, the rest stays',
  example: '/news edit #3 at 07:00 on weekdays top 5',
  access: 'managers',
  changes: saysSomething,
  isPublic: saysSomething,
  isPersonal: true,
  waitsForPublishers: true,
  readLine: readNumberedLine,
  form: { title: 'Change a subscription', submit: 'Save', fields: FIELDS, whenBare: false },
  options: {
    subscription: neededNumber('the number of a subscription (#3): /news list', 'subscriptions'),
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
    if (isSameWish(before, wish) && !isOpened) {
      throw new UserError(`#${id} is like that already. /news edit #${id} shows how it is.`);
    }
    await change(context.db, context.tenant, { id, wish, now: context.now });
    const next = before.paused ? null : await nextRunOf(context.db, context.tenant, id);
    return message([
      {
        kind: 'paragraph',
        runs: [
          who(context.asker),
          text(` changed subscription #${id}: `),
          ...describe(wish, names, context),
        ],
      },
      ...skippedFeeds(skipped),
      {
        kind: 'paragraph',
        runs: before.paused
          ? [text('It is paused. '), command(`/news resume #${id}`)]
          : comes(wish, next, context),
      },
      controls(id),
    ]);
  },
});

/** What a subscription brings now, and how it is changed where there is no form. */
async function asItIs(one: Subscription, names: Names, context: Context): Promise<Message> {
  const next = one.paused ? null : await nextRunOf(context.db, context.tenant, one.id);
  return message([
    { kind: 'paragraph', runs: [strong(`#${one.id} `), ...describe(one, names, context)] },
    {
      kind: 'paragraph',
      runs: one.paused ? [text('It is paused.')] : comes(one, next, context),
    },
    {
      kind: 'note',
      runs: [
        faint('Say what shall be otherwise, such as '),
        command(
          one.kind === 'digest'
            ? `/news edit #${one.id} at 07:00 on weekdays top 5`
            : exampleOf(one.id),
        ),
      ],
    },
    controls(one.id),
  ]);
}

/** When it comes next: of what comes as it happens nobody knows. */
const comes = (wish: Wish, next: Date | null, context: Context): Run[] =>
  wish.kind === 'digest'
    ? showNext('Next digest', next, wish, context)
    : [text('It comes as it happens.')];

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
