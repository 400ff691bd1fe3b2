// What people write in Slack, as lines that can be read: https://docs.slack.dev/messaging/formatting-message-text
import type { CommandShape } from '../command.ts';
import { type Look, unrenamed } from './look.ts';

/** A typed text without Slack's markup: links as they were written, mentions of people left out. */
export function asTyped(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => {
      if (/^[@!]/.test(target)) return label ?? '';
      if (target.startsWith('#')) return label ? `#${label}` : '';
      return label ?? target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
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
  const typed = asTyped(text).replace(/^[\s,:;-]+/, '');
  if (typed === '' || /^\/?(?:help|hilfe|aide|ayuda|\?)$/i.test(typed)) return '/news help';
  if (typed.startsWith('/')) return unrenamed(typed, look);
  const line = unrenamed(`/${typed}`, look);
  const words = line.slice(1).toLowerCase().split(/\s+/);
  // "news about Kyiv" is a question; "news status" is a command, and so is "digest" alone.
  const isCommand = commands.some(({ name, options }) => {
    const called = name.split(' ');
    const needsMore = Object.values(options).some((one) => one.kind === 'words' && one.required);
    return (
      called.every((word, at) => words[at] === word) && (!needsMore || words.length > called.length)
    );
  });
  return isCommand ? line : typed;
}
