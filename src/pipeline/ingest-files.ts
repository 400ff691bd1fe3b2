import type { ArticleDraft } from '../ingest/article-draft.ts';
import { canonicalUrl } from '../ingest/article-url.ts';
import { findFiles } from '../ingest/find-files.ts';
import { readArticleFile } from '../ingest/read-file.ts';
import type { Reading } from '../ingest/workers/reading.ts';
import { hashOf } from '../lib/hash.ts';
import type { TenantId } from '../news/tenant.ts';
import { type Incoming, type Intake, inOrder } from './take-in.ts';

export type FilesIngested = {
  readonly added: number;
  readonly corrected: number;
  /** Articles that were held already. */
  readonly known: number;
  readonly problems: readonly { readonly where: string; readonly problem: string }[];
};

// Rows of a large file are taken in as they are read, in groups that are put in the order of publication.
const GROUP = 1_000;
const BATCH = 32;

/** Takes in the articles of files and folders. What cannot be read is told and the rest goes on. */
export async function ingestFiles(
  deps: { readonly intake: Intake; readonly reading: Reading; readonly maxBytes: number },
  asked: {
    readonly paths: readonly string[];
    readonly tenant: TenantId;
    /** Who published them, where they do not say. */
    readonly outlet: string | null;
    readonly signal?: AbortSignal;
    readonly progress?: (done: number) => void;
  },
): Promise<FilesIngested> {
  const problems: { where: string; problem: string }[] = [];
  const sum = { added: 0, corrected: 0, known: 0 };
  let group: Incoming[] = [];

  async function takeIn(): Promise<void> {
    const sorted = inOrder(group);
    group = [];
    for (let at = 0; at < sorted.length && !asked.signal?.aborted; at += BATCH) {
      for (const outcome of await deps.intake.takeIn(sorted.slice(at, at + BATCH)))
        sum[outcome] += 1;
      asked.progress?.(sum.added + sum.corrected + sum.known);
    }
  }

  for (const path of asked.paths) {
    for await (const file of findFiles(path)) {
      for await (const article of readArticleFile(file, deps)) {
        if (asked.signal?.aborted) break;
        if ('problem' in article) problems.push(article);
        else group.push(await incomingOf(article.draft, asked, deps.reading));
        if (group.length >= GROUP) await takeIn();
      }
      if (asked.signal?.aborted) break;
    }
  }
  await takeIn();
  return { ...sum, problems };
}

/** A file's article is known by its address, else by what it says: the same text is the same article wherever it lies. */
async function incomingOf(
  draft: ArticleDraft,
  asked: { readonly tenant: TenantId; readonly outlet: string | null },
  reading: Reading,
): Promise<Incoming> {
  const url = draft.url === null ? null : (canonicalUrl(draft.url) ?? null);
  return {
    draft: {
      ...draft,
      url,
      outlet: draft.outlet ?? asked.outlet,
      language: draft.language ?? (await reading.language(draft.text)),
    },
    tenant: asked.tenant,
    feedId: null,
    keys: [url ?? `text ${hashOf(`${draft.title}\n${draft.text}`)}`],
    itemHash: null,
  };
}
