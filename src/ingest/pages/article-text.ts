import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { type Block, blocksOf, textOfBlocks } from './article-blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { cleanPage } from './clean-page.ts';
import { type DomDocument, type DomElement, domOf, foldedText } from './dom.ts';
import type { PageSource } from './page-source.ts';

// Readability sometimes finds one part of an article that is cut into many. Where Defuddle finds far more,
// it is right nine times in ten; it takes four times as long, so it is asked only where much is left over.
const TOO_LITTLE = 0.5;
const MUCH_LEFT_OVER = 0.4;

/** The article's text, paragraph by paragraph; '' where the page has none. Takes the document apart: read all else first. */
export function articleText(source: PageSource, title: string | null): string {
  const { document } = source;
  cleanPage(document);
  const available = foldedText(document.body).length;
  const first = textOfBlocks(withoutBoilerplate(readabilityBlocks(document), title));
  if (first.length >= available * MUCH_LEFT_OVER) return first;
  const second = textOfBlocks(withoutBoilerplate(defuddleBlocks(source), title));
  return first.length < second.length * TOO_LITTLE ? second : first;
}

// Defuddle wants an address to compare others with.
const NOWHERE = 'https://page.invalid/';

/** Both libraries were made for browsers and stumble over some documents: then they have found nothing. */
function attempt(extract: () => Block[]): Block[] {
  try {
    return extract();
  } catch {
    return [];
  }
}

function readabilityBlocks(document: DomDocument): Block[] {
  return attempt(() => {
    const options = { charThreshold: 300, serializer: (element: unknown) => element as DomElement };
    // The types speak of a browser's Document; linkedom's has what Readability uses of it.
    const reader = new Readability<DomElement>(document as never, options as never);
    const content = reader.parse()?.content;
    return content ? blocksOf(content) : [];
  });
}

function defuddleBlocks(source: PageSource): Block[] {
  return attempt(() => {
    // Readability has taken the first document apart.
    const document = domOf(source.html);
    cleanPage(document);
    const { content } = new DefuddleClass(document as never, {
      url: source.url ?? NOWHERE,
    }).parse();
    return blocksOf(domOf(`<!doctype html><html><head></head><body>${content}</body></html>`).body);
  });
}
