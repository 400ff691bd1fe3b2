import type { Message } from '../../src/chat/message.ts';
import type { Answering, Asker } from '../../src/chat/platform.ts';
import { createAnswering } from '../../src/commands/answer.ts';
import type { Context } from '../../src/commands/declare.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { EVERYBODY, type TenantId } from '../../src/news/tenant.ts';
import { createIntake } from '../../src/pipeline/take-in.ts';
import type { Db } from '../../src/store/schema.ts';
import { settingsOf } from '../../src/store/tenants.ts';

export const NOW = new Date('2026-03-02T08:30:00Z');

/** One article as a test tells it: the hours before NOW it came out (null: it has no date), its outlet, title and text. */
export type Told = {
  readonly tenant?: TenantId;
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  readonly hoursAgo?: number | null;
};

/** Takes articles in through the real intake, as if they had come from feeds; by url. */
export async function tell(db: Db, told: readonly Told[]): Promise<void> {
  const intake = createIntake({ db, clock: () => NOW, windowMs: 14 * DAY });
  await intake.takeIn(
    told.map(({ tenant = EVERYBODY, url, outlet, title, text, hoursAgo = 2 }) => ({
      draft: {
        url,
        outlet,
        title,
        text,
        byline: null,
        language: 'en',
        publishedAt: hoursAgo === null ? null : new Date(NOW.getTime() - hoursAgo * HOUR),
      },
      tenant,
      feedId: null,
      keys: [url],
      itemHash: null,
    })),
  );
}

/** The real commands over a store, at NOW; a place's own settings are read from the store as in the program. */
export function answeringOver(
  db: Db,
  about: Partial<Context> = {},
): ReturnType<typeof createAnswering> {
  return createAnswering({
    db,
    log: silentLog,
    clock: () => about.now ?? NOW,
    async contextOf(who): Promise<Context> {
      const own = await settingsOf(db, who.tenant);
      const operator = { language: about.language ?? 'en', zone: about.zone ?? 'UTC' };
      return {
        tenant: who.tenant,
        asker: who,
        now: NOW,
        db,
        log: silentLog,
        operator,
        digest: { windowMs: DAY, stories: 7 },
        packs: [],
        model: null,
        want: () => {},
        running: { startedAt: NOW, refreshedAt: NOW, sample: false },
        tryFeed: async () => ({ title: 'A feed', items: 3 }),
        checkPlace: async () => [],
        readFeedList: async () => ({ problem: 'nothing is read in this test' }),
        ...about,
        language: own.language ?? operator.language,
        zone: own.zone ?? operator.zone,
      };
    },
  });
}

/** Somebody of a place. */
export function asker(about: Partial<Asker> = {}): Asker {
  return {
    tenant: EVERYBODY,
    platform: 'discord',
    channel: '500000000000000001',
    person: { id: '700000000000000001', name: 'Ada' },
    isManager: false,
    managers: 'the managers',
    story: null,
    ...about,
  };
}

/** The answer to a line. */
export function answerTo(answering: Answering, line: string, who: Asker): Promise<Message> {
  return answering.prepare({ kind: 'line', line }, who).answer();
}
