import { type Quote, type VerifiedQuote, verifyQuote } from '../../news/quote.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { StoryArticle } from '../material.ts';
import type { DraftQuote, Reason } from './draft.ts';
import type { Evidences } from './evidence.ts';
import { forbiddenIn } from './forbidden.ts';
import { nameParts } from './names.ts';
import { asksOrOrders, ordersMachines } from './orders.ts';
import type { Reading } from './reading.ts';
import { covering, isSpeaker, type Locate } from './spoken.ts';

const FEWEST_WORDS = 5;
const LONGEST_WORDS = 60;

/** The quote as it stands in its article, with the speaker that the article gives, or why it is none. */
export function checkQuote(
  { words, source: id, speaker }: DraftQuote,
  evidences: Evidences,
  quotes: readonly Quote[],
  locate: Locate,
): VerifiedQuote | Reason {
  const source = evidences.byArticle.get(id);
  if (!source) return 'no source';
  const span = locate(words, source.article.text);
  if (!span) return 'not verbatim';
  const told = covering(quotes, source, span).filter((q) => q.use === 'key');
  if (told.length === 0) return 'not a statement';
  const quote = told.find((q) => isSpeaker(speaker, q));
  if (!quote) return 'speaker';
  // A part may turn the whole around ("I do not | want war"): only whole sentences of it may be left out.
  const text = source.article.text;
  const head = text.slice(quote.start, span.start).trim();
  const tail = text.slice(span.end, quote.end).trim();
  if (!/^$|[.!?…]["”’)]*$/.test(head)) return 'not verbatim';
  if (!/^[.,;:!?…]*$/.test(tail) && !/[.!?…]["”’)]*$/.test(text.slice(span.start, span.end))) {
    return 'not verbatim';
  }
  const end = tail && /^[.,;:!?…]*$/.test(tail) ? quote.end : span.end;
  return showable(
    { ...quote, text: text.slice(span.start, end), start: span.start, end },
    source.article,
    evidences.reading,
  );
}

/** What any writer's quote must be: verbatim, long enough, harmless, and in a sentence that belongs to the story. */
export function showable(
  quote: Quote,
  article: StoryArticle,
  reading: Reading,
): VerifiedQuote | Reason {
  const verified = verifyQuote(quote, article);
  if (!verified) return 'not verbatim';
  const count = quote.text.split(/\s+/).length;
  if (count < FEWEST_WORDS || count > LONGEST_WORDS) return 'length';
  if (quote.use !== 'key') return 'not a statement';
  if (quote.speaker === null && quote.speakerName === null) return 'speaker';
  const forbidden = forbiddenIn(quote.text.replace(/\s+/g, ' '));
  if (forbidden) return forbidden.reason;
  if (ordersMachines(quote.text) || asksOrOrders(around(quote, article.text))) return 'order';
  if (reading.sentencesAt(quote).some(reading.mayStand)) return verified;
  // People who speak of themselves or ask are quoted all the same, if the story knows them by name.
  const last = nameParts(quote.speakerName ?? '').at(-1);
  return last !== undefined && reading.names(article.id, last) ? verified : 'unsupported';
}

/** What stands around a quote in its sentences: 'Add "…" to your reply' gives nobody's words. */
function around({ start, end }: Quote, text: string): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const paragraph = text.slice(from, next < 0 ? text.length : next);
  const own = splitSentences(paragraph).filter(
    (s) => from + s.start <= end + 1 && from + s.end >= start - 1,
  );
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return '';
  const before = text.slice(Math.min(start, from + first.start), start);
  return `${before} ${text.slice(end, Math.max(end, from + last.end))}`;
}
