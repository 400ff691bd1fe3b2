import { cosine } from './cosine.ts';
import { FEATURE } from './features.ts';
import type { Query } from './query.ts';
import type { Tally } from './tally.ts';
import { IN_LEAD, IN_TITLE, IS_NAME, IS_NUMBER, IS_PAIR } from './terms.ts';
import type { Rarity } from './vocabulary.ts';
import { COUNT_WEIGHT, type Held } from './window.ts';

const SIX_HOURS = 6 * 3_600_000;

/** What a query is held against: the articles that stand for the story, and others of it that are near the query. */
export type ReadArticles = {
  readonly query: Query;
  readonly read: readonly Held[];
  readonly more: readonly Held[];
};

/**
 * Fills in what shows when the query is held against each article of a story by itself, and tallies the terms of those
 * that are read. Gives the sum of the squared lengths of these articles.
 */
export function compareArticles(
  features: Float64Array,
  { query, read, more }: ReadArticles,
  tally: Tally,
  { logTotal, logs }: Rarity,
): number {
  const { squares } = query;
  // The inner loop runs some ten thousand times an article: local names spare it a look outside each time.
  const { asked: asks, askedWeight, centre, holders, titles, met } = tally;
  const readCount = read.length;
  const allCount = readCount + more.length;
  let { metCount } = tally;
  let first = 0;
  let second = 0;
  let third = 0;
  let least = 1;
  let sumAll = 0;
  let sumTitle = 0;
  let maxTitle = 0;
  let sumNames = 0;
  let maxNames = 0;
  let sumLead = 0;
  let maxLead = 0;
  let sumCovered = 0;
  let maxCovered = 0;
  let maxNumbers = 0;
  let maxPairs = 0;
  let mass = 0;
  let bodyWords = 0;
  let titleWords = 0;
  let newestAt = Number.NEGATIVE_INFINITY;
  let gap = Number.POSITIVE_INFINITY;
  for (let r = 0; r < allCount; r += 1) {
    const isRead = r < readCount;
    const held = isRead ? read[r]! : more[r - readCount]!;
    const { terms, marks, inverse } = held;
    let dot = 0;
    let square = 0;
    let titleDot = 0;
    let titleSquare = 0;
    let nameDot = 0;
    let nameSquare = 0;
    let leadDot = 0;
    let leadSquare = 0;
    let numberDot = 0;
    let numberSquare = 0;
    let covered = 0;
    let pairs = 0;
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i]!;
      const mark = marks[i]!;
      let tells = logTotal - logs[term]!;
      if (tells < 0) tells = 0;
      const tells2 = tells * tells;
      const asked = asks[term]!;
      if (isRead) {
        if (holders[term] === 0) met[metCount++] = term;
        holders[term]! += 1;
      }
      if (mark & IS_PAIR) {
        nameSquare += tells2;
        if (asked) {
          nameDot += tells2;
          pairs += tells;
        }
        continue;
      }
      const weight = COUNT_WEIGHT[mark & 31]! * tells;
      square += weight * weight;
      if (isRead) centre[term]! += weight * inverse;
      if (mark & IS_NAME) nameSquare += tells2;
      if (mark & IS_NUMBER) numberSquare += tells2;
      if (mark & (IN_TITLE | IN_LEAD)) leadSquare += tells2;
      if (mark & IN_TITLE) {
        titleSquare += tells2;
        if (isRead) titles[term]! += 1;
      }
      if (asked) {
        const both = asked & mark;
        dot += askedWeight[term]! * weight;
        if (asked & IN_TITLE) covered += tells;
        if (both & IN_TITLE) titleDot += tells2;
        if (both & IS_NAME) nameDot += tells2;
        if (both & IS_NUMBER) numberDot += tells2;
        if (asked & (IN_TITLE | IN_LEAD) && mark & (IN_TITLE | IN_LEAD)) leadDot += tells2;
      }
    }
    const all = cosine(dot, squares.all, square);
    const title = cosine(titleDot, squares.title, titleSquare);
    const names = cosine(nameDot, squares.names, nameSquare);
    const lead = cosine(leadDot, squares.lead, leadSquare);
    const numbers = cosine(numberDot, squares.numbers, numberSquare);
    const cover = covered / (query.titleMass || 1);
    if (all > first) {
      third = second;
      second = first;
      first = all;
    } else if (all > second) {
      third = second;
      second = all;
    } else if (all > third) third = all;
    if (all < least) least = all;
    if (title > maxTitle) maxTitle = title;
    if (names > maxNames) maxNames = names;
    if (lead > maxLead) maxLead = lead;
    if (cover > maxCovered) maxCovered = cover;
    if (numbers > maxNumbers) maxNumbers = numbers;
    if (pairs > maxPairs) maxPairs = pairs;
    if (isRead) {
      sumAll += all;
      sumTitle += title;
      sumNames += names;
      sumLead += lead;
      sumCovered += cover;
      mass += square * inverse * inverse;
      bodyWords += held.bodyWords;
      titleWords += held.titleWords;
    }
    if (query.at !== null && held.at !== null) {
      gap = Math.min(gap, Math.abs(query.at - held.at));
      newestAt = Math.max(newestAt, held.at);
    }
  }
  tally.metCount = metCount;

  const f = features;
  f[FEATURE.average] = sumAll / readCount;
  f[FEATURE.nearest] = first;
  f[FEATURE.farthest] = least;
  f[FEATURE.nearestThree] =
    allCount > 2 ? (first + second + third) / 3 : (first + second) / allCount;
  f[FEATURE.titleAverage] = sumTitle / readCount;
  f[FEATURE.titleNearest] = maxTitle;
  f[FEATURE.namesAverage] = sumNames / readCount;
  f[FEATURE.namesNearest] = maxNames;
  f[FEATURE.leadAverage] = sumLead / readCount;
  f[FEATURE.leadNearest] = maxLead;
  f[FEATURE.titleCovered] = sumCovered / readCount;
  f[FEATURE.titleCoveredNearest] = maxCovered;
  f[FEATURE.pairs] = Math.log1p(maxPairs);
  f[FEATURE.numbers] = maxNumbers;
  f[FEATURE.gapToNewest] = gapOf(query.at === null ? gap : Math.abs(query.at - newestAt));
  f[FEATURE.gapToNearest] = gapOf(gap);
  f[FEATURE.gapUnknown] = Number.isFinite(gap) ? 0 : 1;
  f[FEATURE.bodyLength] = Math.log1p(query.bodyWords) / 5;
  f[FEATURE.storyBodyLength] = Math.log1p(bodyWords / readCount) / 5;
  f[FEATURE.titleLength] = Math.log1p(query.titleWords) / 3;
  f[FEATURE.storyTitleLength] = Math.log1p(titleWords / readCount) / 3;
  return mass;
}

function gapOf(ms: number): number {
  return Number.isFinite(ms) ? Math.log1p(ms / SIX_HOURS) : 0;
}
