import { asWords } from '../chat/line.ts';
import {
  type Block,
  command,
  faint,
  type Message,
  message,
  strong,
  text,
} from '../chat/message.ts';
import { type Found, findStories } from '../desk/find-stories.ts';
import { keyQuotes, type ToldStory, tellStories, tellStory } from '../desk/tell-story.ts';
import { DAY } from '../lib/clock.ts';
import { type Context, choice, declare, neededWords, share, span } from './declare.ts';
import { storyMessage, VIEWS } from './show/card.ts';
import { storyMenu } from './show/menu.ts';
import { showAgo } from './show/words.ts';
import { textsIn } from './texts/index.ts';

const MENU = 5;

export const story = declare({
  name: 'story',
  example: '/story austin shoigu',
  options: {
    query: neededWords('story', 'stories'),
    view: choice('view', VIEWS, 'card'),
    since: span('since'),
    share,
  },
  async run({ query, view, since }, context) {
    const found = await findStories(context.db, context.tenant, {
      query,
      now: context.now,
      since: since === null ? null : new Date(context.now.getTime() - since),
    });
    const [first, ...others] = found.stories;
    if (!first) return noStory(query, since, found, context);
    if (others.length > 0 && !(await isMeant(query, found, context)))
      return menu(query, found, context);
    const told = await tellStory(context.db, first, context.now);
    context.want([told]);
    const quotes = view === 'quotes' ? await keyQuotes(context.db, told) : told.digest.quotes;
    const card = storyMessage({ ...told, quotes }, view, context);
    return found.corrected === null
      ? card
      : withNote(card, textsIn(context.language).story.shownFor(found.corrected));
  },
});

/** Whether the first of several stories is clearly the one: its headline alone holds every word. */
async function isMeant(query: string, found: Found, context: Context): Promise<boolean> {
  const words = (found.corrected ?? query).toLowerCase().split(/\s+/);
  const told = await tellStories(context.db, found.stories.slice(0, MENU), context.now);
  const holding = told.filter(({ digest, story }) => {
    const titles = `${digest.headline} ${story.title}`.toLowerCase();
    return words.every((word) => titles.includes(word));
  });
  return holding.length === 1 && holding[0]?.story.id === found.stories[0]?.id;
}

async function menu(query: string, found: Found, context: Context): Promise<Message> {
  const shown = await tellStories(context.db, found.stories.slice(0, MENU), context.now);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      runs: [text(textsIn(context.language).story.several(found.stories.length, query))],
    },
    { kind: 'bullets', items: lines(shown, context) },
    storyMenu(shown, context),
  ];
  return message(blocks);
}

async function noStory(
  query: string,
  since: number | null,
  found: Found,
  context: Context,
): Promise<Message> {
  const words = textsIn(context.language).story;
  const blocks: Block[] = [{ kind: 'paragraph', runs: [text(words.none(query))] }];
  if (found.nearest.length > 0) {
    const told = await tellStories(context.db, found.nearest, context.now);
    blocks.push(
      { kind: 'paragraph', runs: [strong(words.nearest)] },
      { kind: 'bullets', items: lines(told, context) },
      storyMenu(told, context),
    );
  }
  if (since !== null && since < 30 * DAY) {
    const line = `/story ${asWords(query)} since:30d`;
    blocks.push(
      { kind: 'note', runs: [faint(`${words.searchFurther} `), command(line)] },
      { kind: 'buttons', buttons: [{ label: words.thirtyDays, press: 'answer', line }] },
    );
  }
  return message(blocks);
}

function lines(told: readonly ToldStory[], context: Context) {
  return told.map(({ story: one, digest }) => [
    text(`${digest.headline} `),
    faint(`${showAgo(one.lastAt, context.now, context.language)} · `),
    command(`/story #${one.id}`),
  ]);
}

function withNote(card: Message, words: string): Message {
  return { ...card, blocks: [{ kind: 'note', runs: [faint(words)] }, ...card.blocks] };
}
