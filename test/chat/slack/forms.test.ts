import { describe, expect, test } from 'vitest';
import type { Form } from '../../../src/chat/platform.ts';
import { tenantOf } from '../../../src/chat/slack/workspaces.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { crierInSlack } from './crier-in-slack.ts';
import { FIELDS, type Script, scripted } from './scripted.ts';

async function scene(
  about: { readonly fields?: Form['fields']; readonly sample?: boolean } = {},
): Promise<{ readonly fake: FakeSlack; readonly script: Script }> {
  let script: Script | undefined;
  const { fake } = await crierInSlack({
    ...(about.sample && { sample: true }),
    answering(real) {
      const one = scripted(real, about);
      script = one.script;
      return one;
    },
  });
  if (!script) throw new Error('nothing is scripted');
  return { fake, script };
}

const bare = ({ fake }: { fake: FakeSlack }, who = 'ada', channel = 'news') =>
  fake.user(who).slash('/news', 'watch', { channel });

const shown = (message: { readonly blocks: readonly unknown[] }) => JSON.stringify(message.blocks);

describe('a command that is given alone', () => {
  test('opens its form with what holds now, and the form goes back with its line', async () => {
    const all = await scene();
    const { fake, script } = all;
    const ada = fake.user('ada');
    const form = await (await bare(all)).modal();
    expect(form.content).toMatchObject({
      title: { text: 'Watch something' },
      submit: { text: 'Watch' },
    });
    const sent = await ada.submit(form, { What: 'floods' });
    const answer = await fake.until('the answer', () => fake.messages('news')[0]);
    expect((await sent.acknowledged()).outcome).toBe('acknowledged');
    expect(shown(answer)).toContain('Done: /news watch');
    expect(ada.modal()).toBeUndefined();
    const { id, team } = fake.channel('news');
    expect(script.sent.at(-1)).toMatchObject({
      said: {
        kind: 'form',
        line: '/news watch',
        options: { what: 'floods', often: 'daily', in: id },
      },
      asker: {
        tenant: tenantOf(team),
        platform: 'slack',
        channel: id,
        person: { id: ada.id, name: 'ada' },
        isManager: true,
      },
    });
    expect(fake.violations).toEqual([]);
    expect(fake.failures).toEqual([]);
  });

  test('gives back the entry and the channel that were chosen, and nothing as nothing', async () => {
    const all = await scene({
      fields: FIELDS.map((one) => (one.name === 'what' ? { ...one, required: false } : one)),
    });
    const { fake, script } = all;
    const ada = fake.user('ada');
    const form = await (await bare(all)).modal();
    await ada.submit(form, { What: '', 'How often': 'As it comes', Channel: 'general' });
    await fake.until('the form', () => script.sent[0]);
    expect(script.sent[0]?.said).toMatchObject({
      options: { what: '', often: '', in: fake.channel('general').id },
    });
    expect(fake.violations).toEqual([]);
  });

  test('in sample mode says so in the form', async () => {
    const all = await scene({ sample: true });
    const form = await (await bare(all)).modal();
    expect(JSON.stringify(form.content.blocks)).toContain('SAMPLE');
    expect(all.fake.violations).toEqual([]);
  });

  test('by somebody who may not is refused to them alone', async () => {
    const all = await scene();
    const answer = await (await bare(all, 'ben')).answer();
    expect(shown(answer)).toContain('That is for workspace admins');
    expect(answer.ephemeralTo).toBe(all.fake.user('ben').id);
    expect(all.fake.user('ben').modal()).toBeUndefined();
    expect(all.fake.violations).toEqual([]);
  });

  test('whose form cannot be opened any more says how to type it', async () => {
    const all = await scene();
    all.fake.fail({
      method: 'views.open',
      when: 'before',
      fault: { kind: 'error', error: 'expired_trigger_id' },
    });
    const answer = await (await bare(all)).answer();
    expect(shown(answer)).toContain('/news watch storms in:#news');
    expect(answer.ephemeralTo).toBe(all.fake.user('ada').id);
  });

  test('with words opens nothing', async () => {
    const { fake } = await scene();
    const asking = await fake.user('ada').slash('/news', 'watch floods', { channel: 'news' });
    expect(shown(await asking.answer())).toContain('Done: /news watch floods');
    expect(fake.user('ada').modal()).toBeUndefined();
  });
});

