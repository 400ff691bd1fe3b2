import { type Identity, meaning, NOBODY } from './identity.ts';
import { ROLE_NOUNS } from './lexicon/names.ts';
import { alike, isNation } from './nations.ts';
import type { People, Person } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isRoleNoun } from './role-nouns.ts';
import type { Token } from './tokens.ts';

/** "the 46-year-old" */
export function ageIn(r: Reading, core: Phrase): number | undefined {
  for (let i = core.start; i < core.end; i++) {
    const years = /^(\d{1,3})-year-old$/.exec(r.tokens.list[i]!.lower);
    if (years) return Number(years[1]);
  }
  return undefined;
}

/** The words of a mention for what somebody is, without the article. */
export function roleText(r: Reading, core: Phrase): string {
  const { list } = r.tokens;
  const start =
    r.grammar.determiners.has(list[core.start]!.lower) && core.end - core.start > 1
      ? core.start + 1
      : core.start;
  return r.text.slice(list[start]!.start, list[core.end - 1]!.end);
}

/** "the Florida senator" is not the one from Vermont: each has a name in it that the other lacks. */
function isElsewhere(list: readonly Token[], core: Phrase, role: string): boolean {
  const own = list
    .slice(core.start + 1, core.end)
    .filter((token) => token.cap && !isRoleNoun(token) && !PARTY.test(token.lower))
    .map((token) => token.lower);
  if (own.length === 0) return false;
  const theirs = role
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.toLowerCase())
    .filter((word) => !ROLE_NOUNS.has(word) && !PARTY.test(word));
  return theirs.length > 0 && !theirs.some((word) => own.some((other) => alike(word, other)));
}

const PARTY =
  /^(?:republican|democratic|democrat|gop|conservative|liberal|labour|tory|socialist|green)s?$/;

/** Past this many people a role noun says nothing any more. */
export const CROWD = 200;

/** "the Belarusian president": the person so called before, where the words around the noun do not speak against it. */
export function byRole(r: Reading, people: People, core: Phrase, at: number): Identity {
  const { list } = r.tokens;
  if (
    /^(?:an?|another|one|some|any|several|many|two|three|other|most|ein|eine|un|una|une|uno)$/.test(
      list[core.start]!.lower,
    )
  )
    return NOBODY;
  let noun = '';
  const modifiers: string[] = [];
  for (let i = core.start; i < core.end; i++) {
    const word = list[i]!.lower;
    if (isRoleNoun(list[i]!)) noun = word;
    else if (list[i]!.kind === 'word' && word.length > 2 && word !== 'the') modifiers.push(word);
  }
  const nations = modifiers.filter(isNation);
  let best: Person | undefined;
  let most = 0;
  for (const person of people.all.slice(0, CROWD)) {
    if (person.first >= at || person.role === null) continue;
    const words = person.role.toLowerCase().split(/[\s-]+/);
    if (!words.includes(noun)) continue;
    const clash =
      nations.length > 0 &&
      words.some(isNation) &&
      !nations.some((n) => words.some((w) => alike(w, n)));
    if (clash || isElsewhere(list, core, person.role)) continue;
    const score = 1 + 2 * modifiers.filter((m) => words.some((w) => alike(w, m))).length;
    if (score >= most) {
      best = person;
      most = score;
    }
  }
  return best ? meaning(best) : NOBODY;
}
