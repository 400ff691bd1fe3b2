import type { Claim } from '../news/digest.ts';
import type { Quote } from '../news/quote.ts';
import { knownIn } from './assumed.ts';
import { tidy } from './prose.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';
import { heldQuotes } from './told-as-quote.ts';

const MOST_DIFFERENT = 2;
const MOST_ALONE = 2;
// Sentences this like, but for their one figure, count the same thing.
const SAME_BUT_FIGURE = 0.55;

/**
 * Where outlets differ: first the same thing counted differently, side by side, then the weightiest
 * things that one outlet alone tells. `used` is what lede and bullets say already, `quotes` what stands beside them. Each text names its
 * outlet, or else its host, where that is known. Empty where fewer than two tell the story in their own words.
 */
export function contrastsOf(
  story: StoryFacts,
  used: readonly Sentence[],
  quotes: readonly Quote[] = [],
): Claim[] {
  if (new Set(story.sources.map((s) => s.teller)).size < 2) return [];
  return [...differingFigures(story), ...toldAlone(story, used, heldQuotes(quotes))];
}

function differingFigures(story: StoryFacts): Claim[] {
  const claims: Claim[] = [];
  const shown: Sentence[] = [];
  const counting = story.facts
    .map((f) => f.tellings[0]!)
    .map((s) => ({ s, figures: story.comparison.figures(s).filter((f) => f.unit) }))
    .filter(({ figures }) => figures.length > 0 && figures.length < 4);
  for (const [i, a] of counting.entries()) {
    for (const b of counting.slice(i + 1)) {
      if (claims.length === MOST_DIFFERENT) return claims;
      const [left, right] = [story.sources[a.s.document]!, story.sources[b.s.document]!];
      if (left.teller === right.teller || left.outlet === right.outlet) continue;
      if (shown.includes(a.s) || shown.includes(b.s)) continue;
      if (story.comparison.likeness(a.s, b.s) < SAME_BUT_FIGURE || isUpdate(story, a.s, b.s))
        continue;
      const differ = a.figures.filter((x) => {
        const same = b.figures.filter((y) => y.unit === x.unit);
        return (
          same.length === 1 &&
          same[0]!.value !== x.value &&
          a.figures.filter((z) => z.unit === x.unit).length === 1
        );
      });
      // A sentence that gives both figures explains them itself.
      const values = (f: readonly { value: number }[]) => f.map(({ value }) => value);
      if (differ.length !== 1 || values(b.figures).includes(differ[0]!.value)) continue;
      if (
        b.figures.some(
          (y) => y.unit === differ[0]!.unit && a.s.text.includes(b.s.text.slice(y.start, y.end)),
        )
      )
        continue;
      shown.push(a.s, b.s);
      claims.push({
        text: `${labelled(story, a.s)} / ${labelled(story, b.s)}`,
        refs: refsOf([a.s, b.s]),
      });
    }
  }
  return claims;
}

const DAY = 86_400_000;

/** A figure told a day later is news, not another version. */
function isUpdate(story: StoryFacts, a: Sentence, b: Sentence): boolean {
  const [x, y] = [story.articles[a.document]!, story.articles[b.document]!];
  if (!x.publishedAt || !y.publishedAt) return false;
  return Math.abs(x.publishedAt.getTime() - y.publishedAt.getTime()) > DAY;
}

function toldAlone(
  story: StoryFacts,
  used: readonly Sentence[],
  isQuoted: (text: string) => boolean,
): Claim[] {
  const alone = story.facts
    .filter((f) => f.tellers.size === 1 && f.tellings.length === 1 && f.fitness >= 0.7)
    .sort((a, b) => b.density * b.fitness - a.density * a.fitness);
  const claims: Claim[] = [];
  const outlets = new Set<string>();
  const said = new Set([...story.rated.titleTerms, ...used.flatMap((s) => [...s.terms])]);
  for (const fact of alone) {
    if (claims.length === MOST_ALONE) break;
    const sentence = fact.tellings[0]!;
    const { outlet } = story.sources[sentence.document]!;
    if (outlets.has(outlet) || isTold(story, sentence, used)) continue;
    if (knownIn(sentence, said, 7) < 1 || isQuoted(sentence.text)) continue;
    outlets.add(outlet);
    claims.push({ text: labelled(story, sentence), refs: refsOf([sentence]) });
  }
  return claims;
}

/** Told by another outlet after all, loosely worded, or in the digest already. */
function isTold(story: StoryFacts, sentence: Sentence, used: readonly Sentence[]): boolean {
  const { outlet } = story.sources[sentence.document]!;
  const near = (other: Sentence, limit: number) =>
    story.comparison.likeness(sentence, other) > limit ||
    overlap(sentence.terms, other.terms) > 0.5;
  return (
    used.some((u) => near(u, 0.4)) ||
    story.compared.some((c) => story.sources[c.document]!.outlet !== outlet && near(c, 0.35))
  );
}

function labelled(story: StoryFacts, sentence: Sentence): string {
  const { outlet, url } = story.articles[sentence.document]!;
  const name =
    outlet ?? (url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null);
  return name ? `${name}: ${tidy(sentence.text)}` : tidy(sentence.text);
}
