import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';
import { hasVerb } from './verbs.ts';

// What a second mention calls a person whom the first one named; "The president" and "The police" need no first one.
const EPITHET =
  /^[“"]?The (?:[\p{Ll}\d-]+ ){0,2}?(?:comedian|rapper|musician|performer|entertainer|filmmaker|director|novelist|writer|journalist|model|billionaire|millionaire|businessman|businesswoman|mogul|tycoon|entrepreneur|politician|lawmaker|legislator|senator|congressman|congresswoman|candidate|nominee|incumbent|player|midfielder|striker|quarterback|defender|goalkeeper|champion|athlete|runner|swimmer|driver|pilot|student|teacher|soldier|officer|attorney|lawyer|doctor|nurse|mother|father|mom|dad|brother|sister|son|daughter|husband|wife|widow|defendant|gunman|attacker|shooter|killer|toddler|baby|infant|child|native|veteran|pensioner|retiree|youngster|newcomer)(?:,? (?!of |in |at |from |for |who |whose )\p{Ll})/u;

// "The gauge at the town's bridge": whose, must have been said. A country, a day and the public are anybody's.
const OWNER =
  /(?<![\p{L}])the (town|village|city|county|island|company|firm|club|school|college|university|hospital|charity|bank|church|museum|theatre|theater|festival|team|band|paper|newspaper|agency|ministry|department|council|shop|store|hotel|plant|factory|airline|brand|chain|site|studio)['’]s \p{Ll}/u;
const LOCAL =
  /(?:(?<![\p{L}])(?:in|of|above|near|outside|around|through|into|from|to|across|at) the|^The) (?:town|village)(?:['’]s \p{Ll}|(?! of \p{Lu})(?![\p{L}'’]))/u;
const PLACE =
  /(?<![\p{L}])(?:in|at|of|near|from|to|outside|around|across|for|into|over) (?:the )?\p{Lu}\p{L}+|\p{Lu}\p{L}+['’]s?(?![\p{L}])/u;
const NAME =
  /(?<![\p{L}])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Mayor|President|Governor|Senator|Sen|Gov|Councillor)(?![\p{L}]))\p{Lu}\p{L}+/u;
// "The new console uses the new Kinect": newer than what, and the name is that of something else.
const NEW =
  /^[“"]?The (?:new|latest|newest|next|old|older|previous|original|first|second|other|same|additional|extra|further|remaining) (\p{Ll})/u;
const NEWER =
  /^(?:new|latest|newest|next|old|older|previ(?:ous)?|origin(?:al)?|first|second|other|same|last|addit(?:ional)?|extra|further|remain(?:ing)?)$/;

// A day or a month behind a preposition is no place.
const DATES =
  /(?<![\p{L}])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}])/gu;

/** Whether an English text speaks of "the town" or "the village" and names no place that could be it. */
export function supposesPlace(text: string): boolean {
  return LOCAL.test(text) && !PLACE.test(text.replace(DATES, ' '));
}

// Weaker: where hardly anything else can be told, such a sentence is still better than none.
const UNNAMED = 0.5;
const UNNAMED_PERSON = 0.3;

/** Whether a text opens with an epithet ("The comedian said …") instead of a name. */
export function opensWithEpithet(text: string): boolean {
  return EPITHET.test(text);
}

/**
 * What is left of an English sentence's worth where it opens with a thing or a person spoken of as known ("The goat,
 * which is called Trevor, …") that none of the words `said` has named: 1 where all is well. A name among the first
 * `near` words tells which is meant.
 */
export function knownIn(
  { text, tokens, language }: Sentence,
  said: ReadonlySet<string>,
  near: number,
): number {
  if (language && !language.startsWith('en')) return 1;
  const owner = OWNER.exec(text);
  if (owner && !NAME.test(text.slice(1, owner.index))) {
    const [whose] = tokensOf(owner[1]!, language);
    if (whose && !said.has(whose.stem)) return UNNAMED;
  }
  const noun = /^[“"]?The \p{Ll}[^,\p{Lu}]{0,60}/u.exec(text)?.[0];
  if (!noun || /\d/.test(noun)) return 1;
  const head = tokens
    .slice(1, 1 + lengthOfHead(noun))
    .filter((t) => !t.common && !NEWER.test(t.stem));
  if (head.some((t) => said.has(t.stem))) return 1;
  if (opensWithEpithet(text)) return UNNAMED_PERSON;
  // A name close behind tells which: "The mayor of Rook", "The ship's owner, Vane"; not what else is said of it.
  const aside = /^, (?:which|who|whose) /u.test(text.slice(noun.length));
  if (NEW.test(noun) && hasVerb(noun.replace(NEW, '$1'))) return UNNAMED;
  return !aside && tokens.slice(1, near).some((t) => t.capital) ? 1 : UNNAMED;
}

/** How many of the words behind "The" can be its noun's, at most three: no further than the verb. */
function lengthOfHead(noun: string): number {
  const words = noun.replace(/^[“"]/, '').split(' ').slice(1, 4);
  const first = NEWER.test(words[0]!) ? 2 : 1;
  const verb = words.findIndex((word, i) => i >= first && hasVerb(`one ${word}`));
  return verb < 0 ? 3 : verb;
}
