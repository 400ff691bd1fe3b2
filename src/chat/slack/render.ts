import type { types } from '@slack/bolt';
import { cleanText } from '../clean.ts';
import type { Block, Field, Message, Run } from '../message.ts';
import { elementsOf, words } from './controls.ts';
import { fallbackText } from './fallback.ts';
import { type Look, wordsOf } from './look.ts';
import { type Placed, pack } from './pack.ts';
import {
  bullets,
  lengthOfPieces,
  PART_LENGTH,
  type Piece,
  piecesOf,
  plain,
  portions,
  quote,
  type RichPart,
  section,
} from './rich-text.ts';
import { noteBlocks, TAME } from './small-print.ts';

/** What is sent to Slack: blocks, and the same in plain words for notifications and screen readers. */
export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** Slack folds a block away behind "Show more" somewhere above this. */
const UNFOLDED = 700;
const HEADER_LENGTH = 150;
const ELEMENTS_IN_ROW = 25;

/**
 * A message in Slack's form, as several where it is longer than one may be; none of its words is left out. Pure: the
 * same message and look give the same blocks.
 */
export function renderSlack(message: Message, look: Look): SlackMessage[] {
  const banner: types.KnownBlock[] = look.sample ? [SAMPLE] : [];
  const text = fallbackText(message, look);
  return pack(placedBlocks(message, look), banner).map((blocks) => ({ text, blocks }));
}

/** Stands above everything that is invented. */
export const SAMPLE: types.ContextBlock = {
  type: 'context',
  elements: [words('SAMPLE · invented news, to show what Crier does', 150)],
};

/** The blocks of a message without regard to how long it becomes. */
export function placedBlocks(message: Message, look: Look): Placed[] {
  const placed: Placed[] = [];
  const { blocks } = message;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) continue;
    if (isControl(block)) {
      const together = [block];
      for (let next = blocks[at + 1]; next && isControl(next); next = blocks[at + 1]) {
        together.push(next);
        at += 1;
      }
      placed.push(...rows(together, look));
    } else {
      place(block, blocks[at - 1], placed, message, look);
    }
  }
  return placed;
}

type Control = Extract<Block, { kind: 'buttons' | 'menu' }>;

const isControl = (block: Block): block is Control =>
  block.kind === 'buttons' || block.kind === 'menu';

function rows(controls: readonly Control[], look: Look): Placed[] {
  const elements = elementsOf(controls, look);
  const found: Placed[] = [];
  for (let at = 0; at < elements.length; at += ELEMENTS_IN_ROW) {
    const row = elements.slice(at, at + ELEMENTS_IN_ROW);
    found.push({ block: { type: 'actions', elements: row }, begins: false });
  }
  return found;
}

function place(
  block: Exclude<Block, Control>,
  above: Block | undefined,
  placed: Placed[],
  message: Message,
  look: Look,
): void {
  const pieces = (runs: readonly Run[], bold = false) =>
    piecesOf(runs, message, look, bold ? { bold } : {});
  const add = (one: types.KnownBlock, begins = false) => placed.push({ block: one, begins });
  const rich = (parts: RichPart[], how: Join = {}) => {
    for (const part of parts) addRich(placed, part, how);
  };
  switch (block.kind) {
    case 'divider':
      add({ type: 'divider' }, true);
      return;
    case 'heading': {
      const title = headerText(block.runs, message, look);
      if (block.level === 1 && title !== null) {
        add({ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }, true);
      } else {
        rich(portions(pieces(block.runs, true)).map(section), {
          begins: true,
          loose: true,
          air: above !== undefined && above.kind !== 'heading' && above.kind !== 'divider',
        });
      }
      return;
    }
    case 'paragraph':
      rich(portions(pieces(block.runs)).map(section), { loose: above?.kind !== 'heading' });
      return;
    case 'bullets':
      rich(lists(block.items.map((item) => pieces(item)).filter((item) => item.length > 0)));
      return;
    case 'quote': {
      const said = plain(`“${cleanText(block.text)}”`);
      const by = pieces(block.attribution);
      const whole = by.length > 0 ? [...said, ...plain('\n'), ...by] : said;
      rich(portions(whole).map(quote), { loose: above?.kind === 'quote' });
      return;
    }
    case 'fields':
      for (const one of fieldBlocks(block.fields, message, look)) add(one);
      return;
    case 'note':
      for (const one of noteBlocks(block.runs, message, look)) add(one);
  }
}

