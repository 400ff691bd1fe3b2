import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { MINUTE, scaledClock, systemClock } from '../../src/lib/clock.ts';
import { databaseFile } from '../../src/store/open.ts';
import type { ProgramTime } from '../support/fake-time.ts';
import { FAULTS, type Fault, modelServer } from '../support/model-server.ts';
import { temporaryFolder } from '../support/store.ts';
import { answeredWith, eventually, openHouse, settingsFolder } from './house.ts';

// Half a minute in a second: what is five minutes late is late by ten seconds.
const SPEED = 30;
const LATEST_MS = 5 * MINUTE;
const MODEL = 'test/model:8b';

/** Each fault twice, the second time at another place of the course. */
const COURSE: readonly Fault[] = [
  ...(Object.keys(FAULTS) as Fault[]),
  ...(Object.keys(FAULTS) as Fault[]).toReversed(),
];

test('with a model that fails in every way each digest is posted on time, and once it works again it writes', {
  timeout: 120_000,
}, async () => {
  const server = await modelServer({ faults: COURSE, knowsSchema: false });
  const temporary = temporaryFolder();
  const config = settingsFolder({ speed: SPEED, model: { timeout: '1s', patience: '2s' } });
  const house = await openHouse({ config, words: ['--sample'] });
  const { discord, slack } = house;
  const time: ProgramTime = {
    clock: systemClock,
    speed: SPEED,
    environment: () => ({
      TMPDIR: temporary,
      CRIER_LLM_URL: server.url,
      CRIER_LLM_MODEL: MODEL,
      CRIER_LLM_KEY: 'sk-canary-5d1f',
    }),
  };
  const clock = scaledClock(systemClock, systemClock(), SPEED);
  const channels = [
    house.channel,
    discord.build.channel(house.guild),
    discord.build.channel(house.guild),
  ];
  const slackChannels = ['news', 'second', 'third'];
  for (const name of slackChannels.slice(1)) {
    slack.addChannel({ name, team: slack.channel('news').team, members: ['ada', slack.botUser] });
  }
  const running = await house.start(time);
  await eventually('the newsroom', async () =>
    JSON.stringify(await house.owner.slash('/story', { query: 'ferry' }, house).answer()).includes(
      'Sandrey',
    ),
  );
  const first = Math.ceil(clock().getTime() / MINUTE) * MINUTE + 5 * MINUTE;
  for (const [i, channel] of channels.entries()) {
    const at = new Date(first + 5 * i * MINUTE).toISOString().slice(11, 16);
    await answeredWith('subscribed', () =>
      house.owner.slash('/news-admin subscribe', { at, tz: 'UTC', top: '5' }, { channel }).answer(),
    );
    await answeredWith('subscribed', async () =>
      (
        await house.onSlack.slash('/news', `subscribe at ${at} tz UTC top 5`, {
          channel: slackChannels[i]!,
        })
      ).answer(),
    );
  }
  await eventually('six digests', () => sent(temporary).length === 6);
  // Most of the course was met while they were made.
  expect(server.met.length).toBeGreaterThan(5);
  for (const one of sent(temporary)) expect(one.late).toBeLessThanOrEqual(LATEST_MS);
  for (const channel of channels) expect(house.posts(channel)).toHaveLength(1);
  for (const name of slackChannels) expect(house.slackPosts(name)).toHaveLength(1);
  const posted = JSON.stringify([
    ...channels.flatMap((one) => house.posts(one)),
    slack.messages('news'),
  ]);
  expect(posted).toContain('News digest');
  expect(posted).not.toContain('Half a');

  await eventually('every fault', () => COURSE.every((fault) => server.met.includes(fault)), 60);
  await eventually('a digest of the model', () => writtenBy(temporary, MODEL) > 0, 60);
  expect(house.troubles()).toEqual([]);
  const { code, out, err } = await running.stop();
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).not.toContain('"level":50');
  expect(err).not.toContain('canary');
  expect(server.bodies.join('')).not.toContain('canary');
});

/** The sample's own store, which stands in the folder for what is thrown away. */
function ask<T>(temporary: string, sql: string): T[] {
  const folder = readdirSync(temporary).find((name) => name.startsWith('crier-sample-'));
  if (!folder) return [];
  const db = new DatabaseSync(databaseFile(join(temporary, folder)), {
    readOnly: true,
    timeout: 2_000,
  });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
}

const sent = (temporary: string) =>
  ask<{ late: number }>(
    temporary,
    `select d.sent_at - e.slot_at as late from deliveries d join editions e on e.id = d.edition_id where d.state = 'sent'`,
  );

const writtenBy = (temporary: string, writer: string) =>
  ask<{ n: number }>(temporary, `select count(*) as n from digests where writer = '${writer}'`)[0]
    ?.n ?? 0;
