import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { Block, Message, Run } from '../message.ts';
import { type Look, wordsOf } from './look.ts';

/** Longer than any notification, short enough to weigh nothing. */
const LENGTH = 2900;

/** U+2060, a word joiner: nobody sees it, and what it divides is no address, mark or mention any more. */
const JOINER = '\u2060';

/**
 * The message in plain words: what notifications show and screen readers read. Slack reads it as markup, so
 * everything in it that could come alive is taken apart.
 */
export function fallbackText(message: Message, look: Look): string {
  const lines = message.blocks.map((block) => linesOf(block, message, look)).filter(Boolean);
  const words = cleanText(lines.join(' \n ')).trim();
  const marked = look.sample ? `SAMPLE · ${words}` : words;
  return harmless(shorten(marked || 'Crier', LENGTH));
}

/** Words as Slack's markup, in which nothing of them is a link, a mention, an emoji or a style. */
export function harmless(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, `.${JOINER}`)
    .replace(/[*_~`:]/g, `${JOINER}$&${JOINER}`)
    .replace(/[@#]/g, `$&${JOINER}`)
    .replace(/^&gt;/gm, `${JOINER}&gt;`);
}

function linesOf(block: Block, message: Message, look: Look): string {
  const say = (runs: readonly Run[]) => runs.map((run) => wordOf(run, message, look)).join('');
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return say(block.runs);
    case 'bullets':
      return block.items.map((item) => `• ${say(item)}`).join(' ');
    case 'quote':
      return `“${block.text}” ${say(block.attribution)}`;
    case 'fields':
      return block.fields.map((field) => `${field.name}: ${say(field.value)}`).join(' · ');
    case 'divider':
    case 'buttons':
    case 'menu':
      return '';
  }
}

function wordOf(run: Run, message: Message, look: Look): string {
  // A line through words is seen, not heard.
  if (run.kind === 'struck') return `(no longer “${wordsOf(run, message, look)}”)`;
  if (run.kind !== 'source') return wordsOf(run, message, look);
  return run.text ?? message.sources.get(run.article)?.label ?? '';
}
