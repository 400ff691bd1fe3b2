import { beforeAll, describe, expect, test } from 'vitest';
import {
  channel,
  type Message,
  message,
  sentence,
  strong,
  struck,
  text,
} from '../../../src/chat/message.ts';
import { HOUR } from '../../../src/lib/clock.ts';
import type { Channel } from '../../support/discord/state.ts';
import { readDescription } from './description.ts';
import { closedRoom, soon, wordsOf } from './newsroom.ts';

const EDIT = 'PATCH /channels/{channel_id}/messages/{message_id}';
const CROSSPOST = 'POST /channels/{channel_id}/messages/{message_id}/crosspost';

const card = (words: string): Message =>
  message([
    { kind: 'heading', level: 1, runs: [text('Harbour closed')] },
    { kind: 'paragraph', runs: [text(words)] },
    { kind: 'buttons', buttons: [{ label: 'Quotes', press: 'answer', line: '/story #1' }] },
  ]);
const KEY = 'card-1';

beforeAll(readDescription);

async function room() {
  const made = await closedRoom({ waits: { requestMs: 1_000 } });
  const place = (where: Channel) => ({ tenant: `discord:${made.guild.id}`, channel: where.id });
  return {
    ...made,
    place,
    async posted(where: Channel = made.channel, shown = card('A crane fell.')): Promise<string> {
      const posted = await made.platform.post(place(where), shown, KEY);
      if (posted.kind !== 'sent') throw new Error(posted.kind);
      return posted.id;
    },
    edit: (id: string, shown: Message, where: Channel = made.channel) =>
      made.platform.edit(place(where), id, shown, KEY),
  };
}

