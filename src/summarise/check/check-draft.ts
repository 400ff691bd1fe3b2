import type { Ref } from '../../news/article.ts';
import type { Claim, Digest } from '../../news/digest.ts';
import type { Quote, VerifiedQuote } from '../../news/quote.ts';
import type { DigestMaterial } from '../material.ts';
import { overlap } from '../similarity.ts';
import { dangles, opensWithConnective } from '../standalone.ts';
import type { Checked } from './check-digest.ts';
import { checkClaim, type Verdict } from './claim.ts';
import type { Draft, DraftSentence, Reason, Refusal } from './draft.ts';
import { type Evidence, type Evidences, evidenceOf } from './evidence.ts';
import { readWords } from './fold.ts';
import { checkQuote } from './quote.ts';
import { shownAs } from './reading.ts';
import type { Locate } from './spoken.ts';

const MOST_BULLETS = 5;
const MOST_QUOTES = 4;
const LENGTHS = { headline: 150, lede: 500, bullet: 320 };
// Two bullets that share this much of their words say one thing.
const REPEATS = 0.7;

export type DraftGround = {
  readonly material: DigestMaterial;
  /** The digest that stands in wherever the draft fails; it was checked itself. */
  readonly fallback: Digest;
  /** The language the draft was asked for. */
  readonly language: string | null;
  /** What the digest is signed with if anything of the draft is left. */
  readonly writer: string;
  readonly locate: Locate;
  readonly evidences?: Evidences;
};

/**
 * The digest of what a draft proves. What fails is left out and the fallback's sentence stands in its place; contrasts,
 * timeline, numbers, disputes and coverage are the fallback's own.
 */
export function checkDraft(draft: Draft, ground: DraftGround): Checked {
  const { material, fallback, language, locate } = ground;
  const evidences = ground.evidences ?? evidenceOf(material.articles);
  const refused: Refusal[] = [];
  const refuse = (
    part: Refusal['part'],
    text: string,
    reason: Reason,
    what: string | null = null,
  ) => refused.push({ part, text, reason, what });
  const check = (text: string, sources: readonly Evidence[]) =>
    checkClaim(text, sources, {
      quotes: material.quotes,
      locate,
      language,
      storyAt: evidences.storyAt,
    });
  const cited = ({ sources }: DraftSentence) =>
    [...new Set(sources)].flatMap((id) => evidences.byArticle.get(id) ?? []);

  const headline = checkHeadline(draft.headline, evidences, check, refuse) ?? fallback.headline;

  const told: ReadonlySet<string>[] = [];
  const stemsOf = (text: string) =>
    new Set(readWords(text, language).flatMap((w) => (w.common ? [] : [w.stem])));
  const isTold = (text: string) => told.some((t) => overlap(t, stemsOf(text)) >= REPEATS);
  const tell = (text: string) => told.push(stemsOf(text));

  const judge = (part: 'lede' | 'bullet', sentence: DraftSentence) => {
    const text = shownAs(sentence.text);
    const verdict = text.length > LENGTHS[part] ? tooLong : check(text, cited(sentence));
    if (!verdict.holds) {
      refuse(part, sentence.text, verdict.reason, verdict.what);
      return undefined;
    }
    const leans = dangles(text, language) || opensWithConnective(text, language);
    if (leans || isTold(text)) {
      refuse(part, sentence.text, leans ? 'leans on another' : 'repeated');
      return undefined;
    }
    tell(text);
    return { text, refs: verdict.refs, single: verdict.tellers.size < 2 };
  };

  const opening = draft.lede ? judge('lede', draft.lede) : undefined;
  const lede: Claim = opening ? { text: opening.text, refs: opening.refs } : fallback.lede;
  if (!opening) tell(lede.text);
  const own = draft.bullets.slice(0, MOST_BULLETS).flatMap((b) => judge('bullet', b) ?? []);
  const missing = Math.max(draft.bullets.length, fallback.bullets.length) - own.length;
  // What was reworded shares few words with the sentence it was taken from, but it was taken from there.
  const taken = [...(opening ? [opening] : []), ...own].flatMap(({ refs }) => refs.slice(0, 1));
  const isTaken = ({ refs }: Claim) => refs.some((ref) => taken.some((one) => overlaps(one, ref)));
  const stand = fallback.bullets
    .filter((bullet) => !isTaken(bullet) && !isTold(bullet.text) && tell(bullet.text) > 0)
    .slice(0, Math.max(0, Math.min(missing, MOST_BULLETS - own.length)));
  const quotes = quotesOf(
    draft,
    fallback,
    (quote) => checkQuote(quote, evidences, material.quotes, locate),
    refuse,
  );
  const wrote = opening !== undefined || own.length > 0;
  return {
    digest: {
      ...fallback,
      headline,
      lede,
      // A stable sort: what several tell comes first, each half in the order it was written.
      bullets: [...own, ...stand].sort((a, b) => Number(a.single) - Number(b.single)),
      quotes,
      writer: wrote ? ground.writer : fallback.writer,
    },
    refused,
  };
}

const overlaps = (one: Ref, other: Ref) =>
  one.article === other.article && one.start < other.end && one.end > other.start;

const tooLong: Verdict = { holds: false, reason: 'length', what: null };

function checkHeadline(
  written: string | null,
  evidences: Evidences,
  check: (text: string, sources: readonly Evidence[]) => Verdict,
  refuse: (part: 'headline', text: string, reason: Reason, what: string | null) => void,
): string | undefined {
  if (written === null) return undefined;
  const text = shownAs(written).replace(/(?<!\.)\.$/, '');
  const verdict =
    text.length > LENGTHS.headline || /[!]$/.test(text)
      ? tooLong
      : check(text, [...evidences.byArticle.values()]);
  if (verdict.holds) return text;
  refuse('headline', written, verdict.reason, verdict.what);
  return undefined;
}

/** The draft's proven quotes, each statement once, then the fallback's. */
function quotesOf(
  draft: Draft,
  fallback: Digest,
  check: (quote: Draft['quotes'][number]) => VerifiedQuote | Reason,
  refuse: (part: 'quote', text: string, reason: Reason) => void,
): VerifiedQuote[] {
  const chosen: VerifiedQuote[] = [];
  const isShown = (quote: Quote) =>
    chosen.some((c) => c.article === quote.article && c.start < quote.end && c.end > quote.start) ||
    chosen.some((c) => letters(c.text) === letters(quote.text));
  for (const quote of draft.quotes.slice(0, MOST_QUOTES)) {
    const verdict = check(quote);
    if (typeof verdict === 'string') refuse('quote', quote.words, verdict);
    else if (!isShown(verdict)) chosen.push(verdict);
  }
  for (const quote of fallback.quotes) {
    if (
      chosen.length < Math.min(MOST_QUOTES, Math.max(fallback.quotes.length, 1)) &&
      !isShown(quote)
    ) {
      chosen.push(quote);
    }
  }
  return chosen;
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
