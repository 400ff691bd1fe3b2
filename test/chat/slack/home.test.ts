import { describe, expect, test } from 'vitest';
import { message, type Message as Said, text } from '../../../src/chat/message.ts';
import { tenantOf } from '../../../src/chat/slack/workspaces.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { View } from '../../support/slack/state.ts';
import { crierInSlack } from './crier-in-slack.ts';
import { type Script, scripted } from './scripted.ts';

async function scene(
  home?: () => Said,
): Promise<{ readonly fake: FakeSlack; readonly script: Script }> {
  let script: Script | undefined;
  const { fake } = await crierInSlack({
    answering(real) {
      const one = scripted(real, home ? { home } : {});
      script = one.script;
      return one;
    },
  });
  if (!script) throw new Error('nothing is scripted');
  return { fake, script };
}

const shown = (view: View | undefined) => JSON.stringify(view?.content ?? null);

async function open(fake: FakeSlack, who = 'ada'): Promise<View> {
  const person = fake.user(who);
  await person.openHome();
  return fake.until('the home tab', () => person.home());
}

describe('the home tab', () => {
  test('shows what is there for its member above what can be typed', async () => {
    const { fake, script } = await scene();
    const words = shown(await open(fake));
    expect(words.indexOf('1 watched')).toBeGreaterThan(0);
    expect(words.indexOf('What you can type')).toBeGreaterThan(words.indexOf('1 watched'));
    const { id } = fake.user('ada');
    expect(script.homes[0]).toMatchObject({
      isManager: true,
      platform: 'slack',
      channel: null,
      person: { id, name: 'ada' },
    });
    expect(words).toContain('Stop');
    expect(shown(await open(fake, 'ben'))).not.toContain('Stop');
    expect(fake.violations).toEqual([]);
  });

  test('answers a button directly, and then shows what holds now', async () => {
    const { fake, script } = await scene();
    const ada = fake.user('ada');
    const home = await open(fake);
    await ada.press(home, 'Stop');
    const answer = await fake.until('the answer', () =>
      fake.messages(ada.direct().id).find(({ blocks }) => JSON.stringify(blocks).includes('Done')),
    );
    expect(answer.via).toBe('chat.postMessage');
    await fake.until('the new page', () => (shown(home).includes('0 watched') ? true : undefined));
    expect(script.sent.at(-1)?.asker.channel).toBe(`@${ada.id}`);
    expect(fake.violations).toEqual([]);
    expect(fake.failures).toEqual([]);
  });

  test('opens a form, and after it was sent shows what holds now', async () => {
    const { fake, script } = await scene();
    const ada = fake.user('ada');
    const home = await open(fake);
    const form = await (await ada.press(home, 'Watch')).modal();
    await ada.submit(form, { Channel: 'news' });
    await fake.until('the new page', () => (shown(home).includes('2 watched') ? true : undefined));
    await fake.until('the answer', () =>
      fake.messages(ada.direct().id).find(({ blocks }) => JSON.stringify(blocks).includes('Done')),
    );
    expect(script.sent.at(-1)?.said).toMatchObject({
      options: { what: 'storms', in: fake.channel('news').id },
    });
    expect(fake.violations).toEqual([]);
  });

  test('with more than it can hold says so and keeps the guide', async () => {
    const blocks = Array.from({ length: 150 }, (_, at) => [
      { kind: 'heading' as const, level: 1 as const, runs: [text(`Subscription ${at}`)] },
      { kind: 'divider' as const },
    ]).flat();
    const { fake } = await scene(() => message(blocks));
    const words = shown(await open(fake));
    expect(words).toContain('There is more than this page holds');
    expect(words).toContain('What you can type');
    expect(fake.violations).toEqual([]);
  });
});

describe('being there', () => {
  test('is told when Crier goes online, and when it is taken out', async () => {
    const { fake, script } = await scene();
    const tenant = tenantOf(fake.channel('news').team);
    await fake.until('the presence', () => script.present[0]);
    expect(script.present).toEqual([[tenant]]);
    expect(script.left).toEqual([]);
    fake.uninstall();
    await fake.until('the absence', () => script.left[0]);
    expect(new Set(script.left)).toEqual(new Set([tenant]));
  });
});
