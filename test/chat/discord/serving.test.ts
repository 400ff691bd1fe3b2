import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/lib/errors.ts';
import { closedRoom, goOnline, openRoom, type Room, soon, wordsOf } from './newsroom.ts';

const answers = async (room: Room) =>
  wordsOf(
    await room.reader.slash('/story', { query: 'crane' }, { channel: room.channel }).answer(),
  );

const mistakes = ({ lines }: Room) => lines.filter(({ level }) => level === 'error');

describe('going online', () => {
  test('a wrong token ends it with the remedy', async () => {
    const room = await closedRoom({ token: 'a.wrong.one' });
    const serving = room.platform.serve(room.answering, new AbortController().signal);
    await expect(serving).rejects.toThrow(UserError);
    await expect(serving).rejects.toThrow('CRIER_DISCORD_TOKEN');
  });

  test('waits for a Discord that is down', async () => {
    const room = await closedRoom();
    room.fake.faults.add({
      on: 'GET /gateway/bot',
      when: 'before',
      fault: { kind: 'status', status: 503 },
      times: 1,
    });
    await goOnline(room);
    expect(await answers(room)).toContain('harbour');
    expect(room.lines.some(({ what }) => what === 'discord connection was lost')).toBe(true);
  });

  test('asks to hear of servers and nothing else', async () => {
    const room = await openRoom();
    expect(room.fake.gateway.live.map(({ intents }) => intents)).toEqual([1]);
  });

  test('says nothing of its token in the log', async () => {
    const room = await openRoom();
    await answers(room);
    expect(JSON.stringify(room.lines)).not.toContain(room.fake.token);
  });

  test('ends when it is told to, after what is being answered', async () => {
    let go: () => void = () => {};
    const waiting = new Promise<void>((done) => {
      go = done;
    });
    const room = await closedRoom({
      answering: (real) => ({
        ...real,
        prepare: (said, asker) => ({
          shared: false,
          answer: async () => {
            await waiting;
            return real.prepare(said, asker).answer();
          },
        }),
      }),
    });
    const { end } = await goOnline(room);
    const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
    await asked.acknowledged();
    const ended = end();
    go();
    await ended;
    expect(wordsOf(await asked.answer())).toContain('harbour');
    expect(room.fake.gateway.live).toEqual([]);
  });
});

describe('breaks', () => {
  test.each([4000, 4007, 4009])('after close %i it comes back', async (code) => {
    const room = await openRoom();
    room.fake.gateway.close(code);
    await room.fake.gateway.connected(2);
    expect(await answers(room)).toContain('harbour');
    expect(mistakes(room)).toEqual([]);
  });

  test('after an invalid session it begins a new one', async () => {
    const room = await openRoom();
    room.fake.gateway.invalidate(false);
    await room.fake.gateway.connected(2);
    expect(await answers(room)).toContain('harbour');
  });

  test.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'close %i ends it with a remedy',
    async (code) => {
      const room = await closedRoom();
      const { serving } = await goOnline(room);
      room.fake.gateway.close(code);
      await expect(serving).rejects.toThrow(UserError);
    },
  );

  test('a line that is silent is given up for another', async () => {
    const room = await closedRoom({ waits: { awayMs: 1_500 } });
    room.fake.gateway.refusing = 'silent';
    const online = goOnline(room);
    await room.fake.until('the first line', () =>
      room.fake.gateway.count.connect > 0 ? true : undefined,
    );
    room.fake.gateway.refusing = 'no';
    await online;
    expect(await answers(room)).toContain('harbour');
  });

  test('a packet that makes no sense is logged and does no harm', async () => {
    const room = await openRoom();
    const { gateway } = room.fake;
    const dispatch = (t: string, d: unknown) =>
      gateway.raw(JSON.stringify({ op: 0, t, s: gateway.live[0]!.seq, d }));
    dispatch('INTERACTION_CREATE', {});
    dispatch('INTERACTION_CREATE', { type: 2, id: '1', token: 'x', data: null });
    dispatch('GUILD_CREATE', { id: '7' });
    dispatch('CHANNEL_CREATE', null);
    dispatch('SOMETHING_NEW', { a: 1 });
    gateway.raw('no json');
    expect(await answers(room)).toContain('harbour');
    const said = room.lines.map(({ what }) => what);
    expect(said).toContain('discord told something malformed');
    expect(said).toContain('discord interaction failed');
  });
});

