import type { types } from '@slack/bolt';

/** A block, and whether something new begins with it: there a message is best divided. */
export type Placed = { readonly block: types.KnownBlock; readonly begins: boolean };

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
    length: MESSAGE.length - textLength(banner),
  };
  const messages: types.KnownBlock[][] = [];
  let rest = [...placed];
  while (rest.length > 0) {
    const most = howMany(rest, room);
    const count = most === rest.length ? most : lastBeginning(rest, most);
    messages.push([...banner, ...rest.slice(0, count).map(({ block }) => block)]);
    rest = rest.slice(count);
  }
  return messages;
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
