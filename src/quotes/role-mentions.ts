import { type Identity, meaning, NOBODY } from './identity.ts';
import { COUNTRIES, ROLE_NOUNS } from './lexicon/names.ts';
import type { People, Person } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';

export function hasRole(list: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (ROLE_NOUNS.has(list[i]!.lower)) return true;
  return false;
}

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

/** Past this many people a role noun says nothing any more. */
const CROWD = 200;

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
    if (ROLE_NOUNS.has(word)) noun = word;
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
    if (clash) continue;
    const score = 1 + 2 * modifiers.filter((m) => words.some((w) => alike(w, m))).length;
    if (score >= most) {
      best = person;
      most = score;
    }
  }
  return best ? meaning(best) : NOBODY;
}

/** Belarus, Belarusian; campaign, campaigns. */
function alike(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length, 5);
  return a === b || (n >= 4 && a.slice(0, n) === b.slice(0, n));
}

const ADJECTIVES = new Set(
  'us u.s u.s. american british uk french dutch spanish german greek swiss danish finnish irish welsh scottish turkish polish'.split(
    ' ',
  ),
);

export function isNation(word: string): boolean {
  if (ADJECTIVES.has(word) || COUNTRIES.has(word)) return true;
  for (const country of COUNTRIES) if (alike(country, word)) return true;
  return false;
}
