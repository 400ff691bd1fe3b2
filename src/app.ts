import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Vault } from './chat/opening.ts';
import type { Answering, Asker, Finding, Place, Platform } from './chat/platform.ts';
import { createAnswering } from './commands/answer.ts';
import type { Context } from './commands/declare.ts';
import { noticeMessage } from './commands/notices.ts';
import { postsOf } from './commands/show/posts.ts';
import type { Config } from './config/load.ts';
import { type Model, openModel } from './desk/open-model.ts';
import { createSafeFetch, type SafeFetch } from './ingest/fetch/safe-fetch.ts';
import { createReading, type Reading } from './ingest/workers/reading.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { EVERYBODY } from './news/tenant.ts';
import { type Delivered, deliver } from './pipeline/deliver.ts';
import { editPosts } from './pipeline/edit.ts';
import { keepHouse } from './pipeline/keep-house.ts';
import { type Published, publish, type Show } from './pipeline/publish.ts';
import { readFeedList } from './pipeline/read-feed-list.ts';
import { type Progress, type Refreshed, refresh } from './pipeline/refresh.ts';
import { createIntake, type Intake } from './pipeline/take-in.ts';
import { noTries, type Tries, tellNotices } from './pipeline/tell-notices.ts';
import { type Trial, tryFeed } from './pipeline/try-feed.ts';
import { createWriting } from './pipeline/write-ahead.ts';
import { channelById } from './store/channels.ts';
import { addFeed, matchConfiguredFeeds } from './store/feeds.ts';
import { databaseFile, openStore } from './store/open.ts';
import type { Db } from './store/schema.ts';
import { settingsOf } from './store/tenants.ts';
import { vaultOf } from './store/vault.ts';

/** The open program: everything wired, nothing running by itself. */
export type App = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly db: Db;
  readonly fetch: SafeFetch;
  readonly reading: Reading;
  readonly intake: Intake;
  /** Asks the feeds that are due; a call while one is under way waits for that one. */
  refresh(options?: {
    readonly signal?: AbortSignal;
    readonly progress?: (at: Progress) => void;
  }): Promise<Refreshed>;
  context(asker: Asker): Promise<Context>;
  /** A platform that digests are brought to from now on. */
  bringTo(platform: Platform): void;
  /** Makes the editions whose time has come. */
  publish(signal: AbortSignal): Promise<Published>;
  /** Lets the language model, if there is one, write what will be read soon. */
  writeAhead(signal: AbortSignal): Promise<void>;
  /** The language model; null where none is set up. */
  readonly model: Model | null;
  /** Posts what is due on a platform. */
  deliver(platform: Platform, signal: AbortSignal): Promise<Delivered>;
  /** Edits what stands there, and tells people directly what went wrong. Nobody's digest waits for it. */
  tend(platform: Platform, signal: AbortSignal): Promise<void>;
  /** Reads a feed once and keeps nothing. */
  tryFeed(url: string): Promise<Trial>;
  readonly vault: Vault;
  readonly answering: Answering;
  close(): Promise<void>;
};

/** The sample newsroom, when it stands in for the operator's feeds. */
export type SampleFeeds = {
  /** Its origin, the one private address that may be fetched for it. */
  readonly url: string;
  readonly feeds: readonly {
    readonly url: string;
    readonly title: string;
    readonly language: string;
  }[];
};

/** What runs when the program ends is waited for so long. */
const LONGEST_CLOSING_MS = 3_000;

