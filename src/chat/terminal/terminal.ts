import { createInterface } from 'node:readline/promises';
import { EVERYBODY } from '../../news/tenant.ts';
import type { Message } from '../message.ts';
import type { Answering, Asker, Platform } from '../platform.ts';
import { HERE, type Look, PLAIN, renderTerminal } from './render.ts';
import { createScreen, type Output } from './screen.ts';

export type Streams = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: Output;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Messages whose last wording is remembered: an edit of an older one is shown even where it says the same. */
const MOST_REMEMBERED = 200;

/** How a stream wants to be written to: wide, coloured and clickable for a person, plain for a pipe or NO_COLOR. */
export function lookOf(output: Output, environment: Environment): Look {
  if (!output.isTTY) return PLAIN;
  const colour = !environment.NO_COLOR && environment.TERM !== 'dumb';
  return { columns: Math.min(output.columns ?? 80, 100), colour, links: colour };
}

/** Whoever sits at the machine that Crier runs on. */
export const operator: Asker = {
  tenant: EVERYBODY,
  platform: 'terminal',
  channel: HERE,
  person: { id: 'operator', name: 'you' },
  isManager: true,
  managers: 'whoever runs this Crier',
  story: null,
};

/**
 * The terminal as a chat platform: a prompt with completion for a person, line by line for a pipe. There is one place
 * in it, whatever a post is addressed to. What stands above cannot be changed: an edited message is printed anew, once.
 */
export function terminalPlatform(options: {
  readonly streams: Streams;
  readonly environment: Environment;
}): Platform & { show(shown: Message): Promise<void> } {
  const { input, output } = options.streams;
  const screen = createScreen(output, options.environment.TERM !== 'dumb');
  const posted = new Map<string, string>();
  const rendered = (message: Message) =>
    `${renderTerminal(message, lookOf(output, options.environment))}\n`;

  async function print(key: string, message: Message): Promise<void> {
    const words = rendered(message);
    if (posted.get(key) === words) return;
    await screen.put(words);
    posted.delete(key);
    posted.set(key, words);
    const [oldest] = posted.keys();
    if (posted.size > MOST_REMEMBERED && oldest !== undefined) posted.delete(oldest);
  }

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
    if (person) screen.attach(lines);
    try {
      screen.ask();
      for await (const line of lines) {
        screen.work();
        if (signal.aborted || /^\/?(?:quit|exit)$/i.test(line.trim())) break;
        if (line.trim()) {
          const answer = await answering.prepare({ kind: 'line', line }, operator).answer();
          await screen.put(rendered(answer));
        }
        screen.ask();
      }
    } finally {
      signal.removeEventListener('abort', stop);
      lines.close();
    }
  }

  return {
    name: 'terminal',
    serve,
    show: (message) => screen.put(rendered(message)),
    async post(_place, message, key) {
      await print(key, message);
      return { kind: 'sent', id: key };
    },
    // What was printed cannot be looked up, and a window that was closed shows nothing any more: after a crash in the
    // middle of a post it is printed again, since somebody who sees it twice has lost less than one who never does.
    find: async () => null,
    async edit(_place, _id, message, key) {
      await print(key, message);
      return { kind: 'edited' };
    },
    check: async () => [],
    checkPlace: async () => ({ what: 'this terminal', remedy: null }),
  };
}
