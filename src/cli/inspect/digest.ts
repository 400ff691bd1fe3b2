import { z } from 'zod';
import { createStoryStream } from '../../cluster/stream.ts';
import { parseDate } from '../../ingest/parse/dates.ts';
import type { Document } from '../../news/article.ts';
import { extractQuotes } from '../../quotes/extract.ts';
import { writeDigest } from '../../summarise/digest.ts';
import { summariseDocuments } from '../../summarise/summary.ts';
import { fieldsOf, type Row } from './rows.ts';

const digestRow = z.object({
  documents: z.array(
    z.object({
      title: z.string().nullish(),
      text: z.string().nullish(),
      outlet: z.string().nullish(),
      url: z.string().nullish(),
      date: z.string().nullish(),
      lang: z.string().nullish(),
    }),
  ),
  words: z.int().min(1).max(10_000).nullish(),
});

const WORDS = 120;

export type InspectedDocument = Omit<Document, 'id'>;

/** The digest and summary of some documents taken as one story; references name documents by their place, from 0. */
export function inspectDigest(row: Row): unknown {
  const { documents, words } = fieldsOf(digestRow, row);
  const read = documents.map(
    (document): InspectedDocument => ({
      title: document.title ?? '',
      text: document.text ?? '',
      outlet: document.outlet ?? null,
      url: document.url ?? null,
      publishedAt: document.date ? parseDate(document.date) : null,
      language: document.lang ?? null,
    }),
  );
  return { id: row.id, ...digestOf(read, words ?? WORDS) };
}

export function digestOf(read: readonly InspectedDocument[], words: number) {
  const documents = read.map((document, id) => ({ ...document, id }));
  const copies = copiesAmong(documents);
  const articles = documents.map((document) => ({
    ...document,
    copyOf: copies.get(document.id) ?? null,
  }));
  const quotes = articles.flatMap((article) => extractQuotes(article));
  return {
    summary: summariseDocuments(documents, words),
    digest: writeDigest({ articles, quotes }),
  };
}

/** Which documents repeat an earlier one, told as the pipeline tells it. */
function copiesAmong(documents: readonly Document[]): Map<number, number> {
  const stream = createStoryStream({});
  const copies = new Map<number, number>();
  for (const document of documents) {
    const item = { ...document, at: document.publishedAt?.getTime() ?? null, arrived: 0 };
    const { copyOf } = stream.place(item);
    if (copyOf !== null) copies.set(document.id, copyOf);
    stream.add(item, 1);
  }
  return copies;
}
