import { type Block, command, type Message, message, type Run, text } from '../chat/message.ts';
import { chooseStories } from '../desk/choose-stories.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Context } from './declare.ts';
import { digest } from './digest.ts';
import { showTime } from './show/words.ts';
import { textsIn } from './texts/index.ts';

/** What a newcomer reads first: what is here and what to type, then, where there are news, a digest of now as a sample. */
export async function welcome(context: Context): Promise<Message[]> {
  const first = await greeting(context);
  if ((await newestStories(context)).length === 0) return [first];
  const given = { topic: null, window: null, length: 'short', share: false };
  return [first, await digest.run(given, context)];
}

/** What is read here, and what to type: examples that have an answer. */
export async function greeting(context: Context): Promise<Message> {
  const { db, tenant, running } = context;
  const feeds = await feedsOf(db, tenant);
  const words = textsIn(context.language).welcome;
  const where = running.sample
    ? words.sample(feeds.length)
    : feeds.length > 0
      ? [text(words.reads(feeds.length))]
      : words.noFeeds(command('/news feed add https://…'));
  return message([
    { kind: 'paragraph', runs: where },
    { kind: 'paragraph', runs: await examples(context) },
    ...(context.asker.isManager ? firstSteps(context) : []),
  ]);
}

/** The way to a first digest: a form with the packs, the channel, the times and the zone. */
function firstSteps({ packs, zone, language, now, asker }: Context): Block[] {
  const { welcome: words, buttons } = textsIn(language);
  const names = packs.filter((pack) => pack.language === language).map(({ name }) => name);
  const example = `/news subscribe ${names[0] ?? ''} at 08:30`.replace('  ', ' ');
  return [
    {
      kind: 'paragraph',
      runs: [
        ...words.bring(command(example)),
        text(names.length > 1 ? words.packs(names.join(', ')) : ''),
        text(asker.platform === 'terminal' ? '' : words.orForm),
        ...words.zone(zone, showTime(now, { language, zone }), command('/news settings')),
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: buttons.subscribeChannel, press: 'fill', line: '/news subscribe' },
        { label: buttons.settings, press: 'fill', line: '/news settings' },
      ],
    },
  ];
}

async function examples(context: Context): Promise<Run[]> {
  const { welcome: words } = textsIn(context.language);
  const help = command('/news help');
  if (context.running.sample) {
    return words.tryThese(
      command('/story austin shoigu'),
      command('/ask what did peskov say about talks'),
      help,
    );
  }
  const [newest] = await newestStories(context);
  return [
    ...(newest
      ? words.tryStory(command(`/story #${newest.id}`), newest.title)
      : [text(words.onceThereAre)]),
    ...words.more(command('/digest'), command('/ask'), help),
  ];
}

const newestStories = ({ db, tenant, now, digest: { windowMs } }: Context) =>
  chooseStories(db, tenant, {
    from: new Date(now.getTime() - windowMs),
    to: now,
    limit: 1,
    topic: null,
  });
