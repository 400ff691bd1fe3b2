import type { Message } from '../../src/chat/message.ts';
import { quietUntil } from '../../src/digest/quiet.ts';
import { CATCH_UP_MS } from '../../src/digest/schedule.ts';
import type { SubscriptionId, Wish } from '../../src/news/subscription.ts';
import { readItems } from '../../src/pipeline/edit-items.ts';
import type { DeliveryRow, EditionRow } from '../../src/store/delivery-schema.ts';
import type { Db } from '../../src/store/schema.ts';
import { walked } from '../support/wall.ts';
import type { SimulatedPlatform } from './platform.ts';
import type { Program } from './program.ts';

export type Subscribed = {
  readonly id: SubscriptionId;
  readonly tenant: string;
  readonly place: string;
  readonly channel: number;
  readonly wish: Wish;
};

export type Survey = {
  readonly db: Db;
  readonly platform: SimulatedPlatform;
  readonly lives: readonly Program[];
  readonly subscribed: readonly Subscribed[];
  /** The stories that came. */
  readonly arrivals: readonly number[];
};

export type Findings = { readonly problems: readonly string[] };

type Books = Survey & {
  readonly editions: readonly (EditionRow & { readonly schedule_id: number })[];
  readonly deliveries: readonly DeliveryRow[];
};

/** Everything in a course that should not have happened. */
export async function problemsOf(
  survey: Survey,
  span: { readonly from: number; readonly until: number; readonly clockJumps: boolean },
): Promise<Findings> {
  const { db } = survey;
  const editions = await db.selectFrom('editions').selectAll().execute();
  const deliveries = await db.selectFrom('deliveries').selectAll().execute();
  const books = { ...survey, editions, deliveries };
  return {
    problems: [
      ...survey.lives.flatMap((one) => one.faults.map((fault) => `a fault: ${describe(fault)}`)),
      ...twice(books),
      ...edited(books),
      ...unfinished(books),
      ...(await closedWrongly(books)),
      ...(span.clockJumps ? [] : slots(books, span)),
      ...told(books),
      ...(span.clockJumps ? [] : disturbed(books)),
    ],
  };
}

function describe(fault: unknown): string {
  if (fault instanceof Error) return fault.stack ?? fault.message;
  const { error, ...rest } = fault as { error?: unknown };
  return `${JSON.stringify(rest)} ${error === undefined ? '' : describe(error)}`;
}

/** Nothing stands on the platform twice, and nothing that the books do not know. */
function twice({ platform, deliveries }: Books): string[] {
  const known = new Set(deliveries.map((row) => row.key));
  const seen = new Set<string>();
  return platform.posted.flatMap(({ key, id }) => {
    if (!known.has(key)) return [`${id} stands for no delivery`];
    if (seen.has(key)) return [`delivery ${key} stands twice`];
    seen.add(key);
    return [];
  });
}

/** Every delivery came to its end, and the end is true. */
function unfinished({ platform, deliveries, subscribed }: Books): string[] {
  const standing = new Map(platform.posted.map((one) => [one.key, one]));
  const places = new Map(subscribed.map((one) => [one.channel, one.place]));
  return deliveries.flatMap((row) => {
    const post = standing.get(row.key);
    if (row.state === 'sent') {
      if (!post) return [`delivery ${row.key} is called sent and stands nowhere`];
      if (post.id !== row.sent_id) return [`delivery ${row.key} is ${post.id}, not ${row.sent_id}`];
      if (post.channel !== places.get(row.channel_id)) return [`${row.key} stands elsewhere`];
      return [];
    }
    const closed = platform.isClosed({
      tenant: row.tenant,
      channel: places.get(row.channel_id) ?? '',
    });
    // Where we may not even look any more, nobody can tell; it is given up after a day.
    if (row.state !== 'parked' && row.reason?.startsWith('it could not') && closed) return [];
    if (row.state === 'ambiguous' && closed) return [];
    if (row.reason === 'too old' && !post && row.tried_at - row.created_at >= CATCH_UP_MS)
      return [];
    if (row.state !== 'parked') return [`delivery ${row.key} is still ${row.state}: ${row.reason}`];
    if (platform.refused.has(row.key)) return [];
    return closed ? [] : [`delivery ${row.key} was parked without need: ${row.reason}`];
  });
}

