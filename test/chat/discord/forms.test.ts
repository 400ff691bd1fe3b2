import type { APIMessage } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  command,
  type Message,
  message,
  sentence,
  text,
  troubleSentence,
} from '../../../src/chat/message.ts';
import type { Form } from '../../../src/chat/platform.ts';
import { ClientRefusal } from '../../support/discord/people.ts';
import { openRoom, type Room, type RoomOptions } from './newsroom.ts';
import { field, type Script, scripted } from './scripted.ts';

async function room(script: Script, options: RoomOptions = {}) {
  const behind = scripted(script);
  const made = await openRoom({ ...options, answering: () => behind.answering });
  return { ...made, behind };
}

const nothingWrong = ({ fake, lines }: Room) => {
  expect(fake.troubles()).toEqual([]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
};

const lengths = ['headlines', 'short', 'full'].map((one) => ({ label: one, value: one }));

const subscribing = (about: Partial<Form> = {}): Form => ({
  title: 'Subscribe',
  submit: 'Subscribe',
  line: '/news subscribe',
  fields: [
    field({ name: 'topic', kind: 'text', required: true, value: 'tech' }),
    field({ name: 'at', kind: 'text', value: '08:30' }),
    field({ name: 'length', kind: 'choice', value: 'short', choices: lengths }),
    field({
      name: 'sort',
      kind: 'choice',
      choices: [{ label: 'anything', value: '' }, ...lengths],
    }),
    field({ name: 'in', kind: 'channel' }),
    field({ name: 'sixth', kind: 'text' }),
  ],
  ...about,
});

const ofButton = (press: 'fill' | 'answer', line: string): Message =>
  message([
    { kind: 'paragraph', runs: [text('Here is a button.')] },
    { kind: 'buttons', buttons: [{ label: 'Change', press, line }] },
  ]);

/** A message with a button that opens a form. */
async function withButton(at: Room, line = '/news subscribe topic:tech'): Promise<APIMessage> {
  const place = { tenant: `discord:${at.guild.id}`, channel: at.channel.id };
  const posted = await at.platform.post(place, ofButton('fill', line), `k${line.length}`);
  if (posted.kind !== 'sent') throw new Error(posted.kind);
  return at.fake.messagesIn(at.channel).find(({ id }) => id === posted.id)!;
}

describe('forms', () => {
  test('a button opens the form of its line, five fields of it, with what they hold now', async () => {
    const lines: string[] = [];
    const at = await room({
      form: async (line) => {
        lines.push(line);
        return subscribing();
      },
    });
    const modal = await at.manager.press(await withButton(at), 'Change').modal();
    expect(lines).toEqual(['/news subscribe topic:tech']);
    expect(modal.title).toBe('Subscribe');
    const labels = modal.components as { readonly label: string; readonly component: object }[];
    expect(labels.map(({ label }) => label)).toEqual(['topic', 'at', 'length', 'sort', 'in']);
    expect(labels[0]?.component).toMatchObject({ type: 4, value: 'tech', required: true });
    expect(labels[2]?.component).toMatchObject({
      type: 3,
      required: false,
      options: [{ value: 'headlines' }, { value: 'short', default: true }, { value: 'full' }],
    });
    expect(labels[3]?.component).toMatchObject({ required: false, min_values: 0 });
    expect(labels[4]?.component).toMatchObject({ type: 8, required: false, min_values: 0 });
    nothingWrong(at);
  });

  test('what is filled in is given to the command with the line, empty fields as nothing', async () => {
    const at = await room({ form: async () => subscribing() });
    const opened = at.manager.press(await withButton(at), 'Change');
    await opened.modal();
    const sent = at.manager.submit(opened, { topic: 'ports', at: '', in: at.channel.id });
    expect((await sent.answer()).content).toBe('Done.');
    expect((await sent.acknowledged()).ephemeral).toBe(true);
    expect(at.behind.said.map(({ said }) => said)).toEqual([
      {
        kind: 'form',
        line: '/news subscribe',
        options: { topic: 'ports', at: '', length: 'short', sort: '', in: at.channel.id },
      },
    ]);
    nothingWrong(at);
  });

  test('the answer is seen by everybody where the command is', async () => {
    const at = await room({ form: async () => subscribing(), shared: true });
    const opened = at.manager.press(await withButton(at), 'Change');
    await opened.modal();
    const sent = at.manager.submit(opened, { topic: 'ports' });
    await sent.answer();
    expect((await sent.acknowledged()).ephemeral).toBe(false);
    nothingWrong(at);
  });

  test('a command that is given alone opens its form at once', async () => {
    const lines: string[] = [];
    const at = await room({
      form: async (line) => {
        lines.push(line);
        return subscribing();
      },
    });
    const opened = at.manager.slash('/news-admin subscribe', {}, { channel: at.channel });
    expect((await opened.modal()).title).toBe('Subscribe');
    expect(lines).toEqual(['/news subscribe']);
    await at.manager.submit(opened, { topic: 'ports' }).answer();
    expect(at.behind.said).toHaveLength(1);
    nothingWrong(at);
  });

  test('given with an option it is answered without a form', async () => {
    const at = await room({ form: async () => subscribing() });
    const options = { topic: 'tech', in: at.channel };
    const where = { channel: at.channel };
    await at.manager.slash('/news-admin subscribe', options, where).answer();
    expect(at.behind.said[0]?.said).toEqual({
      kind: 'options',
      command: 'news subscribe',
      options: { topic: 'tech', in: at.channel.id },
    });
    nothingWrong(at);
  });

  test('who may not have the form is told so alone', async () => {
    const at = await room({
      form: async (_line, asker) =>
        asker.isManager ? subscribing() : troubleSentence('That is for managers.'),
    });
    const pressed = at.reader.press(await withButton(at), 'Change');
    expect((await pressed.answer()).content).toBe('That is for managers.');
    expect((await pressed.acknowledged()).ephemeral).toBe(true);
    nothingWrong(at);
  });

  test('a form that never comes is said to be late, within the three seconds', async () => {
    const at = await room({ form: () => new Promise(() => {}) });
    const pressed = at.manager.press(await withButton(at), 'Change');
    expect((await pressed.answer()).content).toContain('too long');
    expect((await pressed.acknowledged()).ephemeral).toBe(true);
    nothingWrong(at);
  });

  test('a line too long for a button is kept for the button and for the form', async () => {
    const line = `/news subscribe topic:"${'harbour '.repeat(40)}"`;
    const at = await room({ form: async (given) => subscribing({ line: given }) });
    const opened = at.manager.press(await withButton(at, line), 'Change');
    await opened.modal();
    await at.manager.submit(opened, { topic: 'ports' }).answer();
    expect(at.behind.said[0]?.said).toMatchObject({ kind: 'form', line });
    nothingWrong(at);
  });

  test('long titles, labels and hints fit; a current value that is not offered is left empty', async () => {
    const long = 'A very long name that goes on. '.repeat(9);
    const at = await room({
      form: async () =>
        subscribing({
          title: long,
          fields: [
            field({
              name: 'length',
              kind: 'choice',
              label: long,
              hint: long,
              value: 'none',
              choices: lengths,
            }),
            field({ name: 'in', kind: 'channel', value: at.channel.id }),
          ],
        }),
    });
    const opened = at.manager.press(await withButton(at), 'Change');
    await opened.modal();
    await at.manager.submit(opened, {}).answer();
    expect(at.behind.said[0]?.said).toMatchObject({
      options: { length: '', in: at.channel.id },
    });
    nothingWrong(at);
  });

  test('direct messages, which a window cannot show, are left alone by it', async () => {
    const at = await room({
      form: async () =>
        subscribing({
          fields: [
            field({ name: 'topic', kind: 'text' }),
            field({ name: 'in', kind: 'channel', value: '@123456789012345678' }),
          ],
        }),
    });
    const opened = at.manager.press(await withButton(at), 'Change');
    await opened.modal();
    await at.manager.submit(opened, { topic: 'ports' }).answer();
    expect(at.behind.said[0]?.said).toMatchObject({ options: { topic: 'ports' } });
    nothingWrong(at);
  });
});

describe('posts', () => {
  test('name the commands for managers as they are called here', async () => {
    const at = await room({});
    const place = { tenant: `discord:${at.guild.id}`, channel: at.channel.id };
    const runs = [command('/news pause #3'), text(' stops it.')];
    await at.platform.post(place, message([{ kind: 'paragraph', runs }]), 'k');
    const [posted] = at.fake.messagesIn(at.channel);
    expect(posted?.content).toBe('`/news-admin pause #3` stops it.');
    nothingWrong(at);
  });
});

describe('options', () => {
  test('a channel is picked among those that can be posted in', async () => {
    const at = await room({});
    const voice = at.fake.build.channel(at.guild, { kind: 'voice' });
    const line = '/news-admin subscribe';
    const where = { channel: at.channel };
    expect(() => at.manager.slash(line, { topic: 'a', in: voice }, where)).toThrow(ClientRefusal);
    nothingWrong(at);
  });

  test('numbers and texts are suggested, and values that do not fit are left out', async () => {
    const at = await room({});
    const where = { channel: at.channel };
    const numbers = await at.manager.type('/news-admin pause', 'number', '', where);
    const zones = await at.manager.type('/news-admin subscribe', 'zone', 'Ber', where);
    expect([numbers, zones]).toEqual([
      [{ name: 'one', value: '1' }],
      [{ name: 'one', value: '1' }],
    ]);
    expect(at.behind.suggested).toEqual(['subscriptions ', 'zones Ber']);
    await expect(at.manager.type('/news-admin subscribe', 'at', '0', where)).rejects.toThrow(
      'suggests nothing',
    );
    nothingWrong(at);
  });
});

describe('who asks', () => {
  test('is known by name and by where they are, in a server and in private', async () => {
    const at = await room({ answer: () => sentence('Yes.') });
    await at.reader.slash('/story', { query: 'x' }, { channel: at.channel }).answer();
    await at.reader.slash('/story', { query: 'x' }).answer();
    const [inServer, alone] = at.behind.said.map(({ asker }) => asker);
    expect(inServer).toMatchObject({
      platform: 'discord',
      tenant: `discord:${at.guild.id}`,
      channel: at.channel.id,
      person: { id: at.reader.id, name: 'ada' },
    });
    expect(alone).toMatchObject({
      tenant: `discord:dm:${at.reader.id}`,
      channel: `@${at.reader.id}`,
      isManager: false,
    });
    nothingWrong(at);
  });
});

describe('where Crier is', () => {
  test('is told when it comes online, is added and is taken out, not in an outage', async () => {
    const at = await room({});
    const { presence } = at.behind;
    expect(presence).toEqual([`present discord:${at.guild.id}`]);
    const other = at.fake.build.guild();
    at.fake.build.outage(other, true);
    at.fake.build.outage(other, false);
    at.fake.build.leave(other);
    await at.reader.slash('/story', { query: 'x' }, { channel: at.channel }).answer();
    expect(presence.slice(1)).toEqual([`present discord:${other.id}`, `left discord:${other.id}`]);
    nothingWrong(at);
  });
});
