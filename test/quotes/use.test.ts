import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { quotesIn } from './said.ts';

const uses = (text: string) => quotesIn(text).map((q) => [q.text, q.use]);

describe('what a digest may do with a quote', () => {
  it('is to show five words and more', () => {
    expect(uses('“We will open the new pier,” Ines Calder said.')).toEqual([
      ['We will open the new pier,', 'key'],
    ]);
  });

  it('is to keep fewer inside a sentence', () => {
    expect(uses('Ines Calder said the pier was “almost ready” now.')).toEqual([
      ['almost ready', 'fragment'],
    ]);
  });

  it('is nothing with one odd word', () => {
    expect(uses('Ines Calder said the pier was “readied” now.')).toEqual([['readied', 'reject']]);
  });

  it('is nothing with words inside an embedded post', () => {
    const text =
      'The council met on Friday.\n\nThe harbour office says that’s “a matter for the fishermen to decide.” But when they met in April, nobody came. https://t.co/Abc123\n— Tom Averill (@tomaverill) October 18, 2022\n\nThe council will meet again.';
    expect(uses(text)).toEqual([['a matter for the fishermen to decide.', 'reject']]);
  });

  it('is nothing with a short wording of what a longer quote says in other words', () => {
    const text =
      'The county promises “unbending commitment” to the harbour. Ines Calder wrote to the crews to restate “the county’s unwavering commitment to keep all the ferries running.”';
    expect(uses(text)[0]).toEqual(['unbending commitment', 'reject']);
  });

  it('is to take care with a quote whose closing mark was turned about and moved', () => {
    const text =
      'Ines Calder said the county would restate “its firm commitment to the crews. Northgate “.\n\nThe council met.';
    expect(uses(text)).toEqual([['its firm commitment to the crews. Northgate', 'mangled']]);
  });

  it('is to take care with a quote that is never closed', () => {
    const text = '“The pier will not open before May, said Ines Calder.\n\nThe council met.';
    expect(uses(text)).toEqual([['The pier will not open before May,', 'mangled']]);
  });

  it('is to take care with two clauses that a translation ran together', () => {
    const text =
      '“Show me a single person who was called to the office, she received a boat and was sent away,” Ines Calder said.';
    expect(uses(text).map(([, use]) => use)).toEqual(['mangled']);
  });
});

describe('quotes in headlines', () => {
  const body = 'Ines Calder opened the pier. “It took us nine long years,” she said.';

  it('are no evidence of anybody’s words', () => {
    const title = 'Harbour chief: “Nine years of waiting for the pier are over”';
    const quotes = extractQuotes({ id: 1, title, text: `${title}\n\n${body}`, language: 'en' });
    expect(quotes.map((q) => q.text)).toEqual(['It took us nine long years,']);
  });

  it('are none in the short lines below the title either', () => {
    const title = 'Pier opens';
    const text = `${title}\n\nThe harbour chief says: “Waiting for the pier is over”\n\n${body}`;
    expect(extractQuotes({ id: 1, title, text, language: 'en' }).map((q) => q.text)).toEqual([
      'It took us nine long years,',
    ]);
  });

  it('are found out by their look where the title is unknown', () => {
    const text = `Harbour chief says “years of waiting are over now” as pier opens\n\n${body}`;
    expect(quotesIn(text).map((q) => q.text)).toEqual(['It took us nine long years,']);
  });

  it('do not hide a first sentence that quotes somebody', () => {
    const text =
      '“The pier is open to all of you now,” Ines Calder said on Friday.\n\nThe council met.';
    expect(extractQuotes({ id: 1, title: 'Pier opens', text, language: 'en' })).toHaveLength(1);
  });
});

describe('the kind of a quote', () => {
  it('is direct for a statement of its own', () => {
    expect(quotesIn('“The pier is open to all of you now,” Ines Calder said.')[0]?.kind).toBe(
      'direct',
    );
  });

  it('is mixed for words inside the reporter’s sentence', () => {
    expect(
      quotesIn('Ines Calder said the pier was “open to all of you now” and free.')[0]?.kind,
    ).toBe('mixed');
  });
});
