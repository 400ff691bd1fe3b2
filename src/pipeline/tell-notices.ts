import type { Message } from '../chat/message.ts';
import type { Platform } from '../chat/platform.ts';
import type { Log } from '../lib/log.ts';
import type { Notice } from '../news/delivery.ts';
import type { TenantId } from '../news/tenant.ts';
import { channelById } from '../store/channels.ts';
import { claimNotice, noticesToTell } from '../store/notices.ts';
import type { Db } from '../store/schema.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';

export type NoticeDeps = {
  readonly db: Db;
  readonly clock: () => Date;
  readonly log: Log;
  readonly poster: Pick<Platform, 'name' | 'post'>;
  newKey(): string;
  /** The notice in words. */
  show(notice: Notice): Promise<Message>;
};

/**
 * Tells those who subscribed a channel, directly, that it takes no digests any more: each notice once, whether or not
 * it reaches them. Whom it does not reach sees it in /news list. Where nothing can be posted in the whole place, nobody
 * there can be told.
 */
export async function tellNotices(deps: NoticeDeps, signal?: AbortSignal): Promise<number> {
  const { db, clock, log, poster } = deps;
  let told = 0;
  for (const notice of await noticesToTell(db, poster.name)) {
    if (signal?.aborted) break;
    const whom = notice.channel === null ? [] : await creatorsOf(db, notice.tenant, notice.channel);
    if (whom.length === 0) continue;
    if (!(await claimNotice(db, notice.tenant, notice, clock()))) continue;
    const message = await deps.show(notice);
    for (const person of whom) {
      const place = { tenant: notice.tenant, channel: `@${person}` };
      const { kind } = await poster.post(place, message, deps.newKey());
      log.info('managers told', { tenant: notice.tenant, notice: notice.kind, outcome: kind });
    }
    told += 1;
  }
  return told;
}

const MOST_TOLD = 3;

/** Whoever subscribed the channel; none where it is somebody's direct messages, which is what failed. */
async function creatorsOf(db: Db, tenant: TenantId, channel: number): Promise<string[]> {
  const at = await channelById(db, tenant, channel);
  if (!at || at.place.startsWith('@')) return [];
  const held = await subscriptionsOf(db, tenant, channel);
  return [...new Set(held.map(({ createdBy }) => createdBy))].slice(0, MOST_TOLD);
}
