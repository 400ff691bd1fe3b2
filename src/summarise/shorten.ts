import { isAttributed, marksBalance } from './attribution.ts';
import { countVerbs, endsInVerb } from './verbs.ts';

// Behind these a sentence goes on with something that can be left out: a relative clause, a participle, a second main clause.
const SENTENCE_ENDS =
  /(?:;| —| –| --|,(?= (?:which|who|whom|where|while|whereas|including|with|in (?:order|an effort|a bid|an attempt) to|as|after|when|and (?:he|she|it|they) |(?!during|according|including)\p{Ll}{2,}ing)(?![\p{L}])))(?= )/gu;
// A headline may also lose where, when and how it happened.
const TITLE_ENDS =
  /(?:[;,]| ?…| ?\.\.\.| —| –| --|(?= (?:after|when|while|as|amid|following|because|before|where|in|on|at|by|with|during|from|over|near|outside|inside|across|and|for|since|during|against|under|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) ))(?= )/gu;
// Without what these begin, the sentence would say something else.
const TURNS =
  /^(?:but|unless|if|except|though|although|until|not|nor|or|than|without|despite|even|yet|only|instead|as (?:long|far|well|much|many))(?![\p{L}])/iu;
const HANGING =
  /(?<![\p{L}])(?:an?|the|and|or|but|of|to|in|on|at|for|from|with|by|as|that|which|who|whose|was|were|is|are|be|been|has|have|had|will|would|could|his|her|their|its|this|these|more|most|less|least|than|about|nearly|almost|some|not|no|said|says|told|such|very|first|both|between|just|only|then|days|weeks|months|years|hours|minutes|\p{Lu}\p{L}?\.)$/iu;
// The verb of the whole comes behind what was left out: "The mayor, who was …, said".
const VERB_BEHIND =
  /, (?:also |then |later |however, )?(?:said|says|told|tells|was|were|is|are|has|have|had|will|would|did|does|announced|called|took|made|\p{Ll}{2,}ed)(?![\p{L}])/u;

type Limits = { readonly least: number; readonly most: number };

/**
 * The longest beginning of an English sentence that is a sentence by itself, of `least` to `most` words, without its
 * stop. Undefined where none is, or where what follows turns its sense or says whose words it tells.
 */
export function shortened(sentence: string, limits: Limits): string | undefined {
  return beginning(sentence, SENTENCE_ENDS, (head) => within(head.split(/\s+/).length, limits));
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
  if (TURNS.test(tail) || VERB_BEHIND.test(tail)) return false;
  if (/^(?:said|says|told|was|were|is|are|has|have|had|will|would)(?![\p{L}])/u.test(tail))
    return false;
  return !isAttributed(tail) || isAttributed(head);
}
