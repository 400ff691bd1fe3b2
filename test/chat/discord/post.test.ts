import { beforeAll, describe, expect, test } from 'vitest';
import { type Message, message, sentence, text } from '../../../src/chat/message.ts';
import type { Fault } from '../../support/discord/faults.ts';
import { dmWith } from '../../support/discord/routes/channels.ts';
import type { Channel, ChannelKind } from '../../support/discord/state.ts';
import { readDescription } from './description.ts';
import { closedRoom, type Room, type RoomOptions, soon, wordsOf } from './newsroom.ts';

const SEND = 'POST /channels/{channel_id}/messages';
const POST = 'POST /channels/{channel_id}/threads';

const digest: Message = message([
  { kind: 'heading', level: 1, runs: [text('News digest · Tuesday')] },
  { kind: 'heading', level: 2, runs: [text('1. Harbour closed')] },
  { kind: 'paragraph', runs: [text('A crane fell into the dock.')] },
  { kind: 'buttons', buttons: [{ label: 'Open', press: 'answer', line: '/story #1' }] },
]);

async function room(options: RoomOptions = {}) {
  const made = await closedRoom({ ...options, waits: { requestMs: 1_000, ...options.waits } });
  const post = (channel: Channel, shown = digest, key = 'edition-1') =>
    made.platform.post({ tenant: `discord:${made.guild.id}`, channel: channel.id }, shown, key);
  return { ...made, post };
}

const standing = ({ fake }: Room, channel: Channel) => fake.messagesIn(channel);

beforeAll(readDescription);

describe('posting', () => {
  test.each<ChannelKind>(['text', 'announcement', 'voice'])('in a %s channel', async (kind) => {
    const at = await room();
    const channel = at.fake.build.channel(at.guild, { kind });
    const posted = await at.post(channel);
    const [message] = standing(at, channel);
    expect(posted).toEqual({ kind: 'sent', id: message?.id });
    expect(wordsOf(message!)).toContain('Harbour closed');
    expect(JSON.stringify(message?.components)).toContain('1a~edition-1 /story #1');
    expect(at.fake.troubles()).toEqual([]);
  });

  test('in a thread', async () => {
    const at = await room();
    const thread = at.fake.build.channel(at.guild, { kind: 'publicThread', parent: at.channel });
    expect(await at.post(thread)).toMatchObject({ kind: 'sent' });
    expect(standing(at, thread)).toHaveLength(1);
  });

  test('in a forum: a post with the heading as its name, with a tag where one is required', async () => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, {
      kind: 'forum',
      tagRequired: true,
      tags: [{ name: 'rules', moderated: true }, { name: 'chat' }, { name: 'News' }],
    });
    const posted = await at.post(forum);
    expect(posted).toMatchObject({ kind: 'sent' });
    const thread = [...at.fake.world.channels.values()].find(
      ({ parentId }) => parentId === forum.id,
    );
    expect(thread?.name).toBe('News digest · Tuesday');
    expect(thread?.thread?.appliedTags).toEqual([forum.tags[2]?.id]);
    expect(at.fake.troubles()).toEqual([]);
  });

  test('in a forum that has begun to require a tag since', async () => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum', tags: [{ name: 'chat' }] });
    await at.post(forum);
    Object.assign(forum, { tagRequired: true });
    expect(await at.post(forum, digest, 'edition-2')).toMatchObject({ kind: 'sent' });
    Object.assign(forum, { tags: [] });
    expect(await at.post(forum, digest, 'edition-3')).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('tag'),
    });
  });

  test('the same twice makes one message', async () => {
    const at = await room();
    const first = await at.post(at.channel);
    expect(await at.post(at.channel)).toEqual(first);
    expect(standing(at, at.channel)).toHaveLength(1);
  });

  test('a long one goes on in further messages, each once', async () => {
    const at = await room();
    const long = message([
      { kind: 'heading', level: 1, runs: [text('Long')] },
      { kind: 'heading', level: 2, runs: [text('Very')] },
      {
        kind: 'paragraph',
        runs: [text('All work and no play makes a dull paragraph. '.repeat(600))],
      },
    ]);
    expect(await at.post(at.channel, long)).toMatchObject({ kind: 'sent' });
    const count = standing(at, at.channel).length;
    expect(count).toBeGreaterThan(4);
    await at.post(at.channel, long);
    expect(standing(at, at.channel)).toHaveLength(count);
    expect(at.fake.troubles()).toEqual([]);
  });

  test('messages of one channel keep their order; a channel that hangs holds no other', async () => {
    const at = await room();
    const other = at.fake.build.channel(at.guild);
    at.fake.faults.add({ on: SEND, when: 'before', fault: { kind: 'hang' }, times: 1 });
    const hanging = at.post(at.channel, sentence('first'), 'k1');
    const behind = at.post(at.channel, sentence('second'), 'k2');
    // Let the first one reach Discord and hang there.
    await soon(() => at.fake.calls.some(({ route }) => route === SEND));
    const order: string[] = [];
    await Promise.all([
      at.post(other, sentence('elsewhere'), 'k3').then(() => order.push('elsewhere')),
      hanging.then(() => order.push('first')),
      behind.then(() => order.push('second')),
    ]);
    expect(order).toEqual(['elsewhere', 'first', 'second']);
    expect(await hanging).toMatchObject({ kind: 'ambiguous' });
    expect(standing(at, at.channel).map(({ content }) => content)).toEqual(['second']);
  });
});

