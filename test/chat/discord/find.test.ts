import { beforeAll, describe, expect, test } from 'vitest';
import { type Message, message, sentence, text } from '../../../src/chat/message.ts';
import { HOUR } from '../../../src/lib/clock.ts';
import type { Fault } from '../../support/discord/faults.ts';
import type { Channel } from '../../support/discord/state.ts';
import { readDescription } from './description.ts';
import { closedRoom, type RoomOptions } from './newsroom.ts';

const SEND = 'POST /channels/{channel_id}/messages';
const POST = 'POST /channels/{channel_id}/threads';
const LIST = 'GET /channels/{channel_id}/messages';

const digest: Message = message([
  { kind: 'heading', level: 1, runs: [text('News digest')] },
  { kind: 'paragraph', runs: [text('A crane fell into the dock.')] },
  { kind: 'buttons', buttons: [{ label: 'Open', press: 'answer', line: '/story #1' }] },
]);

const words = 'All work and no play makes a dull paragraph. ';
/** Three messages long. */
const long: Message = message([
  { kind: 'heading', level: 1, runs: [text('Long')] },
  { kind: 'heading', level: 2, runs: [text('Very')] },
  { kind: 'paragraph', runs: [text(words.repeat(220))] },
  { kind: 'buttons', buttons: [{ label: 'Open', press: 'answer', line: '/story #1' }] },
]);

const LONG_AGO = new Date('2029-01-01T00:00:00Z');

beforeAll(readDescription);

async function room(options: RoomOptions = {}) {
  const made = await closedRoom({
    ...options,
    waits: { requestMs: 1_000 },
    fake: {
      buckets: {
        [LIST]: { limit: 100, windowMs: 1_000 },
        [SEND]: { limit: 100, windowMs: 1_000 },
      },
      ...options.fake,
    },
  });
  const place = (channel: Channel) => ({
    tenant: `discord:${made.guild.id}`,
    channel: channel.id,
  });
  const everyone = made.guild.roles.get(made.guild.id)!;
  return {
    ...made,
    everyone,
    place,
    post: (channel: Channel, shown = digest, key = 'edition-1') =>
      made.platform.post(place(channel), shown, key),
    find: (channel: Channel, key = 'edition-1', since = LONG_AGO) =>
      made.platform.find(place(channel), key, since),
    /** Somebody else says so many things. */
    chat(channel: Channel, count: number) {
      for (let i = 0; i < count; i += 1) {
        made.fake.write(channel, made.reader.user, `line ${i}`);
      }
    },
  };
}

type Room = Awaited<ReturnType<typeof room>>;

const idsIn = (at: Room, channel: Channel) => at.fake.messagesIn(channel).map(({ id }) => id);
const threadsOf = (at: Room, forum: Channel) =>
  [...at.fake.world.channels.values()].filter(({ parentId }) => parentId === forum.id);

const broken: readonly [string, Fault][] = [
  ['a reset', { kind: 'reset' }],
  ['a hang', { kind: 'hang' }],
  ['a 502', { kind: 'status', status: 502 }],
];
const moments = ['before', 'after'] as const;
const cases = broken.flatMap(([name, fault]) => moments.map((when) => ({ name, fault, when })));

describe('after a post whose answer is lost', () => {
  test.each(cases)('by $name $when the effect it is known whether it stands', async (c) => {
    const at = await room();
    at.fake.faults.add({ on: SEND, when: c.when, fault: c.fault, times: 1 });
    expect(await at.post(at.channel)).toMatchObject({ kind: 'ambiguous' });
    const [id = null] = idsIn(at, at.channel);
    expect(await at.find(at.channel)).toBe(id);
    expect(id === null).toBe(c.when === 'before');
    expect(at.fake.troubles()).toEqual([]);
  });

  test.each(cases)('in a forum by $name $when the effect it is known as well', async (c) => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    await at.post(forum, digest, 'another');
    at.fake.faults.add({ on: POST, when: c.when, fault: c.fault, times: 1 });
    expect(await at.post(forum)).toMatchObject({ kind: 'ambiguous' });
    const [, thread] = threadsOf(at, forum);
    expect(await at.find(forum)).toBe(thread?.id ?? null);
    expect(thread === undefined).toBe(c.when === 'before');
    expect(at.fake.troubles()).toEqual([]);
  });
});

