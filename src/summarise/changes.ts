import type { ArticleId } from '../news/article.ts';
import type { Claim, Digest } from '../news/digest.ts';
import { splitSentences } from '../text/sentences.ts';
import { leans } from './leaning.ts';
import { countWords } from './sentence.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';
import { hasVerb } from './verbs.ts';

// A sentence that shares this much with one told before is known.
const KNOWN = 0.7;
// One all of whose words were told, in whatever sentences, is hardly news either.
const COVERED = 0.85;
// A second sentence must be worth this share of the first one, and together they stay short enough to be read in passing.
const WORTH_ADDING = 0.4;
const LONGEST = 360;
// What a sentence counts by its place in the digest.
const PLACE = { lede: 1.3, follows: 0.9, bullet: 0.75 };
const COUNTS = 1.1;
const SEVERAL = 1.2;
// "Councillors had been due to sign": what was so before the news.
const BACKGROUND = 0.6;
// What an article told half a day before the newest one is half as new.
const HALF_LIFE = 12 * 3_600_000;
const OLDEST = 0.5;
// A sentence about something else than the headline is worth a reader's second look only for its figures.
const ABOUT = 0.12;

type Parts = Pick<Digest, 'lede' | 'bullets'> & Partial<Pick<Digest, 'headline'>>;
type Candidate = {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly place: number;
  readonly claim: Claim;
  /** The sentence before it, where it cannot be read without that one. */
  readonly behind: Candidate | undefined;
};
type Fresh = { readonly candidate: Candidate; readonly worth: number; readonly matters: boolean };

/** The story that a digest tells: its language, and its articles where the caller has them. */
export type Told = Pick<StoryFacts, 'language'> & {
  readonly articles?: readonly { readonly id: ArticleId; readonly publishedAt: Date | null }[];
};

/**
 * What a digest says that none of the `told` texts said, in one or two whole sentences that can be read alone: the
 * newest and weightiest of it. Null where nothing was told, nothing is new, or all that is new is beside the story.
 */
export function changesOf(
  { language, articles }: Told,
  digest: Parts,
  told: readonly string[] | undefined,
): string | null {
  if (!told || told.length === 0) return null;
  const termsOf = (text: string) =>
    new Set(tokensOf(text, language).flatMap((t) => (t.common ? [] : [t.stem])));
  const before = told.flatMap(sentencesIn).map(termsOf);
  const all = new Set(before.flatMap((terms) => [...terms]));
  const figures = new Set(told.flatMap(figuresIn));
  const about = termsOf(digest.headline ?? digest.lede.text);
  const recency = recencyIn(articles ?? []);
  const fresh: Fresh[] = candidatesOf(digest, language, termsOf).flatMap((candidate) => {
    const { text, terms, place, claim } = candidate;
    // The same sentence with another number is news.
    const counts = figuresIn(text).some((n) => !figures.has(n));
    const known = Math.max(0, ...before.map((b) => shareOf(terms, b)));
    if (known >= KNOWN && !counts) return [];
    const unsaid = 1 - shareOf(terms, all);
    if (1 - unsaid >= COVERED && !counts) return [];
    const central = overlap(about, terms);
    const several = new Set(claim.refs.map((ref) => ref.article)).size > 1;
    const background = isBackground(text, language);
    const worth =
      place *
      (1 + unsaid) *
      (1 + central) *
      (counts ? COUNTS : 1) *
      (several ? SEVERAL : 1) *
      (background ? BACKGROUND : 1) *
      recency(claim);
    const matters = counts || (!background && (several || central >= ABOUT || COMING.test(text)));
    return [{ candidate, worth, matters: matters || claim === digest.lede }];
  });
  return twoOf(fresh);
}

// When it will be, a reader wants to know.
const COMING =
  /(?<![\p{L}])(?:will|from (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|is (?:to|due|set) |are (?:to|due|set) |next (?:week|month|year)|tomorrow|wird|werden|ab (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|a partir de|será|serán|à partir d|sera|seront|sarà|saranno)(?![\p{L}])/u;

/** English alone: a sentence whose first verb is "had …". */
function isBackground(text: string, language: string | null): boolean {
  if (language && !language.startsWith('en')) return false;
  const had = /(?<![\p{L}])had (?:\p{Ll}+ )?\p{Ll}+(?:ed|en|wn|t|ne|d)(?![\p{L}])/u.exec(text);
  return had !== null && !hasVerb(text.slice(0, had.index));
}

/** How new what a claim tells is, OLDEST to 1, by the newest article that tells it; 1 where no date tells. */
function recencyIn(articles: NonNullable<Told['articles']>): (claim: Claim) => number {
  const times = new Map(
    articles.flatMap(({ id, publishedAt }) => (publishedAt ? [[id, publishedAt.getTime()]] : [])),
  );
  const last = Math.max(...times.values());
  return ({ refs }) => {
    const own = refs.flatMap(({ article }) => times.get(article) ?? []);
    if (own.length === 0) return 1;
    return OLDEST + (1 - OLDEST) * 0.5 ** ((last - Math.max(...own)) / HALF_LIFE);
  };
}

function candidatesOf(
  { lede, bullets }: Parts,
  language: string | null,
  termsOf: (text: string) => Set<string>,
): Candidate[] {
  const made: Candidate[] = [];
  for (const [i, text] of sentencesIn(lede.text).entries()) {
    const behind = i > 0 && leans(text, language) ? made.at(-1) : undefined;
    const place = i === 0 ? PLACE.lede : PLACE.follows;
    made.push({ text, terms: termsOf(text), place, claim: lede, behind });
  }
  for (const [i, claim] of bullets.entries()) {
    const { text } = claim;
    const place = PLACE.bullet * (1 - 0.03 * i);
    if (leans(text, language)) continue;
    made.push({ text, terms: termsOf(text), place, claim, behind: undefined });
  }
  return made;
}

/** The best, and the next best that adds something; in the order in which the digest tells them. */
function twoOf(fresh: readonly Fresh[]): string | null {
  const readable = fresh.filter(
    ({ candidate: { behind } }) => !behind || fresh.some((f) => f.candidate === behind),
  );
  const ranked = [...readable].sort((a, b) => b.worth - a.worth);
  const first = ranked.find(({ candidate, matters }) => matters && !candidate.behind);
  if (!first) return null;
  const second = ranked.find(
    ({ candidate: { text, terms, behind }, worth, matters }) =>
      matters &&
      text !== first.candidate.text &&
      worth >= WORTH_ADDING * first.worth &&
      text.length + first.candidate.text.length < LONGEST &&
      countWords(text) > 5 &&
      (!behind || behind === first.candidate) &&
      overlap(terms, first.candidate.terms) < KNOWN,
  );
  const chosen = fresh.filter((f) => f === first || f === second);
  return chosen.map(({ candidate }) => candidate.text).join(' ');
}

const shareOf = (own: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...own].filter((t) => others.has(t)).length / Math.max(1, own.size);

const figuresIn = (text: string) => text.match(/\d[\d.,]*(?<=\d)/g) ?? [];

const sentencesIn = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));
