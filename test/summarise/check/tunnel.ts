import { extractQuotes } from '../../../src/quotes/extract.ts';
import { locateQuote } from '../../../src/quotes/locate.ts';
import type { StoryArticle } from '../../../src/summarise/material.ts';
import { article } from '../build.ts';

/** Two outlets on one event, written for these tests: names, numbers, a denial, a quote, an allegation. */
export const FIRST = [
  'The Orla tunnel in Port Calder was closed on Tuesday after water broke through its northern wall, the harbour authority said.',
  'Engineers measured 340 litres a minute at the breach, and 12 workers were brought out unhurt.',
  '“We will not reopen the tunnel before every joint has been examined,” said Ada Finn, the director of the harbour authority.',
  'Finn denied that the authority had ignored warnings from the engineers.',
  'About 45,000 vehicles use the Orla tunnel every day, and ferries will carry 20 percent of them.',
  'The tunnel was opened in 1998 and repaired in May 2019 for 3.5 million euros.',
];
export const SECOND = [
  'Water forced the closure of the Orla tunnel on Tuesday, and 12 workers left it unhurt, the harbour authority said.',
  'Mayor Mo Birch of Port Calder asked drivers to take the ferries from Nordlin.',
  '“This city cannot wait months for its only tunnel,” Birch told reporters.',
  'The union of tunnel workers accused the harbour authority of saving on repairs.',
  'The European Tunnel Association will send experts to Port Calder on Thursday.',
];

export const PUBLISHED = new Date('2026-03-04T09:00:00Z');

/** The story as articles with ids 1 and 2; `change` alters their paragraphs. */
export function tunnelStory(
  change: (first: string[], second: string[]) => void = () => {},
): StoryArticle[] {
  const [first, second] = [[...FIRST], [...SECOND]];
  change(first, second);
  const outlets = ['The Calder Post', 'Nordlin Wire'];
  return [first, second].map((text, i) => ({
    ...article({ text, title: 'Orla tunnel closed after water breaks in', outlet: outlets[i]! }),
    id: i + 1,
    publishedAt: PUBLISHED,
  }));
}

export const quotesIn = (articles: readonly StoryArticle[]) =>
  articles.flatMap((a) => extractQuotes(a));
export const locate = locateQuote;
