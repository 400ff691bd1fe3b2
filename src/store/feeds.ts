import type { Feed, FeedId, Polled } from '../news/feed.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db, FeedRow } from './schema.ts';
import { date, millis, visibleTo } from './visible.ts';

export type NewFeed = Pick<Feed, 'tenant' | 'url' | 'outlet' | 'language' | 'origin'>;

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    tenant: row.tenant,
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    language: row.language,
    siteUrl: row.site_url,
    origin: row.origin,
    status: row.status,
    poll: {
      validators: { etag: row.etag, lastModified: row.last_modified },
      bodyHash: row.body_hash,
      validatedAt: date(row.validated_at),
      intervalMs: row.interval_ms,
      nextPollAt: new Date(row.next_poll_at),
      polledAt: date(row.polled_at),
      okAt: date(row.ok_at),
      failures: row.failures,
      problem: row.problem,
    },
  };
}

/** Adds a feed, due at once, or wakes the tenant's feed of that address; says whether it was new. */
export async function addFeed(
  db: Db,
  feed: NewFeed,
  now: Date,
): Promise<{ feed: Feed; added: boolean }> {
  const existing = await db
    .selectFrom('feeds')
    .selectAll()
    .where('tenant', '=', feed.tenant)
    .where('url', '=', feed.url)
    .executeTakeFirst();
  if (existing) {
    const row = await db
      .updateTable('feeds')
      .set({
        outlet: feed.outlet ?? existing.outlet,
        language: feed.language ?? existing.language,
        origin: feed.origin,
        // A feed that had ended may be there again: whoever adds it says so.
        ...(existing.status !== 'active' &&
          wakes(existing, feed) && {
            status: 'active' as const,
            next_poll_at: now.getTime(),
          }),
      })
      .where('id', '=', existing.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { feed: toFeed(row), added: existing.status !== row.status };
  }
  const row = await db
    .insertInto('feeds')
    .values({
      tenant: feed.tenant,
      url: feed.url,
      outlet: feed.outlet,
      language: feed.language,
      origin: feed.origin,
      status: 'active',
      next_poll_at: now.getTime(),
      failures: 0,
      added_at: now.getTime(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { feed: toFeed(row), added: true };
}

/** The feeds file says at every start what it said before: that wakes no feed whose publisher took it down. */
const wakes = (existing: FeedRow, feed: NewFeed): boolean =>
  existing.status === 'off' || feed.origin !== 'config';

/** Stops fetching a feed of the tenant's own; its articles stay. False if it has none of that address. */
export async function dropFeed(db: Db, tenant: TenantId, url: string): Promise<boolean> {
  const result = await db
    .updateTable('feeds')
    .set({ status: 'off' })
    .where('tenant', '=', tenant)
    .where('url', '=', url)
    .where('status', '!=', 'off')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Makes the feeds of the operator's file those of the store: new ones are added, those that left it are taken out.
 * Writes only where something differs, so that a command that reads waits for nobody.
 */
export async function matchConfiguredFeeds(
  db: Db,
  tenant: TenantId,
  configured: readonly Pick<NewFeed, 'url' | 'outlet' | 'language'>[],
  now: Date,
): Promise<void> {
  const rows = await db.selectFrom('feeds').selectAll().where('tenant', '=', tenant).execute();
  const byUrl = new Map(rows.map((row) => [row.url, row]));
  const changed = configured.filter((feed) => {
    const row = byUrl.get(feed.url);
    return (
      row?.origin !== 'config' ||
      row.status === 'off' ||
      (feed.outlet ?? row.outlet) !== row.outlet ||
      (feed.language ?? row.language) !== row.language
    );
  });
  const urls = new Set(configured.map(({ url }) => url));
  const gone = rows.filter(
    (row) => row.origin === 'config' && row.status !== 'off' && !urls.has(row.url),
  );
  if (changed.length === 0 && gone.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    for (const feed of changed) {
      await addFeed(transaction, { ...feed, tenant, origin: 'config' }, now);
    }
    for (const { url } of gone) await dropFeed(transaction, tenant, url);
  });
}

/** The feeds a tenant's news come from, by name; those taken out are left out. */
export async function feedsOf(db: Db, tenant: TenantId): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .where('tenant', 'in', visibleTo(tenant))
    .where('status', '!=', 'off')
    .orderBy('id')
    .execute();
  return rows.map(toFeed);
}

/** The address a feed is asked at, also of one that was taken out. */
export async function feedUrl(db: Db, tenant: TenantId, feed: FeedId): Promise<string | undefined> {
  const row = await db
    .selectFrom('feeds')
    .select('url')
    .where('id', '=', feed)
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row?.url;
}

/** Feeds of all tenants whose time has come, the longest waiting first: work for the fetcher, never shown to anybody. */
export async function dueFeeds(db: Db, now: Date): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .where('status', '=', 'active')
    .where('next_poll_at', '<=', now.getTime())
    // Of a place that Crier was taken out of, nobody reads anything.
    .where('tenant', 'not in', (eb) =>
      eb.selectFrom('tenants').select('tenants.tenant').where('left_at', 'is not', null),
    )
    .orderBy('next_poll_at')
    .execute();
  return rows.map(toFeed);
}

/** Keeps what a poll learned. Called after its articles are stored, so that a crash between the two reads them again. */
export async function keepPoll(
  db: Db,
  feed: { readonly id: FeedId; readonly tenant: TenantId },
  polled: Polled,
): Promise<void> {
  await db
    .updateTable('feeds')
    .set({
      ...(polled.title !== undefined && { title: polled.title }),
      ...(polled.language !== undefined && { language: polled.language }),
      ...(polled.siteUrl !== undefined && { site_url: polled.siteUrl }),
      ...(polled.url !== undefined && { url: polled.url }),
      status: polled.status,
      etag: polled.validators.etag,
      last_modified: polled.validators.lastModified,
      body_hash: polled.bodyHash,
      validated_at: millis(polled.validatedAt),
      interval_ms: polled.intervalMs,
      next_poll_at: polled.nextPollAt.getTime(),
      polled_at: millis(polled.polledAt),
      ok_at: millis(polled.okAt),
      failures: polled.failures,
      problem: polled.problem,
    })
    .where('id', '=', feed.id)
    .where('tenant', '=', feed.tenant)
    // It may have been taken out while it was read.
    .where('status', '!=', 'off')
    .execute();
}
