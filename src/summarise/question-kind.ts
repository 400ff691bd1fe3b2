/**
 * What an answer must hold: said = somebody's words, who-is = what somebody named is, name = what something is called,
 * whether = yes or no, the others a person or body, a time, a place, a figure, a reason, or nothing special.
 */
export type QuestionKind =
  | 'said'
  | 'who-said'
  | 'who'
  | 'who-is'
  | 'name'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-old'
  | 'why'
  | 'whether'
  | 'what';

const word = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'iu');

// What is told apart by a name.
const NAMED = String.raw`(?:(?:two|three|four|five|other|of the|zwei|drei|dos|tres|deux|trois) )*(?:bank|fund|airline|club|school|universit\p{L}+|college|newspaper|paper|journal|magazine|village|island|hospital|museum|minister|ministry|teacher|engineer|player|rider|runner|judge|agenc\p{L}+|chain|bakery|film|book|novel|song|author|Banken|Firmen?|Schulen?|Zeitung|Universität|Verein|Partei|Länder|Städte|banco|empresa|cadena|escuela|universidad|periódico|partido|película|libro|banque|entreprise|école|université|journal|parti|film|livre)\p{L}{0,3}`;

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'how-old',
    word(
      String.raw`how old|what age|ages? of|\p{L}+ age$|wie alt|cu[áa]ntos años (?:tiene|tenía)|qu[ée] edad|quel âge|quanti anni`,
    ),
  ],
  [
    'how-many',
    word(
      `how (?:many|much|big|large|tall|long|far|high|fast|heavy|deep|wide|strong|hot|cold|expensive|often)|number of|what (?:did|does|do|will|would|is|was) .{1,60}(?:cost|earn|paid|salary|worth)|(?:costs?|price|salary|fine|fee) (?:of|for)|wie ?viele?|wie (?:hoch|groß|lang|lange|weit|alt|tief|breit|schwer|stark|teuer|oft)|cu[áa]nt[oa]s?|combien|quant[oaie]`,
    ),
  ],
  [
    'why',
    word(
      String.raw`why|what (?:caused|made \p{L}+ \p{L}+|led to)|(?:for )?what reason|how come|warum|wieso|weshalb|weswegen|por qu[ée]|porqué|pourquoi|perché`,
    ),
  ],
  [
    'when',
    word(
      `when|how soon|what (?:time|day|date|year|month)|(?:from |on |in |since )?which (?:day|date|year|month)|wann|cuándo|qu[ée] día|quand|quel jour|quando`,
    ),
  ],
  [
    'name',
    word(
      String.raw`(?:what is|what was|what are|what were|what) (?:the |\p{L}+['’]s? )?(?:full |first |last |real )?names?|names? of|(?:is|was|are|were) .{2,60} (?:called|named)|wie (?:heiß|hieß)\p{L}*|c[óo]mo se llama\p{L}*|cuál es el nombre|comment s['’]appel\p{L}+|quel est le nom|(?:which|what|welche\p{L}?|qu[ée]|quel(?:le)?s?) ${NAMED}`,
    ),
  ],
  [
    'where',
    word(
      `where|which (?:city|town|country|place)|what (?:city|town|country|place)|wo|wohin|woher|d[óo]nde|où|dove`,
    ),
  ],
  [
    'who',
    word(
      `who|whom|whose|(?:which|what) (?:person|company|team|party|man|woman|firm)|wer|wen|wem|wessen|quién|quiénes|quien|qui|chi`,
    ),
  ],
];

const WHETHER =
  /^\p{P}*(?:(?:and|but|so|und|aber) )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|ist|sind|war|waren|hat|haben|wird|werden|kann|können|gibt es|est-ce que) /iu;
const OPEN = word(
  'what|which|how|was|wie|welche\\p{L}*|woran|wof[üu]r|qu[ée]|cuál|c[óo]mo|quel\\p{L}*|quoi|comment',
);

/** What a question asks for; whose words it asks for, or who somebody is, this does not see. */
export function kindOf(text: string, language: string): QuestionKind {
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (kind) return kind;
  // German asks what with it.
  if (language === 'de' && /^\P{L}*was /iu.test(text)) return 'what';
  const rest = text.replace(WHETHER, '');
  return rest !== text && !OPEN.test(rest) ? 'whether' : 'what';
}

const BEING =
  /(?<![\p{L}])(?:who(?:['’]s| is| was| are)|wer (?:ist|war|sind)|qui[ée]n(?:es)? (?:es|era|son)|qui est|qui est-ce que|c['’]est qui)(?! (?:the|a|an|its|his|her|their|der|die|das|el|la|le|les) )(?![\p{L}])/iu;

/** "Who is Ilse Brandt?": whether somebody is asked about who has a name, if the other words are one. */
export const asksWhoIs = (text: string): boolean => BEING.test(text);
