import type { Quote } from '../../news/quote.ts';
import type { Span } from '../../text/span.ts';
import type { Reason } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { readWords } from './fold.ts';
import { nameParts } from './names.ts';

/** Where the words stand in a text, letter for letter but for typesetting (quotes/locate.ts). */
export type Locate = (words: string, text: string) => Span | undefined;

const MARKED =
  /[“"„«]\s?([^“”"„«»\n]{1,800}?)\s?[”"“»]|(?<![\p{L}\p{N}])[‘']([^‘’'\n]{3,400}?)[’'](?![\p{L}\p{N}])/gu;
// From so many words on, marked words are somebody's; fewer are a title or a term.
const STATEMENT = 3;

/** What is wrong with the words a claim puts between quote marks, or undefined. */
export function misquoted(
  text: string,
  sources: readonly Evidence[],
  quotes: readonly Quote[],
  locate: Locate,
): { reason: Reason; what: string } | undefined {
  for (const match of text.matchAll(MARKED)) {
    const words = (match[1] ?? match[2] ?? '').replace(/[,.;:!?]+$/, '');
    const places = sources.flatMap((source) => {
      const span = locate(words, source.article.text);
      return span ? [{ source, span }] : [];
    });
    if (places.length === 0) return { reason: 'not verbatim', what: words.slice(0, 60) };
    if (words.split(/\s+/).length < STATEMENT) continue;
    const told = places.flatMap(({ source, span }) => covering(quotes, source, span));
    if (told.length === 0) {
      if (places.some(({ source, span }) => isMarked(source.article.text, span))) continue;
      return { reason: 'not a statement', what: words.slice(0, 60) };
    }
    const sound = told.filter((q) => q.use !== 'reject' && q.use !== 'mangled');
    if (sound.length === 0) return { reason: 'not a statement', what: words.slice(0, 60) };
    const around = text.replace(match[0], ' ');
    if (!sound.some((q) => isNamed(q, around, quotes))) {
      return { reason: 'speaker', what: words.slice(0, 60) };
    }
  }
  return undefined;
}

function isMarked(text: string, { start, end }: Span): boolean {
  return (
    /[“"„«‘']\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[,.]?\s?[”"“»’']/.test(text.slice(end, end + 3))
  );
}

/** The quotes of an article that a stretch of its text lies in. */
export function covering(quotes: readonly Quote[], source: Evidence, span: Span): Quote[] {
  return quotes.filter(
    (q) => q.article === source.article.id && q.start <= span.start && q.end >= span.end - 1,
  );
}

/**
 * Whether the words name who spoke: the last name, or, where they name nobody else who speaks, words of how the article
 * calls the speaker.
 */
function isNamed(quote: Quote, words: string, all: readonly Quote[]): boolean {
  if (quote.speaker === null && quote.speakerName === null) return true;
  const said = new Set(readWords(words, null).map((w) => w.folded));
  const last = nameParts(quote.speakerName ?? '').at(-1);
  if (last && said.has(last)) return true;
  const others = all.flatMap(({ speakerName }) => nameParts(speakerName ?? '').at(-1) ?? []);
  if (others.some((name) => name !== last && said.has(name))) return false;
  if (quote.speakerName !== null) {
    // "the Kremlin spokesman" is Peskov too.
    const role = nameParts(`${quote.role ?? ''} ${quote.speaker ?? ''}`);
    return role.filter((part) => part.length > 3 && said.has(part)).length >= 2;
  }
  return nameParts(quote.speaker ?? '').some((part) => part.length > 2 && said.has(part));
}

/** Whether a name that a writer gives is the speaker's: the last name agrees and no first name differs. */
export function isSpeaker(given: string, quote: Quote): boolean {
  const claimed = nameParts(given);
  const known = nameParts(quote.speakerName ?? '');
  if (claimed.length === 0) return false;
  if (known.length > 0) {
    const last = known.at(-1)!;
    if (claimed.includes(last)) return true;
  }
  const words = new Set(nameParts(quote.speaker ?? ''));
  const told = claimed.filter((part) => part.length > 2);
  return words.size > 0 && told.length > 0 && told.every((part) => words.has(part));
}
