import type { Ref } from '../../news/article.ts';
import type { Claim, Digest } from '../../news/digest.ts';
import type { Quote, VerifiedQuote } from '../../news/quote.ts';
import type { DigestMaterial } from '../material.ts';
import { checkClaim, type Ground, isPresentable, type Verdict } from './claim.ts';
import type { Refusal } from './draft.ts';
import { type Evidence, type Evidences, evidenceOf } from './evidence.ts';
import { showable } from './quote.ts';
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
  {
    locate,
    evidences = evidenceOf(articles),
  }: { readonly locate: Locate; readonly evidences?: Evidences },
): Checked {
  const refused: Refusal[] = [];
  const stands = (part: Part) => (claim: Claim) => {
    const verdict = checkTaken(claim, evidences, { quotes, locate });
    if (!verdict.holds) {
      refused.push({ part, text: claim.text, reason: verdict.reason, what: verdict.what });
    }
    return verdict.holds;
  };
  const headline = isPresentable(digest.headline);
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
      headline: headline ? (presentableTitle(digest, articles) ?? lede.text) : digest.headline,
      lede,
      bullets: bullets.filter((b) => b !== first),
      quotes: digest.quotes.flatMap((quote) => provenQuote(quote, evidences, refused)),
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
    .map((a) => a.title.replace(/\s+/g, ' ').trim())
    .find((title) => title && title !== headline && !isPresentable(title));
}

/** A sentence taken from the articles: its refs say where it stands. A title without a text stands for itself. */
function checkTaken(
  { text, refs }: Claim,
  evidences: Evidences,
  { quotes, locate }: Pick<Ground, 'quotes' | 'locate'>,
): Verdict {
  const unfit = refs.length === 0 ? isPresentable(text) : undefined;
  if (refs.length === 0) return unfit ?? { holds: true, refs, tellers: new Set() };
  const sourceOf = (ref: Ref) => evidences.byArticle.get(ref.article) ?? [];
  // Differing figures stand side by side, one outlet's sentence and then the other's.
  const parts = refs.length === 2 ? text.split(' / ') : [text];
  const verdicts = parts.map((part, i) => {
    const sources =
      parts.length === 2 ? [sourceOf(refs[i]!)].flat() : [...new Set(refs.flatMap(sourceOf))];
    return checkClaim(withoutOutlet(part, sources), sources, {
      quotes,
      locate,
      language: sources[0]?.article.language ?? null,
      storyAt: evidences.storyAt,
    });
  });
  return verdicts.find((v) => !v.holds) ?? verdicts[0]!;
}

/** Contrasts name their outlet, or its host, before a colon: that is ours, not the article's. */
function withoutOutlet(text: string, sources: readonly Evidence[]): string {
  for (const { article } of sources) {
    const { outlet, url } = article;
    const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
    for (const name of [outlet, host])
      if (name && text.startsWith(`${name}: `)) return text.slice(name.length + 2);
  }
  return text;
}

function provenQuote(quote: Quote, evidences: Evidences, refused: Refusal[]): VerifiedQuote[] {
  const source = evidences.byArticle.get(quote.article);
  const shown = source ? showable(quote, source) : ('no source' as const);
  if (typeof shown !== 'string') return [shown];
  refused.push({ part: 'quote', text: quote.text, reason: shown, what: null });
  return [];
}
