import { createInterface } from 'node:readline/promises';
import { EVERYBODY } from '../../news/tenant.ts';
import type { Message } from '../message.ts';
import type { Answering, Asker, Platform } from '../platform.ts';
import { type Look, PLAIN, renderTerminal } from './render.ts';

export type Streams = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
};

/** How a stream wants to be written to: wide, coloured and clickable for a person, plain for a pipe or NO_COLOR. */
export function lookOf(
  output: Streams['output'],
  environment: Readonly<Record<string, string | undefined>>,
): Look {
  if (!output.isTTY) return PLAIN;
  const colour = !environment.NO_COLOR && environment.TERM !== 'dumb';
  return { columns: Math.min(output.columns ?? 80, 100), colour, links: colour };
}

/** Whoever sits at the machine that Crier runs on. */
export const operator: Asker = {
  tenant: EVERYBODY,
  isManager: true,
  managers: 'whoever runs this Crier',
  story: null,
};

/** The terminal as a chat platform: a prompt with completion for a person, line by line for a pipe. */
export function terminalPlatform(options: {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Platform & { show(shown: Message): Promise<void> } {
  const { input, output } = options.streams;
  const show = (shown: Message) =>
    write(output, `${renderTerminal(shown, lookOf(output, options.environment))}\n`);

  async function serve(answering: Answering, signal: AbortSignal): Promise<void> {
    const person = Boolean(input.isTTY && output.isTTY);
    const lines = createInterface({
      input,
      ...(person && { output }),
      terminal: person,
      prompt: '› ',
      completer: async (line: string): Promise<[string[], string]> => [
        [...(await answering.complete(line, operator))],
        line,
      ],
    });
    const stop = () => lines.close();
    signal.addEventListener('abort', stop, { once: true });
    // Ctrl-C at the prompt ends the program as it does anywhere else.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    try {
      if (person) lines.prompt();
      for await (const line of lines) {
        if (signal.aborted || /^\/?(?:quit|exit)$/i.test(line.trim())) break;
        if (line.trim()) {
          const answer = await answering.prepare({ kind: 'line', line }, operator).answer();
          if (person) await write(output, '\n');
          await show(answer);
        }
        if (person) lines.prompt();
      }
    } finally {
      signal.removeEventListener('abort', stop);
      lines.close();
    }
  }

  return {
    name: 'terminal',
    serve,
    show,
    async post(_place, shown) {
      await show(shown);
      return { kind: 'sent', id: '' };
    },
    check: async () => [],
  };
}

/** Waits until the text is taken, so that a digest piped into a file is whole when the program ends. */
function write(output: NodeJS.WritableStream, words: string): Promise<void> {
  return new Promise((done, fail) => {
    output.write(words, (error) => (error && !isClosedPipe(error) ? fail(error) : done()));
  });
}

/** The reader went away (`crier digest | head`): nothing to report. */
function isClosedPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
