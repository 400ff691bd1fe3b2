import type { Fact } from './facts.ts';
import { STALE } from './overtaken.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';

const MOST = 3;

// "Denied bail" and "rejected an offer" are deeds; a dispute is about what is said to be so.
const DISPUTES = new RegExp(
  `(?<![\\p{L}])(?:${[
    'den(?:y|ies|ied|ying)(?! (?:bail|entry|access|a |an |permission|parole|asylum|him|her|them|service|visas?|boarding|the (?:request|motion|application|appeal|petition)))',
    // Who "was accused of" a deed may stand before a court; no party speaks there.
    'accus(?:es|ing|e)|accused(?! (?:of|in|over)(?![^.;]* by ))(?! (?:man|woman|men|women|was|is|were|are|has|have|had|person|persons|told|said)(?![\\p{L}]))',
    'blam(?:es|ed|ing)',
    'charged that',
    "(?:reject|dismiss|disput|refut|contradict|contest)(?:s|es|ed|ing) (?:the |those |these |that |any |all |such |his |her |their |its |as )?(?:\\p{L}+[’']s? )?(?:\\p{L}+ )?(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|notion|idea|account|version|findings?|criticism|false|baseless|untrue|fake)",
    'no (?:truth|evidence) (?:to|of|for|that)',
    'bestreitet|bestritt|bestreiten|dementiert[e]?|wirft .{3,80} vor|warf .{3,80} vor|wies .{3,80} zurück|weist .{3,80} zurück|beschuldigt[e]?|streit gibt es',
    'niega|negó|niegan|negaron|desmiente|desmintió|rechaza las|rechazó las|acusa a|acusó a|acusan a|acusaron a|acusó al|acusa al',
    'dément|démentent|a démenti|conteste|rejette les|accuse|a accusé|nie avoir|nient',
    'nega|negano|ha negato|smentisce|ha smentito|accusa|ha accusato|respinge',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

// "Without admitting or denying" settles a case, and disputes nothing.
const NEITHER = /(?:admit|confirm)\p{L}* (?:n?or) den(?:y|ying)/iu;
// "… rejected that account": of what, or of whom, stands elsewhere.
const UNCLEAR =
  /(?:accus|blam|reject|dismiss|disput|refut|den(?:y|i))\p{L}* (?:him|her|them|it|that|this|(?:the|that|this|these|those) (?:charge|claim|accusation|allegation|account|report|criticism)s?)(?= of | within| on | in |[.,;]|$)/iu;
const FITTING = 0.5;

/**
 * The facts in which somebody accuses, denies or rejects what another says; who does stands in them.
 * None that tells what `lede` tells, that stands beside as a quote, or that later news has overtaken.
 */
export function disputesIn(
  story: StoryFacts,
  lede: readonly Sentence[],
  isQuoted: (text: string) => boolean,
  standing: (sentence: Sentence) => number,
): Fact[] {
  const disputing = story.facts
    .filter((f) => f.fitness >= FITTING && isDispute(story.worded(f.tellings[0]!).told.text))
    .sort(
      (a, b) => b.density * b.fitness * b.tellers.size - a.density * a.fitness * a.tellers.size,
    );
  const chosen: Fact[] = [];
  for (const fact of disputing) {
    if (chosen.length === MOST) break;
    const sentence = fact.tellings[0]!;
    const before = [...lede, ...chosen.map((c) => c.tellings[0]!)];
    if (before.some((s) => overlap(s.terms, sentence.terms) > 0.5)) continue;
    if (standing(sentence) <= STALE) continue;
    if (!isQuoted(story.worded(sentence).text)) chosen.push(fact);
  }
  return chosen;
}

/** Whether a sentence tells of an accusation or a denial. */
export function isDispute(text: string): boolean {
  const own = text.replace(/[“"„«][^“”"„«»]{0,800}[”"“»]/gu, ' ');
  return DISPUTES.test(own) && !NEITHER.test(own) && !(text.length < 90 && UNCLEAR.test(text));
}
