import type { ArticleId, Document } from '../news/article.ts';
import { regular } from './irregular.ts';
import { hefts } from './question-words.ts';
import { type Sentence, storySentences } from './sentence.ts';
import { dangles } from './standalone.ts';
import { stemsOfTokens } from './stems.ts';
import { tokensOf } from './tokens.ts';
import { type Forms, formsOf } from './word-forms.ts';

/** How much of a question a sentence holds, each 0 to 1. */
export type Coverage = {
  /** With its surroundings. */
  readonly covered: number;
  /** By itself. */
  readonly itself: number;
  /** By itself, of what is asked about the names: all words but those; 1 where there are no others. */
  readonly asked: number;
  /** The share of the words that stand nowhere in its article. */
  readonly lacking: number;
  /** By itself, of the names; 1 where there are none. */
  readonly named: number;
  /** As `named`, where what stands beside the sentence, in its lead or title counts less. */
  readonly namedNear: number;
  /** The share that stands nowhere in its article of the words that are no names; 0 where there are none. */
  readonly absent: number;
  /** How many of the words that tell something stand nowhere in its article, as a share of them. */
  readonly strange: number;
  /** How many of the words that tell something stand in it or in what its "He" or "It" means, as a share of them. */
  readonly told: number;
  /** How well the word of the question that is held worst is held, in the sentence and around it. */
  readonly weakest: number;
  /** The same in the sentence itself, of the words that are no names. */
  readonly weakestHere: number;
  /** How near to each other they stand in the sentence; 0 for one or none. */
  readonly tight: number;
  /** How well the word on which the question turns is held here, and anywhere in the article; 0.5 for none known. */
  readonly crux: number;
  readonly cruxAnywhere: number;
  /** A name of the question stands nowhere in its article. */
  readonly missesName: boolean;
};

/** Words of a question as they are found in the articles. */
export type Sought = {
  readonly coverage: (sentence: Sentence) => Coverage;
  /** Whether each of the question's names stands in some article. */
  readonly holdsNames: boolean;
};

/** The sentences of the articles a question is put to. */
export type Passages = {
  readonly sentences: readonly Sentence[];
  readonly article: (sentence: Sentence) => Document;
  readonly before: (sentence: Sentence) => Sentence | undefined;
  /** The sentence that the place in an article stands in. */
  readonly at: (article: ArticleId, place: number) => Sentence | undefined;
  /** The stems that stand for a word in articles of a language. */
  readonly forms: (word: string, language: string | null) => Forms;
  readonly seek: (
    words: readonly string[],
    names: ReadonlySet<string>,
    crux?: string | null,
  ) => Sought;
};

// What stands around a sentence counts less than what it says, save in the sentence that its "He" or "It" means.
const AROUND = 0.55;
const TITLED = 0.75;
const MEANT = 0.9;
const ELSEWHERE = 0.35;
// A name anywhere in an article says what it is about.
const NAMED = 0.6;
/** What a word that hardly tells anything weighs at most. */
const LIGHT = 0.36;

const NOTHING: Coverage = {
  ...{ covered: 0, itself: 0, asked: 1, named: 1, namedNear: 1 },
  ...{
    lacking: 0,
    absent: 0,
    tight: 0,
    strange: 0,
    told: 0,
    weakest: 0,
    weakestHere: 0,
    missesName: false,
  },
  ...{ crux: 0.5, cruxAnywhere: 0.5 },
};

type Stems = ReadonlySet<string>;

