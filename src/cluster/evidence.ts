import type { Candidate } from './candidates.ts';
import { addRivalry, FEATURE, FEATURES } from './features.ts';
import type { Query } from './query.ts';
import { IN_LEAD, IN_TITLE, IS_NAME, IS_NUMBER, IS_PAIR } from './terms.ts';
import { COUNT_WEIGHT, COUNTED_EACH_TIME, type Held, type Window } from './window.ts';

/** Of a big story the first articles, which say what it is, and the newest, which say where it has got to. */
const FIRST_READ = 4;
const NEWEST_READ = COUNTED_EACH_TIME - FIRST_READ;
const KEYS = 12;
const NAMES = 6;
const HELD_MARK = 0x8000;
const SIX_HOURS = 6 * 3_600_000;

/** Compares a query with stories; gives for each the features that `FEATURES` names, in that order. */
export type Evidence = (query: Query, candidates: readonly Candidate[]) => Float64Array[];

/** The evidence gatherer of a window. What it costs depends on no story's size. */
export function createEvidence(window: Window): Evidence {
  const { vocabulary } = window;
  // Scratch space by term, all zero between calls: reading a number from it replaces looking a word up in a map.
  let queryMark = new Uint16Array(1 << 12);
  let queryWeight = new Float32Array(1 << 12);
  let centre = new Float32Array(1 << 12);
  let holders = new Uint16Array(1 << 12);
  let titles = new Uint16Array(1 << 12);
  let met = new Int32Array(1 << 12);
  const topWeight = new Float64Array(KEYS);
  const topTerm = new Int32Array(KEYS);

  function makeRoom(): void {
    if (queryMark.length >= vocabulary.size()) return;
    const size = vocabulary.size() * 2;
    queryMark = new Uint16Array(size);
    queryWeight = new Float32Array(size);
    centre = new Float32Array(size);
    holders = new Uint16Array(size);
    titles = new Uint16Array(size);
    met = new Int32Array(size);
  }

  function compare(query: Query, { story, nearest }: Candidate): Float64Array {
    const { logTotal, logs } = vocabulary.weights();
    const { squares } = query;
    // The loops below run some ten thousand times an article: local names spare them a look outside each time.
    const asks = queryMark;
    const asksWeight = queryWeight;
    const sums = centre;
    const holds = holders;
    const entitles = titles;
    const seen = met;
    const read = articlesRead(story.articles);
    const more = read === story.articles ? [] : nearest.filter((held) => !read.includes(held));
    const readCount = read.length;
    const allCount = readCount + more.length;
    let metCount = 0;
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
          if (holds[term] === 0) seen[metCount++] = term;
          holds[term]! += 1;
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
        if (isRead) sums[term]! += weight * inverse;
        if (mark & IS_NAME) nameSquare += tells2;
        if (mark & IS_NUMBER) numberSquare += tells2;
        if (mark & (IN_TITLE | IN_LEAD)) leadSquare += tells2;
        if (mark & IN_TITLE) {
          titleSquare += tells2;
          if (isRead) entitles[term]! += 1;
        }
        if (asked) {
          const both = asked & mark;
          dot += asksWeight[term]! * weight;
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

    // The story as one: its centre, its weightiest terms and its titles.
    let centreDot = 0;
    let centreSquare = 0;
    let titleMass = 0;
    let titleHit = 0;
    let top = 0;
    for (let k = 0; k < metCount; k += 1) {
      const term = seen[k]!;
      const weight = sums[term]!;
      if (weight === 0) continue;
      centreSquare += weight * weight;
      if (top < KEYS || weight > topWeight[top - 1]!) {
        let place = top < KEYS ? top++ : top - 1;
        for (; place > 0 && topWeight[place - 1]! < weight; place -= 1) {
          topWeight[place] = topWeight[place - 1]!;
          topTerm[place] = topTerm[place - 1]!;
        }
        topWeight[place] = weight;
        topTerm[place] = term;
      }
      const isAsked = asks[term] !== 0;
      if (isAsked) centreDot += weight * asksWeight[term]!;
      if (entitles[term] !== 0) {
        const part = (Math.max(0, logTotal - logs[term]!) * entitles[term]!) / readCount;
        titleMass += part;
        if (isAsked) titleHit += part;
      }
    }
    let storyKeys = 0;
    let storyKeysHit = 0;
    let storyKeyBest = 0;
    for (let k = 0; k < top; k += 1) {
      const term = topTerm[k]!;
      storyKeys += topWeight[k]!;
      if (asks[term] === 0) continue;
      storyKeysHit += topWeight[k]!;
      const share = holds[term]! / readCount;
      storyKeyBest = Math.max(storyKeyBest, share * Math.max(0, logTotal - logs[term]!));
    }

    // The query's weightiest terms and names.
    let keys = 0;
    let keysHit = 0;
    let keyBest = 0;
    let names = 0;
    let namesHit = 0;
    let namesMissed = 0;
    for (let k = 0, named = 0; k < query.order.length; k += 1) {
      const isKey = k < KEYS;
      if (!isKey && named >= NAMES) break;
      const i = query.order[k]!;
      const weight = query.weights[i]!;
      const share = query.terms[i]! < 0 ? 0 : holds[query.terms[i]!]! / readCount;
      if (isKey) {
        keys += weight;
        keysHit += weight * Math.sqrt(share);
        keyBest = Math.max(keyBest, share * query.tells[i]!);
      }
      if (query.marks[i]! & IS_NAME && named < NAMES) {
        named += 1;
        names += weight;
        if (share > 0) namesHit += weight * Math.sqrt(share);
        else namesMissed += weight;
      }
    }

    // How much likelier the query's title and lead are from this story than from the news at large.
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
      const count = term < 0 ? 0 : (story.counts?.get(term) ?? (story.counts ? 0 : holds[term]!));
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
    for (let k = 0; k < metCount; k += 1) {
      const term = seen[k]!;
      sums[term] = 0;
      holds[term] = 0;
      entitles[term] = 0;
    }

    const within = readCount > 1 && mass > 0 ? (centreSquare / mass - 1) / (readCount - 1) : 0;
    const titleRoot = Math.sqrt(titleTerms || 1);
    const leadRoot = Math.sqrt(leadTerms || 1);
    const f = new Float64Array(FEATURES.length);
    f[FEATURE.average] = sumAll / readCount;
    f[FEATURE.nearest] = first;
    f[FEATURE.farthest] = least;
    f[FEATURE.nearestThree] =
      allCount > 2 ? (first + second + third) / 3 : (first + second) / allCount;
    f[FEATURE.centre] = cosine(centreDot, squares.all, centreSquare);
    f[FEATURE.titleAverage] = sumTitle / readCount;
    f[FEATURE.titleNearest] = maxTitle;
    f[FEATURE.namesAverage] = sumNames / readCount;
    f[FEATURE.namesNearest] = maxNames;
    f[FEATURE.leadAverage] = sumLead / readCount;
    f[FEATURE.leadNearest] = maxLead;
    f[FEATURE.titleCovered] = sumCovered / readCount;
    f[FEATURE.titleCoveredNearest] = maxCovered;
    f[FEATURE.storyTitlesCovered] = titleHit / (titleMass || 1);
    f[FEATURE.keysCovered] = keysHit / (keys || 1);
    f[FEATURE.storyKeysCovered] = storyKeysHit / (storyKeys || 1);
    f[FEATURE.bestKey] = keyBest / 5;
    f[FEATURE.bestStoryKey] = storyKeyBest / 5;
    f[FEATURE.namesCovered] = namesHit / (names || 1);
    f[FEATURE.namesMissed] = namesMissed / (names || 1);
    f[FEATURE.pairs] = Math.log1p(maxPairs);
    f[FEATURE.numbers] = maxNumbers;
    f[FEATURE.gapToNewest] = gapOf(query.at === null ? gap : Math.abs(query.at - newestAt));
    f[FEATURE.gapToNearest] = gapOf(gap);
    f[FEATURE.gapUnknown] = Number.isFinite(gap) ? 0 : 1;
    f[FEATURE.size] = Math.log(size);
    f[FEATURE.bodyLength] = Math.log1p(query.bodyWords) / 5;
    f[FEATURE.storyBodyLength] = Math.log1p(bodyWords / readCount) / 5;
    f[FEATURE.titleLength] = Math.log1p(query.titleWords) / 3;
    f[FEATURE.storyTitleLength] = Math.log1p(titleWords / readCount) / 3;
    f[FEATURE.within] = within;
    f[FEATURE.overWithin] = readCount > 1 ? sumAll / readCount - within : 0;
    f[FEATURE.titleOdds] = titleOdds / titleRoot;
    f[FEATURE.titleOddsFor] = titleFor / titleRoot;
    f[FEATURE.titleOddsAgainst] = titleAgainst / titleRoot;
    f[FEATURE.titleOddsPerWord] = titleOdds / (titleTerms || 1);
    f[FEATURE.leadOdds] = leadOdds / leadRoot;
    f[FEATURE.leadOddsFor] = leadFor / leadRoot;
    f[FEATURE.leadOddsAgainst] = leadAgainst / leadRoot;
    return f;
  }

  return (query, candidates) => {
    makeRoom();
    for (let i = 0; i < query.terms.length; i += 1) {
      const term = query.terms[i]!;
      if (term < 0) continue;
      queryMark[term] = query.marks[i]! | HELD_MARK;
      queryWeight[term] = query.weights[i]!;
    }
    const all = candidates.map((candidate) => compare(query, candidate));
    for (const term of query.terms) {
      if (term < 0) continue;
      queryMark[term] = 0;
      queryWeight[term] = 0;
    }
    addRivalry(all);
    return all;
  };
}

function articlesRead(articles: readonly Held[]): readonly Held[] {
  if (articles.length <= COUNTED_EACH_TIME) return articles;
  return [...articles.slice(0, FIRST_READ), ...articles.slice(-NEWEST_READ)];
}

function cosine(dot: number, a: number, b: number): number {
  return dot === 0 ? 0 : dot / Math.sqrt(a * b);
}

function gapOf(ms: number): number {
  return Number.isFinite(ms) ? Math.log1p(ms / SIX_HOURS) : 0;
}
