import {
  type Block,
  command,
  type Message,
  message,
  type Run,
  strong,
  text,
} from '../chat/message.ts';
import { chooseStories } from '../desk/choose-stories.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Context } from './declare.ts';
import { digest } from './digest.ts';
import { count, inEnglish, showTime } from './show/words.ts';

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
  const where = running.sample
    ? [
        strong('This is the sample newsroom'),
        text(
          `: ${count(feeds.length, 'invented outlet')}. For your own news, put feeds into config/feeds.opml.`,
        ),
      ]
    : feeds.length > 0
      ? [
          text(
            `I read ${count(feeds.length, 'feed')} and put what they report of one event into one story.`,
          ),
        ]
      : [
          text('I read no feeds yet. A manager adds one with '),
          command('/news feed add https://…'),
        ];
  return message([
    { kind: 'paragraph', runs: where },
    { kind: 'paragraph', runs: await examples(context) },
    ...(context.asker.isManager ? firstSteps(context) : []),
  ]);
}

/** The way to a first digest: a form with the packs, the channel, the times and the zone. */
function firstSteps({ packs, zone, language, now, asker }: Context): Block[] {
  const names = packs.filter((pack) => pack.language === language).map(({ name }) => name);
  const example = `/news subscribe ${names[0] ?? ''} at 08:30`.replace('  ', ' ');
  return [
    {
      kind: 'paragraph',
      runs: [
        text('To bring a channel a digest every morning, say there '),
        command(example),
        text(
          `${names.length > 1 ? ` (feeds to begin with: ${names.join(', ')})` : ''}${asker.platform === 'terminal' ? '' : ', or fill in the form'}. Times are meant in ${zone}, where it is ${showTime(now, inEnglish({ zone }))} now; `,
        ),
        command('/news settings'),
        text(' changes that.'),
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Subscribe a channel', press: 'fill', line: '/news subscribe' },
        { label: 'Settings', press: 'fill', line: '/news settings' },
      ],
    },
  ];
}

async function examples(context: Context): Promise<Run[]> {
  const help = [text('or '), command('/news help'), text('.')];
  if (context.running.sample) {
    return [
      text('Try '),
      command('/story austin shoigu'),
      text(', a question such as '),
      command('/ask what did peskov say about talks'),
      text(', '),
      ...help,
    ];
  }
  const [newest] = await newestStories(context);
  const first = newest
    ? [text('Try '), command(`/story #${newest.id}`), text(` (${newest.title}), `)]
    : [text('Once there are articles, try ')];
  return [
    ...first,
    command('/digest'),
    text(', a question after '),
    command('/ask'),
    text(', '),
    ...help,
  ];
}

const newestStories = ({ db, tenant, now, digest: { windowMs } }: Context) =>
  chooseStories(db, tenant, {
    from: new Date(now.getTime() - windowMs),
    to: now,
    limit: 1,
    topic: null,
  });
