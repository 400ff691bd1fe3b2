import { splitText } from '../../text/cut.ts';
import type { Block, Message, Run } from '../message.ts';
import { escapeLineStart, markdownOf, type Place } from './markdown.ts';

/** A line of an embed's text. */
export type Line = {
  readonly markdown: string;
  /** Whether there is air above it. */
  readonly loose: boolean;
};

type Sources = Pick<Message, 'sources'>;

/** One line at most: what does not fit goes on in the next. Twice the longest address with its label. */
export const LONGEST_LINE = 1_900;

export type Written = Extract<Block, { kind: 'paragraph' | 'bullets' | 'quote' | 'note' }>;

/** The block as lines of markdown for an embed, none longer than LONGEST_LINE. */
export function linesOf(block: Written, message: Sources): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return led('', '', block.runs, message, true);
    case 'note':
      return led('-# ', '-# ', block.runs, message, false);
    case 'bullets':
      return block.items.flatMap((item, i) => led('- ', '  ', item, message, i === 0));
    case 'quote': {
      const words = led('> ', '> ', [{ kind: 'text', text: `“${block.text}”` }], message, true);
      return [...words, ...led('> ', '> ', block.attribution, message, false)];
    }
  }
}

/** Runs under a lead (`- `), what goes on in the next line under another. */
export function led(
  lead: string,
  further: string,
  runs: readonly Run[],
  message: Sources,
  loose: boolean,
): Line[] {
  return brokenRuns(runs, message, LONGEST_LINE - lead.length).map((markdown, i) => ({
    markdown: (i === 0 ? lead : further) + markdown,
    loose: loose && i === 0,
  }));
}

/** Markdown of the runs in lines of at most about `max`; no word is lost, and blank ones are left out. */
export function brokenRuns(
  runs: readonly Run[],
  message: Sources,
  max: number,
  place: Place = 'embed',
): string[] {
  const pieces: string[] = [];
  let line = '';
  // An escape may be added at the beginning of the line.
  const room = max - 1;
  for (const run of joined(runs).flatMap((one) => brokenRun(one, message, room, place))) {
    const markdown = markdownOf(run, message, place);
    if (line.length + markdown.length + 1 > room) {
      pieces.push(line);
      line = markdown;
    } else line = sideBySide(line, markdown);
  }
  return [...pieces, line].map((piece) => escapeLineStart(piece.trim())).filter(Boolean);
}

/** Two code spans that touch would be read as one, and two bold or struck ones as neither. */
function sideBySide(before: string, after: string): string {
  if (before.endsWith('`') && after.startsWith('`')) return `${before} ${after}`;
  const mark = ['**', '~~'].find((one) => before.endsWith(one) && after.startsWith(one));
  return mark ? before.slice(0, -2) + after.slice(2) : before + after;
}

/** Neighbours of one kind become one: `**a****b**` would not be read as two words in bold. */
function joined(runs: readonly Run[]): Run[] {
  return runs.reduce<Run[]>((all, run) => {
    const last = all.at(-1);
    if (last && last.kind === run.kind && isWords(run)) {
      all[all.length - 1] = { kind: run.kind, text: textOf(last) + run.text };
    } else all.push(run);
    return all;
  }, []);
}

type Words = Extract<Run, { kind: 'text' | 'strong' | 'faint' | 'struck' }>;

const isWords = (run: Run): run is Words =>
  run.kind !== 'source' && run.kind !== 'command' && run.kind !== 'channel';

function brokenRun(run: Run, message: Sources, max: number, place: Place): Run[] {
  const words = textOf(run);
  if (run.kind === 'channel' || words.length < 2) return [run];
  if (markdownOf(run, message, place).length <= max) return [run];
  // Escaping makes texts longer by an unknown measure: halves are tried until they fit.
  return splitText(words, Math.ceil(words.length / 2)).flatMap((text) =>
    brokenRun({ ...run, text }, message, max, place),
  );
}

const textOf = (run: Run): string => (run.kind === 'channel' ? '' : (run.text ?? ''));
