import type { Candidate } from './candidates.ts';
import { oddsOf } from './model.ts';
import { candidatesFor } from './patterns.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isTitleOfWork, regionFeatures } from './region-features.ts';

/** Who said the words of a region, and how sure the model is. */
export type Attribution = {
  readonly subject: Phrase | undefined;
  readonly pattern: string;
  /** The token of the verb, where one tells. */
  readonly verb: number | undefined;
  readonly odds: number;
};

/**
 * Words between marks count as somebody's when nobody's odds are below this. Higher finds more and errs more: at 0.3 two quotes in
 * a hundred more are found, and half a point of precision is lost. The weights know English best; elsewhere the bar is lower.
 */
const NOBODY = { en: 0.22, other: 0.5 };

/** A quote this likely to be somebody's lends its speaker to those after it. */
const LENDS = 0.4;

/** Decides for each region in order, since quotes lean on those before them. */
export function attribute(r: Reading): (Attribution | undefined)[] {
  const chain: (Candidate | undefined)[] = [];
  const found: (Attribution | undefined)[] = [];
  const bar = r.grammar.language === 'en' ? NOBODY.en : NOBODY.other;
  for (let i = 0; i < r.regions.length; i++) {
    const candidates = candidatesFor(r, i, chain);
    const odds = oddsOf(regionFeatures(r, i, chain), candidates);
    let best = 0;
    for (let k = 1; k < candidates.length; k++) if (odds.each[k]! > odds.each[best]!) best = k;
    const chosen = candidates[best];
    chain.push(odds.nobody < 1 - LENDS ? chosen : undefined);
    const document = describedIn(r, i, found);
    if (document) found.push(document);
    else if (odds.nobody >= bar || isTitleOfWork(r, i)) found.push(undefined);
    else {
      found.push({
        subject: chosen?.subject,
        pattern: chosen?.pattern ?? 'none',
        verb: chosen?.event?.verb,
        odds: odds.each[best] ?? 0,
      });
    }
  }
  return found;
}

/**
 * Austin “underscored the importance of …” right after words of a readout: the verb between the marks tells of Austin in the third
 * person, so the words are the readout's and not his.
 */
function describedIn(
  r: Reading,
  index: number,
  found: readonly (Attribution | undefined)[],
): Attribution | undefined {
  const before = found[index - 1];
  if (!before?.subject) return undefined;
  const { list, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  if (list[t]!.paragraph - list[ofRegion[index - 1]!]!.paragraph > 1) return undefined;
  const first = /^\p{Ll}+/u.exec(
    r.text.slice(r.regions[index]!.start, r.regions[index]!.start + 40),
  )?.[0];
  if (!first || r.grammar.verb(first)?.form !== 'finite') return undefined;
  let name = t - 1;
  while (name > 0 && (list[name]!.lower.endsWith('ly') || r.grammar.adverbs.has(list[name]!.lower)))
    name--;
  if (!list[name]!.cap || list[name]!.sentence !== list[t]!.sentence) return undefined;
  for (let i = before.subject.start; i < before.subject.end; i++) {
    if (r.grammar.sayingNouns.has(list[i]!.lower) && !list[i]!.cap)
      return { ...before, pattern: 'document', verb: undefined, odds: 0.75 };
    if (r.grammar.from.has(list[i]!.lower)) return undefined;
  }
  return undefined;
}
