import { cleanText } from '../clean.ts';

/** How a message looks in one workspace. */
export type Look = {
  /** What each slash command is called there, by its first word. */
  readonly commands: Readonly<Record<string, string>>;
  /** The sample newsroom is shown: every message says so. */
  readonly sample: boolean;
  /** Everybody sees it: there is nothing left to share. */
  readonly shared: boolean;
};

/** Words of others without what a reader cannot see; halves of characters, which Slack refuses, are replaced. */
export const clean = (words: string): string => cleanText(words).toWellFormed();

/** Says the commands of a text by the names they have in this workspace. */
export function renamed(words: string, { commands }: Pick<Look, 'commands'>): string {
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
