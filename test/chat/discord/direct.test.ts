import type { APIInteraction } from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { askerOf } from '../../../src/chat/discord/asker.ts';
import { readCustomId, writeCustomId } from '../../../src/chat/discord/custom-id.ts';
import { type Message, message, sentence, text } from '../../../src/chat/message.ts';
import { MINUTE } from '../../../src/lib/clock.ts';
import { subscriptionsOf } from '../../../src/store/subscriptions.ts';
import { arrive } from '../../support/newsroom.ts';
import { readDescription } from './description.ts';
import { closedRoom, NOW, openRoom, type Room, type RoomOptions, wordsOf } from './newsroom.ts';
import { field, type Script, scripted } from './scripted.ts';

const MEMBER = 'GET /guilds/{guild_id}/members/{user_id}';

beforeAll(readDescription);

const nothingWrong = ({ fake, lines }: Room) => {
  expect(fake.troubles()).toEqual([]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
};

/** What stands under a followed story. */
const followed = (id: number): Message => ({
  ...message([
    { kind: 'heading', level: 2, runs: [text('Something of the server happened')] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Quotes', press: 'answer', line: `/story #${id} view:quotes` },
        { label: 'Open', press: 'answer', line: `/story #${id}` },
        { label: 'Ask', press: 'ask', line: `/ask #${id}` },
        { label: 'Unfollow', press: 'answer', line: `/news unfollow #1` },
        { label: 'Mute', press: 'answer', line: `/news mute #${id}` },
      ],
    },
    {
      kind: 'menu',
      label: 'More',
      entries: [{ label: 'Quotes', hint: '', line: `/story #${id} view:quotes` }],
    },
  ]),
  story: id,
});

/** A server with news of its own, and a direct message about it. */
async function direct(options: RoomOptions = {}, given?: Message) {
  const at = await openRoom(options);
  const tenant = `discord:${at.guild.id}`;
  const story = await arrive(at.db, NOW, {
    tenant,
    title: 'The club of Kelmouth buys a lighthouse',
    text: 'The club of Kelmouth bought a lighthouse on Monday. “We will paint it red before the winter comes,” chairman Olle Brandt said after the sale. The lighthouse was built a hundred years ago.',
    url: 'https://club.example/lighthouse',
  });
  const place = { tenant, channel: `@${at.reader.id}` };
  const posted = await at.platform.post(place, given ?? followed(story), 'key-1');
  if (posted.kind !== 'sent') throw new Error(posted.kind);
  return { ...at, tenant, story, card: { id: posted.id } };
}

async function behindScript(script: Script, shown?: Message) {
  const behind = scripted(script);
  return { ...(await direct({ answering: () => behind.answering }, shown)), behind };
}

