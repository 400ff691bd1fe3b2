import type { SafeFetch } from '../ingest/fetch/safe-fetch.ts';
import { type OpmlFeed, readOpml } from '../ingest/opml.ts';
import { decodeBody } from '../ingest/parse/charset.ts';

/** The feeds of an OPML file on the web, or why there are none, in words for whoever asked. */
export type FeedList = { readonly feeds: readonly OpmlFeed[] } | { readonly problem: string };

const MOST_BYTES = 1_000_000;

export async function readFeedList(url: string, fetch: SafeFetch): Promise<FeedList> {
  const fetched = await fetch({
    url,
    accept: ['text/', 'application/'],
    maxBytes: MOST_BYTES,
  });
  if (fetched.kind === 'failed') return { problem: fetched.reason };
  if (fetched.kind !== 'ok') {
    return {
      problem: fetched.kind === 'status' ? `the server said ${fetched.status}` : 'it is empty',
    };
  }
  const text = decodeBody(fetched.body, fetched.headers['content-type'] ?? null);
  const read = readOpml(text);
  return 'problem' in read ? { problem: `line ${read.line}: ${read.problem}` } : read;
}
