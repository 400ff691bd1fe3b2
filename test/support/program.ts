import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const HOME = resolve(import.meta.dirname, '../..');

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type ProgramOptions = {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

/** The real program as a process of its own. */
export function spawnProgram(words: readonly string[], options: ProgramOptions = {}): ChildProcess {
  return spawn(process.execPath, [join(HOME, 'src/main.ts'), ...words], {
    cwd: HOME,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      INIT_CWD: options.cwd ?? HOME,
      ...options.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The same, ended with the test at the latest. */
export function launch(words: readonly string[], options: ProgramOptions = {}): ChildProcess {
  const child = spawnProgram(words, options);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Runs the program to its end and gives what it printed. */
export async function crier(
  words: readonly string[],
  options: ProgramOptions = {},
): Promise<Ended> {
  const child = launch(words, options);
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return ended(child);
}

export function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

/** The lines of JSON that a program printed. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