/** Opens the store of `config.dataDir` and wires the rest around it. `sample` takes the place of the configured feeds. */
export async function openApp(
  config: Config,
  options: { readonly clock: Clock; readonly log: Log; readonly sample?: SampleFeeds },
): Promise<App> {
  const { clock, log, sample } = options;
  const db = await openStore(databaseFile(config.dataDir));
  const door = createSafeFetch({
    userAgent: config.ingest.userAgent,
    timeoutMs: config.ingest.timeoutMs,
    allowPrivate: config.ingest.allowPrivate,
    ownOrigins: sample ? [sample.url] : [],
  });
  const reading = createReading();
  const intake = createIntake({ db, clock, windowMs: config.stories.windowMs });
  const startedAt = clock();
  let refreshedAt: Date | null = null;
  let running: Promise<Refreshed> | undefined;

  if (sample) {
    for (const { url, title, language } of sample.feeds) {
      await addFeed(
        db,
        { tenant: EVERYBODY, url, outlet: title, language, origin: 'sample' },
        clock(),
      );
    }
  } else {
    const configured = config.feeds.map(({ url, title, language }) => ({
      url,
      outlet: title,
      language,
    }));
    await matchConfiguredFeeds(db, EVERYBODY, configured, clock());
  }

  function refreshOnce(more: Parameters<App['refresh']>[0] = {}): Promise<Refreshed> {
    running ??= sweep(more).finally(() => {
      running = undefined;
    });
    return running;
  }

  async function sweep(more: NonNullable<Parameters<App['refresh']>[0]>): Promise<Refreshed> {
    const result = await refresh(
      {
        db,
        clock,
        log,
        fetch: door.fetch,
        reading,
        intake,
        atOnce: config.ingest.atOnce,
        bounds: { minMs: config.ingest.shortestMs, maxMs: config.ingest.longestMs },
        maxFeedBytes: config.ingest.maxFeedBytes,
        maxPageBytes: config.ingest.maxPageBytes,
        readPages: config.ingest.readPages,
        maxAgeMs: config.ingest.maxAgeMs,
      },
      more,
    );
    await keepHouse({ db, log }, { now: clock(), keepMs: config.stories.keepMs }, more.signal);
    refreshedAt = clock();
    return result;
  }

  const tryOne = (url: string): Promise<Trial> =>
    tryFeed(url, {
      fetch: door.fetch,
      reading,
      now: clock(),
      bounds: { minMs: config.ingest.shortestMs, maxMs: config.ingest.longestMs },
      maxBytes: config.ingest.maxFeedBytes,
    });

  const model = config.model ? openModel(config.model, { db, clock, log }) : null;
  const writing = model ? createWriting({ db, clock, log, model }) : null;
  const modelHere =
    model && config.model
      ? {
          name: config.model.settings.model,
          hasPrice: Object.values(config.model.settings.price).some((price) => price > 0),
          placeDay: config.model.limits.perTenantDay,
          answer: model.answer,
        }
      : null;
  const operator = { language: config.language, zone: config.zone };
  const platforms = new Map<string, Platform>();

  async function context(asker: Asker): Promise<Context> {
    const own = await settingsOf(db, asker.tenant);
    return {
      tenant: asker.tenant,
      asker,
      now: clock(),
      db,
      log,
      language: own.language ?? operator.language,
      zone: own.zone ?? operator.zone,
      operator,
      digest: config.digest,
      packs: config.packs,
      model: modelHere,
      want(told) {
        const plain = told.filter(({ digest, plain: own }) => digest === own);
        writing?.want(
          plain.map(({ story }) => story.id),
          asker.tenant,
        );
      },
      running: { startedAt, refreshedAt, sample: sample !== undefined },
      tryFeed: tryOne,
      readFeedList: (url) => readFeedList(url, door.fetch, reading),
      checkPlace: (place) => checkPlace(platforms.get(asker.platform), place),
    };
  }

  const answering = createAnswering({
    db,
    log,
    clock,
    hasModel: model !== null,
    contextOf: context,
  });

  const showing =
    (recall: boolean): Show =>
    async (edition, subscription) => {
      const { tenant } = subscription;
      const own = await settingsOf(db, tenant);
      const language = subscription.language ?? own.language ?? operator.language;
      const translating = model && { model, recall };
      const channel = await channelById(db, tenant, subscription.channel);
      const platform = channel && platforms.get(channel.platform);
      return postsOf(edition, subscription, {
        db,
        tenant,
        language,
        packs: config.packs,
        translating,
        fits: (message) => platform?.fits?.(message) ?? true,
      });
    };
  // What is due takes the translations there are; an edit holds nothing up and may wait for one.
  const show = showing(true);

  const tries = new Map<string, Tries>();
  function triesOn(platform: string): Tries {
    const own = tries.get(platform) ?? noTries();
    tries.set(platform, own);
    return own;
  }

  const deliverTo = (platform: Platform, signal: AbortSignal): Promise<Delivered> =>
    deliver({ db, clock, log, poster: platform, show }, signal);

  async function tend(platform: Platform, signal: AbortSignal): Promise<void> {
    const to = { db, clock, log, poster: platform };
    await editPosts({ ...to, show: showing(false) }, signal);
    await tellNotices(
      {
        ...to,
        newKey,
        show: async (notice) => {
          const { tenant } = notice;
          const { language } = await settingsOf(db, tenant);
          return noticeMessage(notice, { db, tenant, language: language ?? operator.language });
        },
        tries: triesOn(platform.name),
      },
      signal,
    );
  }

  return {
    config,
    clock,
    log,
    db,
    fetch: door.fetch,
    reading,
    intake,
    refresh: refreshOnce,
    context,
    bringTo: (platform) => void platforms.set(platform.name, platform),
    publish: (signal) => publish({ db, clock, log, newKey, show }, signal),
    deliver: deliverTo,
    tend,
    model,
    async writeAhead(signal) {
      await writing?.run(signal);
    },
    tryFeed: tryOne,
    vault: vaultOf(db),
    answering,
    async close() {
      await Promise.race([answering.close(), sleep(LONGEST_CLOSING_MS, undefined, { ref: false })]);
      await running?.catch(() => {});
      await reading.close();
      await door.close();
      await model?.close();
      await db.destroy();
    },
  };
}

/** Goes along with a post to find it again: 24 letters and digits that nobody drew before. */
const newKey = (): string => randomBytes(12).toString('hex');

/** What keeps Crier from posting somewhere; where there is no such platform, nobody can say. */
async function checkPlace(
  platform: Platform | undefined,
  place: Place,
): Promise<readonly Finding[]> {
  const finding = await platform?.checkPlace(place);
  return finding && finding.remedy !== null ? [finding] : [];
}
