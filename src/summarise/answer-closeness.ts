import { wordsOf } from '../text/words.ts';
import type { SoughtWord } from './coverage.ts';
import { regular } from './irregular.ts';
import type { Sentence } from './sentence.ts';
import type { Forms } from './word-forms.ts';

/** How near to each other a question's words stand in a sentence, and to what may be the answer; each 0 to 1. */
export type Closeness = {
  /** How many words are between them; 0 for one or none. */
  readonly tight: number;
  /** The most that one stretch of a dozen words holds of the question. */
  readonly stretch: number;
  /** How much of the question stands near what may be the answer; `stretch` where no sign of it is known. */
  readonly around: number;
  /** How much of the rest stands near the word on which the question turns; 0.5 where none is known. */
  readonly crux: number;
  /** How near what may be the answer stands to the word that says what thing is asked for; 0.5 where none is known. */
  readonly focus: number;
  /** What may be the answer stands before the word on which the question turns (1), only behind it (0), or nobody knows (0.5). */
  readonly before: number;
};

type Placed = SoughtWord & { readonly token: number; readonly at: number; readonly force: number };

const STRETCH = 12;
/** Letters after which nearness counts half. */
const HALF = 40;
const NONE: Closeness = { tight: 0, stretch: 0, around: 0, crux: 0.5, focus: 0.5, before: 0.5 };

/** `signs` are the places in the sentence's text where what is asked for may stand; null where no sign is known. */
export function closenessOf(
  sentence: Sentence,
  words: readonly SoughtWord[],
  forms: (word: string, language: string | null) => Forms,
  signs: readonly number[] | null,
): Closeness {
  const placed = placesOf(sentence, words, forms);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (placed.length === 0 || total === 0) return NONE;
  const stretch = Math.max(
    ...placed.map(({ token }) =>
      held(
        placed.filter((p) => token <= p.token && p.token < token + STRETCH),
        () => 1,
      ),
    ),
  );
  const turns = placed.filter(({ isCrux }) => isCrux);
  const others = placed.filter(({ isCrux }) => !isCrux);
  const rest = words.reduce((sum, w) => sum + (w.isCrux ? 0 : w.weight), 0);
  const isKnown = words.some(({ isCrux }) => isCrux);
  return {
    tight: tightness(words.length, placed),
    stretch: stretch / total,
    around:
      signs === null
        ? stretch / total
        : Math.max(0, ...signs.map((sign) => held(placed, near(sign)))) / total,
    crux:
      !isKnown || rest === 0
        ? 0.5
        : Math.max(0, ...turns.map(({ at }) => held(others, near(at)))) / rest,
    focus:
      !signs || !words.some(({ isFocus }) => isFocus)
        ? 0.5
        : Math.max(
            0,
            ...placed.filter(({ isFocus }) => isFocus).flatMap((p) => signs.map((s) => near(s)(p))),
          ),
    before:
      !signs || signs.length === 0 || turns.length === 0
        ? 0.5
        : turns.some(({ at }) => signs.some((sign) => sign < at))
          ? 1
          : 0,
  };
}

const near =
  (place: number) =>
  ({ at }: Placed) =>
    1 / (1 + Math.abs(at - place) / HALF);

/** The weight of the words, each once, by how they count. */
function held(placed: readonly Placed[], counts: (p: Placed) => number): number {
  const most = new Map<string, number>();
  for (const p of placed)
    most.set(p.word, Math.max(most.get(p.word) ?? 0, p.weight * p.force * counts(p)));
  return [...most.values()].reduce((sum, n) => sum + n, 0);
}

function placesOf(
  { text, tokens, language }: Sentence,
  words: readonly SoughtWord[],
  forms: (word: string, language: string | null) => Forms,
): Placed[] {
  const places = wordsOf(text);
  const known = words.map((word) => ({ word, forms: forms(word.word, language) }));
  return tokens.flatMap(({ stem }, token) => {
    const form = regular(stem, language);
    return known.flatMap(({ word, forms }) => {
      const force = forms.get(form);
      return force === undefined ? [] : [{ ...word, token, at: places[token]!.start, force }];
    });
  });
}

function tightness(count: number, placed: readonly Placed[]): number {
  const first = new Map<string, number>();
  for (const { word, token } of placed) if (!first.has(word)) first.set(word, token);
  if (count < 2 || first.size < 2) return 0;
  const tokens = [...first.values()];
  return (tokens.length - 1) / Math.max(1, Math.max(...tokens) - Math.min(...tokens));
}
