import { coverageOf } from '../news/coverage.ts';
import type { Claim, Digest } from '../news/digest.ts';
import { changesOf } from './changes.ts';
import { contrastsOf } from './contrasts.ts';
import { disputedOf } from './disputed.ts';
import { chooseHeadline, withoutOutlet } from './headline.ts';
import { chooseQuotes } from './key-quotes.ts';
import { type DigestMaterial, type StoryArticle, standing } from './material.ts';
import { numbersOf } from './numbers.ts';
import { choosePoints } from './points.ts';
import { readStory } from './story-facts.ts';
import { timelineOf } from './timeline.ts';

/**
 * A story's digest in the outlets' own sentences, without any model. Every claim's refs are the exact
 * stretches of the articles that it rests on; quotes are verified against them. Where the articles
 * have no text, the headline is all there is and stands for the lede, without refs.
 */
export function writeDigest(material: DigestMaterial): Digest {
  const articles = standing(material.articles);
  const story = readStory(articles, material.quotes);
  const worth = story.rated.wordWorth;
  const points = choosePoints(story);
  const lede = points.lede ?? titleAsLede(articles);
  const shown = [lede.text, ...points.bullets.map((b) => b.text)].join('\n');
  return {
    headline: chooseHeadline(articles, worth, story.language) ?? shortened(lede.text),
    lede,
    bullets: points.bullets,
    quotes: chooseQuotes(material.quotes, articles, worth, shown),
    contrasts: contrastsOf(story, points.used),
    timeline: timelineOf(story),
    numbers: numbersOf(story),
    disputed: disputedOf(story),
    coverage: coverageOf(articles),
    whatChanged: changesOf(story, points, material.told),
    writer: 'extractive',
  };
}

function titleAsLede(articles: readonly StoryArticle[]): Claim {
  const titled = articles.find((a) => a.title.trim());
  return { text: titled ? withoutOutlet(titled.title, titled.outlet, titled.url) : '', refs: [] };
}

/** For articles without titles: the lede cut after its first clause, or at a word. */
function shortened(text: string): string {
  if (text.length <= 100) return text.replace(/[.。]$/, '');
  const clause = /^.{40,100}?(?=[,;:] |\s[–—] )/u.exec(text)?.[0];
  return clause ?? `${text.slice(0, 96).replace(/\s+\S*$/, '')}…`;
}
