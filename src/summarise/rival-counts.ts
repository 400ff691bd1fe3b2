import { countsIn } from './counts.ts';
import { LONG_AGO } from './differing.ts';
import type { Figure } from './figures.ts';
import type { Sentence } from './sentence.ts';
import type { StoryFacts } from './story-facts.ts';

/** Two neighbouring sentences of one article: a count, and what another party counts. */
export type Rival = { readonly one: Sentence; readonly other: Sentence; readonly worth: number };

// Who counts is named: "It put the number at …" may be the same party.
const PARTY =
  /^(?!(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]hat|[Tt]his|Sie|Er|Es)(?![\p{L}]))(?:But |However, |Aber |Pero )?(?:[^,.:;"“„«]{2,60}|[^,.:;"“„«]{2,40}, [^.:;"“„«]{2,60},)$/u;
// The words between the party and its figure.
const COUNTS =
  /(?<![\p{L}])(?:(?:has |have )?puts? (?:it|the (?:[\p{Ll}-]+ ){1,3}|th(?:at|eir|is) (?:[\p{Ll}-]+ ){1,2})\s?at|sp(?:eaks?|oke) of|says? (?:that )?(?:it is|it['’]s|it was|they are|the (?:true |real )?(?:number|figure|total|count) (?:is|was)|no more than|at most|only|as many as)|(?:sprechen|spricht|sprach) von|beziffer\p{L}+ .{0,30}auf|hablan? de|cifran? .{0,30}en|parlent? de|parlano? di)(?: only| just| about| around| nearly| some| nur| rund| etwa| unos| unas| environ)?\s*$/iu;

const LONGEST = 30;
const MOST_APART = 10;

/** Where an article itself sets one party's count against another's; none that is more than a day and a half behind the story. */
export function rivalsIn(story: StoryFacts): Rival[] {
  return story.facts.flatMap((fact) => {
    const one = fact.tellings[0]!;
    const other = story.rated.after(one);
    if (!other || other.words > LONGEST || story.freshness(one.document) < LONG_AGO) return [];
    const figures = story.comparison.figures(other);
    const second = figures[0];
    if (!second || !isRivalCount(other.text, second)) return [];
    const first = countedIn(one, story.comparison.figures(one), second);
    if (!first || first.value === second.value) return [];
    const apart = Math.max(first.value, second.value) / Math.min(first.value, second.value);
    if (apart > MOST_APART) return [];
    return [{ one, other, worth: fact.density * fact.fitness }];
  });
}

function isRivalCount(text: string, { start }: Figure): boolean {
  const before = text.slice(0, start);
  const counts = COUNTS.exec(before);
  return counts !== null && PARTY.test(before.slice(0, counts.index).trimEnd());
}

/** The one figure of a sentence that the second can be set against: of its unit, or the first count where it has none. */
function countedIn(
  sentence: Sentence,
  figures: readonly Figure[],
  { unit }: Figure,
): Figure | undefined {
  if (unit !== null) {
    const same = figures.filter((f) => f.unit === unit);
    return same.length === 1 ? same[0] : undefined;
  }
  const counts = countsIn(sentence, figures);
  return counts.length === 1 ? counts[0]!.figure : undefined;
}
