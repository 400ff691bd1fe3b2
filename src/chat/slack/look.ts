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
 * in a run that is one, and where we say what went wrong.
 */
export function wordsOf(
  run: Exclude<Run, { kind: 'source' }>,
  { trouble }: Pick<Message, 'trouble'>,
  look: Pick<Look, 'commands'>,
): string {
  if (run.kind === 'channel') return channelWords(run.channel);
  const words = cleanText(run.text);
  return run.kind === 'command' || trouble ? renamed(words, look) : words;
}

/** A channel where it can be no mention. Direct messages have no name of their own. */
const channelWords = (id: string): string =>
  mentionable(id) ? `#${id}` : /^[@D]/.test(id) ? 'direct messages' : cleanText(id);

/** Whether Slack shows the id as a channel's name: public and private channels, no direct messages. */
export const mentionable = (id: string): boolean => /^[CG][A-Z0-9]{2,30}$/.test(id);

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
