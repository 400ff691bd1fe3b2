import type { ToldStory } from '../desk/tell-story.ts';

/** A story in the shape that every `--json` prints it. */
export function storyJson({ story, digest, articles }: ToldStory) {
  return {
    id: story.id,
    version: story.version,
    digest,
    articles: articles.map(({ id, title, url, outlet, publishedAt, language }) => ({
      id,
      title,
      url,
      outlet,
      published: publishedAt,
      language,
    })),
  };
}

export function nearestJson({ story, digest }: ToldStory) {
  return { id: story.id, headline: digest.headline };
}