/** A heading that can stand in a header: no link in it, and short enough. */
function headerText(runs: readonly Run[], message: Message, look: Look): string | null {
  let title = '';
  for (const run of runs) {
    if (run.kind === 'source' || run.kind === 'channel' || run.kind === 'struck') return null;
    title += wordsOf(run, message, look);
  }
  const trimmed = title.trim();
  return trimmed !== '' && trimmed.length <= HEADER_LENGTH ? trimmed : null;
}

/** How a part stands to the one above it. */
type Join = { readonly begins?: boolean; readonly loose?: boolean; readonly air?: boolean };

/** Puts a part under the one before where both are one thought and stay unfolded, else into a block of its own. */
function addRich(
  placed: Placed[],
  part: RichPart,
  { begins = false, loose = false, air = false }: Join,
): void {
  const above = placed.at(-1);
  if (!loose && above?.block.type === 'rich_text') {
    const parts = above.block.elements as RichPart[];
    if (lengthOf(parts) + lengthOf([part]) <= UNFOLDED) {
      const last = parts.at(-1);
      // Two sections in one block stand on one line unless the first ends it.
      if (last?.type === 'rich_text_section' && part.type === 'rich_text_section') {
        parts[parts.length - 1] = section([
          ...(last.elements as Piece[]),
          ...plain('\n'),
          ...(part.elements as Piece[]),
        ]);
      } else parts.push(part);
      return;
    }
  }
  placed.push({ block: { type: 'rich_text', elements: [part] }, begins, air });
}

const lengthOf = (parts: readonly RichPart[]): number =>
  parts.reduce(
    (sum, part) =>
      sum +
      (part.type === 'rich_text_list'
        ? part.elements.reduce((all, item) => all + lengthOfPieces(item.elements as Piece[]), 0)
        : lengthOfPieces(part.elements as Piece[])),
    0,
  );

/** Items as lists of at most PART_LENGTH characters; an item longer than that goes on in another one. */
function lists(items: readonly Piece[][]): RichPart[] {
  const found: Piece[][][] = [];
  let room = 0;
  for (const item of items.flatMap((one) => portions(one))) {
    const length = lengthOfPieces(item);
    if (length > room || found.length === 0) {
      found.push([]);
      room = PART_LENGTH;
    }
    found.at(-1)?.push(item);
    room -= length;
  }
  return found.map(bullets);
}

const SHORT = 40;

/** Short facts stand in two columns, everything else line by line. */
function fieldBlocks(fields: readonly Field[], message: Message, look: Look): types.KnownBlock[] {
  const tame = fields.map(({ name, value }) => {
    const say = value.map((run) => (run.kind === 'text' ? wordsOf(run, message, look) : '<'));
    return { name: cleanText(name).trim(), value: say.join('').trim() };
  });
  const inColumns = tame.every(({ name, value }) =>
    [name, value].every((one) => one.length > 0 && one.length <= SHORT && TAME.test(one)),
  );
  if (inColumns) {
    return chunks(tame, 10).map((part) => ({
      type: 'section',
      fields: part.map(({ name, value }) => ({
        type: 'mrkdwn',
        text: `*${name}*\n${value}`,
        verbatim: true,
      })),
    }));
  }
  return fields.flatMap(({ name, value }) => {
    const pieces = [
      ...plain(cleanText(name).trim(), { bold: true }),
      ...plain('\n'),
      ...piecesOf(value, message, look),
    ];
    return portions(pieces).map(
      (part): types.KnownBlock => ({
        type: 'rich_text',
        elements: [section(part)],
      }),
    );
  });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < items.length; at += size) found.push(items.slice(at, at + size));
  return found;
}
