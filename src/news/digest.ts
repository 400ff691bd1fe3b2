import type { Ref } from './article.ts';
import type { VerifiedQuote } from './quote.ts';

/** Words of the digest and the places in the articles that they rest on. */
export type Claim = { readonly text: string; readonly refs: readonly Ref[] };

/** One story in short, made once for each of its versions. */
export type Digest = {
  readonly headline: string;
  readonly lede: Claim;
  /** Three to five where the articles carry that many; `single` marks what only one outlet tells. */
  readonly bullets: readonly (Claim & { readonly single: boolean })[];
  readonly quotes: readonly VerifiedQuote[];
  /** Told by one outlet only, or told differently. */
  readonly contrasts: readonly Claim[];
  /** `date` is a day (`2022-10-21`) or, where only that is known, a month or year. */
  readonly timeline: readonly (Claim & { readonly date: string })[];
  readonly numbers: readonly (Claim & { readonly value: number; readonly unit: string | null })[];
  readonly disputed: readonly Claim[];
  readonly coverage: Coverage;
  /** What is new against what this channel was told; null where it was told nothing. */
  readonly whatChanged: string | null;
  /** How it was made: `extractive`, or the model's name. */
  readonly writer: string;
  /** How many sentences and quotes of its writer's the check took out. */
  readonly refused?: number;
  /** What a model's digest cost: tokens, and millionths of the operator's currency. */
  readonly spent?: { readonly tokens: number; readonly micros: number };
};

export type Coverage = {
  readonly articles: number;
  readonly outlets: number;
  /** Outlets that told it in their own words: copies of another's text do not count (see coverage.ts). */
  readonly independent: number;
  /** The earliest and latest known publication; null where no article has a date. */
  readonly first: Date | null;
  readonly last: Date | null;
};
