import { afterEach, expect, test } from 'vitest';
import { type Running, startHttpApp, startSocketApp } from '../support/slack/bolt.ts';
import { movableClock } from '../support/slack/clock.ts';
import {
  createFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '../support/slack/fake-slack.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

async function slack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const fake = await createFakeSlack(options);
  open.push({ stop: () => fake.close() });
  return fake;
}

async function started(running: Promise<Running>): Promise<Running> {
  const one = await running;
  open.push(one);
  return one;
}

test('a command over Socket Mode is acknowledged and answered to the one who asked', async () => {
  const fake = await slack();
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `You asked for ${command.text}.` });
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'harbour dispute', { channel: 'news' });
  expect((await asking.acknowledged()).ackBody).toBeUndefined();
  const answer = await asking.answer();
  expect(answer.text).toBe('You asked for harbour dispute.');
  expect(answer.ephemeralTo).toBe(fake.user('ada').id);
  expect(fake.user('ben').sees('news')).toEqual([]);
  expect(fake.violations).toEqual([]);
});

test('a command as a signed request is acknowledged with the answer itself', async () => {
  const fake = await slack();
  await started(
    startHttpApp(fake, (app) => {
      app.command('/story', async ({ ack }) => {
        await ack({ text: 'Here it is.', response_type: 'in_channel' });
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'x', { channel: 'news' });
  expect((await asking.answer()).via).toBe('ack');
  expect(fake.user('ben').sees('news')).toHaveLength(1);
  expect(fake.violations).toEqual([]);
});

test('a command acknowledged too late fails before the eyes of the one who typed it', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  let acknowledge: () => void = () => {};
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack }) => {
        await new Promise<void>((resolve) => {
          acknowledge = resolve;
        });
        await ack('too late');
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'x', { channel: 'news' });
  clock.advance(3_000);
  await expect(asking.answer()).rejects.toThrow(
    '/story x failed with the error "operation_timeout"',
  );
  acknowledge();
  await fake.until(
    'the late acknowledgement',
    () => asking.deliveries[0]?.attempts[0]?.ackAfterMs ?? undefined,
  );
  expect(
    fake
      .user('ada')
      .sees('news')
      .map(({ author }) => author),
  ).toEqual(['USLACKBOT']);
});
