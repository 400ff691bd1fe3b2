// What points out of a sentence from within it. English alone: "that" and "those" are told apart from what joins
// clauses by the words around them.
const DETERMINERS =
  'the|an?|he|she|it|they|we|you|i|his|her|its|their|our|my|your|no|any|some|there|each|every|many|few|all|both';
const LINKS =
  'who|whose|which|that|of|in|on|at|by|for|from|to|with|about|into|over|under|after|before|and|or|but|as|than|if|when|where|is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|do|does|did|made|held|seen|taken|given|born|left|most|more|less|still|already|not|also|only|now|then';
// "This week" says when, "this country" where, "in this way" how: the reader knows.
const KNOWN =
  'weeks?|months?|years?|mornings?|evenings?|afternoons?|nights?|days?|hours?|spring|summer|fall|autumn|winter|weekends?|seasons?|decades?|centur(?:y|ies)|times?|quarter|term|age|era|generation|past|coming|country|nation|world|planet|earth|way|manner|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December';
const BEFORE_THAT =
  'in|of|for|on|at|by|with|from|to|about|under|over|after|before|during|against|into|through|despite|because of|since|until';
const POINTS = new RegExp(
  `(?<![\\p{L}’'-])(?:(?:this|these|those)|(?:${BEFORE_THAT}|(?<=^)To (?!(?:ensure|show|prove|say|believe|think|argue|claim|suggest|see|know|learn|find|hope|demonstrate|signal|make) )\\p{Ll}+(?: \\p{Ll}+)?) that|(?:this|that|these|those)(?= (?:same|very|exact)(?![\\p{L}])))(?: (?:same|very|exact))? (?!(?:${DETERMINERS}|${LINKS}|${KNOWN}|\\p{L}+ing|\\p{L}+ed|(?:last|early|late|past|coming|new) (?:${KNOWN}))(?![\\p{L}]))((?:\\p{Ll}[\\p{L}’'-]* ?){1,3})`,
  'u',
);
// "Those measures that …", "this exchange with …", "that part of …": what is meant follows.
const FOLLOWS = /(?<![\p{L}])(?:of|with|between|whose|who|that|which|in which)(?![\p{L}])/u;
const ENDS = new RegExp(
  `(?<![\\p{L}])(?:${BEFORE_THAT}) (?:this|that|these|those)(?=[.,;:]| (?:is|are|was|were|will|have|has|had|would|could|can|may|might|came|comes)(?![\\p{L}])|$)`,
  'u',
);
const JUDGED =
  /(?<![\p{L}])(?:consider|call|find|deem|think|label)(?:s|ed|ing)? (?:this|that) \p{Ll}+(?=[,.:;])/u;
const REPORTED =
  /(?<![\p{L}])(?:report|claim|alleg|accus|charg|said|says|suggest|argu)\p{Ll}*(?![\p{L}])/u;
const REPORT =
  /(?<![\p{L}])(?:claim|allegation|accusation|charge|remark|comment|report|statement)s?(?![\p{L}])/u;

/** Whether "this", "that", "these" or "those" takes up what no word before it in the sentence names. */
export function showsOutside(own: string): boolean {
  if (!/ th(?:is|at|ese|ose) /.test(own) && !/ th(?:is|at|ese|ose)[.,;:]/.test(own)) return false;
  const shown = POINTS.exec(own);
  if (shown && (/ very /.test(shown[0]) || !FOLLOWS.test(shown[1]!))) {
    const before = own.slice(0, shown.index).toLowerCase();
    const nouns = shown[1]!.trim().toLowerCase().split(' ');
    const isNamed = nouns.some(
      (noun) => noun.length > 3 && before.includes(noun.replace(/s$/, '').slice(0, 5)),
    );
    if (!isNamed && !(REPORT.test(shown[1]!) && REPORTED.test(before))) return true;
  }
  const end = ENDS.exec(own);
  return (end !== null && !/[,;:]/.test(own.slice(0, end.index))) || JUDGED.test(own);
}

const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands)';
const VERBS =
  'were|was|are|is|have|has|had|will|would|could|can|must|did|do|remain(?:s|ed)?|died|went|came|stayed|survived';
