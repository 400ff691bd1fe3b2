import { figuresOf } from '../figures.ts';
import { type Amount, amountsIn } from './amounts.ts';
import type { Proof } from './evidence.ts';
import type { ReadWord } from './fold.ts';
import type { Support } from './support.ts';

type Share = {
  readonly says: RegExp;
  readonly proves: RegExp;
  readonly numbers?: (n: number) => boolean;
};

// Amounts that stand in no digits: what says them, and what else may stand in a source that means them.
const SHARES: readonly Share[] = [
  {
    says: /\bhalf (?:of|the|a|an)\b|\ba half\b|\bhalved\b/i,
    proves: /\bhal(?:f|ves?|ved|ving)\b|\b50\b|\bmidway\b/i,
  },
  { says: /\b(?:a|one|two)[ -]thirds?\b/i, proves: /\bthirds?\b|\b3[34]\b|\b6[67]\b/i },
  { says: /\b(?:a|one|three)[ -]quarters?\b/i, proves: /\bquarters?\b|\b[27]5\b/i },
  {
    says: /\b(?:twice|doubled?|doubling|twofold)\b/i,
    proves: /\b(?:twice|doubl\p{L}*|twofold|second time|two|both|2)\b/iu,
  },
  {
    says: /\bdozens\b/i,
    proves: /\b(?:dozens?|scores|many|hundreds)\b/i,
    numbers: (n) => n >= 20 && n < 200,
  },
  { says: /\bhundreds\b/i, proves: /\bhundreds?\b/i, numbers: (n) => n >= 150 && n < 2000 },
  { says: /\bthousands\b/i, proves: /\bthousands?\b/i, numbers: (n) => n >= 1500 && n < 2e6 },
  { says: /\bmillions\b/i, proves: /\bmillions?\b/i, numbers: (n) => n >= 1.5e6 && n < 2e9 },
];

const PERIOD = '(second|minute|hour|day|week|month|year|decade)';
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
const RATE = new RegExp(
  `\\b(?:every|each|per|times an?|\\d[\\d.,]*\\s?(?:%|[\\p{L}]+)?(?:\\s\\p{L}+)? an?)\\s${PERIOD}\\b|\\b(${Object.keys(ADVERBS).join('|')})\\b`,
  'giu',
);
const ANY_RATE = new RegExp(
  `\\b(?:every|each|per|an?|the)\\s(?:\\p{L}+\\s)?${PERIOD}\\b|\\b(${Object.keys(ADVERBS).join('|')})\\b|\\b${PERIOD}s?\\b`,
  'giu',
);

const periods = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([whole, ...groups]) => {
    const word = groups.find(Boolean)?.toLowerCase() ?? '';
    return [{ whole, period: ADVERBS[word] ?? word }];
  });

/** "Half of", "hundreds", "every week", "one worker" that the sources do not tell so; only English is read for it. */
export function otherShare(
  text: string,
  words: readonly ReadWord[],
  { proofs }: Support,
  all: readonly Proof[],
): string | undefined {
  const figures = () => all.flatMap(({ sentence }) => figuresOf(sentence.text, 'en'));
  for (const { says, proves, numbers } of SHARES) {
    const said = says.exec(text)?.[0];
    if (said === undefined || proofs.some(({ sentence }) => proves.test(sentence.text))) continue;
    // "Hundreds of workers" of a number of workers, or of one that does not say what it counts.
    const behind = text.slice(text.indexOf(said)).toLowerCase();
    const counts = (unit: string | null) => unit === null || behind.includes(unit);
    if (numbers && figures().some(({ value, unit }) => numbers(value) && counts(unit))) continue;
    return said;
  }
  const named = (some: readonly Proof[]) =>
    new Set(some.flatMap((one) => periods(one.sentence.text, ANY_RATE).map((p) => p.period)));
  const best = named(proofs.slice(0, 1));
  const told = best.size > 0 ? best : named(proofs);
  // Where its sentences name no period at all, another sentence is meant.
  const rate = periods(text, RATE).find(({ period }) => told.size > 0 && !told.has(period));
  if (rate) return rate.whole;
  return single(text, words, all);
}

/** "One worker" where the sources count workers, and never one. */
function single(
  text: string,
  words: readonly ReadWord[],
  all: readonly Proof[],
): string | undefined {
  for (const [i, word] of words.entries()) {
    const noun = words[i + 1];
    if (word.folded !== 'one' || !noun || noun.common || noun.capital) continue;
    if (text.slice(word.end, noun.start) !== ' ' || /s$/.test(noun.folded)) continue;
    let counted = false;
    let alone = false;
    for (const proof of all) {
      for (const [at, own] of proof.words.entries()) {
        if (own.stem !== noun.stem) continue;
        if (own.folded === noun.folded) alone = true;
        else if (isCounted(proof, own.start, at)) counted = true;
      }
    }
    if (counted && !alone) return `${word.text} ${noun.text}`;
  }
  return undefined;
}

function isCounted({ sentence, amounts, words }: Proof, start: number, at: number): boolean {
  const before = words[at - 2]?.start ?? 0;
  const more = (amount: Amount) =>
    amount.end <= start && amount.start >= before - 12 && amount.values.some((v) => v > 1);
  return (amounts.length > 0 ? amounts : amountsIn(sentence.text, 'en')).some(more);
}
