import type { Claim } from '../news/digest.ts';
import { tidy } from './prose.ts';
import { overlap } from './similarity.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';

const MOST = 3;

// "Denied bail" and "rejected an offer" are deeds; a dispute is about what is said to be so.
const DISPUTES = new RegExp(
  `(?<![\\p{L}])(?:${[
    'den(?:y|ies|ied|ying)(?! (?:bail|entry|access|a |an |permission|parole|asylum|him|her|them|service|visas?|boarding|the (?:request|motion|application|appeal|petition)))',
    'accus(?:es|ed|ing|e) ',
    'blam(?:es|ed|ing) ',
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

/** Sentences in which somebody accuses, denies or rejects what another says; who does stands in them. */
export function disputedOf(story: StoryFacts): Claim[] {
  const disputing = story.facts
    .filter((f) => DISPUTES.test(f.tellings[0]!.text))
    .sort(
      (a, b) => b.density * b.fitness * b.tellers.size - a.density * a.fitness * a.tellers.size,
    );
  const chosen: typeof disputing = [];
  for (const fact of disputing) {
    if (chosen.length === MOST) break;
    const { terms } = fact.tellings[0]!;
    if (!chosen.some((c) => overlap(c.tellings[0]!.terms, terms) > 0.5)) chosen.push(fact);
  }
  return chosen.map((f) => ({ text: tidy(f.tellings[0]!.text), refs: refsOf(f.tellings) }));
}
