import { z } from 'zod';
import { extractQuotes } from '../../quotes/extract.ts';
import { fieldsOf, type Row } from './rows.ts';

const quotesRow = z.object({
  text: z.string(),
  title: z.string().nullish(),
  lang: z.string().nullish(),
});

/** Every quote of a text that is attributed speech; `article` is the row's id. */
export function inspectQuotes(row: Row): unknown {
  const { text, title, lang } = fieldsOf(quotesRow, row);
  const quotes = extractQuotes({ id: 0, title: title ?? null, text, language: lang ?? null });
  return { id: row.id, quotes: quotes.map((quote) => ({ ...quote, article: row.id })) };
}