describe('acknowledging', () => {
  const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
  const EDIT = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';

  const cuts = (['reset', 'hang'] as const).flatMap((kind) =>
    (['before', 'after'] as const).map((when) => ({ kind, when })),
  );
  test.each(cuts)('a $kind $when it arrived costs nobody the answer', async ({ kind, when }) => {
    const room = await openRoom();
    room.fake.faults.add({ on: CALLBACK, when, fault: { kind }, times: 1 });
    expect(await answers(room)).toContain('harbour');
  });

  test.each(['before', 'after'] as const)(
    'a 502 %s the answer stands costs nobody the answer',
    async (when) => {
      const room = await openRoom();
      room.fake.faults.add({
        on: EDIT,
        when,
        fault: { kind: 'status', status: 502 },
        times: 1,
      });
      const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
      const taken = () =>
        room.fake.calls.filter(({ route, status }) => route === EDIT && status === 200);
      await soon(() => taken().length === 1);
      expect(wordsOf(await asked.answer())).toContain('harbour');
    },
  );

  test('too late is logged and dropped', async () => {
    const room = await openRoom();
    const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
    room.time.advance(3_001);
    await soon(() => room.lines.some(({ what }) => what === 'discord interaction was lost'));
    expect(asked.interaction.acknowledged).toBeNull();
    expect(mistakes(room)).toEqual([]);
  });

  test('what was told twice is answered once', async () => {
    const room = await openRoom();
    const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
    const { payload, id, token } = asked.interaction;
    room.fake.gateway.dispatch('INTERACTION_CREATE', { ...payload, id, token }, room.guild.id);
    await asked.answer();
    expect(asked.messages()).toHaveLength(1);
  });

  test('a fault behind the scenes is said to the asker and logged', async () => {
    const room = await openRoom({
      answering: (real) => ({
        ...real,
        prepare: () => ({
          shared: false,
          answer: async () => {
            throw new Error('no such table');
          },
        }),
      }),
    });
    expect(await answers(room)).toContain('Something went wrong on my side');
    await soon(() => mistakes(room).length === 1);
  });

  test.each(['before', 'after'] as const)(
    'a fault while everybody waits is said to the asker alone, also with a 502 %s "thinking" is taken away',
    async (when) => {
      const room = await openRoom({
        answering: (real) => ({
          ...real,
          prepare: () => ({
            shared: true,
            answer: async () => {
              throw new Error('no such table');
            },
          }),
        }),
      });
      room.fake.faults.add({
        on: 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original',
        when,
        fault: { kind: 'status', status: 502 },
        times: 1,
      });
      const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
      const told = await asked.followUp();
      expect(told.content).toContain('Something went wrong on my side');
      expect(told.flags).toBe(64);
      expect(room.fake.messagesIn(room.channel)).toEqual([]);
    },
  );
});

describe('a new server', () => {
  test('is welcomed privately when a manager uses /news for the first time, and only then', async () => {
    const room = await openRoom();
    const guild = room.fake.build.guild({ name: 'another' });
    const channel = room.fake.build.channel(guild);
    room.fake.build.overwrite(channel, room.fake.world.bot, { deny: ['EMBED_LINKS'] });
    const reader = room.fake.user(room.fake.build.user());
    room.fake.build.member(guild, reader.user);
    const owner = room.fake.user(guild.ownerId);
    const byReader = reader.slash('/news help', {}, { channel });
    await byReader.answer();
    const first = owner.slash('/news list', {}, { channel });
    const told = [await first.followUp(1), await first.followUp(2), await first.followUp(3)];
    expect(told.every(({ flags }) => flags === 64)).toBe(true);
    expect(wordsOf(told[0]!)).toContain('/story');
    expect(wordsOf(told[1]!)).toContain('News digest');
    expect(wordsOf(told[2]!)).toContain('Embed Links');
    const second = owner.slash('/news list', {}, { channel });
    await second.answer();
    const third = owner.slash('/news list', {}, { channel });
    await third.answer();
    expect(second.messages()).toHaveLength(1);
    expect(byReader.messages()).toHaveLength(1);
    expect(room.fake.messagesIn(channel)).toEqual([]);
    expect(room.lines.filter(({ what }) => what === 'discord server joined')).toHaveLength(1);
    expect(room.fake.troubles()).toEqual([]);
  });

  test('whose welcome was lost on the way is welcomed at the next command', async () => {
    const room = await openRoom();
    room.fake.faults.add({
      on: 'POST /webhooks/{webhook_id}/{webhook_token}',
      when: 'before',
      fault: { kind: 'reset' },
      times: 1,
    });
    const where = { channel: room.channel };
    await room.manager.slash('/news list', {}, where).answer();
    await soon(() => mistakes(room).length === 1);
    const told = await room.manager.slash('/news list', {}, where).followUp(3);
    expect(wordsOf(told)).toContain('every permission');
  });

  test('is welcomed once, however many commands come at once', async () => {
    const room = await openRoom();
    const asked = Array.from({ length: 4 }, () =>
      room.manager.slash('/news list', {}, { channel: room.channel }),
    );
    await Promise.all(asked.map((one) => one.answer()));
    await Promise.race(asked.map((one) => one.followUp(3)));
    await room.manager.slash('/news list', {}, { channel: room.channel }).answer();
    const greetings = asked.filter((one) => one.messages().length > 1);
    expect(greetings).toHaveLength(1);
  });

  test('that was left and comes back is welcomed again', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    await room.manager.slash('/news list', {}, where).followUp(3);
    room.fake.build.leave(room.guild);
    await soon(() => room.lines.some(({ what }) => what === 'discord server left'));
    room.fake.build.join(room.guild);
    expect(wordsOf(await room.manager.slash('/news list', {}, where).followUp(3))).toContain(
      'every permission',
    );
  });
});
