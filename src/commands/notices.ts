import { type Block, channel, type Message, message, strong, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import type { Channel } from '../news/channel.ts';
import type { Notice } from '../news/delivery.ts';
import { channelById } from '../store/channels.ts';
import { claimNotice, openNotices, untoldNotices } from '../store/notices.ts';
import type { Context } from './declare.ts';
import { showAgo } from './show/words.ts';
import { textsIn } from './texts/index.ts';
import { reasonIn } from './texts/phrases.ts';

/** An answer to a manager, with what the managers of the place have not been told yet above it. */
export async function withNotices(shown: Message, context: Context): Promise<Message> {
  const { db, tenant, now } = context;
  const blocks: Block[] = [];
  for (const notice of await untoldNotices(db, tenant)) {
    if (await claimNotice(db, tenant, notice, now)) blocks.push(await noticeBlock(notice, context));
  }
  return blocks.length === 0 ? shown : { ...shown, blocks: [...blocks, ...shown.blocks] };
}

/** A notice as a message of its own. */
export async function noticeMessage(
  notice: Notice,
  context: Pick<Context, 'db' | 'tenant' | 'language'>,
) {
  return message([await noticeBlock(notice, context)]);
}

// A post that nobody knows the end of is no trouble for ever; nothing says when it is over.
const UNKNOWN_FOR_MS = 7 * DAY;

/**
 * What went wrong in a channel and is not mended, told or not, besides that it is closed: to managers, and to whoever
 * has it as their direct messages.
 */
export async function openTroubles(channel: Channel, context: Context): Promise<Block[]> {
  const { db, tenant, now, asker, language } = context;
  const texts = textsIn(language);
  if (!asker.isManager && channel.place !== `@${asker.person.id}`) return [];
  const open = (await openNotices(db, tenant, channel.id)).filter(
    ({ kind, at }) =>
      kind === 'refused' || (kind === 'unknown' && now.getTime() - at.getTime() < UNKNOWN_FOR_MS),
  );
  return open.map(({ kind, reason, at }) => ({
    kind: 'paragraph',
    runs: [
      strong(texts.notices.said[kind]),
      text(` (${showAgo(at, now, language)}): ${reasonIn(reason, texts)}.`),
    ],
  }));
}

async function noticeBlock(
  notice: Notice,
  { db, tenant, language }: Pick<Context, 'db' | 'tenant' | 'language'>,
): Promise<Block> {
  const texts = textsIn(language);
  const at = notice.channel === null ? undefined : await channelById(db, tenant, notice.channel);
  return {
    kind: 'paragraph',
    runs: [
      strong(texts.notices.said[notice.kind]),
      ...(at ? [text(' ('), channel(at.place), text(')')] : []),
      text(`: ${texts.notices.mended(reasonIn(notice.reason, texts))}`),
    ],
  };
}
