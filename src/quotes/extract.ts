import type { Document } from '../news/article.ts';
import type { Quote } from '../news/quote.ts';
import { type Candidate, candidatesFor, type Reading, regionFeatures } from './candidates.ts';
import { ENGLISH } from './lexicon/english.ts';
import { oddsOf } from './model.ts';
import { peopleOf } from './people.ts';
import { postsIn } from './posts.ts';
import { readingOf } from './reading.ts';
import { speakersOf } from './speakers.ts';
import { isRestated, useOf } from './use.ts';

/** Words between marks count as somebody's when it is likelier than this that somebody said them. */
const ACCEPT = 0.65;

/** Every quote of the document that somebody is said to have said, in the order of the text. */
export function extractQuotes(
  document: Pick<Document, 'id' | 'text' | 'language'> & { readonly title: string | null },
): Quote[] {
  const { text } = document;
  const reading = readingOf(text, document.title, ENGLISH);
  if (reading.regions.length === 0) return [];
  const found = attribute(reading);
  const people = peopleOf(reading.tokens.list, text);
  const speakers = speakersOf(reading, people);
  const posts = postsIn(text, reading.paragraphs);
  const wordings = reading.regions.map(
    (region) =>
      text
        .slice(region.start, region.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}’']+/gu) ?? [],
  );
  const quotes: Quote[] = [];
  for (const [i, region] of reading.regions.entries()) {
    const attribution = found[i];
    if (!attribution) continue;
    const { candidate, confidence } = attribution;
    const { list } = reading.tokens;
    const mention = candidate?.subject;
    const start = mention ? list[mention.start]!.start : null;
    const end = mention ? list[mention.end - 1]!.end : null;
    const identity = mention ? speakers.identify(mention) : undefined;
    const inPost = posts.some((post) => post.start <= region.start && region.end <= post.end);
    const restated = isRestated(wordings[i]!, wordings);
    quotes.push({
      text: text.slice(region.start, region.end),
      article: document.id,
      start: region.start,
      end: region.end,
      speaker: start !== null && end !== null ? text.slice(start, end) : null,
      speakerStart: start,
      speakerEnd: end,
      speakerName: identity?.name ?? null,
      role: identity?.person?.role ?? null,
      via: null,
      kind: 'direct',
      use: useOf({ region, text, inPost, restated }),
      confidence,
    });
  }
  return quotes;
}

type Attribution = { readonly candidate: Candidate | undefined; readonly confidence: number };

/** Decides for each region who said it, in order, since quotes lean on the one before. */
function attribute(reading: Reading): (Attribution | undefined)[] {
  const chain: (Candidate | undefined)[] = [];
  const found: (Attribution | undefined)[] = [];
  for (let i = 0; i < reading.regions.length; i++) {
    const candidates = candidatesFor(reading, i, chain);
    const odds = oddsOf(regionFeatures(reading, i), candidates);
    let best = -1;
    for (let k = 0; k < candidates.length; k++)
      if (best < 0 || odds.each[k]! > odds.each[best]!) best = k;
    const accepted = 1 - odds.nobody > ACCEPT;
    const likely = 1 - odds.nobody > 0.4 && best >= 0;
    chain.push(likely ? candidates[best] : undefined);
    found.push(
      accepted
        ? { candidate: candidates[best], confidence: best >= 0 ? odds.each[best]! : 0 }
        : undefined,
    );
  }
  return found;
}
