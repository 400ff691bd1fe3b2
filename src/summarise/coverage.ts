import type { ArticleId, Document } from '../news/article.ts';
import { hefts } from './question-words.ts';
import type { Sentence } from './sentence.ts';
import { dangles } from './standalone.ts';
import type { Forms } from './word-forms.ts';

export type Stems = ReadonlySet<string>;

/** The story (any number that stands for it) of each article. */
export type StoriesOf = ReadonlyMap<ArticleId, number>;

/** How much of a question a sentence holds, each 0 to 1. */
export type Coverage = {
  /** With its surroundings. */
  readonly covered: number;
  /** By itself. */
  readonly itself: number;
  /** By itself, in the very words of the question. */
  readonly verbatim: number;
  /** By itself, of what is asked about the names: all words but those; 1 where there are no others. */
  readonly asked: number;
  /** The share of the words that stand nowhere in its article, and nowhere in the articles of its story. */
  readonly lacking: number;
  readonly lackingInStory: number;
  /** By itself, of the names; 1 where there are none. */
  readonly named: number;
  /** As `named`, where what stands beside the sentence, in its lead or title counts less. */
  readonly namedNear: number;
  /** In the title of its article. */
  readonly titled: number;
  /** The share that stands nowhere in its article of the words that are no names; 0 where there are none. */
  readonly absent: number;
  /** How many of the words that tell something stand nowhere in its article, or its story, as a share of them. */
  readonly strange: number;
  readonly strangeInStory: number;
  /** With its title and what its "He" or "It" means it holds a name, the rarest word, or two words that tell something. */
  readonly isNear: boolean;
  /** How well the word of the question that is held worst is held, in the sentence and around it. */
  readonly weakest: number;
  /** The same in the sentence itself, of the words that are no names. */
  readonly weakestHere: number;
  /** How well the rarest word that is no name is held here, around it, and anywhere in its story. */
  readonly rarestHere: number;
  readonly rarestAround: number;
  readonly rarestInStory: number;
  /** How well the word on which the question turns is held here, in the article, in the story; 0.5 for none known. */
  readonly crux: number;
  readonly cruxAnywhere: number;
  readonly cruxInStory: number;
  /** How well the word is held that says what thing is asked for: here, in the story; 0.5 for none known. */
  readonly focus: number;
  readonly focusInStory: number;
  /** A name of the question stands nowhere in its article. */
  readonly missesName: boolean;
};

/** A word of the question as it is sought: how much it counts, and whether it is a name. */
export type SoughtWord = {
  readonly word: string;
  readonly weight: number;
  readonly isName: boolean;
  /** The articles write it with a capital wherever it stands. */
  readonly isProper: boolean;
  readonly isCrux: boolean;
  readonly isFocus: boolean;
};

/** Words of a question as they are found in the articles. */
export type Sought = {
  readonly words: readonly SoughtWord[];
  readonly coverage: (sentence: Sentence) => Coverage;
  /** Whether each of the question's names stands in some article. */
  readonly holdsNames: boolean;
};

/** The names among the words, the word on which the question turns, the one that says what thing is asked for. */
export type Turning = {
  readonly names: ReadonlySet<string>;
  readonly crux?: string | null;
  readonly focus?: string | null;
};

