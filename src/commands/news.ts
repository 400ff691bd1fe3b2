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
import { tellStories, tellStory } from '../desk/tell-story.ts';
import { explain, type Why } from '../desk/why.ts';
import { explainHere } from '../desk/why-here.ts';
import { type Feed, feedName } from '../news/feed.ts';
import type { Story } from '../news/story.ts';
import { countArticles } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Mute } from '../store/mutes.ts';
import { countStories } from '../store/stories.ts';
import { type Command, type Context, declare, neededWords, summaryIn } from './declare.ts';
import { nameOf, unmuteLine } from './mute.ts';
import { muteHere } from './muted-here.ts';
import { syntaxOf } from './parse.ts';
import { showAgo, showMoment, showSpan, sourcesOf } from './show/words.ts';
import { channelHere } from './subscription/place.ts';
import { type Texts, textsIn } from './texts/index.ts';
import { inWords } from './texts/phrases.ts';

const sources = declare({
  name: 'news sources',
  example: '/news sources',
  options: {},
  async run(_, context) {
    const feeds = await feedsOf(context.db, context.tenant);
    if (feeds.length === 0) {
      return message([
        {
          kind: 'paragraph',
          runs: textsIn(context.language).feeds.addOne(command('/news feed add https://…')),
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
  const texts = textsIn(language);
  const { feeds: words } = texts;
  const { okAt, problem, nextPollAt, failures } = feed.poll;
  if (feed.status === 'gone') return words.ended;
  const next = nextPollAt <= now ? words.now : showAgo(nextPollAt, now, language);
  if (problem !== null) return words.unread(inWords(problem, texts), failures, next);
  return okAt ? words.read(showAgo(okAt, now, language), next) : words.notYet;
}

const status = declare({
  name: 'news status',
  example: '/news status',
  options: {},
  async run(_, context) {
    const { running, now, language } = context;
    const { status: words } = textsIn(language);
    const [articles, stories, feeds] = await Promise.all([
      countArticles(context.db, context.tenant),
      countStories(context.db, context.tenant),
      feedsOf(context.db, context.tenant),
    ]);
    const failing = feeds.filter((feed) => feed.poll.problem !== null).length;
    const fields = [
      [words.articles, articles.count.toLocaleString(language)],
      [words.stories, stories.toLocaleString(language)],
      [
        words.lastArticle,
        articles.lastSeen ? showAgo(articles.lastSeen, now, language) : words.noneYet,
      ],
      [
        words.feeds,
        failing
          ? words.ofWhichUnread(feeds.length, failing)
          : feeds.length.toLocaleString(language),
      ],
      [
        words.lastRefresh,
        running.refreshedAt ? showAgo(running.refreshedAt, now, language) : words.notYet,
      ],
      [words.since, showMoment(running.startedAt, context, now)],
      [words.summaries, context.model ? words.byModel(context.model.name) : words.extractive],
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
  example: '/news why austin shoigu',
  isPersonal: true,
  options: { about: neededWords('why', 'stories') },
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
  const texts = textsIn(context.language);
  const { why: words } = texts;
  if (found.kind === 'no-article') {
    const feed = found.feeds[0];
    const reason = feed ? words.notInFeed(feedName(feed)) : words.noFeed;
    return message([
      { kind: 'paragraph', runs: [text(`${words.noArticle(found.url)} ${reason}`)] },
    ]);
  }
  if (found.kind === 'no-story') {
    const told = await tellStories(context.db, found.nearest, context.now);
    const blocks: Block[] = [
      {
        kind: 'paragraph',
        runs: [text(words.noStory(about))],
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
  const { digest } = await tellStory(context.db, story, context.now);
  const span = showSpan(context.digest.windowMs, context.language);
  const muted = await muteHere(story, context);
  const place = muted
    ? `${mutedHere(muted, texts)} `
    : rank === null
      ? words.inNone(span, showMoment(story.lastAt, context, context.now))
      : rank <= limit
        ? words.isIn(span, rank, of)
        : words.isBeyond(span, words.place(rank, of), limit);
  const sources = sourcesOf(
    [article, copyOf].filter((one) => one !== null),
    context.language,
  );
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: [
        strong(digest.headline),
        text(` ${words.version(story.id, story.version)} ${place}`),
        ...(muted ? [command(unmuteLine(muted.about))] : []),
      ],
    },
    {
      kind: 'note',
      runs: [
        faint(words.comesFrom(story.independent)),
        command(`/story #${story.id} view:sources`),
      ],
    },
  ];
  blocks.push(...(await hereBlocks(story, context)));
  if (article) {
    const copied = copyOf ? words.copied(sources.get(copyOf.id)?.label ?? '') : '';
    blocks.splice(1, 0, {
      kind: 'paragraph',
      runs: words.yourArticle(
        source(article.id, article.title),
        sources.get(article.id)?.label ?? '',
        copied,
      ),
    });
  }
  return message(blocks, sources);
}

const mutedHere = ({ about, byName }: Mute, texts: Texts): string =>
  about.kind === 'story'
    ? texts.why.mutedStory(byName)
    : texts.why.mutedPhrase(nameOf(about, texts), byName);

/** What the digests of the channel that is asked in did with the story. */
async function hereBlocks(story: Story, context: Context): Promise<Block[]> {
  const { db, tenant } = context;
  const texts = textsIn(context.language);
  const { why: words, posted } = texts;
  const channel = await channelHere(context);
  if (!channel) return [];
  const here = await explainHere(db, tenant, { channel: channel.id, story: story.id });
  if (here.kind === 'nothing-due') return [];
  const heading: Block = { kind: 'heading', level: 2, runs: [text(words.inThisChannel)] };
  if (here.editions.length === 0) {
    const said = here.of > 0 ? words.noneLooked(here.of) : words.noneDue;
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
      ? words.leftOut[leftOut]
      : posts
          .map(
            ({ state, reason }) =>
              `${posted[state]}${reason ? ` (${inWords(reason, texts)})` : ''}`,
          )
          .join(', ');
    return [strong(slot.replace('T', ' ')), text(` · #${subscription} · ${said || words.brought}`)];
  });
  return [heading, { kind: 'bullets', items }];
}

/** The commands of `/news`; `help` is made from all that are declared. */
export function newsCommands(all: () => readonly Command[]): Command[] {
  const help = declare({
    name: 'news help',
    example: '/news help',
    options: {},
    isPersonal: true,
    async run(_, { asker, language }) {
      const texts = textsIn(language);
      const { help: words } = texts;
      const fieldsOf = (access: Command['access']) =>
        all()
          .filter((one) => one.access === access)
          .map((one) => ({
            name: syntaxOf(one),
            value: [text(`${summaryIn(one, texts)}. `), command(one.example)],
          }));
      const forManagers: Block[] = asker.isManager
        ? [
            { kind: 'heading', level: 2, runs: [text(words.forManagers)] },
            { kind: 'fields', fields: fieldsOf('managers') },
          ]
        : [
            {
              kind: 'note',
              runs: [faint(words.areFor(inWords(asker.managers, texts)))],
            },
          ];
      return message([
        { kind: 'fields', fields: fieldsOf('all') },
        ...forManagers,
        {
          kind: 'note',
          runs: [faint(words.note)],
        },
      ]);
    },
  });
  return [sources, status, why, help];
}
