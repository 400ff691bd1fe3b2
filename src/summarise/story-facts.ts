import type { ArticleId } from '../news/article.ts';
import { outletKey } from '../news/coverage.ts';
import type { Quote } from '../news/quote.ts';
import {
  type Comparison,
  comparisonOf,
  type Fact,
  factsOf,
  type Source,
  worthComparing,
} from './facts.ts';
import { type StoryArticle, tellersOf } from './material.ts';
import { materialOf, type Rated, rate } from './rate.ts';
import { scenes } from './scene.ts';
import type { Sentence } from './sentence.ts';
import { type Spoken, spokenIn, tellable } from './tellable.ts';
import { type Wording, wordings } from './wording.ts';

/** A story read and rated: what every part of a digest is chosen from. */
export type StoryFacts = {
  readonly articles: readonly StoryArticle[];
  readonly sources: readonly Source[];
  /** The language most of its outlets tell it in, or null. */
  readonly language: string | null;
  readonly rated: Rated;
  /** The best sentences of each article. */
  readonly compared: readonly Sentence[];
  readonly comparison: Comparison;
  readonly spoken: Spoken;
  /** How a sentence is shown. */
  readonly worded: (sentence: Sentence) => Wording;
  /** What can be shown by itself, each with how well (0 to 1). */
  readonly facts: readonly (Fact & { readonly fitness: number })[];
  /** 1 for the latest article, halved with every day and a half before it; 1 where dates do not tell. */
  readonly freshness: (document: number) => number;
  /** What the first article's sentences lose against the last one's, 0 to 1. */
  readonly ageing: number;
};

export function readStory(articles: readonly StoryArticle[], quotes: readonly Quote[]): StoryFacts {
  const tellers = tellersOf(articles);
  const sources = articles.map((a, i) => ({ outlet: outletKey(a), teller: tellers[i]! }));
  const language = mainLanguage(articles, sources);
  const rated = rate(materialOf(articles));
  const compared = worthComparing(rated);
  const comparison = comparisonOf(compared);
  const spoken = spokenIn(articles, quotes);
  const worded = wordings(rated.titleTerms);
  const age = ageOf(articles);
  const isScene = scenes(articles, rated);
  const fitting = compared
    .filter((s) => sameLanguage(s.language, language))
    .map((s) => ({
      s,
      fitness:
        tellable(worded(s).told, spoken) *
        (holdsDoubtful(s, quotes) ? DOUBTFUL : 1) *
        (isScene(s) ? SCENE : 1) *
        (isOvertaken(s, age.freshness) ? OVERTAKEN : 1),
    }))
    .filter(({ fitness }) => fitness > 0);
  const facts = factsOf(
    rated,
    fitting.map(({ s }) => s),
    compared,
    comparison,
    sources,
  );
  return {
    articles,
    sources,
    language,
    rated,
    compared,
    comparison,
    spoken,
    worded,
    facts: facts.map((fact, i) => ({ ...fact, fitness: fitting[i]!.fitness })),
    ...age,
  };
}

// What a sentence is worth whose marked words are damaged or nobody's own.
const DOUBTFUL = 0.4;
// Where nothing plainer tells the story, a scene still opens it.
const SCENE = 0.4;

// What an article said was still to come, when others have told since how it came, is seldom still true.
const OVERTAKEN = 0.4;
// A day and a bit, by `freshness`: sooner, and the terms of a deal go before its ink is dry.
const SINCE = 0.6;
const EXPECTED =
  /(?<![\p{L}])(?:will|won['’]t|unless|(?:is|are) (?:to|due|set|scheduled|expected|likely)|plans? to|hopes? to|wird|werden|soll(?:en)?|será|serán|podría|sera|seront|devrait|sarà|saranno)(?![\p{L}])/iu;

function isOvertaken(
  { document, text }: Sentence,
  freshness: (document: number) => number,
): boolean {
  return freshness(document) < SINCE && EXPECTED.test(text);
}

function holdsDoubtful({ article, start, end }: Sentence, quotes: readonly Quote[]): boolean {
  return quotes.some(
    (q) =>
      q.article === article &&
      (q.use === 'reject' || q.use === 'mangled') &&
      q.start >= start &&
      q.start < end,
  );
}

/** A story told in several languages is digested in the one that most tell it in; unknown goes with any. */
function mainLanguage(
  articles: readonly StoryArticle[],
  sources: readonly Source[],
): string | null {
  const tellers = new Map<string, Set<string>>();
  for (const [i, { language }] of articles.entries()) {
    if (!language) continue;
    const code = language.slice(0, 2).toLowerCase();
    const known = tellers.get(code) ?? new Set();
    tellers.set(code, known.add(sources[i]!.teller));
  }
  return [...tellers].sort((a, b) => b[1].size - a[1].size)[0]?.[0] ?? null;
}

function sameLanguage(own: string | null, main: string | null): boolean {
  return !own || !main || own.slice(0, 2).toLowerCase() === main;
}

const DAY = 86_400_000;
// What the oldest news of a story loses: little in one of hours, most in one of days.
const AGEING = { least: 0.15, most: 0.75, from: 0.5 * DAY, to: 1.5 * DAY };
// So long behind the latest, news is worth half: longer, and a story's first days outweigh its last.
const HALF_LIFE = 1.5 * DAY;

/** A story that goes on has moved on: what its first articles told matters less. */
function ageOf(articles: readonly StoryArticle[]): Pick<StoryFacts, 'freshness' | 'ageing'> {
  const times = articles.flatMap((a) => (a.publishedAt ? [a.publishedAt.getTime()] : []));
  const last = Math.max(...times);
  const span = times.length > 0 ? last - Math.min(...times) : 0;
  const { least, most, from, to } = AGEING;
  const gone = Math.min(1, Math.max(0, (span - from) / (to - from)));
  return {
    ageing: least + (most - least) * gone,
    freshness: (document) => {
      const at = articles[document]?.publishedAt?.getTime();
      return at === undefined ? 1 : 0.5 ** ((last - at) / HALF_LIFE);
    },
  };
}

/** Where the tellings of a fact stand; of the first, given how it is worded, as much as is shown. */
export function refsOf(sentences: readonly Sentence[], worded?: StoryFacts['worded']) {
  return sentences.map((sentence, i) => {
    const { article, start, end } = (i === 0 && worded?.(sentence).told) || sentence;
    return { article, start, end } satisfies { article: ArticleId; start: number; end: number };
  });
}
