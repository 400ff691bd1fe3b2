// What a reader cannot follow within one sentence. The word lists are this counter's own: the writer's rules must not
// judge themselves.
const SPOKEN = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;

const TIMES =
  'weeks?|months?|years?|mornings?|evenings?|afternoons?|nights?|days?|hours?|spring|summer|fall|autumn|winter|weekends?|seasons?|decades?|centur(?:y|ies)|times?|quarter|past|coming|country|nation|world|planet|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December';
const SHOWN = new RegExp(
  `(?<![\\p{L}])(?:this|these|those|(?:in|of|for|on|at|by|with|from|to|about|under|over|after|before|during|against|into|through|^To (?!show|prove|say|ensure|make)\\p{Ll}+(?: \\p{Ll}+)?) that)(?: (?:same|very|exact|new|whole|entire|latest))? (?!(?:${TIMES}|way|manner|who|whose|of|in|on|with|from|to|that|are|were|at|by|for|the|an?|he|she|it|they|we|made|held|seen|most|less|more|still|already|not|his|her|their|its|no|any|some|there|is|was|has|had|will|would|could|can|may|and|or|as|than|\\p{L}+(?:ing|ed))(?![\\p{L}]))((?:\\p{Ll}[\\p{L}’'-]* ?){1,3})`,
  'u',
);
// "… reported that he had left, and he denied those claims": what was claimed stands before.
const CLAIMED = /(?<![\p{L}])(?:report|claim|alleg|accus|charg|said|says)/u;
const ENDS =
  /(?<![\p{L}])(?:in|of|for|on|by|with|from|to|about|under|over|against|into) (?:this|that|these|those)(?=[.,;:]| (?:is|are|was|were|will|have|has|had|would|could|can|may|came)(?![\p{L}])|$)/u;
const CONSIDERED =
  /(?<![\p{L}])(?:consider|call|find|deem|think)(?:s|ed)? (?:this|that) \p{Ll}+[:.,;]/u;

/** "Will continue this commitment", "Bids for that are": what is shown stands in no word before it. */
export function showsOutside(text: string): boolean {
  const own = text.replace(SPOKEN, ' ');
  const shown = SHOWN.exec(own);
  if (shown && !/(?<![\p{L}])(?:of|with|between|who|that|which)(?![\p{L}])/u.test(shown[1]!)) {
    const before = own.slice(0, shown.index).toLowerCase();
    const nouns = shown[1]!.trim().split(' ');
    const isNamed = nouns.some(
      (n) => n.length > 2 && before.includes(n.replace(/s$/, '').slice(0, 4).toLowerCase()),
    );
    if (!isNamed && !(CLAIMED.test(before) && /claim|alleg|accus|charge|remark/.test(shown[1]!)))
      return true;
  }
  const end = ENDS.exec(own);
  return (end !== null && !/[,;:]/.test(own.slice(0, end.index))) || CONSIDERED.test(own);
}

const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)';
const ALONE = new RegExp(
  `(?:^(?!\\d+\\.)|(?<=, )|(?<=(?<![\\p{L}])(?:with|of|to|by|for|among|only|about|than|nearly|some|all) ))${NUMBER}(?=[.;](?!\\d)|, (?:an? |provided|which|and )|$| (?:were|was|are|have|had|will|remain(?:ed)?|died|would|could|did|went|came|must)(?![\\p{L}]))`,
  'iu',
);
const COUNTABLE =
  /(?<![\p{L}])(?!(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|(?:official|engineer|expert|researcher|minister|observer|organiser|organizer|doctor|scientist|leader)s)(?![\p{L}]))(?:\p{Ll}{2,}[^\Ws'’u]s|people|men|women|children|age|number|total|toll|score|vote|rate|figure|reading)(?![\p{L}'’])|\d/iu;

/** "31 were painted red", "raises the bar to five": of what, nothing before it says. */
export function countsNothing(text: string): boolean {
  const own = text.replace(SPOKEN, ' ');
  const number =
    ALONE.exec(own) ?? /(?<![\p{L}])(?:put|puts) the (?:number|figure|total) at /u.exec(own);
  return number !== null && !COUNTABLE.test(own.slice(0, number.index));
}

const MANY =
  /(?<![\p{L}])(?:\p{L}{2,}[^\Ws'’u]s(?!['’]?\p{L})|\p{L}+(?:sses|ses|xes)|people|men|women|children|police|everyone|anyone|everybody|nobody|each|both|all|many|some|few|several|family|couple|team|staff|crew|crowd|group|\p{L}+,? and \p{L}+|\d[\d,.]*)(?![\p{L}])/iu;
const TIMED =
  /(?<![\p{L}])(?:hours|days|weeks|months|years|minutes|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)(?![\p{L}])/giu;

/** "A court will hear them next month": of several nothing before it speaks. */
export function meansNoSeveral(text: string): boolean {
  const own = text.replace(SPOKEN, ' ');
  const pronoun = /(?<![\p{L}])(?:them|they|themselves)(?![\p{L}])/u.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index).replace(TIMED, ' ');
  return !MANY.test(before) && !/(?:of|for|by|against) \p{Lu}\p{L}+/u.test(before);
}
