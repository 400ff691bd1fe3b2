import { isAttributed, marksBalance } from './attribution.ts';
import { countVerbs, endsInVerb } from './verbs.ts';

// Behind these a sentence goes on with something that can be left out: a relative clause, a participle, a second main clause.
const SENTENCE_ENDS =
  /(?:;| —| –| --|,(?= (?:which|who|whom|where|while|whereas|including|with|in (?:order|an effort|a bid|an attempt) to|as|even as|as well as|after|before|following|amid|when|and (?:he|she|it|they) |(?!during|according|including)\p{Ll}{2,}ing)(?![\p{L}])))(?= )/gu;
// What is still too long may lose what came before it or went with it, too.
const LAST_ENDS =
  /(?= (?:after|before|following|amid|while|as (?:he|she|they|it|an?|the))(?: ))(?= )/gu;
// A headline may also lose where, when and how it happened.
const TITLE_ENDS =
  /(?:[;,]| ?…| ?\.\.\.| —| –| --|(?= (?:after|when|while|as|amid|following|because|before|where|in|on|at|by|with|during|from|over|near|outside|inside|across|and|for|since|during|against|under|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) ))(?= )/gu;
// Without what these begin, the sentence would say something else.
const TURNS =
  /^(?:but|unless|if|except|though|although|until|not|nor|or|than|without|despite|even|yet|only|instead|as (?:long|far|well|much|many))(?![\p{L}])/iu;
const HANGING =
  /(?<![\p{L}])(?:an?|the|and|or|but|of|to|in|on|at|for|from|with|by|as|that|which|who|whose|was|were|is|are|be|been|has|have|had|will|would|could|his|her|their|its|this|these|more|most|less|least|than|about|nearly|almost|some|not|no|said|says|told|such|very|first|both|however|back|back out|between|just|only|then|shortly|soon|long|(?:less|more) than an? \p{L}+|an? (?:day|week|month|year|hour)|days|weeks|months|years|hours|minutes|\p{Lu}\p{L}?\.)$/iu;
// The verb of the whole comes behind what was left out: "The mayor, who was …, said".
const VERB_BEHIND =
  /, (?:also |then |later |however, )?(?:said|says|told|tells|was|were|is|are|has|have|had|will|would|did|does|announced|called|took|made|\p{Ll}{2,}ed)(?![\p{L}])/u;

const SAYING =
  /(?<![\p{L}])(?:says?|said|believes?|believed|claims?|claimed)(?: that)? (?:an?|the|\p{Lu}\p{L}+|\p{Ll}+s|his|her|its|their|it|he|she|they|more|some|two|\d\S*)(?![\p{L}])/u;
const REDUCED =
  /(?<=\p{L} )\p{Ll}{2,}(?:ed|en|wn) (?:of|by|in|at|with|from|for|to|as)(?![\p{L}])/gu;

/** Whether an English text ends with a word that wants another behind it ("… in the next"). */
export function hangs(text: string): boolean {
  return /[,;:–—-]$/.test(text) || HANGING.test(text);
}

type Limits = { readonly least: number; readonly most: number };

/**
 * The longest beginning of an English sentence that is a sentence by itself, of `least` to `most` words, without its
 * stop. Undefined where none is, or where what follows turns its sense or says whose words it tells.
 */
export function shortened(sentence: string, limits: Limits): string | undefined {
  const fits = (head: string) => within(head.split(/\s+/).length, limits);
  return beginning(sentence, SENTENCE_ENDS, fits) ?? beginning(sentence, LAST_ENDS, fits);
}

/** The same for a title of `least` to `most` characters: it may lose where, when and how. */
export function shortenedTitle(sentence: string, limits: Limits): string | undefined {
  return beginning(sentence, TITLE_ENDS, (head) => within(head.length, limits));
}

const within = (length: number, { least, most }: Limits) => length >= least && length <= most;

function beginning(
  sentence: string,
  ends: RegExp,
  fits: (head: string) => boolean,
): string | undefined {
  // From the last end on: the longest beginning wins.
  for (const { index } of [...sentence.matchAll(ends)].reverse()) {
    const head = sentence.slice(0, index).replace(/[\s,;:–—-]+$/, '');
    if (!fits(head)) continue;
    const tail = sentence.slice(index).replace(/^(?:[\s,;–—…-]|\.{3})+/, '');
    const dash = /^ ?(?:—|–|--)/.exec(sentence.slice(index, index + 3))?.[0];
    // A second dash brings the sentence back to where the first one left it.
    if (dash && tail.includes(dash.trim())) continue;
    if (canGo(tail, head) && isWhole(head)) return head;
  }
  return undefined;
}

function isWhole(head: string): boolean {
  if (!marksBalance(head) || /\([^)]*$|\[[^\]]*$/.test(head) || HANGING.test(head)) return false;
  if (/^According to /.test(head) || endsInVerb(head)) return false;
  // "… is warning": of what, the rest says.
  if (/(?<![\p{L}])(?:is|are|was|were|been|be) \p{Ll}+ing$/u.test(head)) return false;
  // "Police say a driver suspected of theft": what the driver did, the rest says.
  if (SAYING.test(head) && countVerbs(head.replace(REDUCED, ' ')) < 2) return false;
  if ((head.match(/ (?:—|–|--) /g)?.length ?? 0) % 2 === 1) return false;
  // "The man who was shot": that verb belongs to the clause, and the sentence has none of its own yet.
  const clauses =
    head.match(
      /(?<![\p{L}])(?:who|which|that|whose|where|when|while|as|after|before|because)(?![\p{L}])/gu,
    )?.length ?? 0;
  const verbs = countVerbs(head);
  return (
    verbs > Math.min(clauses, 2) &&
    !/^(?:As|When|While|After|Before|If|Although|Though|Because|Since|Despite|With|Amid)(?![\p{L}])[^,]*(?:,[^,]{0,12})?$/u.test(
      head,
    )
  );
}

function canGo(tail: string, head: string): boolean {
  if ((TURNS.test(tail) && !ADDS.test(tail)) || VERB_BEHIND.test(tail)) return false;
  if (/^(?:said|says|told|was|were|is|are|has|have|had|will|would)(?![\p{L}])/u.test(tail))
    return false;
  if (!isAttributed(tail.replace(NOUNS, ' ')) || isAttributed(head)) return true;
  // "…, arguing that the mill was safe": whose words the tail tells goes with them, not with what stands before.
  return TELLING.test(tail) && !/,[^,]*$/u.test(tail);
}

// "More of her claims about the nominee", "calls from his party": nobody speaks there.
const NOUNS =
  /(?<![\p{L}])(?:claims|calls|reports|estimates|promises) (?=(?:from|of|about|for|by|and|or|to) )/gu;
const ADDS = /^(?:even as|as well as)(?![\p{L}])/u;
const TELLING =
  /^(?:even as|arguing|saying|claiming|warning|insisting|adding|alleging|accusing|stressing|noting|telling|suggesting|predicting)(?![\p{L}])/u;
