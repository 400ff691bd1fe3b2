import { describe, expect, test } from 'vitest';
import { bodiesOf } from '../../../src/chat/discord/commands.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import { closedRoom, goOnline, type Room } from './newsroom.ts';

const changes = ({ fake }: Room) =>
  fake.calls.filter(({ route, method }) => route.includes('/commands') && method !== 'GET');

const named = ({ fake }: Room, guildId: string | null) =>
  [...fake.world.commands.values()]
    .filter((one) => one.guildId === guildId)
    .map(({ body }) => body.name)
    .sort();

describe('what is registered', () => {
  test('has a sub-command for each command of a group, managers apart', () => {
    const bodies = bodiesOf(COMMANDS);
    expect(bodies.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['story', 'ask', 'digest', 'news', 'news-admin']),
    );
    const admin = bodies.find(({ name }) => name === 'news-admin');
    expect(admin).toMatchObject({ default_member_permissions: '32', contexts: [0] });
    const feed = (admin?.options ?? []).find(({ name }) => name === 'feed');
    const add = expect.objectContaining({ type: 1, name: 'add' });
    expect(feed).toMatchObject({ type: 2, options: expect.arrayContaining([add]) });
  });

  test('suggests, offers choices and asks for what is needed first', () => {
    const [story, ask] = bodiesOf(COMMANDS);
    expect(story?.options).toMatchObject([
      { name: 'query', type: 3, required: true, autocomplete: true },
      {
        name: 'view',
        type: 3,
        choices: expect.arrayContaining([{ name: 'quotes', value: 'quotes' }]),
      },
      { name: 'since', type: 3 },
      { name: 'share', type: 5 },
    ]);
    expect(ask?.options?.[1]).toMatchObject({ name: 'story', autocomplete: true });
  });

  test('says what each command and option is for in the reader’s language, its name in one for all', () => {
    const [story] = bodiesOf(COMMANDS);
    expect(story).toMatchObject({
      name: 'story',
      description: 'One story with its sources and quotes',
      description_localizations: {
        de: 'Eine Geschichte mit Quellen und Zitaten',
        'es-ES': 'Una noticia con sus fuentes y citas',
        fr: 'Un sujet avec ses sources et ses citations',
      },
    });
    expect(story).not.toHaveProperty('name_localizations');
    expect(story?.options?.[1]).toMatchObject({
      name: 'view',
      description_localizations: { de: 'was davon gezeigt wird' },
    });
  });
});

describe('registering', () => {
  test('makes what is not there, and changes nothing at the next start', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    expect(named(room, null)).toEqual(
      expect.arrayContaining(['ask', 'digest', 'news', 'news-admin', 'story']),
    );
    await first.end();
    const before = changes(room).length;
    await goOnline(room, room.make());
    expect(changes(room)).toHaveLength(before);
    expect(room.fake.troubles()).toEqual([]);
  });

  test('changes what differs, removes what is gone, and leaves the rest alone', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    await first.end();
    const { commands } = room.fake.world;
    const story = [...commands.values()].find(({ body }) => body.name === 'story');
    Object.assign(story!.body, { description: 'as it was last year' });
    const ask = [...commands.values()].find(({ body }) => body.name === 'ask');
    commands.set('77', { ...ask!, id: '77', body: { ...ask!.body, name: 'recap' } });
    const before = changes(room).length;
    await goOnline(room, room.make());
    expect(
      changes(room)
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['PUT']);
    expect(named(room, null)).not.toContain('recap');
    expect([...commands.values()].find(({ body }) => body.name === 'story')?.body.description).toBe(
      'One story with its sources and quotes',
    );
    expect(room.fake.troubles()).toEqual([]);
  });

  test('changes a single command by itself', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    await first.end();
    const { commands } = room.fake.world;
    const story = [...commands.values()].find(({ body }) => body.name === 'story');
    Object.assign(story!.body, { description: 'as it was last year' });
    const before = changes(room).length;
    await goOnline(room, room.make());
    expect(
      changes(room)
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['PATCH']);
  });

  test('in one server only, while developing; those are taken back later', async () => {
    const room = await closedRoom({ guild: true });
    const first = await goOnline(room);
    expect(named(room, room.guild.id)).toContain('story');
    expect(named(room, null)).toEqual([]);
    await first.end();
    const everywhere = { ...room.opening.settings, discord: { guild: null } };
    Object.assign(room.opening, { settings: everywhere });
    await goOnline(room, room.make());
    expect(named(room, room.guild.id)).toEqual([]);
    expect(named(room, null)).toContain('story');
    expect(room.fake.troubles()).toEqual([]);
  });

  test('in one server only takes back those that were everywhere, and nothing else', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    await first.end();
    const { commands } = room.fake.world;
    const [story] = [...commands.values()];
    // An activity's entry point is Discord's own.
    commands.set('77', { ...story!, id: '77', body: { ...story!.body, name: 'launch', type: 4 } });
    const here = { ...room.opening.settings, discord: { guild: room.guild.id } };
    Object.assign(room.opening, { settings: here });
    await goOnline(room, room.make());
    expect(named(room, room.guild.id)).toContain('story');
    expect(named(room, null)).toEqual(['launch']);
    expect(room.fake.troubles()).toEqual([]);
  });

  test('is tried again when Discord is down', async () => {
    const room = await closedRoom();
    room.fake.faults.add({
      on: 'GET /applications/{application_id}/commands',
      when: 'before',
      fault: { kind: 'status', status: 502 },
      times: 2,
    });
    await goOnline(room);
    expect(named(room, null)).toContain('story');
  });
});
