import type { ArticleId, Document, Ref } from './article.ts';

/** Words between quote marks that somebody is said to have said. All fields are null where nothing is known. */
export type Quote = {
  /** `article.text.slice(start, end)`: what stands between the marks, without them. */
  readonly text: string;
  readonly article: ArticleId;
  readonly start: number;
  readonly end: number;
  /** The speaker in the words of the text ("the Kremlin spokesman"), and where they stand. */
  readonly speaker: string | null;
  readonly speakerStart: number | null;
  readonly speakerEnd: number | null;
  /** The full name the speaker resolves to in this article ("Dmitry Peskov"). */
  readonly speakerName: string | null;
  readonly role: string | null;
  /** The outlet or person who passed the words on ("TASS"). */
  readonly via: string | null;
  /** `direct`: a whole statement. `mixed`: marked words inside a sentence of the reporter's. */
  readonly kind: 'direct' | 'mixed';
  readonly use: QuoteUse;
  /** How often this way of attributing was right when measured, 0 to 1. */
  readonly confidence: number;
  /** Where other outlets give the same words, letters and figures alike; in digests only. */
  readonly also?: readonly Ref[];
};

/**
 * What a digest may do with a quote. `key`: show it. `fragment`: too short to stand alone.
 * `mangled`: the words or their marks are damaged. `reject`: a headline, an embedded post, second hand, or one odd word.
 */
export type QuoteUse = 'key' | 'fragment' | 'mangled' | 'reject';

declare const verified: unique symbol;

/** A quote that was compared with its article letter by letter. Only `verifyQuote` makes one. */
export type VerifiedQuote = Quote & { readonly [verified]: true };

/** The quote if exactly its words stand at its offsets in that article, else undefined. */
export function verifyQuote(
  quote: Quote,
  article: Pick<Document, 'id' | 'text'>,
): VerifiedQuote | undefined {
  const stands =
    quote.text.length > 0 &&
    quote.article === article.id &&
    quote.start >= 0 &&
    quote.end === quote.start + quote.text.length &&
    article.text.startsWith(quote.text, quote.start);
  return stands ? (quote as VerifiedQuote) : undefined;
}
