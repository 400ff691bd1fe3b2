/** What is measured between an article and a story, in the order of the weights. */
export const FEATURES = [
  'average',
  'nearest',
  'farthest',
  'nearestThree',
  'centre',
  'titleAverage',
  'titleNearest',
  'namesAverage',
  'namesNearest',
  'leadAverage',
  'leadNearest',
  'titleCovered',
  'titleCoveredNearest',
  'storyTitlesCovered',
  'keysCovered',
  'storyKeysCovered',
  'bestKey',
  'bestStoryKey',
  'namesCovered',
  'namesMissed',
  'pairs',
  'numbers',
  'gapToNewest',
  'gapToNearest',
  'gapUnknown',
  'size',
  'bodyLength',
  'storyBodyLength',
  'titleLength',
  'storyTitleLength',
  'within',
  'overWithin',
  'titleOdds',
  'titleOddsFor',
  'titleOddsAgainst',
  'titleOddsPerWord',
  'leadOdds',
  'leadOddsFor',
  'leadOddsAgainst',
  'rivals',
  'overBestRival',
  'otherRivals',
  'titleOddsOverRival',
  'leadOddsOverRival',
] as const;

/** The place of each feature. */
export const FEATURE = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Readonly<
  Record<(typeof FEATURES)[number], number>
>;

/**
 * Fills in what only shows when stories are seen side by side: by how much each is ahead of the best other one, and how
 * like the article the rest of them are. In a stream of like events (shootings, quakes) the rest are like it too.
 */
export function addRivalry(stories: readonly Float64Array[]): void {
  const strengths = stories.map((f) => f[FEATURE.average]! + f[FEATURE.centre]!);
  setLead(stories, strengths, FEATURE.overBestRival);
  setLead(stories, columnOf(stories, FEATURE.titleOdds), FEATURE.titleOddsOverRival);
  setLead(stories, columnOf(stories, FEATURE.leadOdds), FEATURE.leadOddsOverRival);
  const others = [...strengths].sort((a, b) => b - a).slice(2);
  const mean = others.length > 0 ? others.reduce((a, b) => a + b, 0) / others.length : 0;
  for (const f of stories) {
    f[FEATURE.otherRivals] = mean;
    f[FEATURE.rivals] = stories.length / 12;
  }
}

function columnOf(stories: readonly Float64Array[], feature: number): number[] {
  return stories.map((f) => f[feature]!);
}

function setLead(stories: readonly Float64Array[], values: readonly number[], feature: number) {
  const [first = 0, second = 0] = [...values].sort((a, b) => b - a);
  for (const [i, f] of stories.entries()) {
    f[feature] = values[i]! - (values[i] === first ? second : first);
  }
}
