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
import { explainHere } from '../desk/why-here.ts';
import type { LeftOut } from '../news/delivery.ts';
import { type Feed, feedName } from '../news/feed.ts';
import type { Story } from '../news/story.ts';
import { countArticles } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Mute } from '../store/mutes.ts';
import { countStories } from '../store/stories.ts';
import { type Command, type Context, declare, neededWords } from './declare.ts';
import { nameOf, unmuteLine } from './mute.ts';
import { muteHere } from './muted-here.ts';
import { syntaxOf } from './parse.ts';
import { POSTED } from './show/posted.ts';
import {
  count,
  ENGLISH,
  inEnglish,
  showAgo,
  showMoment,
  showSpan,
  sourcesOf,
} from './show/words.ts';
import { channelHere } from './subscription/place.ts';

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

function health(feed: Feed, { now }: Context): string {
  const { okAt, problem, nextPollAt, failures } = feed.poll;
  if (feed.status === 'gone') return 'has ended: the publisher took it down';
  const next = `next ${nextPollAt <= now ? 'now' : showAgo(nextPollAt, now, ENGLISH)}`;
  if (problem !== null)
    return `cannot be read (${problem}), ${count(failures, 'try')} so far, ${next}`;
  return okAt ? `read ${showAgo(okAt, now, ENGLISH)}, ${next}` : 'not read yet';
}

const status = declare({
  name: 'news status',
  summary: 'How Crier is doing',
  example: '/news status',
  options: {},
  async run(_, context) {
    const { running, now } = context;
    const language = ENGLISH;
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
      ['Running since', showMoment(running.startedAt, inEnglish(context), now)],
      [
        'Summaries',
        context.model
          ? `by ${context.model.name}, each sentence checked; else the outlets' own sentences`
          : "extractive: the outlets' own sentences, no model",
      ],
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
  isPersonal: true,
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
  const span = showSpan(context.digest.windowMs, ENGLISH);
  const muted = await muteHere(story, context);
  const place = muted
    ? `${mutedHere(muted)} `
    : rank === null
      ? `It is in no digest of the last ${span}: nothing was published in it since ${showMoment(story.lastAt, inEnglish(context), context.now)}.`
      : rank <= limit
        ? `It is in the digest of the last ${span}: number ${rank} of ${of}.`
        : `It is number ${rank} of ${of} in the last ${span}, and a digest brings ${limit}.`;
  const sources = sourcesOf(
    [article, copyOf].filter((one) => one !== null),
    context.language,
  );
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: [
        strong(story.title),
        text(` (#${story.id}, version ${story.version}). ${place}`),
        ...(muted ? [command(unmuteLine(muted.about))] : []),
      ],
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
  blocks.push(...(await hereBlocks(story, context)));
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

const mutedHere = ({ about, byName }: Mute): string =>
  about.kind === 'story'
    ? `${byName} muted it in this channel: no digest here brings it.`
    : `It holds ${nameOf(about)}, which ${byName} muted in this channel: no digest here brings it.`;

const LEFT_OUT: Readonly<Record<LeftOut['why'], string>> = {
  told: 'left out: nothing in it was new to this channel',
  muted: 'left out: it is muted, or holds a muted word',
  filtered: 'left out: it is not what the subscription asks for',
  beyond: 'left out: others weighed more',
};

/** What the digests of the channel that is asked in did with the story. */
async function hereBlocks(story: Story, context: Context): Promise<Block[]> {
  const { db, tenant } = context;
  const channel = await channelHere(context);
  if (!channel) return [];
  const here = await explainHere(db, tenant, { channel: channel.id, story: story.id });
  if (here.kind === 'nothing-due') return [];
  const heading: Block = { kind: 'heading', level: 2, runs: [text('In this channel')] };
  if (here.editions.length === 0) {
    const said =
      here.of > 0
        ? `None of the last ${count(here.of, 'digest')} looked at it: it came after they were made, or had nothing new in their time.`
        : 'No digest was due here yet.';
    return [
      heading,
      {
        kind: 'paragraph',
        runs: [text(said)],
      },
    ];
  }
  const items = here.editions.map(({ slot, subscription, leftOut, posts }) => {
    const said = leftOut
      ? LEFT_OUT[leftOut]
      : posts
          .map(({ state, reason }) => `${POSTED[state]}${reason ? ` (${reason})` : ''}`)
          .join(', ');
    return [strong(slot.replace('T', ' ')), text(` · #${subscription} · ${said || 'brought'}`)];
  });
  return [heading, { kind: 'bullets', items }];
}

/** The commands of `/news`; `help` is made from all that are declared. */
export function newsCommands(all: () => readonly Command[]): Command[] {
  const help = declare({
    name: 'news help',
    summary: 'What you can type',
    example: '/news help',
    options: {},
    isPersonal: true,
    async run(_, { asker }) {
      const fieldsOf = (access: Command['access']) =>
        all()
          .filter((one) => one.access === access)
          .map((one) => ({
            name: syntaxOf(one),
            value: [text(`${one.summary}. `), command(one.example)],
          }));
      const forManagers: Block[] = asker.isManager
        ? [
            { kind: 'heading', level: 2, runs: [text('For managers')] },
            { kind: 'fields', fields: fieldsOf('managers') },
          ]
        : [
            {
              kind: 'note',
              runs: [faint(`Subscriptions, feeds and settings are for ${asker.managers}.`)],
            },
          ];
      return message([
        { kind: 'fields', fields: fieldsOf('all') },
        ...forManagers,
        {
          kind: 'note',
          runs: [faint('A line without a slash is a question. Spans are written 24h, 3d, 30d.')],
        },
      ]);
    },
  });
  return [sources, status, why, help];
}
