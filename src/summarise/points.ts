import type { Claim } from '../news/digest.ts';
import type { Quote } from '../news/quote.ts';
import { knownIn } from './assumed.ts';
import { isAttributed } from './attribution.ts';
import { disputesIn } from './disputed.ts';
import { judges } from './judging.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';
import { isFirstPerson, LONG_WORDS } from './tellable.ts';
import { heldQuotes } from './told-as-quote.ts';
import { hasVerb } from './verbs.ts';

type ShownFact = StoryFacts['facts'][number];

/** What the main text of a digest holds: its lede, its bullets and the sentences both rest on. */
export type Points = {
  readonly lede: Claim | undefined;
  readonly bullets: readonly (Claim & { readonly single: boolean })[];
  /** What one party says and another denies: told here, not in the bullets. */
  readonly disputed: readonly Claim[];
  readonly used: readonly Sentence[];
};

const MOST_BULLETS = 5;
const FEWEST_BULLETS = 3;
const SHORT = 12;
// With as many bullets, one that must be read twice is left out.
const FEW = 1;
const LEDE_LENGTH = 500;
// Sentences as like as this tell much the same: showing both would repeat it.
const REPEATS = 0.45;
const SHARED_TERMS = 0.45;
const FEWEST_SHARED = 4;
// A sentence that many before it say together is not news either.
const COVERED = 0.6;
// Beyond the third, a bullet must be worth this share of the best one.
const WORTH_SHOWING = 0.2;

/**
 * Chooses the lede, then the bullets: what several outlets tell first, and nothing twice, nor what
 * stands beside them as one of the `quotes`. `standing` tells how much of a sentence later news has left.
 */
export function choosePoints(
  story: StoryFacts,
  quotes: readonly Quote[] = [],
  standing: (sentence: Sentence) => number = () => 1,
): Points {
  const { facts, rated, comparison, worded } = story;
  const held = new Uint8Array(rated.concepts);
  const used: Sentence[] = [];
  const told = new Set<string>();
  // What a reader knows by then, the headline included.
  const said = new Set(rated.titleTerms);
  const figures = new Set<string>();
  // "All 64 people walked out" after "the 64 workers escaped": a short sentence has no room for more than its figure.
  const valuesIn = (s: Sentence) =>
    comparison.figures(s).flatMap(({ value }) => (value >= 10 ? [String(value)] : []));
  const countedIn = (s: Sentence) => comparison.figures(s).map((f) => `${f.value} ${f.unit}`);
  const use = (s: Sentence) => {
    rated.mark(s, held);
    used.push(s);
    for (const t of s.terms) {
      told.add(t);
      said.add(t);
    }
    for (const figure of [...countedIn(s), ...valuesIn(s)]) figures.add(figure);
  };
  const isQuoted = heldQuotes(quotes);
  const opening = chooseLede(story, isQuoted);
  for (const { sentence } of opening) use(sentence);
  const disputes = facts.length > MOST_BULLETS ? disputesIn(story, used, isQuoted, standing) : [];
  for (const { tellings } of disputes) use(tellings[0]!);
  const chosen: ShownFact[] = [];
  let best = 0;
  // The sentences of the lede are read as one.
  const shown = (s: Sentence) => worded(s).told.terms;
  const lede = new Set(opening.flatMap(({ sentence }) => [...shown(sentence)]));
  const repeats = (s: Sentence) =>
    isQuoted(worded(s).text) ||
    overlap(told, s.terms) > COVERED ||
    sharesMuch(lede, shown(s)) ||
    used.some((u) => comparison.likeness(u, s) > REPEATS || sharesMuch(shown(u), shown(s)));
  const left = new Set(facts.filter((f) => !used.includes(f.tellings[0]!)));
  while (chosen.length < MOST_BULLETS) {
    let next: { fact: ShownFact; score: number } | undefined;
    for (const fact of left) {
      const sentence = fact.tellings[0]!;
      if (chosen.length >= FEW && worded(sentence).told.words > LONG_WORDS) continue;
      const score =
        (rated.worth(sentence, held) / sentence.words) *
        weightOf(story, fact) *
        standing(sentence) *
        // A bullet can be left out as a lede cannot.
        knownIn(sentence, said, 7) ** 2 *
        (restates(countedIn(sentence), figures) && overlap(said, sentence.terms) > 0.3 ? 0.5 : 1) *
        (sentence.words <= SHORT && restates(valuesIn(sentence), figures) ? 0.4 : 1);
      if (next && score <= next.score) continue;
      if (repeats(sentence)) left.delete(fact);
      else next = { fact, score };
    }
    if (!next || (chosen.length >= FEWEST_BULLETS && next.score < best * WORTH_SHOWING)) break;
    best = Math.max(best, next.score);
    left.delete(next.fact);
    chosen.push(next.fact);
    use(next.fact.tellings[0]!);
  }
  // A stable sort: within each half the weightiest stays first.
  chosen.sort((a, b) => Number(b.tellers.size > 1) - Number(a.tellers.size > 1));
  return {
    lede: opening.length
      ? {
          text: opening.map(({ sentence }) => worded(sentence).text).join(' '),
          refs: opening.flatMap(({ sentence, fact }) =>
            refsOf(fact?.tellings ?? [sentence], worded),
          ),
        }
      : undefined,
    bullets: chosen.map((fact) => ({
      text: worded(fact.tellings[0]!).text,
      refs: refsOf(fact.tellings, worded),
      single: fact.tellers.size < 2,
    })),
    disputed: disputes.map(({ tellings }) => ({
      text: worded(tellings[0]!).text,
      refs: refsOf(tellings, worded),
    })),
    used,
  };
}

