import { asWords } from '../chat/line.ts';
import { type Block, message } from '../chat/message.ts';
import type { Channel } from '../news/channel.ts';
import { channelAt } from '../store/channels.ts';
import { addMute, dropMute, type Mute, mutesOf } from '../store/mutes.ts';
import { storiesById } from '../store/stories.ts';
import { type Command, type Context, declare, neededWords, words } from './declare.ts';
import { who } from './show/who.ts';
import { Slip } from './slip.ts';
import { isPhrase } from './subscription/request.ts';
import { type Texts, textsIn } from './texts/index.ts';

const NUMBER = /^#(\d{1,15})$/;
const MOST = 200;

const mute = declare({
  name: 'news mute',
  example: '/news mute #12',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  options: { what: neededWords('muted', 'stories') },
  async run({ what }, context) {
    const channel = await thisChannel(context);
    const asked = await muteOf(what, context);
    const held = await mutesOf(context.db, context.tenant, channel.id);
    if (held.some(({ about }) => isSame(about, asked))) {
      throw new Slip((texts) => texts.mute.already(nameOf(asked, texts), unmuteLine(asked)));
    }
    if (held.length >= MOST) throw new Slip((texts) => texts.mute.most(MOST));
    await addMute(context.db, context.tenant, {
      channel: channel.id,
      about: asked,
      byName: context.asker.person.name,
      at: context.now,
    });
    const texts = textsIn(context.language);
    const runs = texts.mute.muted(who(context.asker), nameOf(asked, texts));
    return message([{ kind: 'paragraph', runs }, undo(asked, texts)]);
  },
});

const unmute = declare({
  name: 'news unmute',
  example: '/news unmute #12',
  access: 'managers',
  changes: () => true,
  isPublic: () => true,
  isPersonal: true,
  options: { what: words('unmuted') },
  async run({ what }, context) {
    const channel = await thisChannel(context);
    const held = await mutesOf(context.db, context.tenant, channel.id);
    if (what === null) {
      if (held.length === 0) throw new Slip((texts) => texts.mute.nothing);
      throw new Slip((texts) =>
        texts.mute.which(
          held.map(({ about }) => nameOf(about, texts)).join(', '),
          held.map(({ about }) => unmuteLine(about))[0] ?? '',
        ),
      );
    }
    const number = NUMBER.exec(what.trim())?.[1];
    const asked: About = number
      ? { kind: 'story', story: Number(number) }
      : { kind: 'phrase', phrase: bare(what) };
    const found = held.find(({ about }) => isSame(about, asked));
    if (!found) throw new Slip((texts) => texts.mute.notMuted(nameOf(asked, texts)));
    await dropMute(context.db, context.tenant, { channel: channel.id, id: found.id });
    const texts = textsIn(context.language);
    const runs = texts.mute.takenBack(who(context.asker), nameOf(asked, texts));
    return message([{ kind: 'paragraph', runs }]);
  },
});

type About = Mute['about'];

async function muteOf(what: string, { db, tenant }: Context): Promise<About> {
  const number = NUMBER.exec(what.trim())?.[1];
  if (number === undefined) {
    if (!isPhrase(what)) throw new Slip((texts) => texts.mute.noWord(what));
    return { kind: 'phrase', phrase: bare(what) };
  }
  const [story] = await storiesById(db, tenant, [Number(number)]);
  if (!story) throw new Slip((texts) => texts.story.unknown(number));
  return { kind: 'story', story: story.id };
}

async function thisChannel({ db, tenant, asker }: Context): Promise<Channel> {
  if (asker.channel === null) throw new Slip((texts) => texts.mute.inItsChannel);
  return channelAt(db, tenant, { platform: asker.platform, place: asker.channel });
}

const isSame = (one: About, other: About): boolean => typed(one) === typed(other);

/** `story #12`, `“cup final”`. */
export const nameOf = (about: About, { story, mute: words }: Texts): string =>
  about.kind === 'story' ? story.called(about.story) : words.phrase(about.phrase);

/** As it is typed; words in small letters, which is how they are compared. */
const typed = (about: About): string =>
  about.kind === 'story' ? `#${about.story}` : about.phrase.toLowerCase();

/** Words as they are muted: quote marks around them are no part of them, however they came. */
const bare = (what: string): string => what.replace(/["“”]/g, '').trim();

/** What lets it come again. */
export const unmuteLine = (about: About): string =>
  `/news unmute ${about.kind === 'story' ? typed(about) : asWords(typed(about))}`;

const undo = (about: About, { buttons }: Texts): Block => ({
  kind: 'buttons',
  buttons: [{ label: buttons.undo, press: 'answer', line: unmuteLine(about) }],
});

export const muteCommands: readonly Command[] = [mute, unmute];