describe('finding', () => {
  test('a sentence with nothing to press, which gets a Help button', async () => {
    const at = await room();
    const posted = await at.post(at.channel, sentence('Nothing new today.'));
    expect(posted).toMatchObject({ kind: 'sent', id: await at.find(at.channel) });
    const [shown] = at.fake.messagesIn(at.channel);
    expect(JSON.stringify(shown?.components)).toContain('"label":"Help"');
    expect(shown?.content).toBe('Nothing new today.');
  });

  test('by its key alone: neither another post nor an answer that was shared', async () => {
    const at = await room();
    await at.post(at.channel, digest, 'edition-2');
    expect(await at.find(at.channel)).toBeNull();
    expect(await at.find(at.channel, 'edition-2')).not.toBeNull();
  });

  test('what another has posted with our key is not ours', async () => {
    const at = await room();
    const components = [
      { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: '1a~edition-1 /news' }] },
    ];
    const { id } = at.fake.write(at.channel, at.reader.user, 'forged');
    Object.assign(at.fake.world.messages.get(id)!, { components });
    expect(await at.find(at.channel)).toBeNull();
  });

  test('behind hundreds of messages of others', async () => {
    const at = await room();
    const posted = await at.post(at.channel);
    at.chat(at.channel, 350);
    expect(posted).toMatchObject({ id: await at.find(at.channel) });
    expect(at.fake.troubles()).toEqual([]);
  });

  test('as far back as is asked, however long ago that is, and no further', async () => {
    const at = await room();
    const began = at.time.clock();
    const posted = await at.post(at.channel);
    at.chat(at.channel, 350);
    at.time.advance(50 * HOUR);
    at.chat(at.channel, 30);
    expect(posted).toMatchObject({ id: await at.find(at.channel, 'edition-1', began) });
    const before = at.fake.calls.filter(({ route }) => route === LIST).length;
    const later = new Date(began.getTime() + HOUR);
    expect(await at.find(at.channel, 'edition-1', later)).toBeNull();
    expect(at.fake.calls.filter(({ route }) => route === LIST)).toHaveLength(before + 1);
  });

  test('in a thread, and in a forum among posts that sleep', async () => {
    const at = await room();
    const thread = at.fake.build.channel(at.guild, { kind: 'publicThread', parent: at.channel });
    const inThread = await at.post(thread);
    expect(inThread).toMatchObject({ id: await at.find(thread) });
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    const inForum = await at.post(forum);
    await at.post(forum, digest, 'another');
    for (const one of threadsOf(at, forum)) at.fake.build.archive(one);
    expect(inForum).toMatchObject({ id: await at.find(forum) });
    expect(at.fake.troubles()).toEqual([]);
  });

  test('in a forum where hundreds have fallen asleep since', async () => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    const posted = await at.post(forum);
    at.fake.build.archive(threadsOf(at, forum)[0]!);
    for (let i = 0; i < 230; i += 1) {
      at.time.advance(1_000);
      const plan = { kind: 'publicThread', parent: forum } as const;
      at.fake.build.archive(at.fake.build.channel(at.guild, plan));
    }
    expect(posted).toMatchObject({ id: await at.find(forum) });
    expect(await at.find(forum, 'another')).toBeNull();
    expect(at.fake.troubles()).toEqual([]);
  });

  test('in direct messages', async () => {
    const at = await room();
    const place = { tenant: `discord:${at.guild.id}`, channel: `@${at.reader.id}` };
    at.fake.faults.add({ on: SEND, when: 'after', fault: { kind: 'reset' }, times: 1 });
    expect(await at.platform.post(place, digest, 'k')).toMatchObject({ kind: 'ambiguous' });
    const found = await at.platform.find(place, 'k', LONG_AGO);
    expect(at.fake.world.messages.get(found ?? '')).toMatchObject({ deleted: false });
    expect(await at.platform.find(place, 'k2', LONG_AGO)).toBeNull();
  });

  test('nothing where the channel is gone', async () => {
    const at = await room();
    at.fake.build.deleteChannel(at.channel);
    expect(await at.find(at.channel)).toBeNull();
  });
});

