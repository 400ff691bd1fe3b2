import type { Digest } from '../../src/news/digest.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { type DigestStory, digestSets } from './digest-sets.ts';
import { FAULTS, type Fault, faultsOf } from './readability.ts';
import type { Measure, Row } from './table.ts';

// What is left once a shorter or plainer sentence is always preferred: some stories are told in nothing else.
const MOST: Partial<Record<Fault['kind'], number>> = {
  'sentences over 40 words': 20,
  'clickbait or vague headlines': 1,
};

/** How digests read: over every set that is found, how often a reader stumbles, kind by kind. */
export const measure: Measure = async (dataDir) => {
  const sets = digestSets(dataDir).map(({ name, stories }) => ({
    name,
    read: stories.map((story) => {
      const digest = retold(story);
      const texts = new Map(story.articles.map((a) => [a.id, a.text]));
      return {
        id: story.id,
        digest,
        faults: faultsOf(digest, texts, languageOf(digest, story.articles)),
      };
    }),
  }));
  const all = sets.flatMap(({ read }) => read);
  const bullets = all.reduce((sum, { digest }) => sum + digest.bullets.length, 0);
  const name = `digests of ${sets.length} sets`;
  return [
    { set: name, measure: 'digests', figure: all.length, target: 300 },
    { set: name, measure: 'bullets', figure: bullets, target: null },
    ...FAULTS.map((kind): Row => {
      const counts = sets.map(({ name: set, read }) => ({
        set,
        count: read.flatMap(({ faults }) => faults).filter((f) => f.kind === kind).length,
      }));
      return {
        set: name,
        measure: kind,
        figure: counts.reduce((sum, { count }) => sum + count, 0),
        target: MOST[kind] ?? 0,
        atMost: true,
        note: counts
          .filter(({ count }) => count > 0)
          .map(({ set, count }) => `${set} ${count}`)
          .join(', '),
      };
    }),
  ];
};

/** A story's digest for a channel that was told of its first half. */
function retold({ articles, quotes }: DigestStory): Digest {
  const first = articles.slice(0, Math.floor(articles.length / 2));
  if (!first.some(({ text }) => text.trim())) return writeDigest({ articles, quotes });
  const before = writeDigest({
    articles: first,
    quotes: quotes.filter((q) => first.some(({ id }) => id === q.article)),
  });
  const told = [before.headline, before.lede.text, ...before.bullets.map(({ text }) => text)];
  return writeDigest({ articles, quotes, told });
}

/** The language a digest is told in: that of the article its lede is taken from. */
function languageOf(
  { lede }: Digest,
  articles: readonly { readonly id: number; readonly language: string | null }[],
): string | null {
  return articles.find((a) => a.id === lede.refs[0]?.article)?.language ?? null;
}

if (import.meta.main) {
  const dataDir = process.argv[2] ?? '../shared/data';
  for (const { name, stories } of digestSets(dataDir)) {
    for (const story of stories) {
      const digest = retold(story);
      const texts = new Map(story.articles.map((a) => [a.id, a.text]));
      for (const { kind, text } of faultsOf(digest, texts, languageOf(digest, story.articles)))
        console.log(`${kind}\t${name} ${story.id}\t${text}`);
    }
  }
}
