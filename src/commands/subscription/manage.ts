import { faint, type Message, message, sentence, strong, text } from '../../chat/message.ts';
import { change, resume as resumeAt } from '../../desk/subscribe.ts';
import { nextSlot } from '../../digest/schedule.ts';
import { UserError } from '../../lib/errors.ts';
import type { Subscription } from '../../news/subscription.ts';
import { nextRunOf } from '../../store/schedules.ts';
import { dropSubscription, pauseSubscription } from '../../store/subscriptions.ts';
import { type Command, type Context, declare, flag, named, neededNumber } from '../declare.ts';
import { who } from '../show/who.ts';
import { inEnglish, showSlot } from '../show/words.ts';
import { readNumberedLine } from './line.ts';
import { openAgain } from './place.ts';
import { readSubscription } from './request.ts';
import { sampleOf } from './sample.ts';
import { mustFind, mustFindShared, nameOf, saysSomething } from './which.ts';
import { wishOf } from './wish.ts';
import { showNext } from './words.ts';

const which = () => neededNumber('the number of a subscription (#3): /news list', 'subscriptions');

const managing = {
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
} as const;

const unsubscribe = declare({
  name: 'news unsubscribe',
  summary: 'End a subscription; asks first',
  example: '/news unsubscribe #3',
  access: 'managers',
  changes: ({ sure }) => sure === true,
  isPublic: ({ sure }) => sure === true,
  isPersonal: true,
  options: { subscription: which(), sure: flag('end it without asking') },
  async run({ subscription, sure }, context) {
    const one = await mustFindShared(subscription, context);
    const name = await nameOf(one, context);
    if (!sure) {
      return message([
        {
          kind: 'paragraph',
          runs: [
            text('End subscription '),
            strong(name),
            text('? Its channel gets no more of it.'),
          ],
        },
        {
          kind: 'buttons',
          buttons: [
            {
              label: 'End it',
              press: 'answer',
              line: `/news unsubscribe #${one.id} sure:yes`,
            },
            { label: 'Pause it', press: 'answer', line: `/news pause #${one.id}` },
          ],
        },
      ]);
    }
    await dropSubscription(context.db, context.tenant, one.id);
    return by(context, `ended subscription ${name}.`);
  },
});

const pause = declare({
  ...managing,
  name: 'news pause',
  summary: 'Stop a subscription for a while',
  example: '/news pause #3',
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFindShared(subscription, context);
    if (one.paused)
      throw new UserError(
        `#${one.id} is paused already. /news resume #${one.id} takes it up again.`,
      );
    await pauseSubscription(context.db, context.tenant, one.id);
    const said = by(context, `paused subscription ${await nameOf(one, context)}.`);
    return {
      ...said,
      blocks: [
        ...said.blocks,
        {
          kind: 'buttons',
          buttons: [{ label: 'Resume', press: 'answer', line: `/news resume #${one.id}` }],
        },
      ],
    };
  },
});

const resume = declare({
  ...managing,
  name: 'news resume',
  summary: 'Take a paused subscription up again',
  example: '/news resume #3',
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFindShared(subscription, context);
    const isOpened = await openAgain(one, context);
    if (!one.paused && !isOpened)
      throw new UserError(`#${one.id} is not paused. /news list shows when it comes.`);
    if (one.paused) await resumeAt(context.db, context.tenant, { id: one.id, now: context.now });
    const next = await nextRunOf(context.db, context.tenant, one.id);
    return message([
      {
        kind: 'paragraph',
        runs: [
          who(context.asker),
          text(` took up subscription ${await nameOf(one, context)} again. `),
          ...showNext('Next digest', next, one, context),
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
  summary: 'When a subscription comes next; with times or days, when it shall come',
  example: '/news schedule #3 at 18:00 on weekdays',
  readLine: readNumberedLine,
  options: {
    subscription: which(),
    at: named('at which times: 08:30, or 08:30 and 18:00'),
    on: named('on which days: daily, weekdays, mon,thu'),
    tz: named('the time zone, such as Europe/Berlin', 'zones'),
  },
  async run({ subscription, ...parts }, context) {
    let one = await mustFindShared(subscription, context);
    if (one.schedule.everyMinutes !== null) {
      throw new UserError(`#${one.id} has no times: it comes as it happens.`);
    }
    const request = readSubscription(parts);
    const isChange = Object.keys(request).length > 0;
    if (isChange) {
      const { wish } = await wishOf(request, context, one);
      await change(context.db, context.tenant, { id: one.id, wish, now: context.now });
      one = await mustFindShared(subscription, context);
    }
    const slots = nextSlots(one, context.now);
    const name = await nameOf(one, context);
    return message([
      {
        kind: 'paragraph',
        runs: [
          ...(isChange ? [who(context.asker), text(' changed when it comes. ')] : []),
          strong(name),
          text(one.paused ? ' is paused. It would come:' : ' comes:'),
        ],
      },
      {
        kind: 'bullets',
        items: slots.map((at) => [text(showSlot(at, inEnglish(one), context.now))]),
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
  summary: 'What a subscription would bring of the last day, for you alone',
  example: '/news test #3',
  isPersonal: true,
  options: { subscription: which() },
  async run({ subscription }, context) {
    const one = await mustFind(subscription, context);
    const sample = await sampleOf(one, context);
    if (!sample) {
      return sentence(
        `Nothing of the last day is what ${await nameOf(one, context)} asks for. /news why #… says of a story why; /news edit #${one.id} changes what it asks for.`,
      );
    }
    return {
      ...sample,
      blocks: [
        {
          kind: 'note',
          runs: [faint(`A sample of ${await nameOf(one, context)}, for you alone.`)],
        },
        ...sample.blocks,
      ],
    };
  },
});

function by({ asker }: Context, words: string): Message {
  return message([{ kind: 'paragraph', runs: [who(asker), text(` ${words}`)] }]);
}

export const managingCommands: readonly Command[] = [unsubscribe, pause, resume, schedule, test];
