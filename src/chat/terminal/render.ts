import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { cleanText } from '../clean.ts';
import type { Block, Button, Message, Run } from '../message.ts';

export type Look = {
  /** Where lines are broken. */
  readonly columns: number;
  readonly colour: boolean;
  /** Whether links can be clicked (OSC 8); otherwise addresses are written out where a title stands. */
  readonly links: boolean;
};

/** The one place of a terminal, as a channel. */
export const HERE = 'here';

/** Text alone, as wide as the page: for pipes and files. */
export const PLAIN: Look = { columns: 100, colour: false, links: false };

const CODES = {
  bold: [1, 22],
  faint: [2, 22],
  italic: [3, 23],
  struck: [9, 29],
  cyan: [36, 39],
  yellow: [33, 39],
} as const;

/** A message for a terminal or a pipe; ends with a line break. Pure: the same message and look give the same text. */
export function renderTerminal(message: Message, look: Look): string {
  const blocks = message.blocks.filter(isTyped);
  const parts = blocks.map((block, i) => {
    const gap = i > 0 && isLoose(block, blocks[i - 1]) ? '\n' : '';
    return gap + renderBlock(block, message, look);
  });
  return `${parts.join('\n')}\n`;
}

/** What is chosen and pressed elsewhere is typed here. */
function isTyped(block: Block): block is Exclude<Block, { kind: 'menu' }> {
  if (block.kind === 'menu') return false;
  return block.kind !== 'buttons' || block.buttons.some(isLine);
}

/** A form's line is typed with its options; what only opens a question or shares an answer is nothing to type. */
function isLine({ press }: Button): boolean {
  return press === 'answer' || press === 'fill';
}

/** Small print stands close under what it belongs to; everything else has air above it. */
function isLoose(block: Block, above: Block | undefined): boolean {
  return (
    (block.kind !== 'note' && block.kind !== 'buttons') ||
    above?.kind === 'divider' ||
    above?.kind === 'bullets'
  );
}

function renderBlock(
  block: Exclude<Block, { kind: 'menu' }>,
  message: Message,
  look: Look,
): string {
  const runs = (list: readonly Run[]) => list.map((run) => renderRun(run, message, look)).join('');
  switch (block.kind) {
    case 'heading':
      return wrap(paint(runs(block.runs), 'bold', look), look, '');
    case 'paragraph':
      return wrap(runs(block.runs), look, '');
    case 'note':
      return wrap(runs(block.runs), look, '');
    case 'bullets':
      return block.items
        .map((item) => hang('• ', runs(item) + writtenAddress(item, message, look), look))
        .join('\n');
    case 'quote': {
      const words = paint(`“${cleanText(block.text)}”`, 'italic', look);
      const bar = paint('│ ', 'yellow', look);
      return `${wrap(words, look, bar)}\n${wrap(runs(block.attribution), look, bar)}`;
    }
    case 'fields':
      return renderFields(
        block.fields.map((f) => ({ name: f.name, value: runs(f.value) })),
        look,
      );
    case 'divider':
      return paint('─'.repeat(Math.min(look.columns, 40)), 'faint', look);
    case 'buttons':
      return wrap(
        block.buttons
          .filter(isLine)
          .map(({ line }) => paint(cleanText(line), 'cyan', look))
          .join(' · '),
        look,
        '',
      );
  }
}

function renderRun(run: Run, message: Message, look: Look): string {
  switch (run.kind) {
    case 'text':
      return cleanText(run.text);
    case 'strong':
      return paint(cleanText(run.text), 'bold', look);
    case 'faint':
      return paint(cleanText(run.text), 'faint', look);
    case 'struck': {
      const words = cleanText(run.text);
      return look.colour || words === '' ? paint(words, 'struck', look) : `~${words}~`;
    }
    case 'channel':
      return channelName(run.channel);
    case 'command':
      return paint(cleanText(run.text), 'cyan', look);
    case 'source': {
      const source = message.sources.get(run.article);
      const label = cleanText(run.text ?? `[${source?.label ?? 'source'}]`);
      const shown = run.text === undefined ? paint(label, 'faint', look) : label;
      return source?.url ? link(shown, source.url, look) : shown;
    }
  }
}

function channelName(id: string): string {
  if (id === HERE) return 'this terminal';
  return cleanText(id.startsWith('@') ? id : `#${id}`);
}

/** Where a link cannot be clicked, a listed article says where it stands. */
function writtenAddress(item: readonly Run[], message: Message, look: Look): string {
  const [first] = item;
  if (look.links || first?.kind !== 'source' || first.text === undefined) return '';
  const url = message.sources.get(first.article)?.url;
  return url && URL.canParse(url) ? ` ${paint(new URL(url).href, 'faint', look)}` : '';
}

function renderFields(
  fields: readonly { readonly name: string; readonly value: string }[],
  look: Look,
): string {
  const widest = Math.max(...fields.map((field) => stringWidth(field.name)));
  if (widest > look.columns / 3) {
    return fields
      .map((f) => `${paint(f.name, 'bold', look)}\n${wrap(f.value, look, '  ')}`)
      .join('\n');
  }
  return fields
    .map((f) =>
      hang(
        paint(f.name, 'faint', look) + ' '.repeat(widest - stringWidth(f.name) + 2),
        f.value,
        look,
      ),
    )
    .join('\n');
}

/** Wraps to the width, with `lead` before every line. */
function wrap(words: string, look: Look, lead: string): string {
  const width = Math.max(20, look.columns - stringWidth(lead));
  // An address written out (nothing to click on) is only of use in one piece.
  return wrapAnsi(words, width, { hard: look.links })
    .split('\n')
    .map((line) => lead + line)
    .join('\n');
}

/** Wraps with `lead` before the first line and as much space before the others. */
function hang(lead: string, words: string, look: Look): string {
  const indent = ' '.repeat(stringWidth(lead));
  return lead + wrap(words, look, indent).slice(indent.length);
}

function paint(words: string, style: keyof typeof CODES, look: Look): string {
  if (!look.colour || words === '') return words;
  const [on, off] = CODES[style];
  return `\u001B[${on}m${words}\u001B[${off}m`;
}

/** https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function link(words: string, url: string, look: Look): string {
  const safe = URL.canParse(url) ? new URL(url).href : '';
  return look.links && safe ? `\u001B]8;;${safe}\u0007${words}\u001B]8;;\u0007` : words;
}
