import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, readLines } from '../../src/ingest/read-lines.ts';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string, { piece = 4, maxBytes = 1_000 } = {}): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(inPieces(Buffer.from(text), piece), maxBytes))
    lines.push(line);
  return lines;
}

test('lines are the same however the bytes are cut, letters of several bytes among them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ''))),
      fc.integer({ min: 1, max: 9 }),
      async (lines, piece) => {
        const read = await linesOf(lines.map((line) => `${line}\n`).join(''), { piece });
        expect(read.map(({ text }) => text)).toEqual(lines);
        expect(read.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1));
      },
    ),
  );
});

test('a last line needs no end, and an empty file has no lines', async () => {
  expect(await linesOf('one\ntwo')).toEqual([
    { number: 1, text: 'one' },
    { number: 2, text: 'two' },
  ]);
  expect(await linesOf('')).toEqual([]);
});

test('a separator that JSON allows within a string ends no line', async () => {
  expect((await linesOf('{"text":"a\u2028b"}\n')).map(({ text }) => text)).toEqual([
    '{"text":"a\u2028b"}',
  ]);
});

test('a line over the limit is counted and passed over, those around it are read', async () => {
  const text = `short\n${'x'.repeat(101)}\n${'y'.repeat(100)}\n`;
  expect(await linesOf(text, { maxBytes: 100 })).toEqual([
    { number: 1, text: 'short' },
    { number: 2, text: null },
    { number: 3, text: 'y'.repeat(100) },
  ]);
});

test('a line longer than any string can be is passed over', { timeout: 30_000 }, async () => {
  const piece = Buffer.alloc(8 * 1024 * 1024, 'x');
  async function* huge() {
    // Over 0x1fffffe8 characters, the most a string of this engine holds.
    for (let i = 0; i < 70; i++) yield piece;
    yield Buffer.from('\nlast\n');
  }
  const lines: Line[] = [];
  for await (const line of readLines(huge(), 1_000)) lines.push(line);
  expect(lines).toEqual([
    { number: 1, text: null },
    { number: 2, text: 'last' },
  ]);
});
