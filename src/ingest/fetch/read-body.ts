import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

/** The decoded body grew over the limit. */
export class TooBig extends Error {
  override readonly name = 'TooBig';
}

const MAX_ENCODINGS = 5;

/**
 * Reads a body through its content encodings and counts the decoded bytes, which is what a gzip bomb grows in.
 * Throws TooBig over `maxBytes`, an Error for an encoding that is unknown or piled too high.
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const decoders = decodersFor(encoding);
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new TooBig(`over ${maxBytes} bytes`));
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, ...decoders, collect]);
  return Buffer.concat(chunks, size);
}

function decodersFor(encoding: string | null): Transform[] {
  const names = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name && name !== 'identity');
  if (names.length > MAX_ENCODINGS) throw new Error('too many content encodings');
  return names.reverse().map((name) => {
    // Some servers cut the trailer of a gzip stream; a flush at the end takes what is there.
    const lenient = {
      finishFlush: zlib.constants.Z_SYNC_FLUSH,
      flush: zlib.constants.Z_SYNC_FLUSH,
    };
    if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip(lenient);
    if (name === 'deflate') return zlib.createInflate(lenient);
    if (name === 'br') return zlib.createBrotliDecompress();
    throw new Error(`unknown content encoding ${name.slice(0, 20)}`);
  });
}
