// Turns of phrase that mean one thing together, and what they are read as.
const PHRASES: readonly (readonly [RegExp, string])[] = [
  // As they are typed in a hurry.
  [/\b(what|who|where|how|when|that)s\b(?!['’])/giu, '$1 is'],
  [/\b(did|does|do|is|was|were|are|has|have|had|could|would|should)nt\b/giu, '$1 not'],
  [/\b(?:ppl|peeps)\b/giu, 'people'],
  [/\b(?:pls|plz|btw|hey|hi)\b/giu, ' '],
  // What they add says nothing of the matter.
  [
    /\b(?:for a living|in return|in the end|at the moment|for (?:certain|sure)|by any chance|so far|at all|in total|in all)\b/giu,
    ' ',
  ],
  [/\bon the same (?:day|date)\b/giu, ' '],
  [/\b(?:has|have|had)? ?become of\b|\bbecame of\b/giu, ' happened '],
  [
    /\bwhat (?:was|is|were|are) the (?:reasons?|causes?|grounds?|motives?) (?:for|of|behind)\b/giu,
    'why',
  ],
  [/\bwhat (?:was|is|were|are) (.{3,40}?)['’]s? (?:reasons?|motives?) (?:for|to)/giu, 'why did $1'],
  [/\bwhat (?:was|is|were|are) (.{3,40}?)['’]s? (?:reasons?|motives?)(?!\p{L})/giu, 'why $1'],
  [/\bwas (?:war|ist|waren|sind) (?:der|die) (?:grund|ursache|gründe) (?:für|von)\b/giu, 'warum'],
  [
    /\bcuál(?:es)? (?:fue|es|era|fueron|son) (?:la causa|el motivo|la razón|las causas)(?: de)?\b/giu,
    'por qué',
  ],
  [/\bquelle est la (?:cause|raison) d[eu]\b/giu, 'pourquoi'],
  [/\b(?:takes?|took|taken) place\b/giu, 'held'],
  // What takes part is what is counted.
  [/\b(how many .{2,40}) (?:takes?|took|taken|taking) part\s*(?=\p{P}*$)/giu, '$1'],
  // "over" by itself is a preposition to whoever reads words.
  [
    /^(\P{L}*(?:is|are|was|were) .{2,60}) (?:over|finished|at an end)(?=(?: yet| now)?\P{L}*$)/giu,
    '$1 ended',
  ],
  [/^(\P{L}*(?:is|are) .{2,60}) still (?:on|going(?: on)?)(?=\P{L}*$)/giu, '$1 ended'],
  [/(?<!\p{L})(?:vorbei|zu ende)(?=\P{L}*$)/giu, 'beendet'],
  // Verbs of two words.
  [/\b(?:step|steps|stepped|stand|stood|stands)(?:ping|ing)? down\b/giu, 'resign'],
  [/\b(?:puts?|putting) off\b/giu, 'postponed'],
  [/\bcall(?:s|ed)? off\b/giu, 'cancelled'],
  [/\bturn(?:s|ed)? down\b/giu, 'rejected'],
  [/\b(?:goes|go|went|gone) (?:bankrupt|bust)\b/giu, 'bankrupt'],
  [/\b(?:passed|passes|pass) away\b/giu, 'died'],
  [/\bset(?:s|ting)? up\b/giu, 'founded'],
  [/\b(?:takes?|took|taken) part\b/giu, 'participated'],
  [/\b(?:gets?|got|gotten) (?:hurt|injured)\b/giu, 'injured'],
  [/\bput(?:s|ting)? aside\b/giu, 'reserved'],
  [/\bblow(?:s|n)? up\b|\bblew up\b/giu, 'exploded'],
  [/\bburn(?:s|t|ed)? down\b/giu, 'burned'],
  [/\bshut(?:s|ting)? down\b/giu, 'closed'],
  [/(?<!\p{L})(?:findet|fand|finden|fanden)(?!\p{L})(.*)(?<!\p{L})statt(?!\p{L})/giu, '$1'],
  [/(?<!\p{L})(?:vino|vinieron|viene) abajo(?!\p{L})/giu, 'derrumbó'],
];

/** A question with its turns of phrase put plainly. */
export function putPlainly(text: string): string {
  let plain = text;
  for (const [pattern, words] of PHRASES) plain = plain.replace(pattern, words);
  return plain;
}
