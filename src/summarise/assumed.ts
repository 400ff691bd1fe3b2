import type { Sentence } from './sentence.ts';

// What a second mention calls a person whom the first one named; "The president" and "The police" need no first one.
const EPITHET =
  /^[“"]?The (?:[\p{Ll}\d-]+ ){0,2}?(?:comedian|rapper|musician|performer|entertainer|filmmaker|director|novelist|writer|journalist|model|billionaire|millionaire|businessman|businesswoman|mogul|tycoon|entrepreneur|politician|lawmaker|legislator|senator|congressman|congresswoman|candidate|nominee|incumbent|player|midfielder|striker|quarterback|defender|goalkeeper|champion|athlete|runner|swimmer|driver|pilot|student|teacher|soldier|officer|attorney|lawyer|doctor|nurse|mother|father|mom|dad|brother|sister|son|daughter|husband|wife|widow|defendant|gunman|attacker|shooter|killer|toddler|baby|infant|child|native|veteran|pensioner|retiree|youngster|newcomer)(?:,? (?!of |in |at |from |for |who |whose )\p{Ll})/u;

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
  const noun = /^[“"]?The \p{Ll}[^,\p{Lu}]{0,60}/u.exec(text)?.[0];
  if (!noun || /\d/.test(noun)) return 1;
  const head = tokens.slice(1, 4).filter((t) => !t.common);
  if (head.some((t) => said.has(t.stem))) return 1;
  if (opensWithEpithet(text)) return UNNAMED_PERSON;
  // A name close behind tells which: "The mayor of Rook", "The ship's owner, Vane"; not what else is said of it.
  const aside = /^, (?:which|who|whose) /u.test(text.slice(noun.length));
  return !aside && tokens.slice(1, near).some((t) => t.capital) ? 1 : UNNAMED;
}
