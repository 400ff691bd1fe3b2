import type { Candidate } from './candidates.ts';
import { firstEventFrom, type Reading } from './reading.ts';
import { classShape, endShape, sizeOf, startsUpper, wordShape } from './shapes.ts';
import { lastLetter } from './tokens.ts';

/** How far around a quote its sentence is looked at: longer sentences cost no more. */
const WINDOW = 60;

/** What has a title: a title between marks nobody says. */
const WORKS = new Set(
  `book novel memoir biography film movie documentary show series sitcom drama comedy song anthem hymn album single musical play opera
  podcast program programme episode sequel magazine newsletter blog column essay poem game video exhibition website host star starring
  titled called entitled director author cd tv television broadway buch film serie lied libro película canción livre chanson romanzo canzone`.split(
    /\s+/,
  ),
);

/** Whether a quote is the title of a work named just before it: the anthem “The Long Road Home,” her first book, “Late Boats”. */
export function isTitleOfWork(r: Reading, index: number): boolean {
  const region = r.regions[index]!;
  const { list, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  const at = list[t - 1]?.text === ',' ? t - 2 : t - 1;
  const noun = list[at];
  if (!noun || noun.sentence !== list[t]!.sentence || !WORKS.has(noun.lower)) return false;
  const words = r.text.slice(region.start, Math.min(region.end, region.start + 200)).split(/\s+/);
  return words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / words.length > 0.6;
}

/** Whether a quote is a line of a transcript with the speaker's name before it ("AVERILL: I would …"). */
export function isLabelled(r: Reading, index: number): boolean {
  const { start } = r.regions[index]!;
  return /^\p{Lu}[\p{Lu}'’. -]{2,30}:\s/u.test(r.text.slice(start, start + 40));
}

const PERSONAL =
  /\b(?:I|we|you|me|my|our|us|your|We|You|My|Our|It|it['’]s|don['’]t|can['’]t|ich|wir|Ich|Wir|je|nous|Je|Nous|yo|nosotros|io|noi)\b/u;
const VERBAL =
  /\b(?:is|are|was|were|be|have|has|do|will|would|should|can|must|ist|sind|wird|est|sont|es|son|è|sono)\b/u;

/**
 * What can be seen of a quote without looking for its speaker: title or utterance, fragment or sentence, what stands beside it. `chain` is
 * who was found for the quotes before it.
 */
export function regionFeatures(
  r: Reading,
  index: number,
  chain: readonly (Candidate | undefined)[],
): string[] {
  const region = r.regions[index]!;
  const g = r.grammar;
  const { list, sentenceStart, paragraphStart, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  const token = list[t]!;
  const from = Math.max(sentenceStart[token.sentence]!, t - WINDOW);
  const to = Math.min(sentenceStart[token.sentence + 1]!, t + WINDOW);
  const inner = r.text.slice(region.start, region.end);
  const words = inner.slice(0, 2_000).trim().split(/\s+/);
  const size = sizeOf(words.length);
  const upper = startsUpper(inner);
  const end = endShape(lastLetter(r.text, region.start, region.end));
  const capitals = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
  const before = t > from ? list[t - 1] : undefined;
  const after = t + 1 < to ? list[t + 1] : undefined;
  const [b, a, bc, ac] = [
    wordShape(before, g),
    wordShape(after, g),
    classShape(before, g),
    classShape(after, g),
  ];
  const titled =
    words.length === 1 ? (upper ? 'C' : 'x') : capitals / words.length > 0.6 ? 'T' : 'x';

  const out = [
    'bias',
    `n=${size}`,
    `cap=${upper}`,
    `end=${end}`,
    `cap=${upper} end=${end} n=${size}`,
  ];
  if (words.length >= 2) out.push(`titlecase=${titled} n=${size}`);
  if (PERSONAL.test(inner.slice(0, 2_000))) out.push('personal');
  if (VERBAL.test(inner.slice(0, 2_000))) out.push('verbal');
  out.push(`b=${b}`, `a=${a}`, `b=${b} n=${size}`, `a=${a} n=${size}`, `b=${b} cap=${upper}`);
  if (before && t - 2 >= from)
    out.push(`bb=${wordShape(list[t - 2], g)}`, `bb=${wordShape(list[t - 2], g)} ${b}`);
  out.push(`t=${titled} b=${b}`, `t=${titled} a=${a}`, `t=${titled} end=${end} n=${size}`);
  out.push(
    `ac=${ac} n=${size}`,
    `bc=${bc} n=${size}`,
    `bc=${bc} ac=${ac}`,
    `bc=${bc} ac=${ac} t=${titled}`,
  );
  if (titled === 'T' || titled === 'C') {
    for (let i = Math.max(from, t - 5); i < t; i++)
      if (WORKS.has(list[i]!.lower)) out.push(`work=${titled}`);
    if (after && WORKS.has(after.lower)) out.push(`work=${titled}`);
  }
  if (!before && !after) out.push(`alone end=${end}`);
  if (paragraphStart[token.paragraph] === t && paragraphStart[token.paragraph + 1] === t + 1) {
    out.push('wholeparagraph', `wholeparagraph n=${size}`);
  }
  if (before?.text === '(' || after?.text === ')') out.push('bracket');
  out.push(`ended=${region.ended}`);
  if (region.continues) out.push('continues');
  out.push(...companions(r, index, chain, size));
  const events = firstEventFrom(r.events, to) - firstEventFrom(r.events, from);
  let quotes = 0;
  for (let i = from; i < to; i++) if (list[i]!.kind === 'quote') quotes++;
  out.push(`events=${Math.min(3, events)}`, `regions=${Math.min(4, quotes)}`);
  for (let i = Math.max(from, t - 6); i < t; i++)
    if (isSmall(list[i]!)) out.push(`near=${list[i]!.lower}`);
  for (let i = t + 1; i < Math.min(to, t + 4); i++)
    if (isSmall(list[i]!)) out.push(`next=${list[i]!.lower}`);
  return out;
}

function isSmall(token: { readonly kind: string; readonly cap: boolean }): boolean {
  return token.kind === 'word' && !token.cap;
}

/** Quotes in a row, or in one sentence, share their fate. */
function companions(
  r: Reading,
  index: number,
  chain: readonly (Candidate | undefined)[],
  size: string,
): string[] {
  if (index === 0) return [];
  const { list, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  const last = ofRegion[index - 1]!;
  const token = list[t]!;
  const other = list[last]!;
  const accepted = chain[index - 1] !== undefined;
  const inSentence = list[t - 1]!.sentence === token.sentence;
  const bound = (i: number) => list[i]!.text === ',' || r.grammar.conjunctions.has(list[i]!.lower);
  if (inSentence && t - last <= 3) {
    let row = true;
    for (let i = last + 1; i < t; i++) row &&= bound(i);
    if (row) return [`row=${accepted}`];
  }
  if (inSentence && other.sentence === token.sentence) return [`beside=${accepted} n=${size}`];
  if (other.paragraph === token.paragraph) return [`same=${accepted} starts=${!inSentence}`];
  return [];
}
