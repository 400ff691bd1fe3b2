import { type Count, countsIn } from './counts.ts';
import { datesIn } from './dates.ts';
import { numberOf } from './figures.ts';
import type { Sentence } from './sentence.ts';
import type { StoryFacts } from './story-facts.ts';

/** Two sentences of different outlets that come to different figures for the same thing. */
export type Difference = {
  readonly one: Sentence;
  readonly other: Sentence;
  readonly worth: number;
};

const DAY = 86_400_000;
/** What `freshness` has left after a day and a half: a count from before is no longer what outlets differ about. */
export const LONG_AGO = 0.5;
// Further apart, two figures seldom count the same thing.
const MOST_APART = 3;
// Where nothing but what became of people agrees, they must lie nearer.
const NEAR_ENOUGH = 2;
// "In five states", "in three states": so few of something are seldom the same few.
const FEW = 10;

/** The pairs, the weightiest first. Precision goes first: what is unsure is left out. */
export function differencesIn(story: StoryFacts): Difference[] {
  const counts = countsOf(story);
  const found: Difference[] = [];
  for (const [i, a] of counts.entries())
    for (const b of counts.slice(i + 1))
      if (
        a.count.kind === b.count.kind &&
        isOtherVoice(story, a.count, b.count) &&
        (setsAgainst(a.count, b.count) ||
          setsAgainst(b.count, a.count) ||
          (isSameThing(a.count, b.count) &&
            isOtherResult(a.count, b.count) &&
            !isKnownTo(story, a.count, b.count))) &&
        !isOvertaken(story, a.count, counts) &&
        !isOvertaken(story, b.count, counts)
      )
        found.push({
          one: a.count.sentence,
          other: b.count.sentence,
          worth: a.worth + b.worth,
        });
  return found.sort((x, y) => y.worth - x.worth);
}

type Rated = { readonly count: Count; readonly worth: number };

/** What can be shown; a sentence that counts one kind twice lists parts. */
function countsOf(story: StoryFacts): Rated[] {
  return story.facts.flatMap((fact) => {
    const sentence = fact.tellings[0]!;
    if (story.freshness(sentence.document) < LONG_AGO) return [];
    const counts = countsIn(sentence, story.comparison.figures(sentence)).filter((c) => !c.isAside);
    const kinds = counts.map(({ kind }) => kind);
    return counts
      .filter(({ kind }) => kinds.indexOf(kind) === kinds.lastIndexOf(kind))
      .map((count) => ({ count, worth: fact.density * fact.fitness }));
  });
}

function isSameThing(a: Count, b: Count): boolean {
  if (a.fate !== b.fate) return false;
  const isPlain = a.group === null || b.group === null;
  if (a.group !== b.group && !(isPlain && a.fate !== null)) return false;
  if (a.fate === null && Math.min(a.value, b.value) < FEW && a.kind !== 'people') return false;
  if (namesDiffer(a, b)) return false;
  const shared = sharedOf(a.around, b.around);
  const near = sharedOf(a.near, b.near);
  const apart = Math.max(a.value, b.value) / Math.max(1e-9, Math.min(a.value, b.value));
  if (apart > MOST_APART) return false;
  if (a.fate !== null) return shared >= 1 || apart <= NEAR_ENOUGH;
  return a.isMeasure ? near >= 1 && shared >= 3 : shared >= 2;
}

// "61 people were inside, three more than the company had counted": 58 is the company's count.
const MORE_THAN =
  /^(?:[^\p{L}\d]|\p{L}){0,60}?, (\p{L}+|[\d,.]+) (more|fewer|less) than (?=.{0,60}(?:count|said|report|thought|estimat|first|officials?|company))/iu;

/** Whether a sentence tells by how much its figure differs from the one that the other gives. */
function setsAgainst({ sentence: { text, language }, figure }: Count, other: Count): boolean {
  const [, by = '', which] = MORE_THAN.exec(text.slice(figure.end)) ?? [];
  const much = numberOf(by, language);
  return much > 0 && other.figure.value === figure.value + (which === 'more' ? -much : much);
}

/** "Of American goods" is not "in Chinese goods". */
function namesDiffer(a: Count, b: Count): boolean {
  const [own, others] = [namesNear(a), namesNear(b)];
  return own.length > 0 && others.length > 0 && !own.some((stem) => others.includes(stem));
}

const namesNear = ({ near, sentence: { tokens } }: Count) =>
  tokens.flatMap(({ stem, capital }, i) => (capital && i > 0 && near.has(stem) ? [stem] : []));

const isOtherResult = (a: Count, b: Count) => a.most < b.least || b.most < a.least;

/** Another outlet in its own words, of the same day both as it is published and as it says itself. */
function isOtherVoice(story: StoryFacts, a: Count, b: Count): boolean {
  const [x, y] = [a.sentence.document, b.sentence.document];
  const [left, right] = [story.sources[x]!, story.sources[y]!];
  if (left.teller === right.teller || left.outlet === right.outlet) return false;
  const [early, late] = [timeOf(story, x), timeOf(story, y)];
  if (early !== undefined && late !== undefined && Math.abs(early - late) > DAY) return false;
  const [on, at] = [dayOf(story, a.sentence), dayOf(story, b.sentence)];
  return on === undefined || at === undefined || on === at;
}

/** One of the outlets gives the other's figure too: the two count different things, or it tells what lies between. */
function isKnownTo(story: StoryFacts, a: Count, b: Count): boolean {
  const outlet = ({ document }: Sentence) => story.sources[document]!.outlet;
  const gives = (own: Count, value: number) =>
    story.compared.some(
      (s) =>
        outlet(s) === outlet(own.sentence) &&
        story.comparison.figures(s).some((f) => f.value === value),
    );
  return gives(a, b.figure.value) || gives(b, a.figure.value);
}

/** Its own outlet has counted again since. */
function isOvertaken(story: StoryFacts, count: Count, all: readonly Rated[]): boolean {
  const { outlet } = story.sources[count.sentence.document]!;
  const at = timeOf(story, count.sentence.document);
  return all.some(({ count: later }) => {
    const { document } = later.sentence;
    return (
      later.kind === count.kind &&
      story.sources[document]!.outlet === outlet &&
      document !== count.sentence.document &&
      (timeOf(story, document) ?? 0) > (at ?? Number.POSITIVE_INFINITY) &&
      isSameThing(count, later) &&
      isOtherResult(count, later)
    );
  });
}

const timeOf = ({ articles }: StoryFacts, document: number) =>
  articles[document]?.publishedAt?.getTime();

function dayOf(story: StoryFacts, { text, language, document }: Sentence): string | undefined {
  const publishedAt = story.articles[document]?.publishedAt ?? null;
  return datesIn(text, language, { publishedAt, storyAt: null })[0]?.date;
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}