describe('what became of a post', () => {
  const broken: readonly [string, Fault][] = [
    ['a reset', { kind: 'reset' }],
    ['a hang', { kind: 'hang' }],
    ['a 502', { kind: 'status', status: 502 }],
    ['a body that is no JSON', { kind: 'garbage' }],
  ];
  const moments = ['before', 'after'] as const;
  const cases = broken.flatMap(([name, fault]) => moments.map((when) => ({ name, fault, when })));

  test.each(cases)(
    '$name $when the effect is ambiguous, and a second try leaves one',
    async (c) => {
      const at = await room();
      at.fake.faults.add({ on: SEND, when: c.when, fault: c.fault, times: 1 });
      expect(await at.post(at.channel)).toMatchObject({ kind: 'ambiguous' });
      expect(standing(at, at.channel)).toHaveLength(c.when === 'after' ? 1 : 0);
      expect(await at.post(at.channel)).toMatchObject({ kind: 'sent' });
      expect(standing(at, at.channel)).toHaveLength(1);
      expect(at.fake.calls.filter(({ route }) => route === SEND)).toHaveLength(2);
    },
  );

  test.each(cases)('in a forum $name $when the effect is ambiguous and sent once', async (c) => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    at.fake.faults.add({ on: POST, when: c.when, fault: c.fault, times: 1 });
    expect(await at.post(forum)).toMatchObject({ kind: 'ambiguous' });
    expect(at.fake.calls.filter(({ route }) => route === POST)).toHaveLength(1);
  });

  test('a 429 is busy for as long as it says, without a second request', async () => {
    const at = await room();
    at.fake.faults.add({
      on: SEND,
      when: 'before',
      fault: { kind: 'limited', retryAfter: 3 },
      times: 1,
    });
    const posted = await at.post(at.channel);
    expect(posted).toMatchObject({ kind: 'busy' });
    expect(posted.kind === 'busy' && posted.retryAfterMs).toBeGreaterThanOrEqual(3_000);
    expect(at.fake.calls.filter(({ route }) => route === SEND)).toHaveLength(1);
  });

  test('a 429 that does not say how long is busy for a while', async () => {
    const at = await room();
    at.fake.faults.add({ on: SEND, when: 'before', fault: { kind: 'limited', retryAfter: null } });
    const posted = await at.post(at.channel);
    expect(posted.kind === 'busy' && posted.retryAfterMs).toBeGreaterThanOrEqual(1_000);
    expect(at.fake.calls.filter(({ route }) => route === SEND)).toHaveLength(1);
  });

  test('nothing was posted where not even the channel could be asked for', async () => {
    const at = await room();
    at.fake.faults.add({
      on: 'GET /channels/{channel_id}',
      when: 'before',
      fault: { kind: 'reset' },
      times: 1,
    });
    expect(await at.post(at.channel)).toMatchObject({ kind: 'busy' });
    expect(await at.post(at.channel)).toMatchObject({ kind: 'sent' });
  });

  test('a place that is closed or gone says so', async () => {
    const at = await room();
    const everyone = at.guild.roles.get(at.guild.id)!;
    const unseen = at.fake.build.channel(at.guild);
    at.fake.build.overwrite(unseen, everyone, { deny: ['VIEW_CHANNEL'] });
    const mute = at.fake.build.channel(at.guild);
    at.fake.build.overwrite(mute, everyone, { deny: ['SEND_MESSAGES'] });
    const deleted = at.fake.build.channel(at.guild);
    at.fake.build.deleteChannel(deleted);
    const category = at.fake.build.channel(at.guild, { kind: 'category' });
    const thread = at.fake.build.channel(at.guild, { kind: 'publicThread', parent: at.channel });
    at.fake.build.archive(thread, true);
    for (const channel of [unseen, mute, deleted, category, thread]) {
      expect(await at.post(channel, digest, channel.id)).toMatchObject({ kind: 'gone' });
    }
  });

  test('a post that would lose its embeds is taken back, with the permission that is missing', async () => {
    const at = await room();
    at.fake.build.overwrite(at.channel, at.guild.roles.get(at.guild.id)!, {
      deny: ['EMBED_LINKS'],
    });
    expect(await at.post(at.channel)).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('Embed Links'),
    });
    expect(standing(at, at.channel)).toEqual([]);
  });

  test('a channel of another server takes nothing', async () => {
    const at = await room();
    const place = { tenant: 'discord:1', channel: at.channel.id };
    expect(await at.platform.post(place, digest, 'k')).toMatchObject({ kind: 'gone' });
    expect(standing(at, at.channel)).toEqual([]);
  });

  test('a token that was taken back is revoked, and serves again when it is given back', async () => {
    const at = await room();
    at.fake.world.token = null;
    expect(await at.post(at.channel)).toMatchObject({ kind: 'revoked' });
    at.fake.world.token = at.fake.token;
    expect(await at.post(at.channel)).toMatchObject({ kind: 'sent' });
  });

  test('what somebody has deleted is not posted again', async () => {
    const at = await room();
    const posted = await at.post(at.channel);
    if (posted.kind !== 'sent') throw new Error(posted.kind);
    at.fake.world.messages.get(posted.id)!.deleted = true;
    expect(await at.post(at.channel)).toMatchObject({ kind: 'refused' });
  });

  test('in a private conversation it reaches only whom it is for', async () => {
    const at = await room();
    at.fake.build.member(at.guild, at.reader.user);
    const asked = { tenant: `discord:dm:${at.reader.id}` };
    const dm = dmWith(at.fake.world, at.reader.id);
    expect(await at.platform.post({ ...asked, channel: dm.id }, digest, 'k')).toMatchObject({
      kind: 'sent',
    });
    at.reader.user.dms = false;
    expect(await at.platform.post({ ...asked, channel: dm.id }, digest, 'k2')).toMatchObject({
      kind: 'gone',
    });
  });

  test('the sample newsroom is marked on every message', async () => {
    const at = await room({ sample: true });
    await at.post(at.channel);
    await at.post(at.channel, sentence('one'), 'k2');
    for (const { content } of standing(at, at.channel)) expect(content).toContain('SAMPLE');
  });
});
