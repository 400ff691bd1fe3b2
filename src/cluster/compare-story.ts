import { cosine } from './cosine.ts';
import { FEATURE } from './features.ts';
import type { Query } from './query.ts';
import type { Tally } from './tally.ts';
import { IN_LEAD, IN_TITLE, IS_NAME } from './terms.ts';
import type { Rarity } from './vocabulary.ts';
import type { HeldStory } from './window.ts';

// How many of the weightiest terms and names say what a text is about.
const KEYS = 12;
const NAMES = 6;

/** What a query is held against: a story whose articles, `readCount` of them with a squared length of `mass`, are tallied. */
export type TalliedStory = {
  readonly query: Query;
  readonly story: HeldStory;
  readonly readCount: number;
  readonly mass: number;
};

/** Fills in what shows when the query is held against a story as one. */
export function compareStory(
  features: Float64Array,
  against: TalliedStory,
  tally: Tally,
  rarity: Rarity,
): void {
  holdCentre(features, against, tally, rarity);
  holdKeys(features, against, tally);
  weighOdds(features, against, tally);
  features[FEATURE.size] = Math.log(against.story.articles.length);
}

/** The story's centre, its weightiest terms and its titles. Call it when the features of its articles are there. */
function holdCentre(
  f: Float64Array,
  { query, readCount, mass }: TalliedStory,
  { asked, askedWeight, centre, holders, titles, met, metCount }: Tally,
  { logTotal, logs }: Rarity,
): void {
  let dot = 0;
  let square = 0;
  let titleMass = 0;
  let titleHit = 0;
  const topWeight = new Float64Array(KEYS);
  const topTerm = new Int32Array(KEYS);
  let top = 0;
  for (let k = 0; k < metCount; k += 1) {
    const term = met[k]!;
    const weight = centre[term]!;
    if (weight === 0) continue;
    square += weight * weight;
    if (top < KEYS || weight > topWeight[top - 1]!) {
      let place = top < KEYS ? top++ : top - 1;
      for (; place > 0 && topWeight[place - 1]! < weight; place -= 1) {
        topWeight[place] = topWeight[place - 1]!;
        topTerm[place] = topTerm[place - 1]!;
      }
      topWeight[place] = weight;
      topTerm[place] = term;
    }
    const isAsked = asked[term] !== 0;
    if (isAsked) dot += weight * askedWeight[term]!;
    if (titles[term] !== 0) {
      const part = (Math.max(0, logTotal - logs[term]!) * titles[term]!) / readCount;
      titleMass += part;
      if (isAsked) titleHit += part;
    }
  }
  let keys = 0;
  let keysHit = 0;
  let best = 0;
  for (let k = 0; k < top; k += 1) {
    const term = topTerm[k]!;
    keys += topWeight[k]!;
    if (asked[term] === 0) continue;
    keysHit += topWeight[k]!;
    const share = holders[term]! / readCount;
    best = Math.max(best, share * Math.max(0, logTotal - logs[term]!));
  }
  const within = readCount > 1 && mass > 0 ? (square / mass - 1) / (readCount - 1) : 0;
  f[FEATURE.centre] = cosine(dot, query.squares.all, square);
  f[FEATURE.storyTitlesCovered] = titleHit / (titleMass || 1);
  f[FEATURE.storyKeysCovered] = keysHit / (keys || 1);
  f[FEATURE.bestStoryKey] = best / 5;
  f[FEATURE.within] = within;
  f[FEATURE.overWithin] = readCount > 1 ? f[FEATURE.average]! - within : 0;
}

/** The query's weightiest terms and names. */
function holdKeys(f: Float64Array, { query, readCount }: TalliedStory, { holders }: Tally): void {
  let keys = 0;
  let keysHit = 0;
  let best = 0;
  let names = 0;
  let namesHit = 0;
  let namesMissed = 0;
  for (let k = 0, named = 0; k < query.order.length; k += 1) {
    const isKey = k < KEYS;
    if (!isKey && named >= NAMES) break;
    const i = query.order[k]!;
    const weight = query.weights[i]!;
    const share = query.terms[i]! < 0 ? 0 : holders[query.terms[i]!]! / readCount;
    if (isKey) {
      keys += weight;
      keysHit += weight * Math.sqrt(share);
      best = Math.max(best, share * query.tells[i]!);
    }
    if (query.marks[i]! & IS_NAME && named < NAMES) {
      named += 1;
      names += weight;
      if (share > 0) namesHit += weight * Math.sqrt(share);
      else namesMissed += weight;
    }
  }
  f[FEATURE.keysCovered] = keysHit / (keys || 1);
  f[FEATURE.bestKey] = best / 5;
  f[FEATURE.namesCovered] = namesHit / (names || 1);
  f[FEATURE.namesMissed] = namesMissed / (names || 1);
}

/** How much likelier the query's title and lead are from this story than from the news at large. */
function weighOdds(f: Float64Array, { query, story }: TalliedStory, { holders }: Tally): void {
  const size = story.articles.length;
  let titleOdds = 0;
  let titleFor = 0;
  let titleAgainst = 0;
  let titleTerms = 0;
  let leadOdds = 0;
  let leadFor = 0;
  let leadAgainst = 0;
  let leadTerms = 0;
  for (const i of query.order) {
    const mark = query.marks[i]!;
    if (!(mark & (IN_TITLE | IN_LEAD))) continue;
    const term = query.terms[i]!;
    const tells = query.tells[i]!;
    const count = term < 0 ? 0 : (story.counts?.get(term) ?? (story.counts ? 0 : holders[term]!));
    const odds = Math.log((count + Math.exp(-tells)) / (size + 1)) + tells;
    leadTerms += 1;
    leadOdds += odds;
    if (odds > 0) leadFor += odds;
    else leadAgainst += odds;
    if (mark & IN_TITLE) {
      titleTerms += 1;
      titleOdds += odds;
      if (odds > 0) titleFor += odds;
      else titleAgainst += odds;
    }
  }
  const titleRoot = Math.sqrt(titleTerms || 1);
  const leadRoot = Math.sqrt(leadTerms || 1);
  f[FEATURE.titleOdds] = titleOdds / titleRoot;
  f[FEATURE.titleOddsFor] = titleFor / titleRoot;
  f[FEATURE.titleOddsAgainst] = titleAgainst / titleRoot;
  f[FEATURE.titleOddsPerWord] = titleOdds / (titleTerms || 1);
  f[FEATURE.leadOdds] = leadOdds / leadRoot;
  f[FEATURE.leadOddsFor] = leadFor / leadRoot;
  f[FEATURE.leadOddsAgainst] = leadAgainst / leadRoot;
}
