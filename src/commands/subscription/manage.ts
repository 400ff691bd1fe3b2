import { type Block, command, faint, message, sentence, strong, text } from '../../chat/message.ts';
import { change, resume as resumeAt } from '../../desk/subscribe.ts';
import { nextSlot } from '../../digest/schedule.ts';
import type { Subscription } from '../../news/subscription.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { dropSubscription, pauseSubscription } from '../../store/subscriptions.ts';
import { type Command, declare, flag, named, neededNumber } from '../declare.ts';
import { who } from '../show/who.ts';
import { showSlot } from '../show/words.ts';
import { Slip } from '../slip.ts';
import { textsIn } from '../texts/index.ts';
import { readNumberedLine } from './line.ts';
import { openAgain } from './place.ts';
import { readSubscription } from './request.ts';
import { sampleOf } from './sample.ts';
import { readingOf, unreadLine } from './unread.ts';
import { mustFind, mustFindShared, nameOf, saysSomething } from './which.ts';
import { wishOf } from './wish.ts';
import { namesIn, showNext } from './words.ts';

const which = () => neededNumber('subscription', 'subscriptions');

const managing = {
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
} as const;

const unsubscribe = declare({
  name: 'news unsubscribe',
  example: '/news unsubscribe #3',
  access: 'managers',
  changes: ({ sure }) => sure === true,
  isPublic: ({ sure }) => sure === true,
  isPersonal: true,
  options: { subscription: which(), sure: flag('sure') },
  async run({ subscription, sure }, context) {
    const one = await mustFindShared(subscription, context);
    const name = await nameOf(one, context);
    const { subscription: words, buttons } = textsIn(context.language);
    if (!sure) {
      return message([
        { kind: 'paragraph', runs: words.endIt(strong(name)) },
        {
          kind: 'buttons',
          buttons: [
            {
              label: buttons.endIt,
              press: 'answer',
              line: `/news unsubscribe #${one.id} sure:yes`,
            },
            { label: buttons.pauseIt, press: 'answer', line: `/news pause #${one.id}` },
          ],
        },
      ]);
    }
    await dropSubscription(context.db, context.tenant, one.id);
    return message([{ kind: 'paragraph', runs: words.ended(who(context.asker), name) }]);
  },
});

const pause = declare({
  ...managing,
  name: 'news pause',
  example: '/news pause #3',
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFindShared(subscription, context);
    if (one.paused) throw new Slip((texts) => texts.subscription.pausedAlready(one.id));
    await pauseSubscription(context.db, context.tenant, one.id);
    const { subscription: words, buttons } = textsIn(context.language);
    return message([
      {
        kind: 'paragraph',
        runs: words.pausedBy(who(context.asker), await nameOf(one, context)),
      },
      {
        kind: 'buttons',
        buttons: [{ label: buttons.resume, press: 'answer', line: `/news resume #${one.id}` }],
      },
    ]);
  },
});

const resume = declare({
  ...managing,
  name: 'news resume',
  example: '/news resume #3',
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFindShared(subscription, context);
    const isOpened = await openAgain(one, context);
    if (!one.paused && !isOpened) throw new Slip((texts) => texts.subscription.notPaused(one.id));
    if (one.paused) await resumeAt(context.db, context.tenant, { id: one.id, now: context.now });
    const next = await nextRunOf(context.db, context.tenant, one.id);
    const { subscription: words } = textsIn(context.language);
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...words.resumed(who(context.asker), await nameOf(one, context)),
          text(' '),
          ...showNext('nextDigest', next, one, context),
        ],
      },
    ]);
  },
});

const SHOWN_SLOTS = 5;

const schedule = declare({
  ...managing,
  changes: saysSomething,
  isPublic: saysSomething,
  name: 'news schedule',
  example: '/news schedule #3 at 18:00 on weekdays',
  readLine: readNumberedLine,
  options: {
    subscription: which(),
    at: named('at'),
    on: named('on'),
    tz: named('tz', 'zones'),
  },
  async run({ subscription, ...parts }, context) {
    let one = await mustFindShared(subscription, context);
    if (one.schedule.everyMinutes !== null) {
      throw new Slip((texts) => texts.subscription.noTimes(subscription));
    }
    const request = readSubscription(parts);
    const isChange = Object.keys(request).length > 0;
    if (isChange) {
      const { wish } = await wishOf(request, context, one);
      await change(context.db, context.tenant, { id: one.id, wish, now: context.now });
      one = await mustFindShared(subscription, context);
    }
    const slots = nextSlots(one, context.now);
    const name = strong(await nameOf(one, context));
    const { subscription: words } = textsIn(context.language);
    const locale = { language: context.language, zone: one.zone };
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...(isChange ? [...words.changedTimes(who(context.asker)), text(' ')] : []),
          ...(one.paused ? words.wouldCome : words.comes)(name),
        ],
      },
      {
        kind: 'bullets',
        items: slots.map((at) => [text(showSlot(at, locale, context.now))]),
      },
      { kind: 'note', runs: [faint(one.zone)] },
    ]);
  },
});

function nextSlots({ schedule: times, zone }: Subscription, now: Date): Date[] {
  const slots: Date[] = [];
  let after = now;
  while (slots.length < SHOWN_SLOTS) {
    const slot = nextSlot(times, zone, after);
    if (!slot) break;
    slots.push(slot.at);
    after = slot.at;
  }
  return slots;
}

const test = declare({
  name: 'news test',
  example: '/news test #3',
  isPersonal: true,
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFind(subscription, context);
    const sample = await sampleOf(one, context);
    const name = await nameOf(one, context);
    const { subscription: words } = textsIn(context.language);
    const unread = unreadLine(one, await namesIn(context, [one]), context);
    const health: Block[] = unread ? [{ kind: 'paragraph', runs: unread }] : [];
    if (!sample && unread) return message(health);
    if (!sample && (await readingOf(one, context)) === 'none') {
      const runs = words.noSampleUnread(command('/news sources'), command(`/news test #${one.id}`));
      return message([{ kind: 'paragraph', runs }]);
    }
    if (!sample) return sentence(words.nothingInSample(name, one.id));
    return {
      ...sample,
      blocks: [...health, { kind: 'note', runs: [faint(words.sampleOf(name))] }, ...sample.blocks],
    };
  },
});

export const managingCommands: readonly Command[] = [unsubscribe, pause, resume, schedule, test];
