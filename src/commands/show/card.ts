import {
  type Block,
  command,
  faint,
  type Message,
  message,
  source,
  strong,
  text,
} from '../../chat/message.ts';
import type { ToldStory } from '../../desk/tell-story.ts';
import { type Article, timeOf } from '../../news/article.ts';
import type { Context } from '../declare.ts';
import { attribute, cite, labelOf, showCoverage, showMoment, sourcesOf } from './words.ts';

export const VIEWS = ['card', 'quotes', 'sources', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

const SOURCES_ON_CARD = 6;

/** One story: its summary with sources, quotes, and where it was read; or one of these in full. */
export function storyMessage(told: ToldStory, view: View, context: Context): Message {
  const sources = sourcesOf(told.articles);
  const blocks = {
    card: () => cardBlocks(told, sources, context),
    quotes: () => quoteBlocks(told),
    sources: () => sourceBlocks(told, context, Number.POSITIVE_INFINITY),
    timeline: () => timelineBlocks(told, sources),
  }[view]();
  return message([headline(told), ...blocks, footer(told, context)], sources);
}

function headline({ digest, articles }: ToldStory): Block {
  const best = articles.find((article) => article.title === digest.headline) ?? articles[0];
  return {
    kind: 'heading',
    level: 1,
    runs: best ? [source(best.id, digest.headline)] : [text(digest.headline)],
  };
}

function cardBlocks(
  told: ToldStory,
  sources: ReturnType<typeof sourcesOf>,
  context: Context,
): Block[] {
  const { digest } = told;
  const blocks: Block[] = [
    { kind: 'paragraph', runs: [text(digest.lede.text), ...cite(digest.lede.refs, sources)] },
  ];
  if (digest.bullets.length > 0) {
    blocks.push({
      kind: 'bullets',
      items: digest.bullets.map((bullet) => [text(bullet.text), ...cite(bullet.refs, sources)]),
    });
  }
  blocks.push(
    ...digest.quotes.map(
      (quote): Block => ({ kind: 'quote', text: quote.text, attribution: attribute(quote) }),
    ),
  );
  for (const point of digest.disputed.slice(0, 2)) {
    blocks.push({
      kind: 'paragraph',
      runs: [strong('Disputed: '), text(point.text), ...cite(point.refs, sources)],
    });
  }
  for (const point of digest.contrasts.slice(0, 2)) {
    blocks.push({
      kind: 'paragraph',
      runs: [strong('Told differently: '), text(point.text), ...cite(point.refs, sources)],
    });
  }
  return [...blocks, ...sourceBlocks(told, context, SOURCES_ON_CARD)];
}

function quoteBlocks({ digest }: ToldStory): Block[] {
  if (digest.quotes.length === 0) {
    return [{ kind: 'paragraph', runs: [text('No quote in these articles is safe to show.')] }];
  }
  return digest.quotes.map((quote) => ({
    kind: 'quote',
    text: quote.text,
    attribution: attribute(quote),
  }));
}

function timelineBlocks({ digest }: ToldStory, sources: ReturnType<typeof sourcesOf>): Block[] {
  if (digest.timeline.length === 0) {
    return [
      { kind: 'paragraph', runs: [text('These articles name no dates that can be placed.')] },
    ];
  }
  const items = digest.timeline.map((point) => [
    strong(`${point.date} `),
    text(point.text),
    ...cite(point.refs, sources),
  ]);
  return [{ kind: 'bullets', items }];
}

/** The latest article of each outlet first; copies are named as such. */
function sourceBlocks({ articles }: ToldStory, context: Context, most: number): Block[] {
  const newest = [...articles].sort((a, b) => timeOf(b).getTime() - timeOf(a).getTime());
  const firstOfOutlet = new Set<string>();
  const leading = newest.filter((article) => {
    const label = labelOf(article);
    return !firstOfOutlet.has(label) && firstOfOutlet.add(label);
  });
  const ordered = [...leading, ...newest.filter((article) => !leading.includes(article))];
  const byId = new Map(articles.map((article) => [article.id, article]));
  const items = ordered.slice(0, most).map((article) => sourceLine(article, byId, context));
  if (ordered.length > most) items.push([faint(`and ${ordered.length - most} more`)]);
  return [{ kind: 'bullets', items }];
}

function sourceLine(article: Article, byId: ReadonlyMap<number, Article>, context: Context) {
  const when = article.publishedAt
    ? showMoment(article.publishedAt, context, context.now)
    : 'undated';
  const original = article.copyOf === null ? undefined : byId.get(article.copyOf);
  const notes = [
    labelOf(article),
    when,
    ...(original ? [`same text as ${labelOf(original)}`] : []),
    ...(article.revises === null ? [] : ['corrected']),
  ];
  return [source(article.id, article.title), faint(` ${notes.join(', ')}`)];
}

function footer({ digest, story }: ToldStory, context: Context): Block {
  const made =
    digest.writer === 'extractive' ? "in the outlets' own sentences" : `by ${digest.writer}`;
  return {
    kind: 'note',
    runs: [
      faint(
        `${showCoverage(digest.coverage)} · last ${showMoment(story.lastAt, context, context.now)} · ${made} · `,
      ),
      command(`/story #${story.id}`),
    ],
  };
}