describe("what is pressed under a server's direct message", () => {
  test('unfollows in the server, and leaves the private conversation a place of its own', async () => {
    const at = await direct();
    const where = { channel: at.channel };
    const what = `#${at.story}`;
    await at.reader.slash('/news follow', { what }, where).answer();
    expect(await subscriptionsOf(at.db, at.tenant)).toHaveLength(1);
    expect(wordsOf(await at.reader.slash('/news list').answer())).not.toContain('lighthouse');
    await at.reader.press(at.card, 'Unfollow').answer();
    expect(await subscriptionsOf(at.db, at.tenant)).toHaveLength(0);
    nothingWrong(at);
  });

  test('shows the stories of the server alone: buttons, menus, answers, and a question', async () => {
    const at = await direct();
    const opened = at.reader.press(at.card, 'Open');
    const card = await opened.answer();
    expect(wordsOf(card)).toContain('buys a lighthouse');
    for (const answer of [
      at.reader.press(at.card, 'Quotes'),
      at.reader.select(at.card, [`/story #${at.story} view:quotes`]),
    ]) {
      expect(wordsOf(await answer.answer())).toContain('buys a lighthouse');
    }
    // Under an answer as well: it carries the server on.
    for (const shown of [at.card, card]) {
      const window = at.reader.press(shown, 'Ask');
      await window.modal();
      const asked = at.reader.submit(window, { question: 'what did Olle Brandt say?' });
      expect(wordsOf(await asked.answer())).toContain('lighthouse');
    }
    const typed = await at.reader.slash('/story', { query: `#${at.story}` }).answer();
    expect(wordsOf(typed)).not.toContain('buys a lighthouse');
    nothingWrong(at);
  });

  test('opens forms in the name of the server, and takes them back', async () => {
    const line = '/news subscribe topic:tech';
    const shown = message([
      { kind: 'paragraph', runs: [text('Here is a button.')] },
      { kind: 'buttons', buttons: [{ label: 'Change', press: 'fill', line }] },
    ]);
    const asked: unknown[] = [];
    const at = await behindScript(
      {
        form: async (_, asker) => {
          asked.push(asker);
          const fields = [field({ name: 'topic', kind: 'text' })];
          return { title: 'Subscribe', submit: 'Subscribe', line, fields };
        },
      },
      shown,
    );
    const window = at.reader.press(at.card, 'Change');
    await window.modal();
    await at.reader.submit(window, { topic: 'x' }).answer();
    const asker = { tenant: at.tenant, channel: `@${at.reader.id}`, isManager: false };
    expect(asked).toMatchObject([asker]);
    expect(at.behind.said).toMatchObject([{ said: { kind: 'form', line }, asker }]);
    nothingWrong(at);
  });

  test('gives nobody there the rights of a manager', async () => {
    const at = await direct();
    expect(wordsOf(await at.reader.press(at.card, 'Mute').answer())).toContain('Manage Server');
    nothingWrong(at);
  });

  test('is answered to members alone, privately, and nothing is done for others', async () => {
    const at = await behindScript({ shared: true, answer: () => sentence('A secret.') });
    expect(wordsOf(await at.reader.press(at.card, 'Quotes').answer())).toBe('A secret.');
    at.fake.build.expel(at.guild, at.reader.user);
    at.time.advance(6 * MINUTE);
    const told = await at.reader.press(at.card, 'Unfollow').followUp();
    expect(told).toMatchObject({ flags: 64 });
    expect(told.content).toContain('you are no longer in');
    at.fake.build.member(at.guild, at.reader.user);
    expect(wordsOf(await at.reader.press(at.card, 'Quotes').answer())).toBe('A secret.');
    at.time.advance(6 * MINUTE);
    at.fake.build.leave(at.guild);
    expect((await at.reader.press(at.card, 'Quotes').followUp()).content).toContain(
      'I am no longer in',
    );
  });

  test('opens no form for who has left', async () => {
    const shown = message([
      { kind: 'buttons', buttons: [{ label: 'Change', press: 'fill', line: '/news subscribe' }] },
    ]);
    const at = await behindScript({}, shown);
    at.time.advance(6 * MINUTE);
    at.fake.build.expel(at.guild, at.reader.user);
    expect((await at.reader.press(at.card, 'Change').answer()).content).toContain('no longer in');
  });

  test('says so where Discord could not be asked who belongs to it', async () => {
    const at = await direct();
    at.time.advance(6 * MINUTE);
    at.fake.faults.add({ on: MEMBER, when: 'before', fault: { kind: 'status', status: 500 } });
    const told = await at.reader.press(at.card, 'Quotes').answer();
    expect(told.content).toContain('could not ask Discord');
  });

  test('is asked of Discord once in some minutes', async () => {
    const at = await direct();
    at.time.advance(6 * MINUTE);
    const asked = () => at.fake.calls.filter(({ route }) => route === MEMBER).length;
    const before = asked();
    for (const which of ['Open', 'Quotes', 'Open']) await at.reader.press(at.card, which).answer();
    expect(asked() - before).toBe(1);
  });

  test('means the server nowhere but in the conversation with the one who pressed', () => {
    const user = { id: '7', username: 'ada', global_name: null };
    const of = (about: object) =>
      askerOf({
        type: 3,
        user,
        data: { custom_id: '1a@99 /story #1' },
        channel: { id: '5', type: 1, recipients: [user] },
        ...about,
      } as unknown as APIInteraction).tenant;
    expect(of({})).toBe('discord:99');
    expect(of({ channel: { id: '5', type: 1, recipients: [{ id: '8' }] } })).toBe('discord:dm:7');
    expect(of({ channel: { id: '5', type: 3, recipients: [user] } })).toBe('discord:dm:7');
    expect(of({ guild_id: '1', user: undefined, member: { user, permissions: '0' } })).toBe(
      'discord:1',
    );
    expect(of({ data: { custom_id: '1a /story #1' } })).toBe('discord:dm:7');
  });
});