describe('a button that opens a form', () => {
  async function buttons(all: { readonly fake: FakeSlack }) {
    const said = await all.fake.user('ada').sayToBot('/buttons');
    return said.answer();
  }

  test('opens it over direct messages, whose place stays where no channel is chosen', async () => {
    const place: Form['fields'][number] = {
      name: 'in',
      label: 'Channel',
      hint: '',
      required: true,
      kind: 'channel',
      value: '@U0SOMEBODY',
      choices: [],
    };
    const all = await scene({ fields: [place] });
    const { fake, script } = all;
    const ada = fake.user('ada');
    const form = await (await ada.press(await buttons(all), 'Watch')).modal();
    await ada.submit(form);
    const sent = await fake.until('the form', () =>
      script.sent.find(({ said }) => said.kind === 'form'),
    );
    expect(sent.said).toMatchObject({ options: { in: '@U0SOMEBODY' } });
    expect(sent.asker.channel).toBe(`@${ada.id}`);
    expect(fake.violations).toEqual([]);
  });

  test('pressed by somebody who may not is a private refusal', async () => {
    const { fake } = await scene();
    fake.user('ada').slash('/news', 'help', { channel: 'news' });
    const said = await fake
      .user('ada')
      .say(`@${fake.world.users.get(fake.botUser)?.name} /buttons`, {
        channel: 'news',
      });
    const message = await said.answer({ match: (one) => shown(one).includes('Stop') });
    for (const label of ['Watch', 'Stop']) {
      const refusal = await (await fake.user('ben').press(message, label)).answer({
        match: (one) => one.ephemeralTo !== null,
      });
      expect(shown(refusal)).toContain('That is for workspace admins');
      expect(refusal.ephemeralTo).toBe(fake.user('ben').id);
    }
    expect(fake.violations).toEqual([]);
  });
});

test('a menu keeps what holds now though it is not offered, and loses what Slack cannot carry', async () => {
  const all = await scene({
    fields: [
      {
        name: 'often',
        label: 'How often',
        hint: '',
        required: false,
        kind: 'choice',
        value: 'hourly',
        choices: [
          { label: 'Daily', value: 'daily' },
          { label: 'Endless', value: 'x'.repeat(80) },
        ],
      },
      {
        name: 'none',
        label: 'Nothing to choose',
        hint: '',
        required: false,
        kind: 'choice',
        value: '',
        choices: [{ label: 'Endless', value: 'x'.repeat(80) }],
      },
    ],
  });
  const { fake, script } = all;
  const form = await (await bare(all)).modal();
  await fake.user('ada').submit(form);
  await fake.until('the form', () => script.sent[0]);
  expect(script.sent[0]?.said).toMatchObject({ kind: 'form', options: { often: 'hourly' } });
  expect(fake.violations).toEqual([]);
});

describe('who asks', () => {
  test('names a channel in a command by mentioning it', async () => {
    const { fake, script } = await scene();
    const ada = fake.user('ada');
    const { id } = fake.channel('desk');
    for (const typed of ['watch storms & <floods> in:#desk', 'watch storms in:#nowhere']) {
      await (await ada.slash('/news', typed, { channel: 'news' })).answer();
    }
    expect(script.sent.map(({ said }) => said)).toEqual([
      { kind: 'line', line: `/news watch storms & <floods> in:<#${id}>` },
      { kind: 'line', line: '/news watch storms in:#nowhere' },
    ]);
  });

  test('names a channel in words by its name', async () => {
    const { fake, script } = await scene();
    const ada = fake.user('ada');
    await (await ada.slash('/ask', 'what of #general', { channel: 'news' })).answer();
    expect(script.sent[0]?.said).toEqual({ kind: 'line', line: '/ask what of #general' });
  });

  test('is named though a mention does not say it, where the answer may turn on them', async () => {
    const { fake, script } = await scene();
    await (await fake.user('ada').sayToBot('/news watch floods')).answer();
    expect(script.sent[0]?.asker.person).toEqual({ id: fake.user('ada').id, name: 'ada' });
  });
});

describe('the real commands', () => {
  test('subscribe a channel from a form, in public, and the home page then shows it', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const add = 'feed add https://feeds.example/a.xml';
    await (await ada.slash('/news', add, { channel: 'general' })).answer();
    const asking = await ada.slash('/news', 'subscribe', { channel: 'news' });
    const form = await asking.modal();
    await ada.submit(form, { 'What it is about': 'harbour', At: '07:15' });
    const answer = await fake.until('the answer', () => ada.sees('news')[0]);
    expect(answer.ephemeralTo).toBeNull();
    expect(shown(answer)).toContain('harbour');
    expect(shown(answer)).toContain('07:15');
    await ada.openHome();
    const home = await fake.until('the home tab', () => ada.home());
    expect(JSON.stringify(home.content)).toContain('harbour');
    expect(JSON.stringify(home.content)).toContain(fake.channel('news').id);
    expect(fake.violations).toEqual([]);
    expect(fake.failures).toEqual([]);
  });
});
