import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startHttpApp, startSocketApp } from '../support/slack/bolt.ts';
import { createFakeSlack } from '../support/slack/fake-slack.ts';
import type { Json } from '../support/slack/json.ts';
import { kindOf } from '../support/slack/replay.ts';

const RECORDED = resolve(import.meta.dirname, '../../../shared/data/platforms/replay');

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

const recordings = existsSync(RECORDED)
  ? readdirSync(RECORDED, { recursive: true, encoding: 'utf8' })
      .filter((name) => /slack[^/]*(?:\/team\d)?\.json$/.test(name))
      .flatMap((name) => {
        const file = JSON.parse(readFileSync(join(RECORDED, name), 'utf8')) as Json;
        return Object.entries(file)
          .filter(([, payload]) => kindOf(payload) !== null)
          .map(([part, payload]) => ({ title: `${name} ${part}`, payload: payload as Json }));
      })
  : [];

test.skipIf(recordings.length === 0)('recorded deliveries (skipped without ../shared)', () => {
  expect(recordings.length).toBeGreaterThan(30);
});

// Every recorded delivery, by both ways: Bolt understands it, acknowledges it and hands it to a listener whose
// client and response address work.
test.for(
  recordings.flatMap((one) => [
    { ...one, way: 'socket' },
    { ...one, way: 'http' },
  ]),
)('Bolt takes $title by $way', async ({ payload, way }) => {
  const fake = await createFakeSlack();
  open.push({ stop: () => fake.close() });
  const heard: string[] = [];
  const listen: Parameters<typeof startSocketApp>[1] = (app) => {
    app.use(async ({ next, body, ...rest }) => {
      const { ack, respond } = rest as Partial<{
        ack: () => Promise<void>;
        respond: (text: string) => Promise<unknown>;
      }>;
      await ack?.();
      await respond?.('heard');
      heard.push('event' in body ? body.event.type : 'command' in body ? 'command' : body.type);
      await next();
    });
  };
  open.push(await (way === 'socket' ? startSocketApp(fake, listen) : startHttpApp(fake, listen)));
  const delivery = await fake.settled(fake.deliver(payload));
  expect(delivery.outcome).toBe('acknowledged');
  await fake.until('the listener', () => heard[0]);
  const event = payload.event as Json | undefined;
  expect(heard).toEqual([
    event?.type ?? (payload.command === undefined ? payload.type : 'command'),
  ]);
  if (payload.response_url !== undefined) {
    expect(fake.world.messages.at(-1)).toMatchObject({ text: 'heard', via: 'response_url' });
  }
});
