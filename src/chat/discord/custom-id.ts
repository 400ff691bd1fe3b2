import type { APIMessage } from 'discord.js';
import { hashOf } from '../../lib/hash.ts';
import type { StoryId } from '../../news/story.ts';
import type { Button } from '../message.ts';
import { LIMITS } from './limits.ts';

/**
 * What a component's custom_id says: `1a12@GUILD~KEY /story #12 view:quotes`. The form's version, what pressing does, the
 * story its message is about, the server whose direct message it is, the key of the delivery, and the line. All of it
 * stands on the message, so buttons work after any restart.
 */
export type Pressed = {
  readonly press: Button['press'] | 'menu' | 'part';
  readonly story: StoryId | null;
  /** Null but in direct messages that a server's subscription brought, and in answers given under them. */
  readonly guild: string | null;
  readonly key: string | null;
  readonly line: Line;
};

/** What every component of a message says of it. */
export type About = Pick<Pressed, 'story' | 'guild' | 'key'>;

/** A line of its own, or the name under which one too long for a custom_id was kept. */
export type Line =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'kept'; readonly name: string };

/** A line to be kept, because only its name fits. */
export type Kept = { readonly name: string; readonly line: string };

// `part` is no button to press: it says which part of a long post stands here, as `2.3`.
const LETTERS = { answer: 'a', share: 's', ask: 'q', fill: 'f', menu: 'm', part: 'p' } as const;
const PRESSES: ReadonlyMap<string, Pressed['press']> = new Map(
  Object.entries(LETTERS).map(([press, letter]) => [letter, press as Pressed['press']]),
);
const FORM = /^1([asqfmp])(\d{0,15})(?:@(\d{1,20}))?(?:~([\w-]{1,25}))? ?([\s\S]*)$/;
// No line begins so: they begin with a slash or a word.
const KEPT = '=';

/** `line` as it stands on a component; a long one goes by a name, and `keep` is told both. */
export function shortLine(line: string, keep: (kept: Kept) => void, most: number): string {
  // Discord trims, and refuses what is empty.
  const stays = line !== '' && line.trim() === line && line.isWellFormed();
  if (stays && line.length <= most && !line.startsWith(KEPT)) return line;
  const name = hashOf(line);
  keep({ name, line });
  return KEPT + name;
}

export function readLine(written: string): Line {
  return written.startsWith(KEPT)
    ? { kind: 'kept', name: written.slice(KEPT.length) }
    : { kind: 'line', line: written };
}

export function writeCustomId(
  press: Pressed['press'],
  about: About,
  line: string,
  keep: (kept: Kept) => void,
): string {
  const guild = about.guild === null ? '' : `@${about.guild}`;
  const key = about.key === null ? '' : `~${about.key}`;
  const head = `1${LETTERS[press]}${about.story ?? ''}${guild}${key} `;
  return head + shortLine(line, keep, LIMITS.customId - head.length);
}

/** Undefined for what another version of Crier, or nobody of ours, wrote. */
export function readCustomId(customId: string): Pressed | undefined {
  const [, letter = '', story = '', guild, key, line = ''] = FORM.exec(customId) ?? [];
  const press = PRESSES.get(letter);
  if (!press) return undefined;
  return {
    press,
    story: story === '' ? null : Number(story),
    guild: guild ?? null,
    key: key ?? null,
    line: readLine(line),
  };
}

/** What stands on the components of a message, in their order. */
export function customIdsOf({ components = [] }: Pick<APIMessage, 'components'>): string[] {
  return components.flatMap((row) =>
    ('components' in row ? row.components : []).flatMap((component) =>
      'custom_id' in component && component.custom_id ? [component.custom_id] : [],
    ),
  );
}