export function passagesOf(articles: readonly Document[]): Passages {
  const own = articles.map((article, i) => storySentences(article, i));
  const sentences = own.flat();
  const stems = new Map(sentences.map((s) => [s, stemsOf(s)]));
  const titles = articles.map((a) => titleStems(a));
  const vocabularies = vocabulariesOf(articles, own, stems, titles);
  const capitals = capitalised(sentences);
  const byArticle = new Map(articles.map((a, i) => [a.id, i]));
  const known = new Map<string, Forms>();

  const forms = (word: string, language: string | null): Forms => {
    const key = `${(language ?? 'en').slice(0, 2)} ${word}`;
    let found = known.get(key);
    if (!found) {
      const isHeld = [...vocabularies].some(([of, words]) =>
        words.has(regular(tokensOf(word, of)[0]?.stem ?? word, of)),
      );
      const vocabulary = vocabularies.get(key.slice(0, 2)) ?? new Set();
      found = formsOf(word, vocabulary, { language, isHeld });
      known.set(key, found);
    }
    return found;
  };

  const seek = (
    asked: readonly string[],
    names: ReadonlySet<string>,
    crux: string | null = null,
  ): Sought => {
    const words = [...new Set(asked)];
    const turnsOn = crux === null ? -1 : words.indexOf(crux);
    const strength = (set: Stems, language: string | null): number[] =>
      words.map((word) => strongest(forms(word, language), set));
    const inside = new Map(sentences.map((s) => [s, strength(stems.get(s)!, s.language)]));
    const titled = articles.map((a, i) => strength(titles[i]!, a.language));
    const whole = own.map((list, i) =>
      words.map((_, w) => Math.max(titled[i]![w]!, ...list.map((s) => inside.get(s)![w]!))),
    );
    const rarest = Math.log(1 + 2 * (sentences.length + 1));
    const heft = hefts(words, names);
    const weights = words.map((_, w) => {
      const holding = sentences.reduce((n, s) => n + (inside.get(s)![w]! > 0 ? 1 : 0), 0);
      const rarity = Math.log(1 + (sentences.length + 1) / (holding + 0.5)) / rarest;
      return heft[w]! * (0.5 + 0.5 * rarity);
    });
    const isName = words.map(
      (word) =>
        names.has(word) ||
        articles.some((a) =>
          [...forms(word, a.language)].some(([s, f]) => f >= MEANT && capitals.has(s)),
        ),
    );
    const coverage = (sentence: Sentence): Coverage => {
      const list = own[sentence.document]!;
      const mine = inside.get(sentence)!;
      const before = list[sentence.index - 1];
      // The lead says what the whole article is about.
      const near = [before, list[sentence.index - 2], list[sentence.index + 1], list[0]].map(
        (s) => s && inside.get(s)!,
      );
      const leaned = leanedOn(list, sentence).map((s) => inside.get(s)!);
      let [total, covered, itself, lacking, about, told, absent, named, nigh] = [
        0, 0, 0, 0, 0, 0, 0, 0, 0,
      ];
      let missesName = false;
      let [cruxHere, cruxAnywhere] = [0.5, 0.5];
      let [weakest, weakestHere, heavy, strange, telling] = [1, 1, 0, 0, 0];
      for (const [w, weight] of weights.entries()) {
        const here = mine[w]!;
        const meant = MEANT * Math.max(0, ...leaned.map((of) => of[w]!));
        const around = Math.max(
          TITLED * titled[sentence.document]![w]!,
          AROUND * Math.max(0, ...near.map((n) => n?.[w] ?? 0)),
        );
        const anywhere = whole[sentence.document]![w]!;
        const best = Math.max(here, meant, around, (isName[w] ? NAMED : ELSEWHERE) * anywhere);
        if (w === turnsOn) [cruxHere, cruxAnywhere] = [Math.max(here, meant), anywhere];
        // A word that hardly tells anything may be missing.
        if (weight > LIGHT) {
          weakest = Math.min(weakest, best);
          heavy++;
          if (anywhere === 0) strange++;
          if (Math.max(here, meant) > 0) telling++;
          if (!isName[w]) weakestHere = Math.min(weakestHere, Math.max(here, meant));
        }
        total += weight;
        itself += weight * here;
        covered += weight * best;
        if (anywhere === 0) lacking += weight;
        if (isName[w]) {
          missesName ||= anywhere === 0;
          named += weight * Math.max(here, meant);
          nigh += weight * Math.max(here, meant, around);
        } else {
          about += weight;
          told += weight * Math.max(here, meant);
          if (anywhere === 0) absent += weight;
        }
      }
      if (total === 0) return NOTHING;
      return {
        covered: covered / total,
        itself: itself / total,
        asked: about === 0 ? 1 : told / about,
        named: about === total ? 1 : named / (total - about),
        namedNear: about === total ? 1 : nigh / (total - about),
        lacking: lacking / total,
        absent: about === 0 ? 0 : absent / about,
        strange: heavy === 0 ? 0 : strange / heavy,
        told: heavy === 0 ? 0 : telling / heavy,
        weakest,
        weakestHere,
        tight: tightness(sentence, words),
        crux: cruxHere,
        cruxAnywhere,
        missesName,
      };
    };
    const tightness = (sentence: Sentence, of: readonly string[]): number => {
      const { tokens, language } = sentence;
      const places: number[] = [];
      for (const word of of) {
        const known = forms(word, language);
        const at = tokens.findIndex((t) => known.has(regular(t.stem, language)));
        if (at >= 0) places.push(at);
      }
      if (places.length < 2) return 0;
      return (places.length - 1) / Math.max(1, Math.max(...places) - Math.min(...places));
    };
    const holdsNames = words.every((word, w) => !names.has(word) || whole.some((of) => of[w]! > 0));
    return { coverage, holdsNames };
  };

  return {
    sentences,
    article: (s) => articles[s.document]!,
    before: (s) => own[s.document]?.[s.index - 1],
    at: (article, place) =>
      own[byArticle.get(article) ?? -1]?.find((s) => s.start <= place && place < s.end),
    forms,
    seek,
  };
}

