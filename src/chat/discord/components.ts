import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { Block, Button, Entry, Message } from '../message.ts';
import { type About, type Kept, shortLine, writeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export type Pressing = {
  /** Everybody sees the message: there is nothing left to share. */
  readonly shared: boolean;
  /** The delivery's, to be found again on the message. */
  readonly key: string | null;
  /** The server whose direct message it is, or under whose it stands; null or left out where it stands for itself. */
  readonly guild?: string | null;
  keep(kept: Kept): void;
};

const STYLES = {
  answer: ButtonStyle.Secondary,
  share: ButtonStyle.Secondary,
  ask: ButtonStyle.Primary,
  fill: ButtonStyle.Secondary,
} as const;

type Placed = Pressing & About;

/** The rows of a message's buttons and menus in their order; more than five when there are many. */
export function rowsOf(message: Message, pressing: Pressing): Row[] {
  const placed: Placed = { ...pressing, ...aboutOf(message, pressing) };
  const used = new Set<string>();
  return message.blocks.flatMap((block, index): Row[] => {
    if (block.kind === 'buttons') return buttonRows(block.buttons, placed, used);
    return block.kind === 'menu' ? menuRows(block, index, placed) : [];
  });
}

export const aboutOf = ({ story }: Message, { guild = null, key }: Pressing): About => ({
  story,
  guild,
  key,
});

function buttonRows(buttons: readonly Button[], placed: Placed, used: Set<string>): Row[] {
  const shown = buttons
    .filter(({ press }) => !(placed.shared && press === 'share'))
    .map((button) => ({
      type: ComponentType.Button as const,
      style: STYLES[button.press],
      label: labelOf(button.label, LIMITS.buttonLabel),
      custom_id: writeCustomId(button.press, placed, button.line, placed.keep),
    }))
    // The same twice is refused, and of no use.
    .filter(({ custom_id }) => !used.has(custom_id) && used.add(custom_id));
  return chunks(shown, LIMITS.rowButtons).map(rowOf);
}

function menuRows(
  { label, entries }: Extract<Block, { kind: 'menu' }>,
  index: number,
  placed: Placed,
): Row[] {
  const options = new Map(entries.map((entry) => optionOf(entry, placed)));
  return chunks([...options.values()], LIMITS.options).map((some, part) =>
    rowOf([
      {
        type: ComponentType.StringSelect,
        custom_id: writeCustomId('menu', placed, `${index}.${part}`, placed.keep),
        placeholder: labelOf(label, LIMITS.placeholder),
        options: some,
      },
    ]),
  );
}

function optionOf({ label, hint, line }: Entry, placed: Placed) {
  const value = shortLine(line, placed.keep, LIMITS.option);
  const description = shorten(cleanText(hint).trim(), LIMITS.option);
  const option = {
    label: labelOf(label, LIMITS.option),
    value,
    ...(description && { description }),
  };
  return [value, option] as const;
}

/** Stands under a post that would have nothing to press, and be lost when its answer is. */
export function helpRow(about: About): Row {
  const custom_id = writeCustomId('answer', about, '/news help', () => {});
  return rowOf([{ type: ComponentType.Button, style: STYLES.answer, label: 'Help', custom_id }]);
}

/** Says under a part of a long post which one it is; nothing to press. */
export function partRow(about: About, part: number, of: number): Row {
  return rowOf([
    {
      type: ComponentType.Button,
      style: STYLES.answer,
      label: `${part} of ${of}`,
      custom_id: writeCustomId('part', about, `${part}.${of}`, () => {}),
      disabled: true,
    },
  ]);
}

function labelOf(words: string, max: number): string {
  return shorten(cleanText(words).trim(), max) || '…';
}

function rowOf(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
