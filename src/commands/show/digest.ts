import { asWords } from '../../chat/line.ts';
import {
  type Block,
  command,
  faint,
  type Message,
  message,
  type Source,
  source,
  strong,
  text,
} from '../../chat/message.ts';
import type { ToldStory } from '../../desk/tell-story.ts';
import type { ItemShown } from '../../desk/translate-item.ts';
import { DAY, MINUTE } from '../../lib/clock.ts';
import type { ArticleId } from '../../news/article.ts';
import type { VerifiedQuote } from '../../news/quote.ts';
import type { Context } from '../declare.ts';
import { textsIn } from '../texts/index.ts';
import { storyMenu } from './menu.ts';
import {
  cite,
  quoteBlock,
  showCoverage,
  showDay,
  showMoment,
  showSpan,
  showTranslation,
  sourcesOf,
} from './words.ts';

export const LENGTHS = ['headlines', 'short', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

export type DigestShown = {
  readonly stories: readonly ToldStory[];
  readonly windowMs: number;
  readonly topic: string | null;
  readonly length: Length;
};

/** A digest of several stories: each with its headline, what happened in a sentence or two, and at most one quote. */
export function digestMessage(shown: DigestShown, context: Context): Message {
  const words = textsIn(context.language).digest;
  const about = shown.topic === null ? '' : words.about(shown.topic);
  if (shown.stories.length === 0) {
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(`${words.none(about, showSpan(shown.windowMs, context.language))} `),
          ...wider(shown, context),
        ],
      },
    ]);
  }
  const sources = sourcesOf(
    shown.stories.flatMap((told) => told.articles),
    context.language,
  );
  const heading: Block = {
    kind: 'heading',
    level: 1,
    runs: [text([words.title, showDay(context.now, context), about].filter(Boolean).join(' · '))],
  };
  const blocks = shown.stories.flatMap((told, i) =>
    storyBlocks(told, {
      place: i + 1,
      length: shown.length,
      language: context.language,
      sources,
    }),
  );
  return message(
    [
      heading,
      ...blocks,
      { kind: 'divider' },
      footer(shown, context),
      storyMenu(shown.stories, context),
      { kind: 'buttons', buttons: [{ label: words.share, press: 'share', line: lineOf(shown) }] },
    ],
    sources,
  );
}

/** The line that asks for the same digest again. */
function lineOf({ topic, windowMs, length }: DigestShown): string {
  const about = topic === null ? '' : `${asWords(topic)} `;
  return `/digest ${about}window:${Math.round(windowMs / MINUTE)}m length:${length}`;
}

function wider({ topic, windowMs }: DigestShown, { language }: Context) {
  const words = textsIn(language).digest;
  if (windowMs >= 30 * DAY) return [text(words.otherWords)];
  return [
    text(`${words.furtherBack} `),
    command(`/digest ${topic ? `${asWords(topic)} ` : ''}30d`),
  ];
}

/** How a story of a digest is shown; `instead` takes the place of its lede. */
export type StoryShown = {
  readonly place: number;
  readonly length: Length;
  /** Of the words around it. */
  readonly language: string;
  readonly sources: ReadonlyMap<ArticleId, Source>;
  /** A word before its coverage: NEW, UPDATED. */
  readonly mark?: string;
  readonly instead?: readonly Block[];
  /** Those of its quotes that may be shown; all where it is left out. */
  readonly quoted?: readonly VerifiedQuote[];
  /** Where its sentences were translated: by whom, and what its quotes mean. */
  readonly translation?: NonNullable<ItemShown['translation']>;
};

export function storyBlocks(
  { story, digest, articles }: ToldStory,
  { place, length, language, sources, mark, instead, quoted, translation }: StoryShown,
): Block[] {
  const best = articles.find((article) => article.title.includes(digest.headline)) ?? articles[0];
  const title = best ? source(best.id, digest.headline) : text(digest.headline);
  const blocks: Block[] = [{ kind: 'heading', level: 2, runs: [text(`${place}. `), title] }];
  const note: Block = {
    kind: 'note',
    runs: [
      ...(mark ? [strong(mark), faint(' · ')] : []),
      faint(`${showCoverage(digest.coverage, language)} · `),
      ...(translation ? [faint(`${showTranslation(translation, language)} · `)] : []),
      command(`/story #${story.id}`),
    ],
  };
  if (length === 'headlines') return [...blocks, ...(instead ?? []), note];
  if (instead) blocks.push(...instead);
  else if (digest.lede.text !== digest.headline) {
    blocks.push({
      kind: 'paragraph',
      runs: [text(digest.lede.text), ...cite(digest.lede.refs, sources)],
    });
  }
  if (length === 'full' && digest.bullets.length > 0) {
    blocks.push({
      kind: 'bullets',
      items: digest.bullets.map((bullet) => [text(bullet.text), ...cite(bullet.refs, sources)]),
    });
  }
  const quotes = (quoted ?? digest.quotes).slice(0, length === 'full' ? 4 : 1);
  const meaning = (quote: VerifiedQuote) =>
    translation?.quotes[digest.quotes.indexOf(quote)] ?? null;
  blocks.push(...quotes.map((quote) => quoteBlock(quote, language, meaning(quote))));
  return [...blocks, note];
}

function footer(shown: DigestShown, context: Context): Block {
  const words = textsIn(context.language);
  const from = new Date(context.now.getTime() - shown.windowMs);
  return {
    kind: 'note',
    runs: [
      strong(words.stories(shown.stories.length)),
      faint(
        ` ${words.digest.since(showMoment(from, context, context.now))} ${context.zone} · ${words.digest.wordForWord}`,
      ),
    ],
  };
}
