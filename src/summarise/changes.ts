import type { Digest } from '../news/digest.ts';
import { splitSentences } from '../text/sentences.ts';
import { leans } from './leaning.ts';
import { countWords } from './sentence.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';

// A sentence that shares this much with one told before is known.
const KNOWN = 0.7;
// One all of whose words were told, in whatever sentences, is hardly news either.
const COVERED = 0.85;
// A second sentence must be worth this share of the first one, and together they stay short enough to be read in passing.
const WORTH_ADDING = 0.5;
const LONGEST = 360;
// What a sentence counts by its place in the digest.
const PLACE = { lede: 1.3, follows: 0.9, bullet: 0.75 };

type Parts = Pick<Digest, 'lede' | 'bullets'> & Partial<Pick<Digest, 'headline'>>;
type Candidate = {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly place: number;
  /** The sentence before it, where it cannot be read without that one. */
  readonly behind: Candidate | undefined;
};
type Fresh = { readonly candidate: Candidate; readonly worth: number };

/**
 * What a digest says that none of the `told` texts said, in one or two whole sentences that can be read alone: the
 * newest and weightiest of it. Null where nothing was told or nothing is new.
 */
export function changesOf(
  { language }: Pick<StoryFacts, 'language'>,
  digest: Parts,
  told: readonly string[] | undefined,
): string | null {
  if (!told || told.length === 0) return null;
  const termsOf = (text: string) =>
    new Set(tokensOf(text, language).flatMap((t) => (t.common ? [] : [t.stem])));
  const before = told.flatMap(sentencesIn).map(termsOf);
  const all = new Set(before.flatMap((terms) => [...terms]));
  const figures = new Set(told.flatMap(figuresIn));
  const about = termsOf(digest.headline ?? '');
  const fresh: Fresh[] = candidatesOf(digest, language, termsOf).flatMap((candidate) => {
    const { text, terms, place } = candidate;
    // The same sentence with another number is news.
    const counts = figuresIn(text).some((n) => !figures.has(n));
    const known = Math.max(0, ...before.map((b) => shareOf(terms, b)));
    if (known >= KNOWN && !counts) return [];
    const unsaid = 1 - shareOf(terms, all);
    if (1 - unsaid >= COVERED && !counts) return [];
    const worth = place * (1 + unsaid + (counts ? 0.1 : 0)) * (1 + 0.5 * overlap(about, terms));
    return [{ candidate, worth }];
  });
  return twoOf(fresh);
}

function candidatesOf(
  { lede, bullets }: Parts,
  language: string | null,
  termsOf: (text: string) => Set<string>,
): Candidate[] {
  const made: Candidate[] = [];
  for (const [i, text] of sentencesIn(lede.text).entries()) {
    const behind = i > 0 && leans(text, language) ? made.at(-1) : undefined;
    made.push({ text, terms: termsOf(text), place: i === 0 ? PLACE.lede : PLACE.follows, behind });
  }
  for (const [i, { text }] of bullets.entries()) {
    const place = PLACE.bullet * (1 - 0.03 * i);
    if (!leans(text, language)) made.push({ text, terms: termsOf(text), place, behind: undefined });
  }
  return made;
}

/** The best, and the next best that adds something; in the order in which the digest tells them. */
function twoOf(fresh: readonly Fresh[]): string | null {
  const readable = fresh.filter(
    ({ candidate: { behind } }) => !behind || fresh.some((f) => f.candidate === behind),
  );
  const ranked = [...readable].sort((a, b) => b.worth - a.worth);
  const first = ranked.find(({ candidate }) => !candidate.behind);
  if (!first) return null;
  const second = ranked.find(
    ({ candidate: { text, terms, behind }, worth }) =>
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
