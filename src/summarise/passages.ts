import type { ArticleId, Document } from '../news/article.ts';
import { stemmerFor } from '../text/words.ts';
import { regular } from './irregular.ts';
import { type Sentence, storySentences } from './sentence.ts';
import { dangles } from './standalone.ts';
import { tokensOf } from './tokens.ts';

/** How much of a question a sentence holds. */
type Coverage = {
  /** With its surroundings, 0 to 1. */
  readonly covered: number;
  /** By itself, 0 to 1. */
  readonly itself: number;
  /** A name of the question stands neither in the sentence nor around it. */
  readonly missesName: boolean;
};

/** The sentences of the articles a question is put to. */
export type Passages = {
  readonly sentences: readonly Sentence[];
  readonly before: (sentence: Sentence) => Sentence | undefined;
  /** The sentence that the place in an article stands in. */
  readonly at: (article: ArticleId, place: number) => Sentence | undefined;
  /** Whether a word stands in any of the articles. */
  readonly holds: (word: string) => boolean;
  readonly coverage: (
    sentence: Sentence,
    words: readonly string[],
    names: ReadonlySet<string>,
  ) => Coverage;
};

// What stands around a sentence counts less than what it says, save in the sentence that its "He" or "It" means.
const AROUND = 0.5;
const TITLED = 0.7;
const MEANT = 0.9;

export function passagesOf(articles: readonly Document[]): Passages {
  const own = articles.map((article, i) => storySentences(article, i));
  const sentences = own.flat();
  const stems = new Map(
    sentences.map((s) => [s, new Set(s.tokens.map((t) => regular(t.stem, s.language)))]),
  );
  const titles = articles.map(
    (a) => new Set(tokensOf(a.title, a.language).map((t) => regular(t.stem, a.language))),
  );
  const whole = own.map((list) => new Set(list.flatMap((s) => [...stems.get(s)!])));
  const holding = new Map<string, number>();
  for (const set of stems.values()) for (const t of set) holding.set(t, (holding.get(t) ?? 0) + 1);
  const rarity = (stem: string) =>
    Math.log(1 + (sentences.length + 1) / ((holding.get(stem) ?? 0) + 0.5));
  const capitals = capitalised(sentences);
  const byArticle = new Map(articles.map((a, i) => [a.id, i]));

  const coverage = (
    sentence: Sentence,
    words: readonly string[],
    names: ReadonlySet<string>,
  ): Coverage => {
    const stem = stemmerFor(sentence.language);
    const list = own[sentence.document]!;
    const inside = stems.get(sentence)!;
    // The lead says what the whole article is about.
    const near = [list[sentence.index - 1], list[sentence.index + 1], list[0]].map((s) =>
      s ? stems.get(s)! : undefined,
    );
    let [total, covered, itself] = [0, 0, 0];
    let missesName = false;
    const meant = dangles(sentence.text, sentence.language) ? near[0] : undefined;
    for (const word of new Set(words)) {
      const term = regular(stem(word), sentence.language);
      const weight = rarity(term);
      total += weight;
      if (inside.has(term)) {
        itself += weight;
        covered += weight;
        continue;
      }
      const titled = titles[sentence.document]!.has(term);
      const around = titled || near.some((n) => n?.has(term));
      const elsewhere = whole[sentence.document]!.has(term);
      if (meant?.has(term)) covered += MEANT * weight;
      else if (around) covered += (titled ? TITLED : AROUND) * weight;
      const isName = names.has(word) || capitals.has(term);
      if (isName && elsewhere && !around) covered += (AROUND / 2) * weight;
      if (isName && !around && !elsewhere) missesName = true;
    }
    return { covered: total ? covered / total : 0, itself: total ? itself / total : 0, missesName };
  };

  return {
    sentences,
    before: (s) => own[s.document]?.[s.index - 1],
    at: (article, place) =>
      own[byArticle.get(article) ?? -1]?.find((s) => s.start <= place && place < s.end),
    holds: (word) =>
      articles.some((a, i) => {
        const stem = regular(stemmerFor(a.language)(word), a.language);
        return whole[i]!.has(stem) || titles[i]!.has(stem);
      }),
    coverage,
  };
}

/** The words that are written with a capital wherever they do not open a sentence: names, in most languages. */
function capitalised(sentences: readonly Sentence[]): Set<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const { tokens, language } of sentences) {
    if (language?.startsWith('de')) continue;
    for (const [i, token] of tokens.entries()) {
      if (i === 0) continue;
      const stem = regular(token.stem, language);
      if (token.capital) capital.add(stem);
      else small.add(stem);
    }
  }
  for (const stem of small) capital.delete(stem);
  return capital;
}