/** Two sentences that share so many of their words tell much the same, in whatever order. */
function sharesMuch(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const share = overlap(a, b);
  const shared = share * Math.min(a.size, b.size);
  return shared >= FEWEST_SHARED ? share >= SHARED_TERMS : share > 0.5;
}

/** How much a fact weighs beside its words: who tells it, how well it stands alone, how far up it stands. */
function weightOf(story: StoryFacts, fact: ShownFact): number {
  const sentence = fact.tellings[0]!;
  const tellers = 1 + 0.4 * Math.min(3, fact.tellers.size - 1);
  const length = sentence.words > 30 ? 0.9 : 1;
  return (fact.fitness * tellers * length * freshOf(story, sentence)) / (1 + 0.04 * sentence.index);
}

/** 1 for the latest article; less for earlier ones, the longer the story goes on. */
function freshOf(story: StoryFacts, { document }: Sentence): number {
  return 1 - story.ageing * (1 - story.freshness(document));
}

/** All its figures were given above: with the same words, the same news. */
function restates(own: readonly string[], given: ReadonlySet<string>): boolean {
  return own.length > 0 && own.every((figure) => given.has(figure));
}

type Opening = { readonly sentence: Sentence; readonly fact: ShownFact | undefined };

/**
 * The lede is one or two neighbouring sentences from the top of an article: the pair that is worth
 * most for its length, what several outlets tell counting more.
 */
function chooseLede(story: StoryFacts, isQuoted: (text: string) => boolean): Opening[] {
  const { rated, facts } = story;
  const factOf = new Map(facts.map((f) => [f.tellings[0]!, f]));
  const untitled = rated.titleTerms.size === 0;
  let best: { opening: Opening[]; score: number } | undefined;
  for (const first of facts) {
    const sentence = first.tellings[0]!;
    const place =
      ([1.25, 0.9, 0.8][sentence.index] ?? 0.5) *
      freshOf(story, sentence) *
      knownIn(sentence, rated.titleTerms, 12) *
      (untitled && WHEN.test(sentence.text) ? DATED : 1) *
      // What a story is about must be told first, and be it in a long sentence.
      (story.worded(sentence).told.words > LONG_WORDS ? LONG_LEDE : 1);
    for (const opening of openingsAt(story, first, factOf)) {
      // What the titles and the other articles' openings say is what the story is about.
      const [own = 0, behind = 0] = opening.map((o) => rated.centrality(o.sentence));
      const central = Math.max(own, BEHIND * behind) * (untitled ? 2 : 1);
      const score = place * (1 + central) * worthOf(story, opening);
      if (best && score <= best.score) continue;
      if (opening.some((o) => isQuoted(story.worded(o.sentence).text))) continue;
      best = { opening, score };
    }
  }
  if (best) return best.opening;
  const sentence = rated.sentences.find((s) => s.index === 0) ?? rated.sentences[0];
  return sentence ? [{ sentence, fact: undefined }] : [];
}

function openingsAt(
  story: StoryFacts,
  first: ShownFact,
  factOf: ReadonlyMap<Sentence, ShownFact>,
): Opening[][] {
  const { rated, comparison } = story;
  const sentence = first.tellings[0]!;
  const alone: Opening[] = [{ sentence, fact: first }];
  const next = rated.after(sentence);
  if (!next || sentence.index > 1) return [alone];
  if (sentence.text.length + next.text.length > LEDE_LENGTH) return [alone];
  if (comparison.likeness(sentence, next) > REPEATS) return [alone];
  const fact = factOf.get(next);
  // Right behind the first a "He" or "The company" is clear, so the second need not stand alone.
  const sound = fact ?? (isPlain(story, next) ? next : undefined);
  return sound ? [alone, [...alone, { sentence: next, fact }]] : [alone];
}

/** A reporter's sentence that can follow another: no quote, question or fragment, and not endless. */
function isPlain({ worded }: StoryFacts, sentence: Sentence): boolean {
  const { told, text } = worded(sentence);
  const english = (sentence.language ?? 'en').startsWith('en');
  return (
    !/["“”„«?]/.test(text) &&
    !isFirstPerson(text) &&
    told.words <= LONG_WORDS &&
    (!english || hasVerb(text)) &&
    (!judges(text) || isAttributed(text))
  );
}

// Where no title says what the story is about, what happened on a day is rather that than what is so at all times.
const DATED = 1.3;
const WHEN =
  /(?<![\p{L}])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|last (?:week|month|year|night)|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}*\.? \d|heute|gestern|am (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|am Mittwoch|hoy|ayer|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|hier|aujourd['’]hui|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|oggi|ieri|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica)(?![\p{L}])/u;
// What a lede's second sentence is about, against its first: larger, and scenes open digests instead of news.
const BEHIND = 0.4;
// More, and ledes of fifty words win; less, and a story is opened by whatever is short.
const LONG_LEDE = 1.5;
// As if every lede had this many words more: below it short ledes win, above it long ones.
const LEDE_WORDS = 50;

function worthOf(story: StoryFacts, opening: readonly Opening[]): number {
  const held = new Uint8Array(story.rated.concepts);
  let worth = 0;
  let words = 0;
  for (const { sentence, fact } of opening) {
    worth += story.rated.worth(sentence, held) * (fact ? weightOf(story, fact) : 0.8);
    words += sentence.words;
    story.rated.mark(sentence, held);
  }
  return worth / (words + LEDE_WORDS);
}
