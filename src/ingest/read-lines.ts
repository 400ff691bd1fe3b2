/** A line of a file of any size, counted from 1; `text` is null where it is longer than is read. */
export type Line = { readonly number: number; readonly text: string | null };

const NEWLINE = 0x0a;

/**
 * Lines of UTF-8 as their bytes come. A line over `maxBytes` is counted and passed over without being held: a file of
 * hundreds of megabytes may be one line, which is longer than a string can be.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  const end = (): Line => {
    const text = length > maxBytes ? null : Buffer.concat(parts).toString('utf8');
    [parts, length] = [[], 0];
    number += 1;
    return { number, text };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield end();
}