/** The sentences before one that its "He" or "The company" points back to, through those that point back themselves. */
function leanedOn(list: readonly Sentence[], sentence: Sentence): Sentence[] {
  const leaned: Sentence[] = [];
  let current: Sentence | undefined = sentence;
  while (current && leaned.length < 3 && dangles(current.text, current.language)) {
    current = list[current.index - 1];
    if (current) leaned.push(current);
  }
  return leaned;
}

function strongest(forms: Forms, set: Stems): number {
  let most = 0;
  for (const [stem, force] of forms) if (force > most && set.has(stem)) most = force;
  return most;
}

/** The stems of a sentence in their regular form, and of the parts of words joined by hyphens. */
function stemsOf({ tokens, text, language }: Sentence): Set<string> {
  const stems = stemsOfTokens(tokens, text, language);
  addParts(stems, text, language);
  return stems;
}

function titleStems({ title, language }: Document): Set<string> {
  const stems = stemsOfTokens(tokensOf(title, language), title, language);
  addParts(stems, title, language);
  return stems;
}

function addParts(stems: Set<string>, text: string, language: string | null): void {
  if (!/[-’']/.test(text)) return;
  for (const joined of text.split(/\s+/))
    if (/\p{L}[-’'][\p{L}\p{N}]|\p{N}[-’']\p{L}/u.test(joined))
      for (const { stem } of tokensOf(joined.replace(/[-’']/g, ' '), language))
        stems.add(regular(stem, language));
}

function vocabulariesOf(
  articles: readonly Document[],
  own: readonly (readonly Sentence[])[],
  stems: ReadonlyMap<Sentence, Stems>,
  titles: readonly Stems[],
): Map<string, Set<string>> {
  const vocabularies = new Map<string, Set<string>>();
  for (const [i, { language }] of articles.entries()) {
    const code = (language ?? 'en').slice(0, 2);
    const words = vocabularies.get(code) ?? new Set();
    for (const set of [titles[i]!, ...own[i]!.map((s) => stems.get(s)!)])
      for (const stem of set) words.add(stem);
    vocabularies.set(code, words);
  }
  return vocabularies;
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
