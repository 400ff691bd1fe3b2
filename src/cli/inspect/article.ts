import type { Body } from '../../ingest/workers/jobs.ts';
import { type Parsers, problemOf } from '../../ingest/workers/parsers.ts';
import { RowError } from './rows.ts';

/** What the pipeline makes of a page, under the row's id. */
export async function inspectArticle(id: unknown, body: Body, parsers: Parsers): Promise<unknown> {
  const parsed = await parsers.page(body);
  if (parsed.kind !== 'done') throw new RowError(parsed.kind, problemOf(parsed));
  const { title, byline, publishedAt, language, outlet, text } = parsed.value;
  return { id, title, byline, publishedAt, language, outlet, text };
}