describe('a post of several messages', () => {
  test.each(cases)('that broke off by $name $when a part is gone on with', async (c) => {
    const at = await room();
    const whole = at.fake.build.channel(at.guild);
    await at.post(whole, long);
    const count = idsIn(at, whole).length;
    expect(count).toBe(3);
    // The first stands; the second is lost.
    at.fake.faults.add({ on: SEND, when: 'after', fault: { kind: 'reset' }, times: 1 });
    await at.post(at.channel, long);
    expect(await at.find(at.channel)).toBeNull();
    at.fake.faults.add({ on: SEND, when: c.when, fault: c.fault, times: 1 });
    expect(await at.post(at.channel, long)).toMatchObject({ kind: 'ambiguous' });
    // Longer than Discord remembers nonces.
    at.time.advance(HOUR);
    expect(await at.find(at.channel)).toBeNull();
    const [first] = idsIn(at, at.channel);
    expect(await at.post(at.channel, long)).toEqual({ kind: 'sent', id: first });
    expect(idsIn(at, at.channel)).toHaveLength(count);
    expect(await at.find(at.channel)).toBe(first);
    expect(at.fake.troubles()).toEqual([]);
  });

  test('that broke off in a forum is gone on with in its thread', async () => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    at.fake.faults.add({ on: SEND, when: 'before', fault: { kind: 'reset' }, times: 1 });
    expect(await at.post(forum, long)).toMatchObject({ kind: 'ambiguous' });
    expect(await at.find(forum)).toBeNull();
    const [thread] = threadsOf(at, forum);
    expect(await at.post(forum, long)).toEqual({ kind: 'sent', id: thread?.id });
    expect(threadsOf(at, forum)).toHaveLength(1);
    expect(idsIn(at, thread!)).toHaveLength(3);
    expect(await at.find(forum)).toBe(thread?.id);
  });
});

describe('it cannot be told', () => {
  test('without Read Message History, where Discord shows an empty list', async () => {
    const at = await room();
    await at.post(at.channel);
    at.fake.build.overwrite(at.channel, at.everyone, { deny: ['READ_MESSAGE_HISTORY'] });
    await expect(at.find(at.channel)).rejects.toThrow('Read Message History');
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    at.fake.build.overwrite(forum, at.everyone, { deny: ['READ_MESSAGE_HISTORY'] });
    await expect(at.find(forum)).rejects.toThrow('Read Message History');
  });

  test('where the channel cannot be seen', async () => {
    const at = await room();
    at.fake.build.overwrite(at.channel, at.everyone, { deny: ['VIEW_CHANNEL'] });
    await expect(at.find(at.channel)).rejects.toThrow('Missing Access');
  });

  test.each(broken)('after %s', async (_name, fault) => {
    const at = await room();
    await at.post(at.channel);
    at.fake.faults.add({ on: LIST, when: 'before', fault, times: 1 });
    await expect(at.find(at.channel)).rejects.toThrow();
    expect(await at.find(at.channel)).not.toBeNull();
  });

  test('in a channel that says more in a day than can be read', async () => {
    const at = await room();
    at.chat(at.channel, 4_100);
    await expect(at.find(at.channel)).rejects.toThrow('more than 4000 messages');
  });
});