describe('editing', () => {
  test('puts one message in the place of another, and it is still found', async () => {
    const at = await room();
    const id = await at.posted();
    const runs = [struck('Two were hurt.'), text(' Nobody was hurt.')];
    const shown = message([...card('It was lifted.').blocks, { kind: 'paragraph', runs }]);
    expect(await at.edit(id, shown)).toEqual({ kind: 'edited' });
    const [now] = at.fake.messagesIn(at.channel);
    expect(now?.id).toBe(id);
    expect(wordsOf(now!)).toContain('It was lifted.');
    expect(wordsOf(now!)).toContain('~~Two were hurt.~~ Nobody was hurt.');
    expect(wordsOf(now!)).not.toContain('A crane fell');
    expect(await at.platform.find(at.place(at.channel), KEY, new Date(0))).toBe(id);
    expect(at.fake.troubles()).toEqual([]);
    expect(at.fake.everyMention()).toEqual([]);
  });

  test('leaves nothing of what stood there', async () => {
    const at = await room();
    const id = await at.posted();
    expect(await at.edit(id, sentence('It is over.'))).toEqual({ kind: 'edited' });
    const [now] = at.fake.messagesIn(at.channel);
    expect(wordsOf(now!)).toBe('It is over.');
    expect(JSON.stringify(now?.components)).not.toContain('Quotes');
    expect(at.fake.troubles()).toEqual([]);
  });

  test('the post of a forum', async () => {
    const at = await room();
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    const id = await at.posted(forum);
    expect(await at.edit(id, card('It was lifted.'), forum)).toEqual({ kind: 'edited' });
    expect(wordsOf(at.fake.messagesIn(id)[0]!)).toContain('It was lifted.');
    at.fake.build.archive(at.fake.world.channels.get(id)!);
    expect(await at.edit(id, card('Late.'), forum)).toMatchObject({ kind: 'gone' });
  });

  test('does not take what is too long for one message', async () => {
    const at = await room();
    const id = await at.posted();
    expect(await at.edit(id, card('Word after word. '.repeat(600)))).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('too long'),
    });
    expect(at.fake.calls.filter(({ route }) => route === EDIT)).toEqual([]);
  });

  test('does not put a short one in the place of the first of several', async () => {
    const at = await room();
    const id = await at.posted(at.channel, card('Word after word. '.repeat(600)));
    expect(await at.edit(id, card('Short.'))).toMatchObject({ kind: 'gone' });
    expect(at.fake.calls.filter(({ route }) => route === EDIT)).toEqual([]);
  });

  test('needs no right to read', async () => {
    const at = await room();
    const id = await at.posted();
    const everyone = at.guild.roles.get(at.guild.id)!;
    at.fake.build.overwrite(at.channel, everyone, { deny: ['READ_MESSAGE_HISTORY'] });
    expect(await at.edit(id, card('It was lifted.'))).toEqual({ kind: 'edited' });
  });

  test('ends with the message, the channel, or our right to see it', async () => {
    const at = await room();
    const deleted = await at.posted();
    at.fake.world.messages.get(deleted)!.deleted = true;
    expect(await at.edit(deleted, card('x'))).toMatchObject({ kind: 'gone' });
    const unseen = at.fake.build.channel(at.guild);
    const hidden = await at.posted(unseen);
    const everyone = at.guild.roles.get(at.guild.id)!;
    at.fake.build.overwrite(unseen, everyone, { deny: ['VIEW_CHANNEL'] });
    expect(await at.edit(hidden, card('x'), unseen)).toMatchObject({ kind: 'gone' });
    const removed = at.fake.build.channel(at.guild);
    const last = await at.posted(removed);
    at.fake.build.deleteChannel(removed);
    expect(await at.edit(last, card('x'), removed)).toMatchObject({ kind: 'gone' });
    const foreign = { tenant: 'discord:1', channel: at.channel.id };
    expect(await at.platform.edit(foreign, deleted, card('x'), KEY)).toMatchObject({
      kind: 'gone',
    });
  });

  test.each([
    ['a reset', { kind: 'reset' }],
    ['a hang', { kind: 'hang' }],
    ['a 502', { kind: 'status', status: 502 }],
  ] as const)('after %s is unknown, and the same again changes nothing', async (_name, fault) => {
    const at = await room();
    const id = await at.posted();
    at.fake.faults.add({ on: EDIT, when: 'after', fault, times: 1 });
    expect(await at.edit(id, card('It was lifted.'))).toMatchObject({ kind: 'unknown' });
    expect(await at.edit(id, card('It was lifted.'))).toEqual({ kind: 'edited' });
    expect(at.fake.messagesIn(at.channel)).toHaveLength(1);
  });

  test('is put off by a 429, and by a token that was taken back', async () => {
    const at = await room();
    const id = await at.posted();
    const fault = { kind: 'limited', retryAfter: 3 } as const;
    at.fake.faults.add({ on: EDIT, when: 'before', fault, times: 1 });
    const busy = await at.edit(id, card('x'));
    expect(busy.kind === 'busy' && busy.retryAfterMs).toBeGreaterThanOrEqual(3_000);
    at.fake.world.token = null;
    expect(await at.edit(id, card('x'))).toMatchObject({ kind: 'unknown' });
    at.fake.world.token = at.fake.token;
    expect(await at.edit(id, card('x'))).toEqual({ kind: 'edited' });
  });
});

