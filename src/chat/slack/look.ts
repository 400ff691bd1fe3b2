import { cleanText } from '../clean.ts';
import type { Message, Run } from '../message.ts';

/** How a message looks in one workspace. */
export type Look = {
  /** What each slash command is called there, by its first word. */
  readonly commands: Readonly<Record<string, string>>;
  /** The sample newsroom is shown: every message says so. */
  readonly sample: boolean;
  /** Everybody sees it: there is nothing left to share. */
  readonly shared: boolean;
};

/**
 * A run's words as they are shown. Commands are said by the names they have in this workspace where they are ours:
 * in a run that is one, and where we say what went wrong. An outlet's words stay as they are.
 */
export function wordsOf(
  { kind, text }: { readonly kind: Run['kind']; readonly text: string },
  { trouble }: Pick<Message, 'trouble'>,
  look: Pick<Look, 'commands'>,
): string {
  const words = cleanText(text);
  return kind === 'command' || (trouble && kind !== 'source') ? renamed(words, look) : words;
}

/** Says the commands of a text by the names they have in this workspace. */
function renamed(words: string, { commands }: Pick<Look, 'commands'>): string {
  return words.replace(
    /(?<![\p{L}\p{N}/.:_-])\/([a-z]+)(?:-admin)?(?![\p{L}\p{N}/_-])/gu,
    (whole, name: string) => {
      const now = Object.hasOwn(commands, name) ? commands[name] : undefined;
      return now === undefined ? whole : `/${now}`;
    },
  );
}

/** The words that a command was renamed from: `/crier-story x` to `/story x`. */
export function unrenamed(line: string, { commands }: Pick<Look, 'commands'>): string {
  return line.replace(/^\/(\S+)/, (whole, typed: string) => {
    const known = Object.keys(commands).find((name) => commands[name] === typed.toLowerCase());
    return known === undefined ? whole : `/${known}`;
  });
}