// As the subject ("31 were painted red") or at the end ("can manage with three").
const BARE = new RegExp(
  `(?:(?:^|, )(?:(?:about|some|nearly|almost|around|only|at least|another|more than) )?${NUMBER}(?= (?:${VERBS})(?![\\p{L}]))|(?<![\\p{L}])(?:with|of|by|for|to|only|than|about|nearly|some) ${NUMBER}(?=[.;](?!\\d)|$|, (?:an? |which |provided |though |but )))`,
  'iu',
);
// Who counts is not what is counted, and hours are only when.
const COUNTERS =
  /(?<![\p{L}])(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|decades?|times|\p{L}*(?:officials|experts|authorities|engineers|(?:is|mini|organi[sz]e|observe|research|lead|inspect|survey|analy)(?:sts|sters|rs|ers|ors)|scientists|doctors|rescuers))(?![\p{L}])/giu;
const COUNTED =
  /(?<![\p{L}])(?:\p{L}{2,}[^\Ws'’ui]s|\p{L}+(?:ses|xes|ches|shes)|people|men|women|children|police|staff|sheep|fish|population|age|aged|number|total|toll|score|vote|rate|figure|reading|tally|majority|magnitude|strength|level|index|chapter|title|article|size|grade)(?![\p{L}'’])|\d/iu;

// "Put the number at 14": the number of what?
const PUT =
  /(?<![\p{L}])(?:put|puts|putting|gave|gives|raised|revised|lowered) (?:the|that|its|their) (?:number|figure|total|count|tally)(?! of)(?![\p{L}])/u;

/** Whether a number stands without what it counts, before it or behind it. */
export function countsNothing(own: string): boolean {
  const number = BARE.exec(own) ?? PUT.exec(own);
  if (!number) return false;
  return !COUNTED.test(own.slice(0, number.index).replace(COUNTERS, ' '));
}

const SEVERAL =
  /(?<![\p{L}])(?:\p{L}{2,}[^\Ws'’ui]s(?!['’]?\p{L})|\p{L}+(?:ses|xes|ches|shes)|people|men|women|children|police|troops|fish|sheep|every(?:one|body)|any(?:one|body)|nobody|no one|someone|each|both|all|many|some|few|several|those|famil(?:y|ies)|couple|pair|team|staff|crew|crowd|group|band|audience|public|\p{L}+,? and (?:the |an? |his |her |its )?\p{L}+|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}])/iu;
const WHEN =
  /(?<![\p{L}])(?:hours|days|weeks|months|years|minutes|times|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|\d{4}|(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:hours|days|weeks|months|years|minutes))(?![\p{L}])/giu;
// A club, a company: "led Orla, taking them …"
const BODY = /(?<![\p{L}])(?:of|for|by|against|to|over|with) (?:the )?\p{Lu}[\p{L}’'-]+/u;

/** Whether "them" or "they" means several of whom nothing before it in the sentence speaks. */
export function meansNobody(own: string): boolean {
  const pronoun = /(?<![\p{L}])(?:them|they|themselves)(?![\p{L}])/u.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index).replace(WHEN, ' ');
  return !SEVERAL.test(before) && !BODY.test(before);
}

// "The state's vote could end it": who does something does not do it to himself.
const UNDONE =
  /(?<![\p{L}])(?:will|would|can|could|may|might|must|should|has|have|had) (?:not |also |soon )?\p{Ll}+ (?:it|them|him)\.$/u;
const ANOTHER = /(?<![\p{L}])(?:an?|and|but|who|which|that|of|if|when|as|or)(?![\p{L}])|;|: /u;
const FEW_WORDS = 9;
// "Ann Holm came forward to accuse him": she is not whom she accuses.
const TOWARDS =
  /^((?:\p{Lu}[\p{L}’'.-]+ ){1,3})[^,;:"\p{Lu}]{1,50}? to \p{Ll}+ (?:him|her(?= (?:of|for|as|in|on|at|with|to|when|after)(?![\p{L}])))(?![\p{L}])/u;
const BETWEEN =
  /(?<![\p{L}])(?:police|court|officers|an?|the|his|her|their|them|people|everyone|anyone|someone|who|that|if)(?![\p{L}])/u;

/** Whether an object pronoun could only mean the subject of its own clause, and so means what stands elsewhere. */
export function actsOnNobody(own: string): boolean {
  if (UNDONE.test(own) && own.split(' ').length <= FEW_WORDS && !ANOTHER.test(own)) return true;
  if (!/ to \p{Ll}+ h/u.test(own)) return false;
  const towards = TOWARDS.exec(own);
  return towards !== null && !BETWEEN.test(towards[0].slice(towards[1]!.length));
}
