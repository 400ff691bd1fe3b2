import { inSlacksWords, refusalOfBlocks } from './block-kit/check.ts';
import { isJson, type Json, listIn, textIn } from './json.ts';
import { type Message, violation, type World, withIds } from './state.ts';

/** What a message says, after Slack has looked at it. */
export type Content = Pick<
  Message,
  | 'text'
  | 'blocks'
  | 'attachments'
  | 'metadata'
  | 'unfurlLinks'
  | 'unfurlMedia'
  | 'parse'
  | 'linkNames'
>;

export type Refused = {
  readonly ok: false;
  readonly error: string;
  readonly errors?: readonly string[];
  readonly response_metadata?: { readonly messages: readonly string[] };
};

/** "Text over 40,000 characters is truncated": https://docs.slack.dev/reference/methods/chat.postMessage */
const TEXT = 40_000;

const flag = (value: unknown): boolean | null =>
  value === undefined || value === null
    ? null
    : value === true || value === 'true' || value === '1';

/**
 * Reads the content of a post, an acknowledgement or a `response_url` body as Slack does. What Slack only warns of
 * or silently mends (no fallback text, text cut off) is noted as a violation.
 */
export function readContent(
  world: World,
  where: string,
  args: Json,
): { readonly ok: true; readonly content: Content } | Refused {
  const blocks = args.blocks;
  if (blocks !== undefined && blocks !== null) {
    const refusal = refusalOfBlocks(blocks);
    if (refusal !== null) {
      const errors = refusal.problems.map(inSlacksWords);
      violation(world, where, [refusal.error, ...errors].join('; '));
      if (errors.length === 0) return { ok: false, error: refusal.error };
      return {
        ok: false,
        error: refusal.error,
        errors,
        response_metadata: { messages: errors.map((one) => `[ERROR] ${one}`) },
      };
    }
  }
  const badMetadata = problemOfMetadata(args.metadata);
  if (badMetadata !== null) {
    violation(world, where, badMetadata);
    return { ok: false, error: badMetadata };
  }
  const blockList = listIn(blocks);
  const attachments = listIn(args.attachments);
  const given = textIn(args.text);
  if (given === '' && blockList.length === 0 && attachments.length === 0) {
    return { ok: false, error: 'no_text' };
  }
  if (given === '' && blockList.length > 0) {
    // What a notification and a screen reader say instead of the blocks.
    violation(world, where, 'blocks without a fallback text');
  }
  if (given.length > TEXT) violation(world, where, 'text over 40,000 characters, cut off');
  return {
    ok: true,
    content: {
      text: given.slice(0, TEXT),
      blocks: withIds(blockList),
      attachments,
      metadata: isJson(args.metadata) ? args.metadata : null,
      unfurlLinks: flag(args.unfurl_links),
      unfurlMedia: flag(args.unfurl_media),
      parse: textIn(args.parse) || null,
      linkNames: flag(args.link_names) === true,
    },
  };
}

/** https://docs.slack.dev/messaging/message-metadata: an event type and a payload of plain values. */
function problemOfMetadata(metadata: unknown): string | null {
  if (metadata === undefined || metadata === null) return null;
  if (!isJson(metadata)) return 'invalid_metadata_format';
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || event_type === '' || !isJson(event_payload)) {
    return 'invalid_metadata_schema';
  }
  if (Object.keys(metadata).some((name) => !['event_type', 'event_payload'].includes(name))) {
    return 'invalid_metadata_schema';
  }
  return JSON.stringify(metadata).length > 8_000 ? 'metadata_too_large' : null;
}
