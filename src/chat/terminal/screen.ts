import type { Interface } from 'node:readline/promises';

export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** What is written to and, while somebody types there, where their line stands. */
export type Screen = {
  /** From now until it closes, everything goes above the line that is typed there. */
  attach(lines: Interface): void;
  /** Asks for the next line; what was typed ahead stands in it already. */
  ask(): void;
  /** A line was given and is worked on: there is no prompt until the next `ask`, and air before what is put first. */
  work(): void;
  /** Resolves when the words are taken, so that a digest piped into a file is whole when the program ends. */
  put(words: string): Promise<void>;
};

/** `movable`: whether the cursor can be moved (not on a pipe or a dumb terminal). */
export function createScreen(output: Output, movable: boolean): Screen {
  let lines: Interface | null = null;
  let asking = false;
  let gap = '';
  return {
    attach(opened) {
      lines = opened;
      opened.once('close', () => {
        lines = null;
        // Whatever is said next, by the shell at the latest, begins on a line of its own.
        if (asking) output.write('\n');
      });
    },
    ask() {
      asking = true;
      gap = '';
      lines?.prompt(true);
    },
    work() {
      asking = false;
      gap = lines ? '\n' : '';
    },
    put(words) {
      const shown = gap + words;
      gap = '';
      const typed = lines && (asking || lines.line !== '') ? lines : null;
      if (!typed) return write(output, shown);
      if (!movable) {
        const written = write(output, `\n${shown}`);
        typed.prompt(true);
        return typed.line === '' ? written : write(output, typed.line);
      }
      // A long line stands on several rows, the cursor on one of them. readline goes up as many before it shows the
      // line again: the same number of empty rows keeps it from writing over the words.
      const { rows } = typed.getCursorPos();
      const up = rows > 0 ? `\u001B[${rows}A` : '';
      const written = write(output, `${up}\r\u001B[J${shown}${'\n'.repeat(rows)}`);
      typed.prompt(true);
      return written;
    },
  };
}

function write(output: NodeJS.WritableStream, words: string): Promise<void> {
  return new Promise((done, fail) => {
    output.write(words, (error) => (error && !isClosedPipe(error) ? fail(error) : done()));
  });
}

/** The reader went away (`crier digest | head`): nothing to report. */
function isClosedPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
