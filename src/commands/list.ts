import {
  type Block,
  type Button,
  channel as channelRun,
  command,
  faint,
  type Message,
  message,
  type Run,
  strong,
  text,
} from '../chat/message.ts';
import { DAY, MINUTE } from '../lib/clock.ts';
import type { Channel } from '../news/channel.ts';
import type { Subscription } from '../news/subscription.ts';
import { channelsOf } from '../store/channels.ts';
import { lastPostOf } from '../store/deliveries.ts';
import { editionsOf } from '../store/editions.ts';
import { feedsOf } from '../store/feeds.ts';
import { mutesOf } from '../store/mutes.ts';
import { nextRunOf } from '../store/schedules.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { type Context, declare, flag } from './declare.ts';
import { openTroubles } from './notices.ts';
import { showAgo } from './show/words.ts';
import { unreadLine } from './subscription/unread.ts';
import { describe, type Names, namesIn, showNext } from './subscription/words.ts';
import { type Texts, textsIn } from './texts/index.ts';
import { inWords, reasonIn } from './texts/phrases.ts';
import { faintly } from './texts/runs.ts';

const list = declare({
  name: 'news list',
  example: '/news list',
  isPersonal: true,
  options: { everywhere: flag('everywhere') },
  async run({ everywhere }, context) {
    const all = context.asker.isManager && everywhere;
    const shown = await channelsShown(context, all);
    const feeds = await feedsOf(context.db, context.tenant);
    const texts = textsIn(context.language);
    const { list: words } = texts;
    const reads = context.running.sample ? words.sampleNewsroom : words.whatCrierReads;
    const blocks = await blocksOf(shown, context);
    if (blocks.length > 0) return message(blocks);
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(words.nothingYet(reads, feeds.length)),
          ...(context.asker.isManager
            ? words.digestNow(command('/digest'), command('/news subscribe'))
            : words.digestByManagers(command('/digest'), inWords(context.asker.managers, texts))),
        ],
      },
      ...(context.asker.isManager ? [{ kind: 'buttons' as const, buttons: beginning(texts) }] : []),
    ]);
  },
});

/** How a place is set up. */
const beginning = ({ buttons }: Texts): Button[] => [
  { label: buttons.subscribe, press: 'fill', line: '/news subscribe' },
  { label: buttons.settings, press: 'fill', line: '/news settings' },
];

/** A page of one's own: for managers every channel's subscriptions, for all what they follow themselves. */
export async function home(context: Context): Promise<Message> {
  const texts = textsIn(context.language);
  const { list: words } = texts;
  const shown = await channelsShown(context, context.asker.isManager);
  const blocks = await blocksOf(shown, context);
  const heading: Block = { kind: 'heading', level: 1, runs: [text(words.subscriptions)] };
  const add: Block = { kind: 'buttons', buttons: beginning(texts) };
  const none: Block = { kind: 'paragraph', runs: [text(words.nowhere)] };
  const body = blocks.length > 0 ? blocks : [none];
  // What is for the whole place stands apart from the buttons of the last subscription.
  const foot: Block[] = context.asker.isManager ? [{ kind: 'divider' }, add] : [];
  return message([heading, ...body, ...foot]);
}

/** The channel that is asked in, and what comes to the asker directly; or all but other people's. */
async function channelsShown({ db, tenant, asker }: Context, all: boolean): Promise<Channel[]> {
  const own = `@${asker.person.id}`;
  return (await channelsOf(db, tenant)).filter(
    ({ place, platform }) =>
      platform === asker.platform &&
      (place === own || place === asker.channel || (all && !place.startsWith('@'))),
  );
}

async function blocksOf(channels: readonly Channel[], context: Context): Promise<Block[]> {
  const texts = textsIn(context.language);
  const blocks: Block[] = [];
  const all = new Map<Channel, readonly Subscription[]>();
  for (const channel of channels) {
    all.set(channel, await subscriptionsOf(context.db, context.tenant, channel.id));
  }
  // Where a platform puts all buttons under the message, nobody else could say which is whose.
  const isNumbered = [...all.values()].flat().length > 1;
  for (const [channel, held] of all) {
    const names = await namesIn(context, held);
    const mutes = await mutesOf(context.db, context.tenant, channel.id);
    if (held.length === 0 && mutes.length === 0) continue;
    const isHere = channel.place === context.asker.channel;
    blocks.push({
      kind: 'heading',
      level: 2,
      runs:
        channel.place === `@${context.asker.person.id}`
          ? [text(texts.list.yourMessages)]
          : isHere
            ? [text(texts.list.thisChannel)]
            : [channelRun(channel.place)],
    });
    const health = await healthOf(channel, context);
    if (health) blocks.push(health);
    blocks.push(...(await openTroubles(channel, context)));
    for (const one of held) {
      blocks.push(...(await subscriptionBlocks(one, { names, channel, isNumbered }, context)));
    }
    if (mutes.length > 0) {
      const said = mutes.map(({ about }) =>
        about.kind === 'story' ? `#${about.story}` : texts.mute.phrase(about.phrase),
      );
      blocks.push({
        kind: 'note',
        runs: faintly(texts.list.mutedHere(said.join(', '), command('/news unmute'))),
      });
    }
  }
  return blocks;
}

