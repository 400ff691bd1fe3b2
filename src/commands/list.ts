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
import { DAY } from '../lib/clock.ts';
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
import { count, ENGLISH, showAgo } from './show/words.ts';
import { describe, type Names, namesIn, showNext } from './subscription/words.ts';

const list = declare({
  name: 'news list',
  summary: 'What this channel is subscribed to, when it comes next and how it goes',
  example: '/news list',
  isPersonal: true,
  options: { everywhere: flag('every channel of this place, for managers') },
  async run({ everywhere }, context) {
    const all = context.asker.isManager && everywhere;
    const shown = await channelsShown(context, all);
    const feeds = await feedsOf(context.db, context.tenant);
    const reads = context.running.sample ? 'the sample newsroom' : 'what this Crier reads';
    const blocks = await blocksOf(shown, context);
    if (blocks.length > 0) return message(blocks);
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(
            `Nothing comes here by itself yet. Whoever asks is answered from ${reads}: ${count(feeds.length, 'feed')}. `,
          ),
          command('/digest'),
          text(
            context.asker.isManager
              ? ' shows a digest now; one comes here every day by '
              : ` shows a digest now; ${context.asker.managers} can have one come here every day.`,
          ),
          ...(context.asker.isManager ? [command('/news subscribe'), text('.')] : []),
        ],
      },
      ...(context.asker.isManager
        ? [{ kind: 'buttons' as const, buttons: [SUBSCRIBE, SETTINGS] }]
        : []),
    ]);
  },
});

const SUBSCRIBE: Button = { label: 'Subscribe', press: 'fill', line: '/news subscribe' };

/** A page of one's own: for managers every channel's subscriptions, for all what they follow themselves. */
export async function home(context: Context): Promise<Message> {
  const shown = await channelsShown(context, context.asker.isManager);
  const blocks = await blocksOf(shown, context);
  const heading: Block = { kind: 'heading', level: 1, runs: [text('Subscriptions')] };
  const add: Block = { kind: 'buttons', buttons: [SUBSCRIBE, SETTINGS] };
  const none: Block = {
    kind: 'paragraph',
    runs: [text('Nothing is brought anywhere yet. A digest comes where somebody subscribes.')],
  };
  const body = blocks.length > 0 ? blocks : [none];
  // What is for the whole place stands apart from the buttons of the last subscription.
  const foot: Block[] = context.asker.isManager ? [{ kind: 'divider' }, add] : [];
  return message([heading, ...body, ...foot]);
}

const SETTINGS: Button = { label: 'Settings', press: 'fill', line: '/news settings' };

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
          ? [text('Your direct messages')]
          : isHere
            ? [text('This channel')]
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
        about.kind === 'story' ? `#${about.story}` : `“${about.phrase}”`,
      );
      blocks.push({
        kind: 'note',
        runs: [faint(`Muted here: ${said.join(', ')} · `), command('/news unmute')],
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
  const { db, tenant, now, asker } = context;
  const next = await nextRunOf(db, tenant, one.id);
  const line = `/news edit #${one.id}`;
  const buttons = buttonsOf(one, channel, context).map((button) =>
    isNumbered ? { ...button, label: `${button.label} #${one.id}` } : button,
  );
  const state: Run[] = one.paused
    ? [strong('Paused'), faint(' · ')]
    : one.schedule.everyMinutes === null
      ? [...showNext('Next digest', next, one, context), faint(' · ')]
      : [];
  const empty = await emptySince(one, context);
  return [
    {
      kind: 'paragraph',
      runs: [
        strong(`#${one.id} `),
        ...(one.kind === 'digest' ? [] : [text(one.kind === 'follow' ? 'follows ' : 'alerts on ')]),
        ...describe(one, names, context),
      ],
    },
    ...(empty
      ? [
          {
            kind: 'paragraph' as const,
            runs: [
              text(
                `Nothing has matched for ${count(Math.floor((now.getTime() - empty.getTime()) / DAY), 'day')}: its words may be too narrow. `,
              ),
              command(asker.isManager ? line : `/news test #${one.id}`),
            ],
          },
        ]
      : []),
    {
      kind: 'note',
      runs: [
        ...state,
        faint(
          `made by ${one.createdByName || 'somebody'}, ${showAgo(one.createdAt, now, ENGLISH)}`,
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
  { asker }: Context,
): Button[] {
  const button = (label: string, does: string): Button => ({
    label,
    press: 'answer',
    line: `/news ${does} #${id}`,
  });
  const isAlone = place.startsWith('@');
  if (kind === 'follow' && (isAlone || (!asker.isManager && createdBy === asker.person.id))) {
    return [button('Unfollow', 'unfollow')];
  }
  const sample = kind === 'digest' ? [button('Sample', 'test')] : [];
  if (!asker.isManager) return sample;
  const change: Button = { label: 'Change', press: 'fill', line: `/news edit #${id}` };
  return [
    ...(kind === 'digest' ? [change] : []),
    ...sample,
    ...(kind === 'digest' || paused
      ? [paused ? button('Resume', 'resume') : button('Pause', 'pause')]
      : []),
    button('End', 'unsubscribe'),
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
  if (channel.closed && channel.place === `@${context.asker.person.id}`) {
    const runs = [
      strong('I cannot write to you: '),
      text(`${channel.closed.reason}. Once that is mended, follow something anew by `),
      command('/news follow'),
      text(', and all of this goes on.'),
    ];
    return { kind: 'paragraph', runs };
  }
  if (channel.closed) {
    const runs = [
      strong('I cannot post there: '),
      text(
        context.asker.isManager
          ? `${channel.closed.reason}. When that is mended, change a subscription of it, or resume it, and posts go on.`
          : `${channel.closed.reason}. Tell ${context.asker.managers}.`,
      ),
    ];
    return { kind: 'paragraph', runs };
  }
  const last = await lastPostOf(context.db, context.tenant, channel.id);
  if (!last) return null;
  const ago = showAgo(last.sentAt, context.now, ENGLISH);
  return { kind: 'note', runs: [faint(`Last post ${ago}.`)] };
}

export const listCommands = [list];
