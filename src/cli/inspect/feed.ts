import { NOT_A_FEED } from '../../ingest/formats/index.ts';
import type { ParsedFeed } from '../../ingest/formats/parsed-feed.ts';
import type { Body } from '../../ingest/workers/jobs.ts';
import { type Parsers, problemOf } from '../../ingest/workers/parsers.ts';
import { RowError } from './rows.ts';

/** What the pipeline makes of a feed's body, under the row's id. */
export async function inspectFeed(id: unknown, body: Body, parsers: Parsers): Promise<unknown> {
  const parsed = await parsers.feed(body);
  if (parsed.kind !== 'done') throw new RowError(parsed.kind, problemOf(parsed));
  const reading = parsed.value;
  if (reading.kind !== 'feed')
    throw new RowError('not-a-feed', `it is ${NOT_A_FEED[reading.reason]}`);
  const { polling: _, items, ...head } = reading.feed satisfies ParsedFeed;
  return { id, ...head, items };
}
