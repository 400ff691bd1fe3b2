import { isDispute } from '../disputed.ts';
import { type StoryArticle, tellersOf } from '../material.ts';
import type { Sentence } from '../sentence.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { datesMeant } from './days.ts';
import { type ReadWord, readWords } from './fold.ts';
import { forbiddenIn } from './forbidden.ts';
import { allegedStems, denialsIn } from './negation.ts';
import { asksOrOrders } from './orders.ts';
import { announcements, type Reading, readingOf } from './reading.ts';

/** A sentence of an article that may prove something. */
export type Proof = {
  readonly sentence: Sentence;
  readonly words: readonly ReadWord[];
  readonly stems: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** For each word such as "not" or "denied" the stems that it governs, in their order. */
  readonly denials: readonly (readonly string[])[];
  /** Stems that a word such as "allegedly" or "accused" governs. */
  readonly alleged: ReadonlySet<string>;
  /** Stems that stand between quote marks: somebody's words, not the reporter's. */
  readonly spoken: ReadonlySet<string>;
  readonly disputed: boolean;
};

/** What one article can prove, read once. */
export type Evidence = {
  readonly article: StoryArticle;
  readonly teller: string;
  readonly proofs: readonly Proof[];
  /** Folded words, those written with a capital, and stems; the title's are among them. */
  readonly words: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** "a b": b stands at most three words behind a. */
  readonly pairs: ReadonlySet<string>;
  /** The first letters of its runs of capital words: ECB for the European Central Bank. */
  readonly initials: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** The days its sentences name, as `datesMeant` gives them. */
  readonly dates: ReadonlySet<string>;
  readonly title: readonly ReadWord[];
};

/** What a story's articles can prove, by article, and the time its dates are read by. */
export type Evidences = {
  readonly byArticle: ReadonlyMap<number, Evidence>;
  readonly storyAt: Date | null;
  readonly reading: Reading;
};

/**
 * Reads a story's articles for what they tell. Sentences that speak to the reader or to a machine, hold what may not
 * be shown, or have nothing to do with the rest of the story prove nothing: a text that was smuggled into an article
 * cannot vouch for itself.
 */
export function evidenceOf(
  articles: readonly StoryArticle[],
  reading = readingOf(articles),
): Evidences {
  const known = reading.articles;
  const tellers = tellersOf(known);
  const times = known.flatMap((a) => (a.publishedAt ? [a.publishedAt.getTime()] : []));
  const storyAt = times.length > 0 ? new Date(Math.max(...times)) : null;
  const byArticle = new Map(
    known.map((article, i) => [
      article.id,
      read(article, tellers[i]!, reading.sentences[i]!.filter(reading.proves), storyAt),
    ]),
  );
  return { byArticle, storyAt, reading };
}

function read(
  article: StoryArticle,
  teller: string,
  sentences: readonly Sentence[],
  storyAt: Date | null,
): Evidence {
  const { language } = article;
  const proofs = sentences.map((s) => proofOf(s, language));
  const title = asksOrOrders(article.title) || forbiddenIn(article.title) ? '' : article.title;
  const titleWords = readWords(title, language);
  // "According to X, citing Y:" tells nothing by itself, but it names people.
  const named = announcements(article.text).map((line) => readWords(line, language));
  const words = [...proofs.flatMap((p) => p.words), ...titleWords, ...named.flat()];
  const pairs = new Set<string>();
  for (const run of [...proofs.map((p) => p.words), titleWords, ...named]) {
    for (let i = 0; i < run.length; i++)
      for (let j = i + 1; j <= i + 3 && j < run.length; j++)
        pairs.add(`${run[i]!.folded} ${run[j]!.folded}`);
  }
  const when = { publishedAt: article.publishedAt, storyAt };
  const texts = [title, ...sentences.map((s) => s.text)];
  return {
    article,
    teller,
    proofs,
    words: new Set(words.map((w) => w.folded)),
    capitals: new Set(words.flatMap((w) => (w.capital ? [w.folded] : []))),
    lower: new Set(words.flatMap((w) => (w.capital ? [] : [w.folded]))),
    stems: new Set(words.map((w) => w.stem)),
    pairs,
    initials: initialsIn(words),
    amounts: [...proofs.flatMap((p) => p.amounts), ...amountsIn(title, language)],
    dates: new Set(texts.flatMap((t) => datesMeant(t, language, when).map((d) => d.date))),
    title: titleWords,
  };
}

function proofOf(sentence: Sentence, language: string | null): Proof {
  const { text } = sentence;
  const words = readWords(text, language);
  const spoken = new Set<string>();
  for (const match of text.matchAll(/[“"„«][^“”"„«»\n]{1,800}[”"“»]?/gu))
    for (const { stem } of readWords(match[0], language)) spoken.add(stem);
  return {
    sentence,
    words,
    stems: new Set(words.map((w) => w.stem)),
    amounts: amountsIn(text, language),
    denials: denialsIn(text, words, { language, where: 'inSource' }),
    alleged: allegedStems(text, words),
    spoken,
    disputed: isDispute(text),
  };
}

const LINKS = new Set([
  'of',
  'and',
  'for',
  'the',
  'de',
  'der',
  'für',
  'und',
  'des',
  'du',
  'la',
  'y',
]);

function initialsIn(words: readonly ReadWord[]): Set<string> {
  const initials = new Set<string>();
  let run = '';
  for (const { capital, folded } of words) {
    if (capital) run += folded[0] ?? '';
    else if (!LINKS.has(folded)) run = '';
    for (let from = 0; run.length - from >= 2; from++) initials.add(run.slice(from));
    if (run.length > 6) run = run.slice(1);
  }
  return initials;
}
