import type { Claim, Digest } from '../../news/digest.ts';
import type { Quote, VerifiedQuote } from '../../news/quote.ts';
import type { DigestMaterial, StoryArticle } from '../material.ts';
import { checkClaim, type Ground, isPresentable, type Verdict } from './claim.ts';
import type { Refusal } from './draft.ts';
import { type Evidences, evidenceOf } from './evidence.ts';
import { checkOwnWords } from './own-words.ts';
import { showable } from './quote.ts';
import { type Reading, readingOf, shownAs } from './reading.ts';
import type { Locate } from './spoken.ts';

export type Checked = {
  readonly digest: Digest;
  /** What was taken out, in the order it stood. */
  readonly refused: readonly Refusal[];
};

type Part = Refusal['part'];

/**
 * A digest without what its own articles do not prove. Meant for a writer that takes whole sentences: nothing is put
 * in their place but the next one; `checkDraft` is for writers with words of their own.
 */
export function checkDigest(
  digest: Digest,
  { articles, quotes }: DigestMaterial,
  { locate, evidences }: { readonly locate: Locate; readonly evidences?: Evidences },
): Checked {
  const reading = evidences?.reading ?? readingOf(articles);
  // Only words that are not the articles' own need all that the articles prove.
  let read = evidences;
  const evidence = () => {
    read ??= evidenceOf(articles, reading);
    return read;
  };
  const refused: Refusal[] = [];
  const verdicts = new Map<string, Verdict>();
  // Lede, timeline and numbers often hold the same sentence.
  const verdictOn = (claim: Claim) => {
    const key = `${claim.text}\n${claim.refs.map((r) => `${r.article} ${r.start} ${r.end}`)}`;
    const known = verdicts.get(key) ?? checkTaken(claim, reading, evidence, { quotes, locate });
    verdicts.set(key, known);
    return known;
  };
  const stands = (part: Part) => (claim: Claim) => {
    const verdict = verdictOn(claim);
    if (!verdict.holds) {
      refused.push({ part, text: claim.text, reason: verdict.reason, what: verdict.what });
    }
    return verdict.holds;
  };
  const title = shownAs(digest.headline);
  const headline = isPresentable(title);
  if (headline && !headline.holds) {
    refused.push({
      part: 'headline',
      text: digest.headline,
      reason: headline.reason,
      what: headline.what,
    });
  }
  const opens = stands('lede')(digest.lede);
  const bullets = digest.bullets.filter(stands('bullet'));
  const first = opens ? undefined : bullets[0];
  const lede = opens
    ? digest.lede
    : first
      ? { text: first.text, refs: first.refs }
      : { text: presentableTitle(digest, articles) ?? '', refs: [] };
  return {
    digest: {
      ...digest,
      headline: headline ? (presentableTitle(digest, articles) ?? lede.text) : title,
      lede,
      bullets: bullets.filter((b) => b !== first),
      quotes: digest.quotes.flatMap((quote) => provenQuote(quote, reading, refused)),
      contrasts: digest.contrasts.filter(stands('fact')),
      timeline: digest.timeline.filter(stands('fact')),
      numbers: digest.numbers.filter(stands('fact')),
      disputed: digest.disputed.filter(stands('fact')),
    },
    refused,
  };
}

/** The titles in their order: the first that may be shown. */
function presentableTitle(
  { headline }: Digest,
  articles: DigestMaterial['articles'],
): string | undefined {
  return articles
    .map((a) => shownAs(a.title))
    .find((title) => title && title !== headline && !isPresentable(title));
}

/** A sentence taken from the articles: its refs say where it stands. A title without a text stands for itself. */
function checkTaken(
  { text, refs }: Claim,
  reading: Reading,
  evidence: () => Evidences,
  { quotes, locate }: Pick<Ground, 'quotes' | 'locate'>,
): Verdict {
  const unfit = refs.length === 0 ? isPresentable(text) : undefined;
  if (refs.length === 0) return unfit ?? { holds: true, refs, tellers: new Set() };
  // Differing figures stand side by side, one outlet's sentence and then the other's.
  const parts = refs.length === 2 ? text.split(' / ') : [text];
  const verdicts = parts.map((part, i) => {
    const own = parts.length === 2 ? [refs[i]!] : refs;
    const cited = new Set(own.map((ref) => ref.article));
    const claim = {
      text: withoutOutlet(
        part,
        reading.articles.filter((a) => cited.has(a.id)),
      ),
      refs: own,
    };
    const verdict = checkOwnWords(claim, reading);
    if (verdict) return verdict;
    const { byArticle, storyAt } = evidence();
    const sources = [...cited].flatMap((id) => byArticle.get(id) ?? []);
    const language = sources[0]?.article.language ?? null;
    return checkClaim(claim.text, sources, { quotes, locate, language, storyAt });
  });
  return verdicts.find((v) => !v.holds) ?? verdicts[0]!;
}

/** Contrasts name their outlet, or its host, before a colon: that is ours, not the article's. */
function withoutOutlet(text: string, articles: readonly StoryArticle[]): string {
  for (const { outlet, url } of articles) {
    const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
    for (const name of [outlet, host])
      if (name && text.startsWith(`${name}: `)) return text.slice(name.length + 2);
  }
  return text;
}

function provenQuote(quote: Quote, reading: Reading, refused: Refusal[]): VerifiedQuote[] {
  const article = reading.articles.find((a) => a.id === quote.article);
  const shown = article ? showable(quote, article, reading) : ('no source' as const);
  if (typeof shown !== 'string') return [shown];
  refused.push({ part: 'quote', text: quote.text, reason: shown, what: null });
  return [];
}
