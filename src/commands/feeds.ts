import { command, faint, message, strong, text } from '../chat/message.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import { type Feed, feedName } from '../news/feed.ts';
import { addFeed, dropFeed, feedsOf } from '../store/feeds.ts';
import { type Command, type Context, declare, neededWords, words } from './declare.ts';
import { Slip } from './slip.ts';
import { unreadOf } from './subscription/unread.ts';
import { nameOf, subscriptionsSeen } from './subscription/which.ts';
import { namesIn } from './subscription/words.ts';
import { textsIn } from './texts/index.ts';
import { inWords, reasonIn } from './texts/phrases.ts';

/** More feeds of one place than this are a mistake or an attack; the operator's own are not counted. */
export const MOST_FEEDS = 200;

/** Discord takes an answer for fifteen minutes; nobody waits for one so long. */
const LONGEST_CHECK_MS = 60_000;

const add = declare({
  name: 'news feed add',
  example: '/news feed add https://news.example.org/feed.xml',
  access: 'managers',
  changes: () => true,
  waitsForPublishers: true,
  options: {
    url: neededWords('feedAddress'),
    name: words('feedName'),
  },
  async run({ url, name: given }, context) {
    const [first = '', ...others] = url.trim().split(/\s+/);
    const address = addressOf(first);
    const name = given ?? (others.join(' ') || null);
    const own = await ownFeeds(context);
    if (own.length >= MOST_FEEDS) {
      throw new Slip(({ feeds }) => feeds.tooMany(own.length));
    }
    const trial = await context.tryFeed(address);
    if ('problem' in trial) {
      const { problem } = trial;
      throw new Slip((texts) => texts.feeds.notAdded(reasonIn(problem, texts)));
    }
    const { added } = await addFeed(
      context.db,
      { tenant: context.tenant, url: address, outlet: name, language: null, origin: 'added' },
      context.now,
    );
    const called = strong(name ?? trial.title ?? hostOf(address));
    const { feeds } = textsIn(context.language);
    const told = added ? feeds.added : feeds.addedBefore;
    return message([
      { kind: 'paragraph', runs: [...told(called, trial.items), command('/news sources')] },
    ]);
  },
});

const remove = declare({
  name: 'news feed remove',
  example: '/news feed remove Example News',
  access: 'managers',
  changes: () => true,
  options: { feed: neededWords('feed') },
  async run({ feed }, context) {
    const wanted = feed.trim().toLowerCase();
    const own = await ownFeeds(context);
    const found = own.filter((one) =>
      [one.url, feedName(one)].some((n) => n.toLowerCase() === wanted),
    );
    const [only, another] = found;
    if (!only || another) {
      const names = own.map(feedName);
      throw new Slip(({ feeds }) => {
        if (another) return feeds.sameName(found.length);
        return names.length > 0 ? feeds.noSuch(feed, names.slice(0, 20).join(', ')) : feeds.noneOwn;
      });
    }
    if (only.origin === 'config') {
      throw new Slip(({ feeds }) => feeds.inFile(feedName(only)));
    }
    const asking = (await subscriptionsSeen(context)).filter(({ filter }) =>
      filter.feeds.includes(only.id),
    );
    const called = new Map<number, string>();
    for (const one of asking) called.set(one.id, await nameOf(one, context));
    await dropFeed(context.db, context.tenant, only.url);
    const names = await namesIn(context, asking);
    const unread = asking.filter(({ filter }) => unreadOf(filter, names) !== null);
    const { feeds: said } = textsIn(context.language);
    const [first] = unread;
    return message([
      { kind: 'paragraph', runs: [text(said.removed(feedName(only)))] },
      ...(first
        ? [
            {
              kind: 'paragraph' as const,
              runs: said.alsoUnread(
                unread.map(({ id }) => called.get(id) ?? `#${id}`),
                command(`/news edit #${first.id} topic:…`),
              ),
            },
          ]
        : []),
    ]);
  },
});

const check = declare({
  name: 'news feed check',
  example: '/news feed check',
  access: 'managers',
  waitsForPublishers: true,
  options: {},
  async run(_, context) {
    const own = await ownFeeds(context);
    const texts = textsIn(context.language);
    if (own.length === 0) {
      const runs = texts.feeds.noneToCheck(command(add.example));
      return message([{ kind: 'paragraph', runs }]);
    }
    const begun = performance.now();
    const items = await mapConcurrently(own, 4, async (feed) => {
      if (performance.now() - begun > LONGEST_CHECK_MS)
        return [strong(feedName(feed)), text(` · ${texts.feeds.notTried}`)];
      const trial = await context.tryFeed(feed.url);
      const said =
        'problem' in trial ? inWords(trial.problem, texts) : texts.feeds.fine(trial.items);
      return [strong(feedName(feed)), faint(' · '), text(said)];
    });
    return message([{ kind: 'bullets', items }]);
  },
});

/** The feeds of this tenant alone: those of everybody are the operator's. */
export async function ownFeeds({ db, tenant }: Context): Promise<Feed[]> {
  return (await feedsOf(db, tenant)).filter((feed) => feed.tenant === tenant);
}

export function addressOf(typed: string): string {
  // Slack wraps addresses in angle brackets, with a label behind a bar.
  const bare = typed.trim().replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1');
  if (!/^https?:/i.test(bare) || !URL.canParse(bare)) {
    throw new Slip(({ feeds }) => feeds.noAddress(typed));
  }
  return new URL(bare).href;
}

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

export const feedCommands: readonly Command[] = [add, remove, check];
