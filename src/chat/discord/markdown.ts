import { cleanText } from '../clean.ts';
import type { Message, Run } from '../message.ts';
import { labelKind, linkLabel, linkTarget } from '../source-link.ts';

/** Longer addresses are left out and the label stands alone: three of them would fill a third of an embed. */
const LONGEST_ADDRESS = 1_000;

// Whatever begins formatting, a mention, an emoji, a time or a masked link, wherever it stands. Escaping both angle
// brackets kills <@1>, <#1>, <t:1>, <:a:1> and </a:1> at both ends; an escaped slash leaves neither an address (://) nor
// an invite (discord.gg/abc needs no scheme), also where one run ends with one half of it and the next has the other.
const MARKS = /[\\*_~`|<>[\]#@/]/g;
const CHANNEL = /^\d{15,20}$/;
// Lists and small print begin a line with these; the rest is escaped everywhere.
const LINE_START = /^(\s*)([-+])|^(\s*\d+)([.)])/;

/** Words of others as Discord markdown that shows these very words and is nothing else, inside a line. */
export function escapeMarkdown(words: string): string {
  return cleanText(words).replace(MARKS, '\\$&');
}

/** Markdown that is the beginning of a line, and of nothing else. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(LINE_START, '$1$3\\$2$4');
}

/** How a link is written: in a message's text `<>` keeps Discord from unfolding it, embeds need none. */
export type Place = 'content' | 'embed';

/** A run as Discord markdown. */
export function markdownOf(run: Run, { sources }: Pick<Message, 'sources'>, place: Place): string {
  switch (run.kind) {
    case 'text':
      return escapeMarkdown(run.text);
    case 'strong':
      return wrapped(run.text, '**');
    case 'faint':
      return escapeMarkdown(run.text);
    case 'struck':
      return wrapped(run.text, '~~');
    case 'channel':
      return CHANNEL.test(run.channel) ? `<#${run.channel}>` : escapeMarkdown(channelName(run));
    case 'command':
      return codeOf(run.text);
    case 'source': {
      const source = sources.get(run.article);
      const label = run.text ?? source?.label ?? 'source';
      const target = linkTarget(source?.url, LONGEST_ADDRESS);
      return target === null
        ? escapeMarkdown(label)
        : maskedLink(linkLabel(label, target, labelKind(run)), target, place);
    }
  }
}

/** A run without any formatting: for titles of buttons, footers and whatever shows no markdown. */
export function plainOf(run: Run, { sources }: Pick<Message, 'sources'>): string {
  if (run.kind === 'channel') return channelName(run);
  if (run.kind !== 'source') return cleanText(run.text);
  return cleanText(run.text ?? sources.get(run.article)?.label ?? 'source');
}

/** Where mentions are not read, and for direct messages, which no mention leads to. */
function channelName({ channel }: Extract<Run, { kind: 'channel' }>): string {
  return channel.startsWith('@') ? 'direct messages' : 'a channel';
}

/** White space outside the marks: Discord takes `** a**` for two pairs of stars. */
function wrapped(words: string, mark: string): string {
  const escaped = escapeMarkdown(words);
  const inner = escaped.trim();
  return inner ? escaped.replace(inner, () => mark + inner + mark) : escaped;
}

/** In code nothing has a meaning but the mark that ends it. */
function codeOf(words: string): string {
  const code = cleanText(words).replaceAll('`', "'").trim();
  return code ? `\`${code}\`` : '';
}

/** Brackets inside a label would end it early: round ones stand in for them. */
function maskedLink(label: string, target: string, place: Place): string {
  const shown = label.replaceAll('[', '(').replaceAll(']', ')');
  const address = place === 'content' ? `<${target}>` : target;
  return `[${escapeMarkdown(shown)}](${address})`;
}
