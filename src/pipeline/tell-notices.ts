import type { Message } from '../chat/message.ts';
import type { Platform } from '../chat/platform.ts';
import { HOUR } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Notice } from '../news/delivery.ts';
import type { TenantId } from '../news/tenant.ts';
import { channelById } from '../store/channels.ts';
import { leaseNotice, markTold, noticesToTell, releaseNotice } from '../store/notices.ts';
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
  /** What the earlier calls for this platform tried; changed by each. */
  readonly tries: Tries;
};

/** Who was not reached when (in milliseconds), and how often a notice reached nobody. */
export type Tries = {
  readonly people: Map<string, number>;
  readonly notices: Map<Notice['id'], number>;
};

export const noTries = (): Tries => ({ people: new Map(), notices: new Map() });

const NOT_AGAIN_FOR_MS = HOUR;
const MOST_TRIES = 3;

/**
 * Tells those who subscribed a channel, directly, that it takes no digests any more: each notice once, and once more
 * where a program died while it told one. One that reaches nobody is tried again after an hour, three times in all; then it waits for the next answer to a manager, as does
 * what is wrong in a whole place.
 */
export async function tellNotices(deps: NoticeDeps, signal?: AbortSignal): Promise<number> {
  const { db, clock, poster, tries } = deps;
  const notices = await noticesToTell(db, poster.name);
  const open = new Set(notices.map(({ id }) => id));
  for (const id of tries.notices.keys()) if (!open.has(id)) tries.notices.delete(id);
  for (const [person, at] of tries.people) {
    if (Math.abs(clock().getTime() - at) >= NOT_AGAIN_FOR_MS) tries.people.delete(person);
  }
  let told = 0;
  for (const notice of notices) {
    if (signal?.aborted) break;
    const tried = tries.notices.get(notice.id) ?? 0;
    if (notice.channel === null || tried >= MOST_TRIES) continue;
    const creators = await creatorsOf(db, notice.tenant, notice.channel);
    const whom = creators.filter((person) => !tries.people.has(keyOf(notice, person)));
    if (whom.length === 0) continue;
    const lease = await leaseNotice(db, notice.tenant, notice, clock());
    if (!lease) continue;
    const reached = new Set<string>();
    try {
      await tellOne(deps, { notice, whom, reached });
    } finally {
      // Only now: had this program died before, somebody would tell it once more.
      if (reached.size > 0) await markTold(db, notice.tenant, notice, clock());
      else await releaseNotice(db, notice.tenant, lease);
    }
    if (reached.size > 0) told += 1;
    else tries.notices.set(notice.id, tried + 1);
  }
  return told;
}

/** Adds to `reached` whom it reached, also where a fault ends it. */
async function tellOne(
  { clock, log, poster, newKey, show, tries }: NoticeDeps,
  {
    notice,
    whom,
    reached,
  }: {
    readonly notice: Notice;
    readonly whom: readonly string[];
    readonly reached: Set<string>;
  },
): Promise<void> {
  const message = await show(notice);
  for (const person of whom) {
    const place = { tenant: notice.tenant, channel: `@${person}` };
    // Whatever becomes of it, they are not asked again with the next beat.
    tries.people.set(keyOf(notice, person), clock().getTime());
    const { kind } = await poster.post(place, message, newKey());
    log.info('managers told', { tenant: notice.tenant, notice: notice.kind, outcome: kind });
    if (kind !== 'sent') continue;
    tries.people.delete(keyOf(notice, person));
    reached.add(person);
  }
}

const keyOf = ({ tenant }: Notice, person: string): string => `${tenant} ${person}`;

const MOST_TOLD = 3;

/** Whoever subscribed the channel; none where it is somebody's direct messages, which is what failed. */
async function creatorsOf(db: Db, tenant: TenantId, channel: number): Promise<string[]> {
  const at = await channelById(db, tenant, channel);
  if (!at || at.place.startsWith('@')) return [];
  const held = await subscriptionsOf(db, tenant, channel);
  return [...new Set(held.map(({ createdBy }) => createdBy))].slice(0, MOST_TOLD);
}