/** The articles that are read, with the stems of their sentences and titles. */
type Read = {
  readonly articles: readonly Document[];
  readonly own: readonly (readonly Sentence[])[];
  readonly sentences: readonly Sentence[];
  readonly stems: ReadonlyMap<Sentence, Stems>;
  readonly titles: readonly Stems[];
  readonly isName: (word: string) => boolean;
  readonly forms: (word: string, language: string | null) => Forms;
  readonly stories: StoriesOf;
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

/** Looks for words in all sentences. */
export function seekIn(
  { articles, own, sentences, stems, titles, isName: isWritten, forms, stories }: Read,
  asked: readonly string[],
  { names, crux, focus }: Turning,
): Sought {
  const all = [...new Set(asked)];
  const strength = (set: Stems, language: string | null): number[] =>
    all.map((word) => strongest(forms(word, language), set));
  const inside = new Map(sentences.map((s) => [s, strength(stems.get(s)!, s.language)]));
  const titled = articles.map((a, i) => strength(titles[i]!, a.language));
  const whole = own.map((list, i) =>
    all.map((_, w) => Math.max(titled[i]![w]!, ...list.map((s) => inside.get(s)![w]!))),
  );
  const storyOf = articles.map(({ id }) => stories.get(id) ?? -id - 1);
  const told = new Map<number, number[]>();
  for (const [i, story] of storyOf.entries()) {
    const before = told.get(story);
    told.set(story, before ? before.map((n, w) => Math.max(n, whole[i]![w]!)) : whole[i]!);
  }
  const rarest = Math.log(1 + 2 * (sentences.length + 1));
  const heft = hefts(all, names);
  const words = all.map((word, w): SoughtWord => {
    const holding = sentences.reduce((n, s) => n + (inside.get(s)![w]! > 0 ? 1 : 0), 0);
    const rarity = Math.log(1 + (sentences.length + 1) / (holding + 0.5)) / rarest;
    const isProper = isWritten(word);
    return {
      word,
      weight: heft[w]! * (0.5 + 0.5 * rarity),
      isName: isProper || names.has(word),
      isProper,
      isCrux: word === crux,
      isFocus: word === focus,
    };
  });
  const telling = rarestOf(words);

  const coverage = (sentence: Sentence): Coverage => {
    const list = own[sentence.document]!;
    const mine = inside.get(sentence)!;
    // The lead says what the whole article is about.
    const near = [-1, -2, 1].map((by) => list[sentence.index + by]);
    const beside = [...near, list[0]].map((s) => s && inside.get(s)!);
    const leaned = leanedOn(list, sentence).map((s) => inside.get(s)!);
    const held = words.map(({ isName }, w): Held => {
      const here = mine[w]!;
      const meant = Math.max(here, MEANT * Math.max(0, ...leaned.map((of) => of[w]!)));
      const title = titled[sentence.document]![w]!;
      const around = Math.max(
        meant,
        TITLED * title,
        AROUND * Math.max(0, ...beside.map((n) => n?.[w] ?? 0)),
      );
      const anywhere = whole[sentence.document]![w]!;
      const best = Math.max(around, (isName ? NAMED : ELSEWHERE) * anywhere);
      const inStory = told.get(storyOf[sentence.document]!)![w]!;
      return { here, meant, title, around, anywhere, best, inStory };
    });
    return measured(words, held, telling);
  };
  const holdsNames = all.every((word, w) => !names.has(word) || whole.some((of) => of[w]! > 0));
  return { words, coverage, holdsNames };
}

/** How well a word is held: by the sentence, by what it means too, and so on outwards. */
type Held = {
  readonly here: number;
  readonly meant: number;
  readonly title: number;
  readonly around: number;
  readonly anywhere: number;
  readonly best: number;
  readonly inStory: number;
};

function measured(words: readonly SoughtWord[], held: readonly Held[], rarest: number): Coverage {
  type Pick = (word: SoughtWord) => boolean;
  const any: Pick = () => true;
  const isName: Pick = (w) => w.isName;
  const noName: Pick = (w) => !w.isName;
  const tells: Pick = (w) => w.weight > LIGHT;
  /** The share of the weight of these words that is held so. */
  const share = (of: Pick, how: (held: Held) => number, none: number) => {
    let [sum, total] = [0, 0];
    for (const [i, word] of words.entries()) {
      if (!of(word)) continue;
      total += word.weight;
      sum += word.weight * how(held[i]!);
    }
    return total === 0 ? none : sum / total;
  };
  const count = (how: (held: Held) => boolean) => {
    const heavy = words.filter(tells).length;
    return heavy === 0 ? 0 : words.filter((w, i) => tells(w) && how(held[i]!)).length / heavy;
  };
  const least = (of: Pick, how: (held: Held) => number) =>
    Math.min(1, ...words.flatMap((w, i) => (of(w) ? [how(held[i]!)] : [])));
  const turns = held[words.findIndex((w) => w.isCrux)];
  const thing = held[words.findIndex((w) => w.isFocus)];
  const rare = held[rarest];
  return {
    covered: share(any, (h) => h.best, 0),
    itself: share(any, (h) => h.here, 0),
    verbatim: share(any, (h) => (h.here === 1 ? 1 : 0), 0),
    asked: share(noName, (h) => h.meant, 1),
    lacking: share(any, (h) => (h.anywhere === 0 ? 1 : 0), 0),
    lackingInStory: share(any, (h) => (h.inStory === 0 ? 1 : 0), 0),
    named: share(isName, (h) => h.meant, 1),
    namedNear: share(isName, (h) => h.around, 1),
    titled: share(any, (h) => h.title, 0),
    absent: share(noName, (h) => (h.anywhere === 0 ? 1 : 0), 0),
    strange: count((h) => h.anywhere === 0),
    strangeInStory: count((h) => h.inStory === 0),
    isNear: isNear(words, held),
    weakest: least(tells, (h) => h.best),
    weakestHere: least(
      (w) => tells(w) && !w.isName,
      (h) => h.meant,
    ),
    rarestHere: rare?.meant ?? 1,
    rarestAround: rare?.best ?? 1,
    rarestInStory: rare?.inStory ?? 1,
    crux: turns?.meant ?? 0.5,
    cruxAnywhere: turns?.anywhere ?? 0.5,
    cruxInStory: turns?.inStory ?? 0.5,
    focus: thing?.meant ?? 0.5,
    focusInStory: thing?.inStory ?? 0.5,
    missesName: words.some((w, i) => w.isName && held[i]!.anywhere === 0),
  };
}

// A name stands for itself, or for its own misspelling where it is long enough to be known by it.
const OWN = 1;
const MISSPELT = 0.85;
const KNOWN_BY = 5;

/** Whether what holds these words so is near to what is asked. */
function isNear(words: readonly SoughtWord[], held: readonly Held[]): boolean {
  const strength = (w: number) => Math.max(held[w]!.meant / MEANT, held[w]!.here, held[w]!.title);
  const holdsName = words.some(
    ({ word, isProper }, w) =>
      isProper && (strength(w) >= OWN || (word.length >= KNOWN_BY && strength(w) > MISSPELT)),
  );
  if (holdsName) return true;
  const telling = words.flatMap((word, w) => (word.weight > LIGHT ? [{ word, w }] : []));
  const rarest = telling.sort((a, b) => b.word.weight - a.word.weight)[0];
  if (rarest && strength(rarest.w) >= OWN) return true;
  return telling.filter(({ w }) => strength(w) > 0).length >= 2;
}

/** Which of the words that are no names is the rarest; -1 where all are. */
function rarestOf(words: readonly SoughtWord[]): number {
  let found = -1;
  for (const [i, { isName, weight }] of words.entries())
    if (!isName && weight > (words[found]?.weight ?? 0)) found = i;
  return found;
}

/** The sentences before one that its "He" or "The company" points back to, through those that point back themselves. */
export function leanedOn(list: readonly Sentence[], sentence: Sentence): Sentence[] {
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
