import { ApiError, invalidForm, refusal } from '../errors.ts';
import { type Json, listOf, recordOf, recordsOf } from '../json.ts';
import { FLAG, type Said } from '../state.ts';
import { checkRows } from './components.ts';
import { breaksServer, checkTree } from './components-v2.ts';
import { checkEmbeds, showsNothing } from './embeds.ts';
import { Form } from './form.ts';
import { checkAllowedMentions } from './mentions.ts';

const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

export type Sending = {
  /** Where the message stands in the body: nothing for a message itself, `data` in a callback, `message` in a post. */
  readonly at?: readonly string[];
  /** The flags that may be set here. Discord docs name them at each endpoint. */
  readonly flags: number;
  /** What an edit changes; null where something new is said. */
  readonly before: Said | null;
  /** How many files came beside the JSON. */
  readonly files: number;
};

/** Everything that can be wrong with a message's body by itself, wherever it is sent. Throws Discord's refusal. */
export function checkMessage(body: Json, sending: Sending): void {
  const form = new Form();
  const at = sending.at ?? [];
  // Discord docs "Create Message": content up to 2000. The OpenAPI says 4000, which holds for people with Nitro.
  form.text([...at, 'content'], body.content, { max: 2000 });
  checkFlags(form, body, sending, at);
  const flags = flagsAfter(body, sending);
  if (flags & FLAG.componentsV2) {
    for (const field of LEGACY) {
      const value = field in body ? body[field] : undefined;
      const kept = sending.before && !(field in body) ? leftOver(sending.before, field) : undefined;
      // discord.js sends content '' for null: seen refused too (see docs/unproven-discord.md).
      if ((value !== undefined && value !== null && !isEmptyList(value)) || kept)
        form.add(
          [...at, field],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        );
    }
    checkTree(form, body.components, [...at, 'components']);
  } else {
    checkEmbeds(form, body.embeds, [...at, 'embeds']);
    checkRows(form, body.components, [...at, 'components']);
  }
  checkAllowedMentions(form, body.allowed_mentions, [...at, 'allowed_mentions']);
  checkNonce(form, body, at);
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
  if (flags & FLAG.componentsV2 && breaksServer(body.components))
    throw new ApiError(500, 0, '500: Internal Server Error');
  if (isEmpty(body, sending)) throw refusal(50006);
}

/** The flags of a message after this body: an edit that names none keeps them. */
export function flagsAfter(body: Json, { before }: Pick<Sending, 'before'>): number {
  const given = typeof body.flags === 'number' ? body.flags : null;
  if (!before) return given ?? 0;
  const changeable = FLAG.suppressEmbeds | FLAG.componentsV2;
  return given === null ? before.flags : (before.flags & ~changeable) | (given & changeable);
}

function checkFlags(form: Form, body: Json, sending: Sending, at: readonly string[]): void {
  const given = body.flags;
  if (given === undefined || given === null) return;
  const here = [...at, 'flags'];
  if (!Number.isInteger(given)) {
    form.add(here, 'NUMBER_TYPE_COERCE', `Value "${String(given)}" is not int.`);
    return;
  }
  // discord.js sends a message's own flags back with every edit, so flags that are there already cannot be refused.
  if ((given as number) & ~sending.flags & ~(sending.before?.flags ?? 0))
    form.add(here, 'BASE_TYPE_INVALID', 'These flags cannot be set here.');
  // Discord docs "Component Reference": once a message has been sent with the flag, it cannot be removed.
  if (
    sending.before &&
    sending.before.flags & FLAG.componentsV2 &&
    !((given as number) & FLAG.componentsV2)
  )
    form.add(
      here,
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The IS_COMPONENTS_V2 flag cannot be removed from a message',
    );
}

function leftOver(before: Said, field: (typeof LEGACY)[number]): boolean {
  if (field === 'content') return before.content !== '';
  return field === 'embeds' && before.embeds.length > 0;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Discord docs "Create Message": nonce, integer or string of up to 25 characters. */
function checkNonce(form: Form, body: Json, at: readonly string[]): void {
  const { nonce } = body;
  if (nonce === undefined || nonce === null) return;
  if (typeof nonce === 'string' ? nonce.length > 25 : !Number.isInteger(nonce))
    form.add(
      [...at, 'nonce'],
      'NONCE_TYPE_TOO_LONG',
      'Must be an integer or at most 25 characters.',
    );
}

/** Discord docs "Create Message": at least one of content, embeds, sticker_ids, components, files or poll. */
function isEmpty(body: Json, { before, files }: Sending): boolean {
  const said = (field: 'content' | 'embeds' | 'components') =>
    before && !(field in body) ? before[field] : body[field];
  const content = said('content');
  const flags = flagsAfter(body, { before });
  const seesText = typeof content === 'string' && content.trim() !== '';
  const seesEmbed = recordsOf(said('embeds')).some((embed) => !showsNothing(embed));
  const kept = 'attachments' in body ? listOf(body.attachments) : (before?.attachments ?? []);
  // Rows of buttons alone are a message too; separators alone are believed not to be.
  const seesComponent = recordsOf(said('components')).some(
    ({ type }) => !(flags & FLAG.componentsV2) || type !== 14,
  );
  return (
    !seesText &&
    !seesEmbed &&
    !seesComponent &&
    files === 0 &&
    kept.length === 0 &&
    listOf(body.sticker_ids).length === 0 &&
    !recordOf(body.poll)
  );
}
