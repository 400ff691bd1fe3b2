import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Io, print, userPath } from '../terminal-io.ts';

/** What is wrong with one row; the others go on. */
export class RowError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** `id` is echoed as it came, whatever it is. */
export type Row = { readonly id: unknown; readonly value: unknown };

/**
 * Reads JSON Lines from standard input and writes one line for each as soon as it is decided, in order. A row that
 * cannot be used gives `{id, error}`; says whether there was one. `lookAhead` rows are worked on at the same time.
 */
export async function eachRow(
  io: Io,
  work: (row: Row) => Promise<unknown>,
  lookAhead = 1,
): Promise<boolean> {
  let failed = false;
  const waiting: Promise<unknown>[] = [];
  const settle = async () => {
    const result = await waiting.shift();
    await print(io, `${JSON.stringify(result)}\n`);
  };
  for await (const line of createInterface({
    input: io.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (!line.trim()) continue;
    const done = decide(line, work).then((outcome) => {
      failed ||= outcome.failed;
      return outcome.result;
    });
    waiting.push(done);
    if (waiting.length >= lookAhead) await settle();
  }
  while (waiting.length > 0) await settle();
  return failed;
}

async function decide(
  line: string,
  work: (row: Row) => Promise<unknown>,
): Promise<{ failed: boolean; result: unknown }> {
  let id: unknown = null;
  try {
    const value = parseJson(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new RowError('not-a-row', 'a row is a JSON object');
    }
    id = 'id' in value ? value.id : null;
    return { failed: false, result: await work({ id, value }) };
  } catch (error) {
    const code = error instanceof RowError ? error.code : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    return { failed: true, result: { id, error: { code, message } } };
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RowError('not-json', 'the line is not JSON');
  }
}

/** The row's fields if they are what they should be; RowError names the first that is not. */
export function fieldsOf<T>(schema: z.ZodType<T>, row: Row): T {
  const result = schema.safeParse(row.value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new RowError(
    'bad-row',
    `${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not usable'}`,
  );
}

/** The fields of a row that carries a document, or says where it is. */
export const documentRow = z.object({
  body: z.string().nullish(),
  path: z.string().nullish(),
  url: z.string().nullish(),
  contentType: z.string().nullish(),
});

/** The bytes of such a row. A body in JSON is text already: its encoding is ours, whatever the document declares. */
export async function bytesOf(
  io: Io,
  row: z.infer<typeof documentRow>,
): Promise<{ bytes: Uint8Array; url: string | null; contentType: string | null }> {
  const url = row.url ?? null;
  if (typeof row.body === 'string') {
    const type = (row.contentType ?? 'text/plain').split(';')[0];
    return { bytes: Buffer.from(row.body, 'utf8'), url, contentType: `${type}; charset=utf-8` };
  }
  if (typeof row.path !== 'string') throw new RowError('bad-row', 'a row needs body or path');
  return {
    bytes: await readBytes(userPath(io, row.path)),
    url,
    contentType: row.contentType ?? null,
  };
}

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new RowError('unreadable', `${path} cannot be read (${code})`);
  }
}