describe("a server's direct message", () => {
  const place = (at: Room, person = at.reader) => ({
    tenant: `discord:${at.guild.id}`,
    channel: `@${person.id}`,
  });
  const shown = sentence('A story of the server.');
  const sent = async (at: Room, key: string) => at.platform.post(place(at), shown, key);

  /** Two servers, so that the conversation itself stays open to who leaves one of them. */
  async function room() {
    const at = await closedRoom({ waits: { requestMs: 1_000 } });
    at.fake.build.member(at.fake.build.guild(), at.reader.user);
    return at;
  }

  test('reaches nobody who has left or was banned, nor does what is edited there', async () => {
    const at = await room();
    const first = await sent(at, 'k1');
    if (first.kind !== 'sent') throw new Error(first.kind);
    at.fake.build.expel(at.guild, at.reader.user);
    at.time.advance(6 * MINUTE);
    const gone = { kind: 'gone', reason: 'the reader is no longer in the server' };
    expect(await sent(at, 'k2')).toEqual(gone);
    expect(await at.platform.edit(place(at), first.id, shown, 'k1')).toEqual(gone);
    const there = [...at.fake.world.messages.values()];
    expect(there.map(({ id, editedAt }) => [id, editedAt])).toEqual([[first.id, null]]);
    at.fake.build.member(at.guild, at.reader.user);
    expect(await sent(at, 'k2')).toMatchObject({ kind: 'sent' });
    expect(at.fake.troubles()).toEqual([]);
  });

  test('of a conversation of its own needs no server', async () => {
    const at = await room();
    const tenant = `discord:dm:${at.reader.id}`;
    const posted = await at.platform.post({ ...place(at), tenant }, shown, 'k');
    expect(posted).toMatchObject({ kind: 'sent' });
    expect(at.fake.calls.filter(({ route }) => route === MEMBER)).toEqual([]);
  });

  test('is not posted where Discord does not say who belongs there, and tried again', async () => {
    const at = await room();
    at.fake.faults.add({ on: MEMBER, when: 'before', fault: { kind: 'reset' }, times: 1 });
    expect(await sent(at, 'k1')).toMatchObject({ kind: 'busy' });
    expect(await sent(at, 'k1')).toMatchObject({ kind: 'sent' });
    at.time.advance(6 * MINUTE);
    const fault = { kind: 'limited', retryAfter: 3 } as const;
    at.fake.faults.add({ on: MEMBER, when: 'before', fault, times: 1 });
    const busy = await sent(at, 'k2');
    expect(busy.kind === 'busy' && busy.retryAfterMs).toBeGreaterThanOrEqual(3_000);
    expect(at.fake.world.messages.size).toBe(1);
  });

  test('is looked at by check', async () => {
    const at = await room();
    at.fake.build.expel(at.guild, at.reader.user);
    expect(await at.platform.checkPlace(place(at))).toEqual({
      what: `direct messages of ${at.reader.id}: they are no longer in the server`,
      remedy: 'They get its news again once they are back and ask for it.',
    });
  });

  test('ends where Crier itself is no longer in the server', async () => {
    const at = await room();
    at.fake.build.leave(at.guild);
    expect(await sent(at, 'k')).toMatchObject({ kind: 'gone' });
  });
});

describe('a custom_id', () => {
  const id = '9'.repeat(20);
  test('says the server within its hundred characters, whatever stands on it', () => {
    const about = { story: 999_999_999_999_999, guild: id, key: 'k'.repeat(25) };
    const kept: unknown[] = [];
    const written = writeCustomId('answer', about, `/ask ${'x'.repeat(200)}`, (one) =>
      kept.push(one),
    );
    expect(written.length).toBeLessThanOrEqual(100);
    expect(kept).toHaveLength(1);
    expect(readCustomId(written)).toMatchObject({ ...about, press: 'answer' });
  });

  test('of before is read as it was', () => {
    expect(readCustomId('1a12~k-1 /story #12')).toEqual({
      press: 'answer',
      story: 12,
      guild: null,
      key: 'k-1',
      line: { kind: 'line', line: '/story #12' },
    });
  });
});
