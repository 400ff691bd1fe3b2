import type { types } from '@slack/bolt';

/** A block in its place. */
export type Placed = {
  readonly block: types.KnownBlock;
  /** Something new begins with it: here a message is best divided. */
  readonly begins: boolean;
  /** An empty line stands above it, unless it is the first of its message. */
  readonly air?: boolean;
};

// Slack takes 50 blocks and about 12,000 characters over all of them (nobody knows exactly: docs/unproven-slack.md).
// A message longer than this is tiring before it is refused.
export const MESSAGE = { blocks: 35, length: 10_000 };

/** Blocks as messages, each with `banner` at its head: divided where something new begins, if there is such a place. */
export function pack(
  placed: readonly Placed[],
  banner: types.KnownBlock[] = [],
): types.KnownBlock[][] {
  const room = {
    blocks: MESSAGE.blocks - banner.length,
    // A line break above each block is the most that is added to it.
    length: MESSAGE.length - MESSAGE.blocks - textLength(banner),
  };
  const messages: types.KnownBlock[][] = [];
  let rest = [...placed];
  while (rest.length > 0) {
    const most = howMany(rest, room);
    const count = most === rest.length ? most : lastBeginning(rest, most);
    messages.push([...banner, ...rest.slice(0, count).map(aired)]);
    rest = rest.slice(count);
  }
  return messages;
}

/** Stories that follow one another run together without an empty line between them. */
function aired({ block, air }: Placed, at: number): types.KnownBlock {
  const [first, ...others] = block.type === 'rich_text' ? block.elements : [];
  if (!air || at === 0 || block.type !== 'rich_text' || first?.type !== 'rich_text_section') {
    return block;
  }
  const line = { ...first, elements: [{ type: 'text' as const, text: '\n' }, ...first.elements] };
  return { ...block, elements: [line, ...others] };
}

/** As many as fit, at least one. */
function howMany(placed: readonly Placed[], room: { blocks: number; length: number }): number {
  let length = 0;
  for (const [at, { block }] of placed.entries()) {
    length += textLength(block);
    if (at > 0 && (at >= room.blocks || length > room.length)) return at;
  }
  return placed.length;
}

/** The last place before `most` where something begins; `most` where only little would be left before it. */
function lastBeginning(placed: readonly Placed[], most: number): number {
  for (let at = most; at > most / 2; at -= 1) if (placed[at]?.begins) return at;
  return most;
}

/** Every character of the blocks that a reader sees. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
}
