import { command, type Message, message, strong, text } from '../chat/message.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Context } from './declare.ts';
import { digest } from './digest.ts';
import { count } from './show/words.ts';

/** What a newcomer reads first: what is here and what to type, then a digest of now as a sample. */
export async function welcome(context: Context): Promise<Message[]> {
  const sample = await digest.run(
    { topic: null, window: null, length: 'short', share: false },
    context,
  );
  return [await greeting(context), sample];
}

export async function greeting({ db, tenant, running }: Context): Promise<Message> {
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
      : [text('I read no feeds yet. Add one: '), command('/news feed add https://…')];
  return message([
    { kind: 'paragraph', runs: where },
    {
      kind: 'paragraph',
      runs: [
        text('Try '),
        command('/story austin shoigu'),
        text(', a question such as '),
        command('/ask what did peskov say about talks'),
        text(', or '),
        command('/news help'),
        text('.'),
      ],
    },
  ]);
}