/** Channels are closed where they are gone, and told of exactly once. */
async function closedWrongly({ db, platform }: Books): Promise<string[]> {
  const channels = await db.selectFrom('channels').selectAll().execute();
  const notices = await db.selectFrom('notices').selectAll().execute();
  return channels.flatMap((row) => {
    if (row.closed_at === null) return [];
    const place = { tenant: row.tenant, channel: row.place };
    if (!platform.isClosed(place)) return [`channel ${row.place} was closed without need`];
    const about = notices.filter(
      ({ kind, tenant, channel_id }) =>
        tenant === row.tenant && (kind === 'revoked' || (kind === 'gone' && channel_id === row.id)),
    );
    return about.length === 1 ? [] : [`channel ${row.place} is told of ${about.length} times`];
  });
}

/** Every slot that the wall shows has one outcome, as soon as a program looked, and is skipped only by the rule. */
function slots(
  { editions, subscribed, lives }: Books,
  { from, until }: { from: number; until: number },
): string[] {
  return subscribed.flatMap(({ id, wish: { schedule, zone } }) => {
    const rows = editions.filter((row) => row.subscription_id === id);
    if (schedule.everyMinutes !== null) {
      const empty = rows.filter((row) => row.state === 'empty').length;
      const skipped = rows.filter((row) => row.state === 'skipped').length;
      return empty > 1 || skipped > 0 ? [`looks left ${empty} empty rows, ${skipped} skipped`] : [];
    }
    const expected = [
      ...walked(schedule.times, zone, { after: new Date(from), until: new Date(until) }),
    ];
    const keys = new Set(expected.map((slot) => slot.key));
    const strange = rows.filter((row) => !keys.has(row.slot)).map((row) => `no slot ${row.slot}`);
    return [...strange, ...expected.flatMap((slot) => judge(slot, expected, rows, lives))];
  });
}

type Slot = { readonly key: string; readonly at: Date };

function judge(
  slot: Slot,
  all: readonly Slot[],
  rows: readonly EditionRow[],
  lives: readonly Program[],
): string[] {
  const at = slot.at.getTime();
  const own = rows.filter((row) => row.slot === slot.key);
  const name = `slot ${slot.key}`;
  const looked = lives.flatMap((one) => one.passes).filter((pass) => pass.from >= at);
  const [row] = own;
  if (!row) return looked.length > 0 ? [`${name} was passed over`] : [];
  if (own.length > 1) return [`${name} has ${own.length} outcomes`];
  if (row.slot_at !== at) return [`${name} was at ${new Date(row.slot_at).toISOString()}`];
  if (row.made_at < at) return [`${name} came too early`];
  if (looked.some((pass) => row.made_at > pass.to)) return [`${name} came too late`];
  const old = row.made_at - at >= CATCH_UP_MS;
  const newer = all.some(
    (other) => other !== slot && other.at > slot.at && other.at.getTime() <= row.made_at,
  );
  const twin = all.some((other) => other.key > slot.key && other.at.getTime() === at);
  const closed = row.reason === 'the channel is closed';
  if (row.state === 'skipped') {
    return old || newer || twin || closed ? [] : [`${name} was skipped without need`];
  }
  return old ? [`${name} came when it was too old`] : [];
}

const LINE = /^(new|update) #(\d+) v(\d+): /;

const storiesIn = (message: Message) =>
  message.blocks
    .flatMap((block) => ('runs' in block ? block.runs : []))
    .flatMap((run) => ('text' in run && run.text ? run.text.split('\n') : []))
    .flatMap((line) => {
      const [, kind, story, version] = LINE.exec(line) ?? [];
      return kind ? [{ kind, story: Number(story), version: Number(version) }] : [];
    });

