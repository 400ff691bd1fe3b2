import {
  type Block,
  command,
  faint,
  type Message,
  message,
  type Run,
  type Source,
  source,
  strong,
  text,
} from '../../chat/message.ts';
import type { ToldStory } from '../../desk/tell-story.ts';
import { type Article, type ArticleId, timeOf } from '../../news/article.ts';
import type { Claim } from '../../news/digest.ts';
import type { VerifiedQuote } from '../../news/quote.ts';
import type { Context } from '../declare.ts';
import { textsIn } from '../texts/index.ts';
import {
  cite,
  quoteBlock,
  showCost,
  showCoverage,
  showDate,
  showMoment,
  sourcesOf,
} from './words.ts';

export const VIEWS = ['card', 'quotes', 'sources', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

const SOURCES_ON_CARD = 6;
// On a phone four of them filled a screen before the sources came; all are a press away.
const QUOTES_ON_CARD = 2;

type Sources = ReadonlyMap<ArticleId, Source>;

export type ShownStory = ToldStory & {
  /** All that may be shown, for the view of them; the card shows the few of the digest. */
  readonly quotes: readonly VerifiedQuote[];
};

/** One story: its summary with sources, quotes, and where it was read; or one of these in full. */
export function storyMessage(told: ShownStory, view: View, context: Context): Message {
  const sources = sourcesOf(told.articles, context.language);
  const blocks = {
    card: () => cardBlocks(told, sources, context),
    quotes: () => quoteBlocks(told, context),
    sources: () => sourceBlocks(told, sources, context),
    timeline: () => timelineBlocks(told, sources, context),
  }[view]();
  return message(
    [
      headline(told),
      ...blocks,
      footer(told, context),
      cardButtons(told, view, context),
      more(told, context),
    ],
    sources,
    told.story.id,
  );
}

function headline({ digest, articles }: ToldStory): Block {
  const best = articles.find((article) => article.title === digest.headline) ?? articles[0];
  return {
    kind: 'heading',
    level: 1,
    runs: best ? [source(best.id, digest.headline)] : [text(digest.headline)],
  };
}

function cardButtons({ story }: ToldStory, view: View, { language }: Context): Block {
  const words = textsIn(language);
  const line = `/story #${story.id}`;
  const others = VIEWS.filter((other) => other !== view).map((other) => ({
    label: words.card[other],
    press: 'answer' as const,
    line: other === 'card' ? line : `${line} view:${other}`,
  }));
  return {
    kind: 'buttons',
    buttons: [
      ...others,
      { label: words.card.ask, press: 'ask', line: `/ask story:#${story.id}` },
      {
        label: words.digest.share,
        press: 'share',
        line: view === 'card' ? line : `${line} view:${view}`,
      },
    ],
  };
}

/** What is wanted seldom: pressing answers the presser alone. */
function more({ story }: ToldStory, { language }: Context): Block {
  const words = textsIn(language).card;
  const entries = (['follow', 'mute', 'report', 'why'] as const).map((verb) => {
    const [label, hint] = words[verb];
    return { label, hint, line: `/news ${verb} #${story.id}` };
  });
  return { kind: 'menu', label: words.more, entries };
}

function cardBlocks(told: ToldStory, sources: Sources, context: Context): Block[] {
  const { digest } = told;
  const words = textsIn(context.language).card;
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
    ...digest.quotes.slice(0, QUOTES_ON_CARD).map((quote) => quoteBlock(quote, context.language)),
  );
  const points = [
    ...digest.disputed.slice(0, 2).map((point) => ({ ...point, name: words.disputed })),
    ...digest.contrasts.slice(0, 2).map((point) => ({
      ...point,
      // Two sentences that differ; of one outlet, where that itself sets them side by side.
      name: point.refs.length > 1 ? words.figuresDiffer : words.oneOutlet,
    })),
  ];
  if (points.length > 0) {
    blocks.push({
      kind: 'bullets',
      items: points.map((point) => [
        strong(`${point.name}: `),
        text(point.text),
        ...(namesItsSource(point, sources) ? [] : cite(point.refs, sources)),
      ]),
    });
  }
  return [
    ...blocks,
    { kind: 'paragraph', runs: [strong(words.sources)] },
    ...sourceBlocks(told, sources, context, SOURCES_ON_CARD),
  ];
}

/** Contrasts begin with their outlet where it is known; saying it twice helps nobody. */
function namesItsSource(point: Claim, sources: Sources): boolean {
  return point.refs.some((ref) => point.text.startsWith(sources.get(ref.article)?.label ?? '\0'));
}

function quoteBlocks({ quotes }: ShownStory, { language }: Context): Block[] {
  if (quotes.length === 0) {
    return [{ kind: 'paragraph', runs: [text(textsIn(language).card.noQuote)] }];
  }
  return quotes.map((quote) => quoteBlock(quote, language));
}

function timelineBlocks({ digest }: ToldStory, sources: Sources, context: Context): Block[] {
  if (digest.timeline.length === 0) {
    return [{ kind: 'paragraph', runs: [text(textsIn(context.language).card.noDates)] }];
  }
  const items = digest.timeline.map((point) => [
    strong(`${showDate(point.date, context, context.now)} `),
    text(point.text),
    ...cite(point.refs, sources),
  ]);
  return [{ kind: 'bullets', items }];
}

/** The latest article of each outlet first, then the others; at most `most`. Copies are named as such. */
function sourceBlocks(
  { articles }: ToldStory,
  sources: Sources,
  context: Context,
  most = articles.length,
): Block[] {
  const newest = [...articles].sort((a, b) => timeOf(b).getTime() - timeOf(a).getTime());
  const seen = new Set<string>();
  const leading = newest.filter(({ id }) => {
    const label = sources.get(id)?.label ?? '';
    return !seen.has(label) && seen.add(label);
  });
  const ordered = [...leading, ...newest.filter((article) => !leading.includes(article))];
  const items = ordered.slice(0, most).map((article) => sourceLine(article, sources, context));
  if (ordered.length > most)
    items.push([faint(textsIn(context.language).card.andMore(ordered.length - most))]);
  return [{ kind: 'bullets', items }];
}

function sourceLine(article: Article, sources: Sources, context: Context): Run[] {
  const words = textsIn(context.language).card;
  const when = article.publishedAt
    ? showMoment(article.publishedAt, context, context.now)
    : words.undated;
  const original = article.copyOf === null ? undefined : sources.get(article.copyOf);
  const notes = [
    sources.get(article.id)?.label,
    when,
    ...(original ? [words.sameText(original.label)] : []),
    ...(article.revises === null ? [] : [words.corrected]),
  ];
  return [source(article.id, article.title), faint(` · ${notes.join(', ')}`)];
}

function footer({ digest, story }: ToldStory, context: Context): Block {
  const { writer, coverage, refused = 0, spent } = digest;
  const words = textsIn(context.language).card;
  const taken = refused > 0 ? ` (${words.refused(refused)})` : '';
  const cost = spent ? ` · ${showCost(spent, context)}` : '';
  const made = writer === 'extractive' ? words.extractive : words.byModel(writer) + taken + cost;
  // Not when the story last grew: an article without a date counts there as of the moment it was read.
  const last = coverage.last ? [words.last(showMoment(coverage.last, context, context.now))] : [];
  const said = [showCoverage(coverage, context.language), ...last, made];
  return {
    kind: 'note',
    runs: [faint(`${said.join(' · ')} · `), command(`/story #${story.id}`)],
  };
}
