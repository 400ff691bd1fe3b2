import type { Quote } from '../news/quote.ts';
import type { Span } from '../text/span.ts';
import { supposesPlace } from './assumed.ts';
import { isAttributed, marksBalance, spokenParts } from './attribution.ts';
import { quotedShare } from './features.ts';
import { judges, mayJudge } from './judging.ts';
import { leans } from './leaning.ts';
import type { StoryArticle } from './material.ts';
import { tidy } from './prose.ts';
import { countWords, type Sentence } from './sentence.ts';
import { hangs } from './shorten.ts';
import { opensWithConnective } from './standalone.ts';
import { countVerbs, hasVerb } from './verbs.ts';

const LONGEST_WORDS = 55;
/** What has more words than this must be read twice: shown only where hardly anything else tells it. */
export const LONG_WORDS = 40;
const LONGEST = 380;
const FEWEST_WORDS = 6;
const FIRST_PERSON =
  /(?<![\p{L}])(?:I|I['’]\p{L}+|[Mm]y|[Ww]e|[Ww]e['’]\p{L}+|[Oo]urs?|[Uu]s|[Yy]ou|[Yy]our|[Mm]e|ich|wir|uns(?:er|ere|eren)?|yo|nosotros|nuestr[oa]s?|nous|nos|noi|nostr[oaie])(?![\p{L}])/u;
const OUTSIDE_QUOTES = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;

/** Whose words stand where: needed to tell a reporter's sentence from the middle of somebody's statement. */
export type Spoken = ReadonlyMap<number, readonly Span[]>;

/** The spoken parts of every article: those the quotes give and those between marks. */
export function spokenIn(articles: readonly StoryArticle[], quotes: readonly Quote[]): Spoken {
  return new Map(
    articles.map((article) => {
      const told = quotes.filter((q) => q.article === article.id);
      return [
        article.id,
        [...spokenParts(article.text), ...told].sort((a, b) => a.start - b.start),
      ];
    }),
  );
}

/**
 * How well a sentence can be shown by itself in a digest, 0 (not at all) to 1: understandable
 * without its neighbours, in the reporter's voice, and with its attribution inside.
 */
