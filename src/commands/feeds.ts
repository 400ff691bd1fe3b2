import { command, faint, message, sentence, strong, text } from '../chat/message.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import { UserError } from '../lib/errors.ts';
import { type Feed, feedName } from '../news/feed.ts';
import { addFeed, dropFeed, feedsOf } from '../store/feeds.ts';
import { type Command, type Context, declare, neededWords, words } from './declare.ts';
import { count } from './show/words.ts';

/** More feeds of one place than this are a mistake or an attack; the operator's own are not counted. */
export const MOST_FEEDS = 200;

/** Discord takes an answer for fifteen minutes; nobody waits for one so long. */
const LONGEST_CHECK_MS = 60_000;

const add = declare({
  name: 'news feed add',
  summary: 'Read another feed, for this place alone',
  example: '/news feed add https://news.example.org/feed.xml',
  access: 'managers',
  changes: () => true,
  waitsForPublishers: true,
  options: {
    url: neededWords('the address of a feed (RSS, Atom or JSON Feed)'),
    name: words('what its articles are shown under'),
  },
  async run({ url, name: given }, context) {
    const [first = '', ...others] = url.trim().split(/\s+/);
    const address = addressOf(first);
    const name = given ?? (others.join(' ') || null);
    const own = await ownFeeds(context);
    if (own.length >= MOST_FEEDS) {
      throw new UserError(`This place has ${own.length} feeds already. Take one out first.`);
    }
    const trial = await context.tryFeed(address);
    if ('problem' in trial) throw new UserError(`Not added: ${trial.problem}.`);
    const { added } = await addFeed(
      context.db,
      { tenant: context.tenant, url: address, outlet: name, language: null, origin: 'added' },
      context.now,
    );
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(added ? 'I read ' : 'I read already '),
          strong(name ?? trial.title ?? hostOf(address)),
          text(`: ${count(trial.items, 'article')} in it now. They are in stories in a minute. `),
          command('/news sources'),
        ],
      },
    ]);
  },
});

const remove = declare({
  name: 'news feed remove',
  summary: 'Stop reading a feed of this place; its articles stay',
  example: '/news feed remove Example News',
  access: 'managers',
  changes: () => true,
  options: { feed: neededWords('its name or its address') },
  async run({ feed }, context) {
    const wanted = feed.trim().toLowerCase();
    const own = await ownFeeds(context);
    const found = own.filter((one) =>
      [one.url, feedName(one)].some((n) => n.toLowerCase() === wanted),
    );
    const [only, another] = found;
    if (!only || another) {
      const names = own.map(feedName);
      throw new UserError(
        another
          ? `${count(found.length, 'feed')} of this place are called that. Give the address.`
          : names.length > 0
            ? `This place has no feed "${feed}". It has: ${names.slice(0, 20).join(', ')}.`
            : 'This place has no feeds of its own; what it reads comes from whoever runs this Crier.',
      );
    }
    if (only.origin === 'config') {
      throw new UserError(`${feedName(only)} stands in the feeds file: take it out there.`);
    }
    await dropFeed(context.db, context.tenant, only.url);
    return sentence(`I no longer read ${feedName(only)}. What I have of it stays.`);
  },
});

const check = declare({
  name: 'news feed check',
  summary: 'Read every feed of this place once and say how it went',
  example: '/news feed check',
  access: 'managers',
  waitsForPublishers: true,
  options: {},
  async run(_, context) {
    const own = await ownFeeds(context);
    if (own.length === 0) {
      return message([
        {
          kind: 'paragraph',
          runs: [text('This place has no feeds of its own. Add one: '), command(add.example)],
        },
      ]);
    }
    const begun = performance.now();
    const items = await mapConcurrently(own, 4, async (feed) => {
      if (performance.now() - begun > LONGEST_CHECK_MS)
        return [strong(feedName(feed)), text(' · not tried')];
      const trial = await context.tryFeed(feed.url);
      const said = 'problem' in trial ? trial.problem : `fine, ${count(trial.items, 'article')}`;
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
    throw new UserError(`"${typed}" is no web address. Write it whole: https://…`);
  }
  return new URL(bare).href;
}

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

export const feedCommands: readonly Command[] = [add, remove, check];
