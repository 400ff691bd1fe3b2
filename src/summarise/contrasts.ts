import type { Claim } from '../news/digest.ts';
import type { Quote } from '../news/quote.ts';
import { knownIn } from './assumed.ts';
import { differencesIn } from './differing.ts';
import { STALE } from './overtaken.ts';
import { tidy } from './prose.ts';
import { rivalsIn } from './rival-counts.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';
import { heldQuotes } from './told-as-quote.ts';

const MOST_DIFFERENT = 2;
const MOST_ALONE = 2;

/**
 * Where outlets differ: first the same thing counted differently, side by side, then the weightiest
 * things that one outlet alone tells. `used` is what lede and bullets say already, `quotes` what stands
 * beside them. Each text names its outlet, or else its host, where that is known. Empty where fewer than
 * two tell the story in their own words.
 */
export function contrastsOf(
  story: StoryFacts,
  used: readonly Sentence[],
  quotes: readonly Quote[] = [],
  standing: (sentence: Sentence) => number = () => 1,
): Claim[] {
  if (new Set(story.sources.map((s) => s.teller)).size < 2) return [];
  const isQuoted = heldQuotes(quotes);
  const differing = differingFigures(story, isQuoted, standing);
  const told = differing.flatMap(({ refs }) => refs);
  const above = story.compared.filter((s) =>
    told.some(({ article, start }) => article === s.article && start === s.start),
  );
  return [...differing, ...toldAlone(story, [...used, ...above], isQuoted, standing)];
}

/** The weightiest, each sentence once: two outlets' against each other, then what one outlet sets side by side. */
function differingFigures(
  story: StoryFacts,
  isQuoted: (text: string) => boolean,
  standing: (sentence: Sentence) => number,
): Claim[] {
  const claims: Claim[] = [];
  const shown = new Set<Sentence>();
  const show = (one: Sentence, other: Sentence, text: string) => {
    if (claims.length === MOST_DIFFERENT || shown.has(one) || shown.has(other)) return;
    if (isQuoted(one.text) || isQuoted(other.text)) return;
    shown.add(one).add(other);
    claims.push({ text, refs: refsOf([one, other]) });
  };
  // The two may be hours apart, and the later one then counts again what the earlier one did.
  for (const { one, other } of differencesIn(story))
    if (standing(one) > STALE || standing(other) > STALE)
      show(one, other, `${labelled(story, one)} / ${labelled(story, other)}`);
  // Neighbours are read on.
  for (const { one, other } of rivalsIn(story))
    if (standing(one) > STALE) show(one, other, `${labelled(story, one)} ${tidy(other.text)}`);
  return claims;
}

function toldAlone(
  story: StoryFacts,
  used: readonly Sentence[],
  isQuoted: (text: string) => boolean,
  standing: (sentence: Sentence) => number,
): Claim[] {
  const alone = story.facts
    .filter((f) => f.tellers.size === 1 && f.tellings.length === 1 && f.fitness >= 0.7)
    .flatMap((fact) => {
      const left = standing(fact.tellings[0]!);
      return left > STALE ? [{ fact, worth: fact.density * fact.fitness * left }] : [];
    })
    .sort((a, b) => b.worth - a.worth);
  const claims: Claim[] = [];
  const outlets = new Set<string>();
  const said = new Set([...story.rated.titleTerms, ...used.flatMap((s) => [...s.terms])]);
  for (const { fact } of alone) {
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
