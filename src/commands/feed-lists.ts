import { type Block, faint, message, strong, text } from '../chat/message.ts';
import { UserError } from '../lib/errors.ts';
import { feedName } from '../news/feed.ts';
import { addFeed } from '../store/feeds.ts';
import { type Command, declare, neededWords } from './declare.ts';
import { addressOf, MOST_FEEDS, ownFeeds } from './feeds.ts';
import { count } from './show/words.ts';

const imported = declare({
  name: 'news feed import',
  summary: 'Read every feed of an OPML file on the web, for this place alone',
  example: '/news feed import https://example.org/subscriptions.opml',
  access: 'managers',
  changes: () => true,
  waitsForPublishers: true,
  options: { url: neededWords('the address of an OPML file') },
  async run({ url }, context) {
    const list = await context.readFeedList(addressOf(url));
    if ('problem' in list) throw new UserError(`Nothing was added: ${list.problem}`);
    const own = await ownFeeds(context);
    const held = new Set(own.map((feed) => feed.url));
    const fresh = list.feeds.filter((feed) => !held.has(feed.url));
    const room = Math.max(0, MOST_FEEDS - own.length);
    for (const { url: address, title, language } of fresh.slice(0, room)) {
      const feed = { tenant: context.tenant, url: address, outlet: title, language };
      await addFeed(context.db, { ...feed, origin: 'added' }, context.now);
    }
    const said = [
      `${count(Math.min(fresh.length, room), 'feed')} added`,
      list.feeds.length > fresh.length
        ? `${list.feeds.length - fresh.length} were here before`
        : null,
      fresh.length > room ? `${fresh.length - room} left out: ${MOST_FEEDS} are the most` : null,
    ].filter((one) => one !== null);
    return message([
      { kind: 'paragraph', runs: [text(`${said.join(', ')}. `)] },
      {
        kind: 'note',
        runs: [
          faint('None was tried yet: in a few minutes '),
          { kind: 'command', text: '/news sources' },
          faint(' says how each is doing.'),
        ],
      },
    ]);
  },
});

const exported = declare({
  name: 'news feed export',
  summary: 'The addresses of the feeds of this place, to be taken elsewhere',
  example: '/news feed export',
  access: 'managers',
  options: {},
  async run(_, context) {
    const own = await ownFeeds(context);
    if (own.length === 0) {
      throw new UserError('This place has no feeds of its own; what it reads is the operator’s.');
    }
    const items = own.map((feed) => [strong(feedName(feed)), text(` ${feed.url}`)]);
    const blocks: Block[] = [{ kind: 'bullets', items }];
    return message(blocks);
  },
});

export const feedListCommands: readonly Command[] = [imported, exported];