describe('direct messages', () => {
  test('reach the person of whatever tenant, in one conversation', async () => {
    const at = await room();
    const place = { tenant: `discord:${at.guild.id}`, channel: `@${at.reader.id}` };
    const posted = await at.platform.post(place, card('A crane fell.'), 'k1');
    if (posted.kind !== 'sent') throw new Error(posted.kind);
    await at.platform.post(place, card('It was lifted.'), 'k2');
    expect(await at.platform.edit(place, posted.id, card('It sank.'), 'k1')).toEqual({
      kind: 'edited',
    });
    const dm = at.fake.world.messages.get(posted.id)!.channelId;
    const said = at.reader.sees({ id: dm }).map(wordsOf);
    expect(said[0]).toContain('It sank.');
    expect(said[1]).toContain('It was lifted.');
    const opened = at.fake.calls.filter(({ route }) => route === 'POST /users/@me/channels');
    expect(opened).toHaveLength(1);
    expect(at.fake.troubles()).toEqual([]);
  });

  test('that are closed, or of nobody, are gone', async () => {
    const at = await room();
    const tenant = `discord:${at.guild.id}`;
    at.reader.user.dms = false;
    const closed = { tenant, channel: `@${at.reader.id}` };
    expect(await at.platform.post(closed, card('x'), 'k1')).toMatchObject({ kind: 'gone' });
    const nobody = { tenant, channel: '@123456789012345678' };
    expect(await at.platform.post(nobody, card('x'), 'k2')).toMatchObject({ kind: 'gone' });
  });

  test('are not posted where they could not be opened, and tried again', async () => {
    const at = await room();
    const place = { tenant: `discord:${at.guild.id}`, channel: `@${at.reader.id}` };
    const on = 'POST /users/@me/channels';
    at.fake.faults.add({ on, when: 'after', fault: { kind: 'reset' }, times: 1 });
    expect(await at.platform.post(place, card('x'), 'k')).toMatchObject({ kind: 'busy' });
    expect(await at.platform.post(place, card('x'), 'k')).toMatchObject({ kind: 'sent' });
  });

  test('are looked at by check', async () => {
    const at = await room();
    const findings = await at.platform.check([
      { tenant: `discord:${at.guild.id}`, channel: `@${at.reader.id}` },
    ]);
    expect(findings.at(-1)).toEqual({
      what: `direct messages of ${at.reader.id}: they can be opened`,
      remedy: null,
    });
  });
});

describe('announcement channels', () => {
  const isPublished = (at: Awaited<ReturnType<typeof room>>, id: string) =>
    ((at.fake.world.messages.get(id)?.flags ?? 0) & 1) === 1;

  test('publish what is posted there, others do not', async () => {
    const at = await room();
    const news = at.fake.build.channel(at.guild, { kind: 'announcement' });
    const id = await at.posted(news);
    await soon(() => isPublished(at, id));
    await at.posted();
    expect(at.fake.calls.filter(({ route }) => route === CROSSPOST)).toHaveLength(1);
  });

  test('a post stands though it could not be published', async () => {
    const at = await room();
    const news = at.fake.build.channel(at.guild, { kind: 'announcement' });
    const fault = { kind: 'limited', retryAfter: 3_600 } as const;
    at.fake.faults.add({ on: CROSSPOST, when: 'before', fault });
    const id = await at.posted(news);
    await soon(() => at.lines.some(({ what }) => what === 'discord post was not published'));
    expect(isPublished(at, id)).toBe(false);
    expect(at.fake.messagesIn(news)).toHaveLength(1);
    at.time.advance(HOUR);
  });
});

describe('channels', () => {
  test('are mentioned in texts, and are words where Discord shows no mention', async () => {
    const at = await room();
    const runs = [text('Posted in '), channel(at.channel.id), text(' and in '), channel('@1')];
    const shown = message([
      { kind: 'heading', level: 1, runs: [strong('For '), channel(at.channel.id)] },
      { kind: 'paragraph', runs },
      { kind: 'fields', fields: [{ name: 'Where', value: [channel(at.channel.id)] }] },
      { kind: 'note', runs },
    ]);
    const forum = at.fake.build.channel(at.guild, { kind: 'forum' });
    const id = await at.posted(forum, shown);
    const [now] = at.fake.messagesIn(id);
    const mention = `<#${at.channel.id}>`;
    const [embed] = now?.embeds ?? [];
    expect(embed?.title).toBeUndefined();
    expect(embed?.footer).toBeUndefined();
    expect(embed?.description).toContain(`**For** ${mention}`);
    expect(wordsOf(now!)).toContain(`Posted in ${mention} and in direct messages`);
    expect(wordsOf(now!)).toContain(`-# Posted in ${mention}`);
    expect(at.fake.world.channels.get(id)?.name).toBe('For a channel');
    expect(at.fake.troubles()).toEqual([]);
    expect(at.fake.everyMention()).toEqual([]);
  });
});
