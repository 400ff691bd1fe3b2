import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { ArticleDraft } from './article-draft.ts';
import type { FoundFile } from './find-files.ts';
import { ioProblem } from './io-problem.ts';
import { isBinary } from './is-binary.ts';
import { readArticleRows } from './parse/article-rows.ts';
import { decodeBody } from './parse/charset.ts';
import { readMarkdownFile } from './parse/markdown-file.ts';
import { readTextFile } from './parse/text-file.ts';
import { type Line, readLines } from './read-lines.ts';
import type { Reading } from './workers/reading.ts';

/** An article of a file, or what is wrong there in words; `where` is the file, with the line for a row. */
export type FileArticle =
  | { readonly where: string; readonly draft: ArticleDraft }
  | { readonly where: string; readonly problem: string };

export type ReadFileOptions = {
  readonly reading: Pick<Reading, 'page' | 'language'>;
  /** Of a file that is one article; files of rows may be of any size, their lines may not. */
  readonly maxBytes: number;
};

/**
 * The articles in a file by its ending: one a file, or one a line for JSON Lines. Never throws for what is in it, nor
 * where reading it fails.
 */
export async function* readArticleFile(
  file: FoundFile,
  options: ReadFileOptions,
): AsyncGenerator<FileArticle> {
  const where = file.path;
  if ('problem' in file) {
    yield { where, problem: file.problem };
    return;
  }
  const ending = extname(where).toLowerCase();
  if (ending === '.jsonl' || ending === '.ndjson') {
    yield* readRows(where, options);
    return;
  }
  const bytes = await readWhole(file, options.maxBytes);
  if (typeof bytes === 'string') {
    yield { where, problem: bytes };
    return;
  }
  if (isBinary(bytes))
    yield { where, problem: 'is not text: Crier reads .txt, .md, .html and .jsonl' };
  else if (bytes.every((byte) => byte <= 0x20)) yield { where, problem: 'is empty' };
  else yield await readOne(where, ending, bytes, options);
}

async function readOne(
  where: string,
  ending: string,
  bytes: Uint8Array,
  { reading }: ReadFileOptions,
): Promise<FileArticle> {
  if (ending === '.html' || ending === '.htm') {
    const draft = await reading.page(bytes, { url: null, contentType: 'text/html' });
    return draft ? { where, draft } : { where, problem: 'has no article text' };
  }
  const text = decodeBody(bytes, null);
  const draft = ending === '.txt' ? readTextFile(text) : readMarkdownFile(text);
  return { where, draft };
}

/** The bytes of a file, or why they cannot be had. The size it is said to have is no promise: pipes and devices say 0. */
async function readWhole(
  { path, size }: { readonly path: string; readonly size: number },
  maxBytes: number,
): Promise<Uint8Array | string> {
  const tooLong = `is over ${maxBytes} bytes`;
  if (size > maxBytes) return tooLong;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return tooLong;
      chunks.push(chunk);
    }
  } catch (error) {
    return ioProblem(error);
  }
  return Buffer.concat(chunks, length);
}

async function* readRows(path: string, { maxBytes }: ReadFileOptions): AsyncGenerator<FileArticle> {
  for await (const line of linesOfFile(path, maxBytes)) {
    if ('problem' in line) {
      yield { where: path, problem: line.problem };
      continue;
    }
    const where = `${path}:${line.number}`;
    if (line.text === null) yield { where, problem: `is over ${maxBytes} bytes` };
    else {
      for (const row of readArticleRows(line.text)) {
        yield 'draft' in row ? { where, draft: row.draft } : { where, problem: row.problem };
      }
    }
  }
}

async function* linesOfFile(
  path: string,
  maxBytes: number,
): AsyncGenerator<Line | { readonly problem: string }> {
  try {
    yield* readLines(createReadStream(path) as AsyncIterable<Buffer>, maxBytes);
  } catch (error) {
    yield { problem: ioProblem(error) };
  }
}
