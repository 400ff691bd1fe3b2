import type { Ref } from '../news/article.ts';
import type { VerifiedQuote } from '../news/quote.ts';
import type { Passages } from './passages.ts';
import { tidy } from './prose.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { dangles } from './standalone.ts';

/** A sentence (`quote` null) or a quote that answers; `refs` are where it stands. */
export type AnswerPart = {
  readonly text: string;
  readonly refs: readonly Ref[];
  readonly quote: VerifiedQuote | null;
};

// How many sentences are shown before one that leans on them, and how long all may be, in letters.
const MOST_BEFORE = 2;
const LONGEST = 500;
const SAME = 0.6;

/** A sentence that leans on the one before it comes with that one. */
export function partOf(sentence: Sentence, passages: Passages): AnswerPart {
  const shown = shownWith(sentence, passages);
  return {
    text: shown.map((s) => tidy(s.text)).join(' '),
    refs: shown.map(({ article, start, end }) => ({ article, start, end })),
    quote: null,
  };
}

/** The parts, at most so many, of the given sentences, the best first: none repeats another, even in part. */
export function partsOf(
  ranked: Iterable<Sentence>,
  passages: Passages,
  most: number,
): AnswerPart[] {
  const chosen: { readonly sentence: Sentence; readonly part: AnswerPart }[] = [];
  const shown = new Set<string>();
  for (const sentence of ranked) {
    if (chosen.length === most) break;
    const texts = shownWith(sentence, passages).map((s) => tidy(s.text));
    const repeats =
      texts.some((text) => shown.has(text)) ||
      chosen.some(
        (c) =>
          overlap(c.sentence.terms, sentence.terms) > SAME ||
          texts.some((text) => c.part.text.includes(text)),
      );
    if (repeats) continue;
    for (const text of texts) shown.add(text);
    chosen.push({ sentence, part: partOf(sentence, passages) });
  }
  return chosen.map(({ part }) => part);
}

function shownWith(sentence: Sentence, passages: Passages): Sentence[] {
  const shown = [sentence];
  let length = sentence.text.length;
  while (shown.length <= MOST_BEFORE && leans(shown[0]!)) {
    const before = passages.before(shown[0]!);
    length += before?.text.length ?? 0;
    if (!before || (shown.length > 1 && length > LONGEST)) break;
    shown.unshift(before);
  }
  return shown;
}

const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;
const PERSON = /(?<![\p{L}])(?:he|she|his|her|him)(?![\p{L}])/iu;
const COUNT = /^(?:both|one|two|three|four|five|six|seven|eight|nine|ten|all|none|each|some)$/iu;

/** Whether a sentence speaks of somebody or something that only stands before it, outside what it quotes. */
function leans({ text, language }: Sentence): boolean {
  const whole = tidy(text);
  const own = whole.replace(QUOTED, ' ').trim();
  if (dangles(whole, language) || dangles(own, language)) return true;
  if (!(language ?? 'en').startsWith('en')) return false;
  const person = own.search(PERSON);
  if (person < 0) return false;
  const words = own.slice(0, person).match(/\p{L}+/gu) ?? [];
  return !words.some(
    (word, i) =>
      /^\p{Lu}/u.test(word) &&
      (i > 0 || (words.length > 1 && !COUNT.test(word) && !OPENS.test(word))),
  );
}

// A first word that has its capital from where it stands.
const OPENS =
  /^(?:the|an?|in|on|at|after|before|during|when|while|as|for|by|with|since|despite|if|although|though|because|once|until|asked|from|to|last|of|not|nobody|no|only|most|another|there|then|but|and|so|yet|about)$/iu;
