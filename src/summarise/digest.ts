import { coverageOf } from '../news/coverage.ts';
import type { Claim, Digest } from '../news/digest.ts';
import { changesOf } from './changes.ts';
import { contrastsOf } from './contrasts.ts';
import { chooseHeadline } from './headline.ts';
import { chooseQuotes } from './key-quotes.ts';
import { type DigestMaterial, type StoryArticle, standing } from './material.ts';
import { numbersOf } from './numbers.ts';
import { withoutOutlet } from './outlet-name.ts';
import { overtakenIn } from './overtaken.ts';
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
  const stillStands = overtakenIn(story);
  const quotes = chooseQuotes(material.quotes, story);
  const points = choosePoints(story, quotes, stillStands);
  const lede = points.lede ?? titleAsLede(articles);
  const headline = chooseHeadline(story, lede.text);
  const { bullets, disputed } = points;
  return {
    headline,
    lede,
    bullets,
    quotes,
    contrasts: contrastsOf(story, points.used, quotes, stillStands),
    timeline: timelineOf(story),
    numbers: numbersOf(story),
    disputed,
    coverage: coverageOf(articles),
    whatChanged: changesOf(story, { headline, lede, bullets }, material.told),
    writer: 'extractive',
  };
}

function titleAsLede(articles: readonly StoryArticle[]): Claim {
  const titled = articles.find((a) => a.title.trim());
  return { text: titled ? withoutOutlet(titled.title, titled.outlet, titled.url) : '', refs: [] };
}
