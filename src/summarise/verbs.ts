// Enough of English to tell where a sentence has a verb: what helps other verbs, irregular pasts, and endings.
const HELPING =
  "am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|can|could|will|would|shall|should|may|might|must|cannot|\\p{L}+n['’]t|\\p{L}+['’](?:re|ve|d|ll)|(?:it|he|she|that|there|who|what)['’]s";
const PAST =
  'said|told|made|took|came|went|got|gave|found|saw|knew|thought|left|felt|kept|held|brought|began|became|sent|set|put|cut|hit|let|led|read|ran|met|paid|lost|won|fell|rose|grew|wrote|spoke|stood|sat|broke|drove|fought|bought|caught|taught|sought|sold|built|spent|struck|shot|shook|drew|threw|flew|hung|hurt|shut|split|spread|swept|swore|tore|woke|wore|beat|bore|chose|dealt|drank|fed|fled|forgot|froze|hid|laid|lay|lent|lit|meant|quit|rode|rang|sang|sank|shone|slept|slid|stole|stuck|swam|swung|understood|withdrew|burnt|learnt|burst|bit|blew|cost|crept|dug|ate|forbade|overcame|upheld|shed|thrust|wept|spun|sprang';
const PRESENT =
  '(?:say|tell|make|take|come|go|get|give|find|see|know|think|leave|feel|keep|hold|bring|begin|become|send|mean|show|want|need|seem|look|plan|hope|expect|believe|call|remain|appear|face|offer|stand|run|allow|include|cost|lie|live|work|play|move|turn|help|start|rest|belong|fall|rise|grow|cover|carry|fear|warn|urge|argue|claim|vote|stop|agree|cross|fit|lay|refer|sign|resemble|escort|continue|apply|report|link|end|bow|square|broadcast|employ|require|produce|contain|consist|own|use|earn|open|close|grant|cite|note|add|raise|fly|meet|win|lose|try|refuse|warrant|deserve|depend|differ|suffer|travel|visit|attend|launch|deny|reject|reflect|suggest|support|oppose|disclose|reveal|recall|insist)(?:s|es)?|denies|carries|tries|goes|does|leads';
const REGULAR =
  '(?<=[\\p{L}\\d%”"’\'),] )(?!speed|indeed|hundred|red|need|seed|breed|united|aged|alleged|so-called)\\p{Ll}{2,}ed(?! by(?![\\p{L}]))';
const ENDING =
  '(?<=\\p{L} )(?<!united )\\p{Ll}{3,}(?:izes|ises|ates|ines|ends|ains|ides|ives|ows|ikes|akes)';
const VERB = new RegExp(
  `(?<![\\p{L}'’])(?:${HELPING}|${PAST}|${PRESENT}|${REGULAR}|${ENDING})(?![\\p{L}])`,
  'giu',
);

const ADVERB = /^ (?:(?:not|also|never|been|\p{Ll}+ly) )*$/u;

/** How many finite verbs an English text seems to have ("was badly hurt" is one); where in doubt, one more. */
export function countVerbs(text: string): number {
  let count = 0;
  let end = -1;
  for (const { index, 0: verb } of text.matchAll(VERB)) {
    if (end < 0 || !ADVERB.test(text.slice(end, index))) count++;
    end = index + verb.length;
  }
  return count;
}

const PARTICIPLE = `been|done|gone|come|become|begun|run|sung|sunk|\\p{Ll}{2,}(?:ed|en|wn)|${PAST}`;
const TOLD_AS_PAST = new RegExp(
  `(?<![\\p{L}'’])(?:was|were|had|did|${PAST}|${REGULAR})(?![\\p{L}])|(?:(?<![\\p{L}])(?:has|have)|['’](?:s|ve)) (?:\\p{Ll}+ ){0,2}?(?:${PARTICIPLE})(?![\\p{L}])`,
  'iu',
);

/** Whether an English text has a verb of the past or the perfect; where in doubt ("set", "planned"), yes. */
export function tellsOfThePast(text: string): boolean {
  return TOLD_AS_PAST.test(text);
}

/** Whether an English text ends in a verb: then what it does to whom is missing. */
export function endsInVerb(text: string): boolean {
  const last = [...text.matchAll(VERB)].at(-1);
  return last !== undefined && last.index + last[0].length === text.length;
}

/** Whether an English sentence seems to have a verb; where in doubt, yes. */
export function hasVerb(text: string): boolean {
  return text.search(VERB) >= 0;
}
