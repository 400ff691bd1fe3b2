import {
  type Block,
  command,
  faint,
  type Message,
  message,
  source,
  strong,
  text,
} from '../chat/message.ts';
import { tellStories } from '../desk/tell-story.ts';
import { explain, type Why } from '../desk/why.ts';
import { type Feed, feedName } from '../news/feed.ts';
import { countArticles } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import { countStories } from '../store/stories.ts';
import { type Command, type Context, declare, neededWords } from './declare.ts';
import { syntaxOf } from './parse.ts';
import { count, showAgo, showMoment, showSpan, sourcesOf } from './show/words.ts';

const sources = declare({
  name: 'news sources',
  summary: 'The feeds and how each is doing',
  example: '/news sources',
  options: {},
  async run(_, context) {
    const feeds = await feedsOf(context.db, context.tenant);
    if (feeds.length === 0) {
      return message([
        {
          kind: 'paragraph',
          runs: [
            text(
              'No feeds yet. Whoever runs this Crier adds them to config/feeds.opml, a manager here with ',
            ),
            command('/news feed add https://…'),
          ],
        },
      ]);
    }
    const items = feeds.map((feed) => [
      strong(feedName(feed)),
      ...(feed.language ? [faint(` ${feed.language}`)] : []),
      text(` ${health(feed, context)}`),
    ]);
    return message([{ kind: 'bullets', items }]);
  },
});

function health(feed: Feed, { now, language }: Context): string {
  const { okAt, problem, nextPollAt, failures } = feed.poll;
  if (feed.status === 'gone') return 'has ended: the publisher took it down';
  const next = `next ${nextPollAt <= now ? 'now' : showAgo(nextPollAt, now, language)}`;
  if (problem !== null)
    return `cannot be read (${problem}), ${count(failures, 'try')} so far, ${next}`;
  return okAt ? `read ${showAgo(okAt, now, language)}, ${next}` : 'not read yet';
}

const status = declare({
  name: 'news status',
  summary: 'How Crier is doing',
  example: '/news status',
  options: {},
  async run(_, context) {
    const { running, now, language } = context;
    const [articles, stories, feeds] = await Promise.all([
      countArticles(context.db, context.tenant),
      countStories(context.db, context.tenant),
      feedsOf(context.db, context.tenant),
    ]);
    const failing = feeds.filter((feed) => feed.poll.problem !== null).length;
    const fields = [
      ['Articles', articles.count.toLocaleString(language)],
      ['Stories', stories.toLocaleString(language)],
      ['Last article', articles.lastSeen ? showAgo(articles.lastSeen, now, language) : 'none yet'],
      [
        'Feeds',
        failing ? `${feeds.length}, of which ${failing} cannot be read` : `${feeds.length}`,
      ],
      [
        'Last refresh',
        running.refreshedAt ? showAgo(running.refreshedAt, now, language) : 'not yet',
      ],
      ['Running since', showMoment(running.startedAt, context, now)],
      ['Summaries', "extractive: the outlets' own sentences, no model"],
    ];
    return message([
      {
        kind: 'fields',
        fields: fields.map(([name = '', value = '']) => ({ name, value: [text(value)] })),
      },
    ]);
  },
});

const why = declare({
  name: 'news why',
  summary: 'Why a story or article is, or is not, in the digest',
  example: '/news why austin shoigu',
  options: { about: neededWords('an address, words of a story, or its number (#12)', 'stories') },
  async run({ about }, context) {
    const found = await explain(context.db, context.tenant, {
      about,
      from: new Date(context.now.getTime() - context.digest.windowMs),
      to: context.now,
      limit: context.digest.stories,
    });
    return whyMessage(about, found, context);
  },
});

async function whyMessage(about: string, found: Why, context: Context): Promise<Message> {
  if (found.kind === 'no-article') {
    const feed = found.feeds[0];
    const reason = feed
      ? `I read ${feedName(feed)}, but this address was not in its feed while I looked, or was too old when I did.`
      : 'None of my feeds is of that site.';
    return message([
      { kind: 'paragraph', runs: [text(`I hold no article from ${found.url}. ${reason}`)] },
    ]);
  }
  if (found.kind === 'no-story') {
    const told = await tellStories(context.db, found.nearest, context.now);
    const blocks: Block[] = [
      {
        kind: 'paragraph',
        runs: [text(`I hold no story about "${about}", so no digest could bring it.`)],
      },
    ];
    if (told.length > 0) {
      blocks.push({
        kind: 'bullets',
        items: told.map(({ story, digest }) => [
          text(`${digest.headline} `),
          command(`/story #${story.id}`),
        ]),
      });
    }
    return message(blocks);
  }
  const { story, article, copyOf, rank, of, limit } = found;
  const span = showSpan(context.digest.windowMs);
  const place =
    rank === null
      ? `It is in no digest of the last ${span}: nothing was published in it since ${showMoment(story.lastAt, context, context.now)}.`
      : rank <= limit
        ? `It is in the digest of the last ${span}: number ${rank} of ${of}.`
        : `It is number ${rank} of ${of} in the last ${span}, and a digest brings ${limit}.`;
  const sources = sourcesOf([article, copyOf].filter((one) => one !== null));
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: [strong(story.title), text(` (#${story.id}, version ${story.version}). ${place}`)],
    },
    {
      kind: 'note',
      runs: [
        faint(
          `Its place comes from ${count(story.independent, 'independent outlet')} (copies count a quarter) and its age. `,
        ),
        command(`/story #${story.id} view:sources`),
      ],
    },
  ];
  if (article) {
    const copied = copyOf ? `, the same text as ${sources.get(copyOf.id)?.label} had before` : '';
    blocks.splice(1, 0, {
      kind: 'paragraph',
      runs: [
        text('Your article: '),
        source(article.id, article.title),
        text(` (${sources.get(article.id)?.label}${copied}).`),
      ],
    });
  }
  return message(blocks, sources);
}

/** The commands of `/news`; `help` is made from all that are declared. */
export function newsCommands(all: () => readonly Command[]): Command[] {
  const help = declare({
    name: 'news help',
    summary: 'What you can type',
    example: '/news help',
    options: {},
    async run() {
      const fields = all().map((one) => ({
        name: syntaxOf(one),
        value: [text(`${one.summary}. `), command(one.example)],
      }));
      return message([
        { kind: 'fields', fields },
        {
          kind: 'note',
          runs: [faint('A line without a slash is a question. Spans are written 24h, 3d, 30d.')],
        },
      ]);
    },
  });
  return [sources, status, why, help];
}
