import { resolve } from 'node:path';
import type { Environment } from '../config/environment.ts';

/** The program's surroundings, handed to every command so that tests can run it whole. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly environment: Environment;
};

/** Done; something failed; the command line or the configuration cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** A path as the user meant it: npm moves to the package's folder, INIT_CWD says where they stood. */
export function userPath(io: Io, path: string): string {
  return resolve(io.environment.INIT_CWD ?? process.cwd(), path);
}

/** Writes data; resolves when it is taken, also where the reader has gone away (`| head`). */
export function print(io: Io, words: string): Promise<void> {
  return write(io.stdout, words);
}

export function printJson(io: Io, value: unknown): Promise<void> {
  return print(io, `${JSON.stringify(value, null, io.stdout.isTTY ? 2 : undefined)}\n`);
}

/** Says something to the person at the keyboard, apart from the data. */
export function say(io: Io, words: string): Promise<void> {
  return write(io.stderr, `${words}\n`);
}

/** A line that is written over by the next one, on a terminal only; `done` clears it. */
export function progressLine(io: Io): { show(words: string): void; done(): void } {
  if (!io.stderr.isTTY) return { show() {}, done() {} };
  let shown = false;
  return {
    show(words) {
      io.stderr.write(`\r\u001B[2K${words}`);
      shown = true;
    },
    done() {
      if (shown) io.stderr.write('\r\u001B[2K');
    },
  };
}

function write(stream: NodeJS.WritableStream, words: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(words, (error) => {
      const gone =
        error &&
        'code' in error &&
        (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
      if (error && !gone) fail(error);
      else done();
    });
  });
}
