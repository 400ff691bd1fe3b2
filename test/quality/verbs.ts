// Enough of English to tell whether a sentence has a verb: what helps other verbs, irregular pasts, and endings.
const HELPING =
  /(?<![\p{L}])(?:am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|can|could|will|would|shall|should|may|might|must|['’](?:s|re|ve|d|ll)|\p{L}+n['’]t|cannot)(?![\p{L}])/iu;
const PAST =
  /(?<![\p{L}])(?:said|told|made|took|came|went|got|gave|found|saw|knew|thought|left|felt|kept|held|brought|began|became|sent|set|put|cut|hit|let|led|read|ran|met|paid|lost|won|fell|rose|grew|wrote|spoke|stood|sat|broke|drove|fought|bought|caught|taught|sought|sold|built|spent|struck|shot|shook|drew|threw|flew|hung|hurt|shut|split|spread|swept|swore|tore|woke|wore|beat|bore|chose|dealt|drank|fed|fled|forgot|froze|hid|laid|lay|lent|lit|meant|quit|rode|rang|sang|sank|shone|slept|slid|stole|stuck|swam|swung|understood|withdrew|burnt|learnt|burst|bit|blew|cost|crept|dug|ate|forbade|overcame|upheld|sued|shed|thrust|wept|spun|sprang)(?![\p{L}])/iu;
const PRESENT =
  /(?<![\p{L}])(?:say|tell|make|take|come|go|get|give|find|see|know|think|leave|feel|keep|hold|bring|begin|become|send|mean|show|want|need|seem|look|plan|hope|expect|believe|call|remain|appear|face|offer|stand|run|lead|allow|include|cost|lie|live|work|play|move|turn|help|start|rest|belong|fall|rise|grow|cover|carry|fear|warn|urge|argue|claim|vote|stop|agree|cross|fit|lay|refer|sign|resemble|escort|continue|apply|differ|report|link|end|bow|square|broadcast|employ|require|produce|contain|consist|own|use|earn|open|close|grant|cite|note|add|raise|fly|meet|win|lose|try|refuse|warrant|deserve|depend|differ|suffer|travel|visit|attend|launch|deny|reject|reflect|suggest|support|oppose)(?:s|es)?(?![\p{L}])/iu;

/** Whether an English sentence seems to have a verb; where in doubt, yes. */
export function hasVerb(sentence: string): boolean {
  return (
    HELPING.test(sentence) ||
    PAST.test(sentence) ||
    PRESENT.test(sentence) ||
    /(?<=[\p{L}\d%”"’'),] )(?!speed|indeed|hundred|red|need|seed|breed|united|aged|alleged|so-called)\p{Ll}{2,}ed(?![\p{L}])/u.test(
      sentence,
    ) ||
    /(?<=\p{L} )\p{Ll}{3,}(?:ies|izes|ises|ates|ines|ents|ects|ends|ains|ides|ives|ows|ects|ikes|akes)(?![\p{L}])/u.test(
      sentence,
    )
  );
}
