// What people write in Slack, as lines that can be read: https://docs.slack.dev/messaging/formatting-message-text
import type { CommandShape } from '../command.ts';
import { commandOf } from './command-of.ts';
import { type Look, unrenamed } from './look.ts';

/** How a channel that somebody named is given on: by its name, or as `<#C123>` where its id is wanted. */
type Channels = 'by name' | 'by id';

/** A typed text without Slack's markup: links as they were written, mentions of people left out. */
export function asTyped(text: string, channels: Channels = 'by name'): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => {
      if (/^[@!]/.test(target)) return label ?? '';
      if (target.startsWith('#')) {
        if (channels === 'by id') return `<${target}>`;
        return label ? `#${label}` : '';
      }
      return label ?? target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The line of a typed slash command, by the names that commands have everywhere. */
export function slashLine(
  typed: { readonly command: string; readonly text: string },
  commands: readonly CommandShape[],
  look: Pick<Look, 'commands'>,
): string {
  return readLine(unrenamed(`${typed.command} ${typed.text}`.trim(), look), commands);
}

/** A line with a slash, which may still hold markup: ids for a command that takes a channel, else names. */
function readLine(line: string, commands: readonly CommandShape[]): string {
  const options = Object.values(commandOf(line, commands)?.options ?? {});
  return asTyped(line, options.some(({ kind }) => kind === 'channel') ? 'by id' : 'by name');
}

/**
 * The line somebody means who mentions Crier or writes to it: a command with its slash or without, else a question.
 * Nothing at all, or "help", asks for help.
 */
export function lineIn(
  text: string,
  commands: readonly CommandShape[],
  look: Pick<Look, 'commands'>,
): string {
  const written = text.replace(/^[\s,:;-]+/, '');
  const typed = asTyped(written).replace(/^[\s,:;-]+/, '');
  if (typed === '' || /^\/?(?:help|hilfe|aide|ayuda|\?)$/i.test(typed)) return '/news help';
  if (typed.startsWith('/')) return readLine(unrenamed(written, look), commands);
  const line = unrenamed(`/${written}`, look);
  const words = line.slice(1).toLowerCase().split(/\s+/);
  // "news about Kyiv" is a question; "news status" is a command, and so is "digest" alone.
  const isCommand = commands.some(({ name, options }) => {
    const called = name.split(' ');
    const needsMore = Object.values(options).some((one) => one.kind === 'words' && one.required);
    return (
      called.every((word, at) => words[at] === word) && (!needsMore || words.length > called.length)
    );
  });
  return isCommand ? readLine(line, commands) : typed;
}