/** An edit changes what was posted, keeps its stories, and ends with the message. */
function edited({ platform }: Books): string[] {
  const byId = new Map(platform.posted.map((one) => [one.id, one]));
  const after = platform.editing.flatMap(({ id, key, at }, i) => {
    const post = byId.get(id);
    if (!post || post.key !== key) return [`${id} was edited and is not delivery ${key}`];
    if (post.begun > at) return [`${id} was edited before it was posted`];
    const again = platform.editing.slice(0, i).filter((one) => one.id === id);
    const paced = again.every((one) => one.at !== at);
    return paced ? [] : [`${id} was edited twice at once`];
  });
  const changed = platform.posted.flatMap((post) => {
    const first = storiesIn(post.message);
    return post.edits.flatMap((message) => {
      const now = storiesIn(message);
      const same =
        now.length === first.length &&
        now.every(({ kind, story, version }, i) => {
          const before = first[i];
          return before?.kind === kind && before.story === story && before.version <= version;
        });
      return same ? [] : [`${post.id} was edited to show other stories`];
    });
  });
  return [...after, ...changed];
}

/** An open channel is told of every story, once as new, and then only of later versions. */
function told({ platform, subscribed, arrivals, deliveries }: Books): string[] {
  const problems: string[] = [];
  const refused = (channel: number) =>
    deliveries.some((row) => row.channel_id === channel && platform.refused.has(row.key));
  const givenUp = (channel: number, story: number) =>
    deliveries.some(
      (row) =>
        row.channel_id === channel &&
        row.state === 'parked' &&
        row.items !== null &&
        readItems(row.items).items.some((item) => item.story === story),
    );
  for (const { place, tenant, channel } of new Map(
    subscribed.map((s) => [s.channel, s]),
  ).values()) {
    // In the order they were written: a post that was held up may be overtaken.
    const order = new Map(deliveries.map((row) => [row.key, row.id]));
    const lines = platform.posted
      .filter((one) => one.channel === place)
      .toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
      .flatMap(({ message }) => storiesIn(message));
    const versions = new Map<number, number>();
    for (const { kind, story, version } of lines) {
      const before = versions.get(story);
      const wrong =
        kind === 'new' ? before !== undefined : before === undefined || before >= version;
      // A post that is held up counts as told until it is given up, and a later one may overtake it: so an update may be
      // the first that is seen of a story.
      const isFirst = kind === 'update' && before === undefined;
      if (wrong && !(isFirst && givenUp(channel, story))) {
        problems.push(`${place} got ${kind} #${story} v${version} after v${before}`);
      }
      versions.set(story, version);
    }
    if (platform.isClosed({ tenant, channel: place }) || refused(channel)) continue;
    for (const story of arrivals) {
      if (!versions.has(story)) problems.push(`${place} was never told of #${story}`);
    }
  }
  return problems;
}

/** Nothing is sent in quiet hours, and in one channel one message a second. */
function disturbed({ platform, subscribed, deliveries, editions }: Books): string[] {
  const problems: string[] = [];
  const last = new Map<string, number>();
  for (const { key, place, at } of platform.begun) {
    const before = last.get(place.channel);
    if (before !== undefined && at - before < 1_000) {
      problems.push(`${place.channel} got two requests in ${at - before} ms`);
    }
    last.set(place.channel, at);
    const delivery = deliveries.find((row) => row.key === key);
    const edition = editions.find((row) => row.id === delivery?.edition_id);
    const wish = subscribed.find((one) => one.id === edition?.subscription_id)?.wish;
    if (wish && quietUntil(wish.quiet, wish.zone, new Date(at))) {
      problems.push(`${place.channel} was disturbed at ${new Date(at).toISOString()}`);
    }
  }
  return problems;
}
