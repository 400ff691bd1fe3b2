import type { ArticleId } from '../news/article.ts';
import type { Quote } from '../news/quote.ts';
import { type Attribution, attribute } from './attribute.ts';
import { confidenceOf } from './confidence.ts';
import { kindOf } from './kind.ts';
import { grammarFor } from './languages.ts';
import { peopleOf } from './people.ts';
import { postsIn } from './posts.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Speakers, speakersOf } from './speakers.ts';
import { countWords, restatedIn, useOf } from './use.ts';
import { type Carriers, carriersOf } from './via.ts';

/** What quotes are looked for in. */
export type Quotable = {
  readonly id: ArticleId;
  /** Null where nothing tells it; the first line then counts as one if it looks like one. */
  readonly title: string | null;
  readonly text: string;
  /** ISO 639-1; null is guessed from the text. */
  readonly language: string | null;
};

/**
 * Every quote of the document that somebody is said to have said, fragments included, in the order of the text. What stands between marks in
 * the title and the lines below it, or is the name of a work, is not among them; `use` says what a digest may do with the others.
 */
export function extractQuotes(document: Quotable): Quote[] {
  const { text } = document;
  const reading = readingOf(text, document.title, grammarFor(document.language, text));
  if (reading.regions.length === 0) return [];
  const found = attribute(reading);
  const speakers = speakersOf(reading, peopleOf(reading));
  const carriers = carriersOf(reading);
  const posts = postsIn(text, reading.paragraphs);
  const restated = restatedIn(
    reading.regions.map((region) => text.slice(region.start, region.end)),
  );
  const quotes: Quote[] = [];
  let post = 0;
  for (const [i, region] of reading.regions.entries()) {
    while (post < posts.length && posts[post]!.end <= region.start) post++;
    const attribution = found[i];
    if (!attribution) continue;
    const words = text.slice(region.start, region.end);
    const inPost = post < posts.length && posts[post]!.start <= region.start;
    quotes.push({
      text: words,
      article: document.id,
      start: region.start,
      end: region.end,
      ...spokenBy(reading, i, attribution, speakers, carriers),
      kind: kindOf(text, region),
      use: useOf({ region, words, inPost, restated: restated[i]! }),
      confidence: confidenceOf(attribution.odds, countWords(words)),
    });
  }
  return quotes;
}

type Spoken = Pick<
  Quote,
  'speaker' | 'speakerStart' | 'speakerEnd' | 'speakerName' | 'role' | 'via'
>;

function spokenBy(
  r: Reading,
  index: number,
  attribution: Attribution,
  speakers: Speakers,
  carriers: Carriers,
): Spoken {
  const { subject, verb } = attribution;
  const t = r.tokens.ofRegion[index]!;
  if (!subject)
    return {
      speaker: null,
      speakerStart: null,
      speakerEnd: null,
      speakerName: null,
      role: null,
      via: carriers.via(t, verb, null),
    };
  const identity = speakers.identify(subject);
  const { start, end } = speakers.spanOf(subject);
  return {
    speaker: r.text.slice(start, end),
    speakerStart: start,
    speakerEnd: end,
    speakerName: identity.name,
    role: identity.role,
    via: carriers.via(t, verb, identity.name),
  };
}
