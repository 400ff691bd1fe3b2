import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../../src/chat/discord/render.ts';
import { postsOf } from '../../src/commands/show/posts.ts';
import { HOME_CONFIG } from '../../src/config/home.ts';
import { chooseStories } from '../../src/desk/choose-stories.ts';
import { subscribe } from '../../src/desk/subscribe.ts';
import { tellStories } from '../../src/desk/tell-story.ts';
import { DAY } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { publish, type Show } from '../../src/pipeline/publish.ts';
import { createIntake } from '../../src/pipeline/take-in.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { channelAt } from '../../src/store/channels.ts';
import { databaseFile, openStore } from '../../src/store/open.ts';
import { wish } from '../support/newsroom.ts';
import type { Speed } from './speed.ts';

const CHANNELS = 1_000;
const TELLINGS = 100;
const LOOK = { shared: true, sample: false, key: 'k', keep: () => {} };
const NOW = new Date('2026-03-05T08:29:00Z');

/** Editions a second where a thousand channels want seven stories in the same minute, beside telling these seven. */
export async function bench(): Promise<Speed[]> {
  const dir = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  const db = await openStore(databaseFile(dir));
  try {
    const intake = createIntake({ db, clock: () => NOW, windowMs: 14 * DAY });
    const { articles } = loadNewsroom(join(HOME_CONFIG, 'sample'));
    await intake.takeIn(
      articles.map(({ versions: [{ title, paragraphs }] }, i) => ({
        draft: {
          url: `https://outlet${i % 11}.example/${i}`,
          outlet: `Outlet ${i % 11}`,
          title,
          text: paragraphs.join('\n\n'),
          byline: null,
          language: 'en',
          publishedAt: new Date(NOW.getTime() - (i % 24) * 3_600_000),
        },
        tenant: EVERYBODY,
        feedId: null,
        keys: [`${i}`],
        itemHash: null,
      })),
    );
    for (let i = 0; i < CHANNELS; i += 1) {
      const tenant = `discord:${i % 100}`;
      const channel = await channelAt(db, tenant, { platform: 'discord', place: String(i) });
      await subscribe(db, tenant, { channel: channel.id, wish: wish(), now: NOW });
    }
    const span = {
      from: new Date(NOW.getTime() - DAY),
      to: NOW,
      limit: wish().stories,
      topic: null,
    };
    const seven = await chooseStories(db, EVERYBODY, span);
    await tellStories(db, seven, NOW);
    const told = await perSecond(TELLINGS, async () => {
      for (let i = 0; i < TELLINGS; i += 1) await tellStories(db, seven, NOW);
    });
    let keys = 0;
    const show: Show = (edition, subscription) =>
      postsOf(edition, subscription, {
        db,
        tenant: subscription.tenant,
        language: 'en',
        packs: [],
        translating: null,
        fits: (message) => render(message, LOOK).length === 1,
      });
    const clock = () => new Date('2026-03-05T08:30:01Z');
    const made = await perSecond(CHANNELS, async () => {
      const newKey = () => `key-${keys++}`;
      const done = await publish({ db, clock, log: silentLog, newKey, show });
      if (done.made !== CHANNELS) throw new Error(`${done.made} editions were made`);
    });
    return [
      {
        name: `editions, ${CHANNELS.toLocaleString('en')} due at once`,
        figure: made,
        unit: 'editions/s',
        baseline: 'telling its stories',
        ratio: made / told,
      },
    ];
  } finally {
    await db.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function perSecond(times: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (1_000 * times) / (performance.now() - start);
}

if (import.meta.main) {
  for (const { name, figure, unit, baseline, ratio } of await bench()) {
    console.log(`${name}: ${figure.toFixed(1)} ${unit}, ${ratio.toFixed(2)} × ${baseline}`);
  }
}