async function subscriptionBlocks(
  one: Subscription,
  {
    names,
    channel,
    isNumbered,
  }: { readonly names: Names; readonly channel: Channel; readonly isNumbered: boolean },
  context: Context,
): Promise<Block[]> {
  const { db, tenant, now, asker, language } = context;
  const texts = textsIn(language);
  const next = await nextRunOf(db, tenant, one.id);
  const line = `/news edit #${one.id}`;
  const buttons = buttonsOf(one, channel, context).map((button) =>
    isNumbered ? { ...button, label: `${button.label} #${one.id}` } : button,
  );
  const state: Run[] = one.paused
    ? [strong(texts.list.paused), faint(' · ')]
    : one.schedule.everyMinutes === null
      ? [...showNext('nextDigest', next, one, context), faint(' · ')]
      : [];
  const unread = unreadLine(one, names, context);
  const empty = unread ? null : await emptySince(one, context);
  const what = describe(one, names, context);
  return [
    {
      kind: 'paragraph',
      runs: [
        strong(`#${one.id} `),
        ...(one.kind === 'digest'
          ? what
          : (one.kind === 'follow' ? texts.list.follows : texts.list.alertsOn)(what)),
      ],
    },
    ...(unread ? [{ kind: 'paragraph' as const, runs: unread }] : []),
    ...(empty
      ? [
          {
            kind: 'paragraph' as const,
            runs: texts.list.nothingMatched(
              Math.floor((now.getTime() - empty.getTime()) / DAY),
              command(asker.isManager ? line : `/news test #${one.id}`),
            ),
          },
        ]
      : []),
    {
      kind: 'note',
      runs: [
        ...state,
        faint(
          texts.list.madeBy(
            asker.platform === 'terminal' ? null : one.createdByName,
            now.getTime() - one.createdAt.getTime() < MINUTE
              ? null
              : showAgo(one.createdAt, now, language),
          ),
        ),
      ],
    },
    ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
  ];
}

/** What the asker may do with a subscription. */
function buttonsOf(
  { id, kind, paused, createdBy }: Subscription,
  { place }: Channel,
  { asker, language }: Context,
): Button[] {
  const { buttons: words } = textsIn(language);
  const button = (label: string, does: string): Button => ({
    label,
    press: 'answer',
    line: `/news ${does} #${id}`,
  });
  const isAlone = place.startsWith('@');
  if (kind === 'follow' && (isAlone || (!asker.isManager && createdBy === asker.person.id))) {
    return [button(words.unfollow, 'unfollow')];
  }
  const sample = kind === 'digest' ? [button(words.sample, 'test')] : [];
  if (!asker.isManager) return sample;
  const change: Button = { label: words.change, press: 'fill', line: `/news edit #${id}` };
  return [
    ...(kind === 'digest' ? [change] : []),
    ...sample,
    ...(kind === 'digest' || paused
      ? [paused ? button(words.resume, 'resume') : button(words.pause, 'pause')]
      : []),
    button(words.end, 'unsubscribe'),
  ];
}

const LONG_MS = 7 * DAY;
const EDITIONS = 100;

/** Since when a digest has found nothing, where that is a week or more. */
async function emptySince(one: Subscription, { db, tenant, now }: Context): Promise<Date | null> {
  if (one.kind !== 'digest' || one.paused) return null;
  const editions = await editionsOf(db, tenant, { channel: one.channel, limit: EDITIONS });
  const own = editions.filter(({ subscription }) => subscription === one.id);
  const lastMade = own.find(({ state }) => state === 'made');
  const since = lastMade?.madeAt ?? one.createdAt;
  const isLong = now.getTime() - since.getTime() >= LONG_MS;
  return isLong && own.some(({ state }) => state === 'empty') ? since : null;
}

async function healthOf(channel: Channel, context: Context): Promise<Block | null> {
  const texts = textsIn(context.language);
  const { list: words } = texts;
  if (channel.closed && channel.place === `@${context.asker.person.id}`) {
    const reason = reasonIn(channel.closed.reason, texts);
    return { kind: 'paragraph', runs: words.cannotWrite(reason, command('/news follow')) };
  }
  if (channel.closed) {
    const reason = reasonIn(channel.closed.reason, texts);
    const runs = context.asker.isManager
      ? words.cannotPost(reason)
      : words.cannotPostTell(reason, inWords(context.asker.managers, texts));
    return { kind: 'paragraph', runs };
  }
  const last = await lastPostOf(context.db, context.tenant, channel.id);
  if (!last) return null;
  const ago = showAgo(last.sentAt, context.now, context.language);
  return { kind: 'note', runs: [faint(words.lastPost(ago))] };
}

export const listCommands = [list];