export function tellable(sentence: Sentence, spoken: Spoken): number {
  const { text, language, words } = sentence;
  const shown = tidy(text);
  if (words < FEWEST_WORDS || words > LONGEST_WORDS || text.length > LONGEST) return 0;
  if (shown.endsWith('?') || /^\p{Ll}(?!\p{Lu})/u.test(shown)) return 0;
  if (!bracketsBalance(text) || !/^["“„«'‘]?[\p{L}\p{N}$€£¥¿¡]/u.test(shown)) return 0;
  if (!marksBalance(text) || startsInside(sentence, spoken)) return 0;
  if (leans(shown, language) || EXCLAIMS.test(shown) || isShouted(text)) return 0;
  if (
    isEnglish(language) &&
    (!hasVerb(shown) ||
      isNoun(shown) ||
      CUT_OFF.test(shown) ||
      UNSAID.test(shown) ||
      LEADS_OVER.test(shown) ||
      orders(shown))
  )
    return 0;
  const own = text.replace(OUTSIDE_QUOTES, ' ');
  if (isFirstPerson(own) || namesNobody(own, language)) return 0;
  if (judges(own) && !isAttributed(own)) return 0;
  const quoted = quotedShare(text);
  // A bare statement without who made it; with it, quotes tell it better than bullets.
  if (quoted > 0.5 && !isAttributed(own)) return 0;
  // "Q. Who may vote?", "FILE - The bridge in May": what it is part of stands around it.
  if (PART.test(shown)) return 0;
  // "Speaking on the radio, she said:": what, stands behind.
  if (ANNOUNCES.test(text.trimEnd())) return 0;
  let worth = 1;
  if (/^Because (?!of )[^,]*$/.test(shown)) return 0;
  if (opensWithConnective(shown, language)) worth *= 0.3;
  if (DEMANDS.test(own) && !isAttributed(own)) worth *= 0.5;
  if (mayJudge(own) && !isAttributed(own)) worth *= 0.3;
  const speechFirst = /^[“"„«]/.test(shown) && isAttributed(own) && countWords(own) < 14;
  if (quoted > 0.55 || speechFirst) worth *= 0.25;
  else if (quoted > 0.3) worth *= 0.7;
  if (!namesSomething(sentence)) worth *= 0.35;
  if (/\?["”’]?|!$/.test(shown)) worth *= 0.6;
  // A snippet that was cut off.
  if (/(?:…|\.\.\.)$/.test(shown)) worth *= 0.2;
  else if (isEnglish(language) && !/[.!?]["”’'»)\]]*$/.test(shown) && hangs(shown)) worth *= 0.3;
  if (LIES.test(shown)) worth *= 0.3;
  if (isEnglish(language) && ASKED.test(shown)) worth *= 0.1;
  if (VAGUE.test(own)) worth *= 0.75;
  if (/^If \p{L}/u.test(shown) && isEnglish(language)) worth *= 0.5;
  if (NO_COMMENT.test(own)) worth *= 0.3;
  if (isEnglish(language) && supposesPlace(own)) worth *= 0.45;
  if (pointsBack(own, language)) worth *= 0.55;
  if (words > LONG_WORDS) worth *= 0.3;
  if (words < 9) worth *= 0.7;
  return worth;
}

const orders = (text: string) => ORDERS.test(text) || RECIPE.test(text);

const PART = /^(?:[QA][.:] |(?:\d+ )?FILE ?[-–—])/u;
// "Asked to explain the gap": it was spoken of before.
const ASKED =
  /^Asked (?:\p{Lu}\p{L}+day )?(?:about|to \p{Ll}+|why|whether|how|if)[^,]{0,40}? (?:the (?!\p{Lu})|that |this |they |it )/u;
const ANNOUNCES =
  /(?<![\p{L}])(?:said|says|saying|wrote|writes|writing|added|adds|tweeted|told|posted|asked|explained|continued|concluded|stated|reads?|announced|sagte|schrieb|dijo|escribió|dit|écrit|disse|scrisse)(?![\p{L}])[^,;]{0,40}:["”’]?$/iu;
// A snippet that ends where a name should follow.
const CUT_OFF =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Rev|Prof|Pres|St|vs)\.$/u;
// "In Holm's case, it seems to have.": what, the sentence before says.
const UNSAID =
  /(?<![\p{L}])(?:(?:seems?|appears?|wants?|wanted|hopes?|hoped|expects?|expected|used|ought|able|going|has|have|had) to(?: have)?|(?:did|does|do|done) so|it (?:is|was|did|does|has|would|will|could)|they (?:are|were|did|do|have|would|will|could))\.$/u;
// "From Norvik came a different note.": what it was, the sentence behind says.
const LEADS_OVER =
  /^(?:From|In|Out of|On|Then|Elsewhere)[^,.;:]{0,40}? (?:came|comes|was heard|there (?:is|was)|sounded) (?:an?|another|the) (?:\p{Ll}+ ){0,2}(?:answer|chord|echo|mood|note|picture|reply|response|signal|sound|story|tone|tune|voice)\.$/u;
const DEMANDS = /(?<![\p{L}])(?:should(?:n['’]t)?|ought to|must not|needs? to)(?: not)? \p{Ll}/u;
const ORDERS =
  /^(?:think|imagine|consider|look|remember|recall|suppose|picture|don['’]t|note|notice|let['’]?s?|stop|ask|forget|never mind|keep in mind|make no mistake)(?![\p{L}])/iu;
// "Put a feeder behind the third tent": the bare verb before its object speaks to the reader.
const RECIPE =
  /^(?:add|ask|avoid|bring|build|buy|call|cast|choose|click|close|come|count|cut|drive|drop|eat|enter|feed|fill|find|flip|follow|forget|give|go|grab|head|hold|join|keep|leave|let|lift|light|listen|make|meet|mix|move|open|order|pack|peel|pick|place|plug|pour|press|pull|push|put|put together|replace|roll|sell|send|show|slip|spare|stand|start|stick|stir|strip|swap|take|tell|throw|touch|try|turn|turn on|type|use|visit|wait|walk|wander|watch|welcome|wrap|write) (?:an?|the|your|yourself|yours|it|them|him|any|all|another|enough|every|each|some|in|into|for|through|past|along|around|down|up|back|over|away)(?![\p{L}])/iu;
const isEnglish = (language: string | null) => (language ?? 'en').slice(0, 2) === 'en';

/** "A citizen who served in the harbour.": the only verb is that of the clause. */
function isNoun(text: string): boolean {
  const clause = /(?<![\p{L}])(?:who|which)(?![\p{L}])/u.exec(text);
  if (!clause || clause.index === 0) return false;
  return !hasVerb(text.slice(0, clause.index)) && countVerbs(text.slice(clause.index)) === 1;
}

/** Capitals throughout: a caption for the deaf, a heading or a cry. */
function isShouted(text: string): boolean {
  if (!/\p{Lu}{4}/u.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  return letters.length > 20 && capitals > letters.length / 2;
}

const NO_COMMENT =
  /(?<![\p{L}])(?:declin\p{L}+ (?:(?:to|further)(?: \p{L}+)? ?comment|to be interviewed|to answer|an interview|interviews)|(?:would|will|could) (?:not|n['’]t) comment|no comment|refused to comment|would not comment|(?:did|does|has|have)(?: not|n['’]t)(?: yet| immediately)? (?:comment|respond|repl(?:y|ied)|return|answer)\p{L}*|could(?: not|n['’]t)(?: immediately)? be reached|seeking comment|wollte sich nicht|äußerte sich (?:zunächst )?nicht|no (?:quiso|respondió)|n['’]a pas (?:souhaité|répondu|réagi))(?![\p{L}])/iu;

function bracketsBalance(text: string): boolean {
  let open = 0;
  for (const c of text) {
    if (c === '(' || c === '[') open++;
    else if (c === ')' || c === ']') open--;
    if (open < 0) return false;
  }
  return open === 0;
}

const EXCLAIMS =
  /^[“"‘']?(?:wow|oh|ah|hey|yes|yeah|no|well|thanks?|sorry|please|congratulations|hello|ok|okay)(?![\p{L}])/iu;

/** Whether the reporter speaks of himself or to the reader. */
export function isFirstPerson(text: string): boolean {
  return FIRST_PERSON.test(text.replace(/(?<![\p{L}])(?:US|U\.S\.?)(?![\p{L}])/gu, ''));
}

const PERSON = /(?<![\p{L}])(?:he|she|him|his|hers?)(?![\p{L}])/u;
const NAME =
  /(?<![\p{L}])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|November|December)(?![\p{L}]))\p{Lu}[\p{L}'’-]+/u;

const THING = /(?<![\p{L}])(?:it|its|they|them|their)(?![\p{L}])/u;

/** "All 34 of its planes", "… fought it for hours": a thing is spoken of that the sentence did not name before. */
function pointsBack(own: string, language: string | null): boolean {
  if (!isEnglish(language)) return false;
  const pronoun = THING.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index);
  return (
    before.length < 45 &&
    !NAME.test(before.replace(/^\W*\p{L}+/u, '')) &&
    !/(?<![\p{L}])(?:an?|the|The|A) \p{Ll}/u.test(before)
  );
}

/** "… , he said": a person is spoken of whom the sentence has not named before. */
function namesNobody(own: string, language: string | null): boolean {
  if (!isEnglish(language)) return false;
  const pronoun = PERSON.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index);
  // The first word has its capital from its place; plurals ("Police", "Officials") are no person.
  const first = /^\W*\p{L}+/u.exec(before)?.[0] ?? '';
  const isName =
    /^\W*\p{Lu}\p{Ll}+$/u.test(first) &&
    !/(?:s|ice)$/.test(first) &&
    !COMMON_FIRST.has(first.replace(/\W/g, ''));
  return (
    !isName &&
    !NAME.test(before.slice(first.length)) &&
    !/(?<![\p{L}])(?:a|an|the|one|every|each|no) \p{Ll}/u.test(before.slice(first.length - 4))
  );
}

const COMMON_FIRST = new Set(
  'A An The In On At As By For From With After Before During When While If Since Despite Although Though Because Once Until Asked Last Earlier And But'.split(
    ' ',
  ),
);

/** A name or a number: what a bullet without either says is seldom news. */
function namesSomething(sentence: Sentence): boolean {
  const { tokens, text } = sentence;
  // German writes every noun with a capital; there the test is void, not harmful.
  return (
    /\d/.test(text) ||
    tokens.some((t, i) => t.capital && !t.common && (i > 0 || /^\p{Lu}{2}/u.test(text)))
  );
}

// Where a place is, agencies add at the end of everything that happens there.
const LIES =
  /^\p{Lu}[\p{L}’' .-]{2,40}(?:, [^,]{3,60},)? (?:is|lies|sits|is located) (?:about |some |roughly |nearly |around )?[\d.,]+ (?:miles?|kilomet(?:er|re)s?|km)(?: \([^)]*\))? (?:\p{Ll}+ )?(?:of|from)(?![\p{L}])/u;
// Phrases that need what came before: they make a sentence weaker, not useless.
const VAGUE =
  /(?<![\p{L}])(?:the (?:two (?:sides|men|women|leaders|presidents|countries|companies|teams|others?)|latter|former|incident|same (?:time|day|period)|move)|to that effect|as well as others|(?:earlier|later) (?:in the|that|the same) (?:day|week|month|evening|night)|at the time|at that (?:time|point)|that (?:day|night|time|same)|this (?:time|way|point|kind|one|case)|such an?|for this (?:very )?reason|like (?:this|that|these)|these|those)(?![\p{L}])/iu;

function startsInside({ article, start, end }: Sentence, spoken: Spoken): boolean {
  for (const part of spoken.get(article) ?? []) {
    if (part.start > start) break;
    // The mark itself stands before the words: a sentence may begin right at them.
    if (part.start < start - 1 && part.end > start + 1) return true;
    if (part.start <= start + 1 && part.end >= end - 2) return true;
  }
  return false;
}
