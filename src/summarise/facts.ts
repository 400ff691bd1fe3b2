import { quotedShare } from './features.ts';
import { type Figure, figuresConflict, figuresOf } from './figures.ts';
import type { Rated } from './rate.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';

/** Something that one or more sentences tell; `tellings` has the best sentence of each teller, the one to show first. */
export type Fact = {
  readonly tellings: readonly Sentence[];
  readonly tellers: ReadonlySet<string>;
  /** Worth per word of the sentence to show. */
  readonly density: number;
};

export type Comparison = {
  /** How many of their words two sentences share, 0 to 1, those that are rare in the story counting more. */
  readonly likeness: (a: Sentence, b: Sentence) => number;
  /** The figures of a sentence, read once. */
  readonly figures: (sentence: Sentence) => readonly Figure[];
  /** Whether two sentences tell the same fact: like enough in all, and in names as in plain words. */
  readonly isSameFact: (a: Sentence, b: Sentence) => boolean;
};

// Lower joins sentences that only share a topic, higher misses paraphrases.
const SAME = 0.45;
const SAME_PLAIN = 0.45;
// German writes nouns as it writes names: there the words cannot be told apart, and more must agree.
const SAME_GERMAN = 0.55;
const SAME_QUOTED = 0.65;
const FEWEST_SHARED = 4;
const FEWEST_PLAIN = 3;
const MOST_COMPARED = 360;
const MOST_OF_ONE = 40;

type Terms = {
  readonly names: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly quoted: number;
};

/** Compares sentences of one story: what half of them say counts for little. */
export function comparisonOf(sentences: readonly Sentence[]): Comparison {
  const holding = new Map<string, number>();
  for (const s of sentences) for (const t of s.terms) holding.set(t, (holding.get(t) ?? 0) + 1);
  const rarity = new Map([...holding].map(([t, n]) => [t, Math.log(1 + sentences.length / n)]));
  const weigh = (terms: Iterable<string>) => {
    let weight = 0;
    for (const t of terms) weight += rarity.get(t) ?? 0;
    return weight;
  };
  const weights = new Map(sentences.map((s) => [s, weigh(s.terms)]));
  const kinds = new Map<Sentence, Terms>();
  const kindsOf = (s: Sentence) => {
    const kind = kinds.get(s) ?? splitTerms(s);
    kinds.set(s, kind);
    return kind;
  };
  const likeness = (a: Sentence, b: Sentence) => {
    const [small, large] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
    let shared = 0;
    let count = 0;
    for (const t of small.terms) {
      if (!large.terms.has(t)) continue;
      shared += rarity.get(t) ?? 0;
      count++;
    }
    if (count < FEWEST_SHARED && (count < 3 || count < small.terms.size)) return 0;
    const least = Math.min(weights.get(a) ?? weigh(a.terms), weights.get(b) ?? weigh(b.terms));
    return shared / Math.max(1, least);
  };
  const isSameFact = (a: Sentence, b: Sentence) => {
    const like = likeness(a, b);
    if (like < SAME) return false;
    if (a.language?.startsWith('de')) return like >= SAME_GERMAN;
    const [x, y] = [kindsOf(a), kindsOf(b)];
    if (x.names.size > 0 && y.names.size > 0 && overlap(x.names, y.names) === 0) return false;
    // A person's words and what is told of the person share the name and the office, and little else.
    if (Math.abs(x.quoted - y.quoted) > 0.5 && like < SAME_QUOTED) return false;
    const shared = [...x.plain].filter((t) => y.plain.has(t)).length;
    return shared >= FEWEST_PLAIN && overlap(x.plain, y.plain) >= SAME_PLAIN;
  };
  const read = new Map<Sentence, readonly Figure[]>();
  const figures = (s: Sentence) => {
    const known = read.get(s) ?? figuresOf(s.text, s.language);
    read.set(s, known);
    return known;
  };
  return { likeness, isSameFact, figures };
}

const SAYING = /^(?:said|say|told|tell|accord|announc|report|statement|ad|ask|confirm)$/;

function splitTerms({ tokens, text }: Sentence): Terms {
  const names = new Set<string>();
  const plain = new Set<string>();
  for (const [i, { stem, capital, common }] of tokens.entries()) {
    if (common || SAYING.test(stem)) continue;
    if (capital && i > 0) names.add(stem);
    else plain.add(stem);
  }
  for (const name of names) plain.delete(name);
  return { names, plain, quoted: quotedShare(text) };
}

/** The sentences worth comparing: the best of each article, so that the cost stays bounded. */
export function worthComparing(story: Rated): Sentence[] {
  const articles = new Map<number, Sentence[]>();
  for (const s of story.sentences) {
    const own = articles.get(s.document);
    if (own) own.push(s);
    else articles.set(s.document, [s]);
  }
  const share = Math.floor(MOST_COMPARED / Math.max(1, articles.size));
  const each = Math.max(5, Math.min(MOST_OF_ONE, share));
  return [...articles.values()].flatMap((own) =>
    own.length <= each
      ? own
      : [...own].sort((a, b) => story.density(b) - story.density(a)).slice(0, each),
  );
}

/** Who tells an article: the outlet it stands in, and who wrote it (`tellersOf`). */
export type Source = { readonly outlet: string; readonly teller: string };

/**
 * For each sentence in `shown`, the fact it tells: itself and the likest sentence of every other
 * outlet that says the same and no other number. `sources` has one entry an article.
 */
export function factsOf(
  story: Rated,
  shown: readonly Sentence[],
  compared: readonly Sentence[],
  { likeness, isSameFact, figures }: Comparison,
  sources: readonly Source[],
): Fact[] {
  return shown.map((sentence) => {
    const own = sources[sentence.document]!;
    const best = new Map<string, { s: Sentence; like: number; teller: string }>();
    for (const other of compared) {
      const { outlet, teller } = sources[other.document]!;
      if (other.document === sentence.document || outlet === own.outlet) continue;
      if (!isSameFact(sentence, other)) continue;
      const like = likeness(sentence, other);
      if (like <= (best.get(outlet)?.like ?? 0)) continue;
      if (!figuresConflict(figures(sentence), figures(other))) {
        best.set(outlet, { s: other, like, teller });
      }
    }
    const others = [...best.values()].sort((a, b) => b.like - a.like);
    return {
      tellings: [sentence, ...others.map(({ s }) => s)],
      tellers: new Set([own.teller, ...others.map(({ teller }) => teller)]),
      density: story.density(sentence),
    };
  });
}
