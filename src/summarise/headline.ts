import { outletKey } from '../news/coverage.ts';
import { splitSentences } from '../text/sentences.ts';
import { knownIn, opensWithEpithet } from './assumed.ts';
import type { StoryArticle } from './material.ts';
import { withoutOutlet } from './outlet-name.ts';
import { tidy } from './prose.ts';
import { rateTitle, teases } from './rate-title.ts';
import { shortenedTitle } from './shorten.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';
import { hasVerb } from './verbs.ts';

// What the first article's title loses against the last one's, as a share of what its sentences lose.
const STALE = 0.5;
// Headline and lede should speak of the same: smaller, and an older event stands over the latest one.
const AGREES = 0.1;
// What other outlets' titles say too is what happened; a figure of speech stands alone.
const SHARED = 0.25;

/**
 * The title among the outlets' own that best says what happened, without the outlet's name; where every one teases or
 * there is none, a sentence of `lede` or another fact, cut to a title's length where that leaves a sentence.
 */
export function chooseHeadline(story: StoryFacts, lede: string): string {
  const own = bestTitle(story, lede);
  if (own && !teases(own)) return own;
  const made = headlineFrom(story, lede);
  if (own && (made === undefined || !isEnglish(story.language))) return own;
  return made ?? clipped(openingOf(lede));
}

/** An article's own title without its outlet's name; undefined where it teases or there is none. */
export function titleOf(
  article: Pick<StoryArticle, 'title' | 'outlet' | 'url'>,
): string | undefined {
  const title = sober(withoutOutlet(article.title, article.outlet, article.url));
  return title && !teases(title) ? title : undefined;
}

/** Earlier articles win ties. */
function bestTitle(story: StoryFacts, lede: string): string | undefined {
  const { articles, rated, language, freshness, ageing } = story;
  const about = termsIn(lede, language);
  const titles = articles.flatMap((article, i) => {
    const title = sober(withoutOutlet(article.title, article.outlet, article.url));
    const terms = termsIn(title, article.language);
    return title ? [{ title, terms, article, i, outlet: outletKey(article) }] : [];
  });
  let best: { title: string; score: number } | undefined;
  for (const { title, terms, article, i, outlet } of titles) {
    const foreign =
      language && article.language && !article.language.startsWith(language) ? 0.5 : 0;
    const others = titles.filter((t) => t.outlet !== outlet && t.title !== title);
    const shared = others.reduce((sum, t) => sum + shareOf(terms, t.terms), 0);
    const score =
      rateTitle(title, article.language, rated.wordWorth) +
      AGREES * shareOf(terms, about) +
      SHARED * (shared / Math.max(1, others.length)) -
      foreign -
      STALE * ageing * (1 - freshness(i));
    if (!best || score > best.score + 1e-9) best = { title, score };
  }
  return best?.title;
}

/** How much of what the first says the second says too; a title of few words is not better for that. */
function shareOf(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...own].filter((t) => others.has(t)).length / Math.max(7, own.size);
}

/** Without a cry before it ("Saved! …"), the stop of its only sentence, and an ampersand that is no part of a name. */
function sober(title: string): string {
  return title
    .replace(/^\p{L}+! (?=.{30})/u, '')
    .replace(/^([^.!?]*\p{Ll}{3})\.$/u, '$1')
    .replace(/(?<=(?:^|\s)(?:\p{Ll}\S*|\S*\d)) & (?=\S)| & (?=\p{Ll})/gu, ' and ');
}

const isEnglish = (language: string | null) => (language ?? 'en').startsWith('en');

function termsIn(text: string, language: string | null): Set<string> {
  return new Set(tokensOf(text, language).flatMap((t) => (t.common ? [] : [t.stem])));
}

const FEWEST = 35;
const MOST = 100;
// A whole sentence of this length is better than one cut in the middle.
const STRETCH = 150;
// So is the lede's, even if it is longer, where nothing shorter says the same.
const STRETCH_WHOLE = 175;
const LONGEST = 200;
const ABOUT = [0.4, 0.15];
const MOST_TRIED = 12;
// The lede was chosen for what it tells: another sentence must say much more of the story.
const OF_LEDE = 0.35;

// "The website reported the death": of which website, only the article tells.
const UNNAMED = 0.2;
// What comes first in a headline should be what happened.
const ASIDE = 0.15;
const SUBORDINATE =
  /^(?:While|Although|Though|When|If|Because|Since|Despite|After|Before|For \p{Ll}|On \p{Lu}\p{Ll}+\.? \d)/u;

const POINTING =
  /[“"„«]|(?<![\p{L}])(?:he|she|him|hers?|his|they|them|their|it|its|this|these|those)(?![\p{L}])/u;

/** A whole sentence of at most a title's length that tells what the lede tells; undefined where there is none. */
function headlineFrom(story: StoryFacts, lede: string): string | undefined {
  const { facts, language, rated } = story;
  const about = termsIn(lede, language);
  const ofLede = titlesIn(openingOf(lede), language, STRETCH, STRETCH_WHOLE).filter(
    (title) => !teases(title),
  );
  for (const least of ABOUT) {
    const ofOthers = facts
      .filter((f) => f.fitness > 0.6 && overlap(f.tellings[0]!.terms, about) >= least)
      .sort((a, b) => b.density - a.density)
      .slice(0, MOST_TRIED)
      .flatMap(({ tellings: [sentence] }) =>
        titlesIn(tidy(sentence!.text), language, MOST).map((title) => ({
          title,
          bonus: knownIn(sentence!, about, 7) < 1 ? -UNNAMED : 0,
        })),
      )
      .filter(({ title }) => !teases(title) && !POINTING.test(title));
    const best = [
      ...ofLede.map((title) => ({ title, bonus: opensWithEpithet(title) ? -OF_LEDE : OF_LEDE })),
      ...ofOthers,
    ]
      .map(({ title, bonus }) => ({
        title,
        score:
          rateTitle(title, language, rated.wordWorth) +
          bonus -
          (SUBORDINATE.test(title) ? ASIDE : 0),
      }))
      .sort((a, b) => b.score - a.score)[0];
    if (best) return best.title;
  }
  return undefined;
}

/** The sentence as a title where it has at most `most` characters, or its beginning where that is a sentence. */
function titlesIn(
  sentence: string,
  language: string | null,
  most: number,
  mostWhole = most,
): string[] {
  const whole = withoutStop(sentence);
  if (!isEnglish(language)) return whole.length <= mostWhole ? [whole] : [];
  if (whole.length > MOST) {
    const cut =
      shortenedTitle(sentence, { least: FEWEST, most: MOST }) ??
      shortenedTitle(sentence, { least: FEWEST, most });
    if (cut) return [cut];
  }
  return whole.length <= mostWhole && hasVerb(whole) ? [whole] : [];
}

/** What is left where no sentence is short enough: the words up to a title's length. */
function clipped(text: string): string {
  const whole = withoutStop(text);
  if (whole.length <= LONGEST) return whole;
  const words = text.slice(0, MOST).replace(/\s+\S*$/, '');
  return `${words.replace(/(?:[\s,;:–—-]+|\s(?:\p{Ll}{1,3}|with|from|that|which|than))+$/u, '')}…`;
}

function openingOf(lede: string): string {
  const opening = splitSentences(lede)[0];
  return opening ? lede.slice(opening.start, opening.end) : lede;
}

// The stop of "St." and "U.S." belongs to the word, that of "up." to the sentence.
const withoutStop = (text: string) =>
  text.replace(/(?<=\p{L}{3}|(?:^|\s)\p{Ll}{2}|\d\p{L}{0,2}|[”"’)%])[.。]$/u, '');
