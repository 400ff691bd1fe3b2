import { asWords } from '../chat/line.ts';
import { type Block, message, text } from '../chat/message.ts';
import { UserError } from '../lib/errors.ts';
import type { Channel } from '../news/channel.ts';
import { channelAt } from '../store/channels.ts';
import { addMute, dropMute, type Mute, mutesOf } from '../store/mutes.ts';
import { storiesById } from '../store/stories.ts';
import { type Command, type Context, declare, neededWords, words } from './declare.ts';
import { who } from './show/who.ts';
import { isPhrase } from './subscription/request.ts';

const NUMBER = /^#(\d{1,15})$/;
const MOST = 200;

const mute = declare({
  name: 'news mute',
  summary: 'Keep a story, or stories with some words, out of the digests of this channel',
  example: '/news mute #12',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  options: { what: neededWords('the number of a story (#12), or words', 'stories') },
  async run({ what }, context) {
    const channel = await thisChannel(context);
    const asked = await muteOf(what, context);
    const held = await mutesOf(context.db, context.tenant, channel.id);
    if (held.some(({ about }) => isSame(about, asked))) {
      throw new UserError(
        `${nameOf(asked)} is muted here already. ${unmuteLine(asked)} lets it come again.`,
      );
    }
    if (held.length >= MOST)
      throw new UserError(`${MOST} mutes are the most in a channel: /news unmute takes one back.`);
    await addMute(context.db, context.tenant, {
      channel: channel.id,
      about: asked,
      byName: context.asker.person.name,
      at: context.now,
    });
    return message([
      {
        kind: 'paragraph',
        runs: [
          who(context.asker),
          text(` muted ${nameOf(asked)}: no digest of this channel brings it any more.`),
        ],
      },
      undo(asked),
    ]);
  },
});

const unmute = declare({
  name: 'news unmute',
  summary: 'Let a muted story or muted words come again',
  example: '/news unmute #12',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  options: { what: words('the number of a story (#12), or the words that were muted') },
  async run({ what }, context) {
    const channel = await thisChannel(context);
    const held = await mutesOf(context.db, context.tenant, channel.id);
    if (what === null) {
      if (held.length === 0) throw new UserError('Nothing is muted here. /news mute … does that.');
      const names = held.map(({ about }) => nameOf(about));
      throw new UserError(
        `Muted here: ${names.join(', ')}. Say which, such as ${held.map(({ about }) => unmuteLine(about))[0]}`,
      );
    }
    const number = NUMBER.exec(what.trim())?.[1];
    const asked: About = number
      ? { kind: 'story', story: Number(number) }
      : { kind: 'phrase', phrase: bare(what) };
    const found = held.find(({ about }) => isSame(about, asked));
    if (!found)
      throw new UserError(`${nameOf(asked)} is not muted here. /news unmute names what is.`);
    await dropMute(context.db, context.tenant, { channel: channel.id, id: found.id });
    return message([
      {
        kind: 'paragraph',
        runs: [
          who(context.asker),
          text(` took back the mute of ${nameOf(asked)}: digests here may bring it again.`),
        ],
      },
    ]);
  },
});

type About = Mute['about'];

async function muteOf(what: string, { db, tenant }: Context): Promise<About> {
  const number = NUMBER.exec(what.trim())?.[1];
  if (number === undefined) {
    if (!isPhrase(what)) throw new UserError(`There is no word in "${what}" that could be muted.`);
    return { kind: 'phrase', phrase: bare(what) };
  }
  const [story] = await storiesById(db, tenant, [Number(number)]);
  if (!story) throw new UserError(`I hold no story #${number}. Its number stands under its card.`);
  return { kind: 'story', story: story.id };
}

async function thisChannel({ db, tenant, asker }: Context): Promise<Channel> {
  if (asker.channel === null) throw new UserError('Say that in the channel it is for.');
  return channelAt(db, tenant, { platform: asker.platform, place: asker.channel });
}

const isSame = (one: About, other: About): boolean => typed(one) === typed(other);

/** `story #12`, `“cup final”`. */
export const nameOf = (about: About): string =>
  about.kind === 'story' ? `story #${about.story}` : `“${about.phrase}”`;

/** As it is typed; words in small letters, which is how they are compared. */
const typed = (about: About): string =>
  about.kind === 'story' ? `#${about.story}` : about.phrase.toLowerCase();

/** Words as they are muted: quote marks around them are no part of them, however they came. */
const bare = (what: string): string => what.replace(/["“”]/g, '').trim();

/** What lets it come again. */
export const unmuteLine = (about: About): string =>
  `/news unmute ${about.kind === 'story' ? typed(about) : asWords(typed(about))}`;

const undo = (about: About): Block => ({
  kind: 'buttons',
  buttons: [{ label: 'Undo', press: 'answer', line: unmuteLine(about) }],
});

export const muteCommands: readonly Command[] = [mute, unmute];
