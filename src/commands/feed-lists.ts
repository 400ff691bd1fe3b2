import { type Block, command, message, strong, text } from '../chat/message.ts';
import { feedName } from '../news/feed.ts';
import { addFeed } from '../store/feeds.ts';
import { type Command, declare, neededWords } from './declare.ts';
import { addressOf, MOST_FEEDS, ownFeeds } from './feeds.ts';
import { Slip } from './slip.ts';
import { textsIn } from './texts/index.ts';
import { inWords } from './texts/phrases.ts';
import { faintly } from './texts/runs.ts';

const imported = declare({
  name: 'news feed import',
  example: '/news feed import https://example.org/subscriptions.opml',
  access: 'managers',
  changes: () => true,
  waitsForPublishers: true,
  options: { url: neededWords('feedList') },
  async run({ url }, context) {
    const words = textsIn(context.language).feeds;
    const list = await context.readFeedList(addressOf(url));
    if ('problem' in list) {
      const { problem } = list;
      throw new Slip((texts) => texts.feeds.nothingAdded(inWords(problem, texts)));
    }
    const own = await ownFeeds(context);
    const held = new Set(own.map((feed) => feed.url));
    const fresh = list.feeds.filter((feed) => !held.has(feed.url));
    const room = Math.max(0, MOST_FEEDS - own.length);
    for (const { url: address, title, language } of fresh.slice(0, room)) {
      const feed = { tenant: context.tenant, url: address, outlet: title, language };
      await addFeed(context.db, { ...feed, origin: 'added' }, context.now);
    }
    const said = [
      words.addedSome(Math.min(fresh.length, room)),
      list.feeds.length > fresh.length ? words.hereBefore(list.feeds.length - fresh.length) : null,
      fresh.length > room ? words.leftOut(fresh.length - room, MOST_FEEDS) : null,
    ].filter((one) => one !== null);
    return message([
      { kind: 'paragraph', runs: [text(`${said.join(', ')}. `)] },
      {
        kind: 'note',
        runs: faintly(words.noneTried(command('/news sources'))),
      },
    ]);
  },
});

const exported = declare({
  name: 'news feed export',
  example: '/news feed export',
  access: 'managers',
  options: {},
  async run(_, context) {
    const own = await ownFeeds(context);
    if (own.length === 0) {
      throw new Slip(({ feeds }) => feeds.noneToExport);
    }
    const items = own.map((feed) => [strong(feedName(feed)), text(` ${feed.url}`)]);
    const blocks: Block[] = [{ kind: 'bullets', items }];
    return message(blocks);
  },
});

export const feedListCommands: readonly Command[] = [imported, exported];
