import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { hurriedTime, type ProgramTime, REAL_TIME } from '../support/fake-time.ts';
import { modelServer } from '../support/model-server.ts';
import { EVENTS, openPress } from '../support/press.ts';
import {
  eventually,
  minutesToCome,
  openHouse,
  pass,
  settingsFolder,
  subscribeBoth,
} from './house.ts';

const SPEED = 10;
const MODEL = 'test-model';

test('what a model wrote is not paid a second time after a restart, and over the cap nothing is asked', {
  timeout: 300_000,
}, async () => {
  const server = await modelServer();
  const press = await openPress(systemClock);
  const config = settingsFolder({ feed: press.url });
  const house = await openHouse({ config });
  const withModel = (time: ProgramTime): ProgramTime => ({
    ...time,
    environment: () => ({
      ...time.environment(),
      CRIER_LLM_URL: server.url,
      CRIER_LLM_MODEL: MODEL,
    }),
  });
  const written = () => house.rows(`select story_id from digests where writer = '${MODEL}'`).length;
  const sent = () => house.rows("select id from deliveries where state = 'sent'").length;

  const before = await house.start();
  // A model writes between the minute in which an article comes and the one in which it is due: the feed is read again
  // within three minutes, whenever this begins.
  const minutes = minutesToCome(REAL_TIME, 60).split(',');
  await subscribeBoth(house, minutes.filter((_, i) => i % 6 === 5).join(','));
  await before.stop();
  press.print(EVENTS[0]!);
  press.print(EVENTS[1]!);
  const time = withModel(hurriedTime(SPEED));
  const first = await house.start(time);
  await eventually('digests of the model and their posts', () => written() >= 2 && sent() >= 2);
  await first.stop();
  const calls = server.bodies.length;
  expect(calls).toBe(written());

  const second = await house.start(time);
  await pass(time, 150_000);
  await second.stop();
  expect(server.bodies).toHaveLength(calls);

  appendFileSync(join(config, 'crier.yaml'), 'model:\n  budget:\n    day_tokens: 100\n');
  const posts = sent();
  const third = await house.start(time);
  press.print(EVENTS[2]!);
  await eventually('the posts of what came since', () => sent() >= posts + 2);
  await third.stop();
  expect(server.bodies).toHaveLength(calls);
  expect(JSON.stringify(house.posts())).toContain(EVENTS[2]!.title);
  expect(house.troubles()).toEqual([]);
});
