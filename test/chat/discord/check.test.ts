import { describe, expect, test } from 'vitest';
import { discord } from '../../../src/chat/discord/index.ts';
import { Secret } from '../../../src/lib/secret.ts';
import { EVERYBODY } from '../../../src/news/tenant.ts';
import { closedRoom, goOnline } from './newsroom.ts';

describe('without a token', () => {
  test('there is no Discord', async () => {
    const { opening } = await closedRoom();
    expect(await discord.open(opening)).toBeNull();
    const secret = () => new Secret('x');
    expect((await discord.open({ ...opening, secret }))?.name).toBe('discord');
  });
});

describe('check', () => {
  test('finds everything well where it is, and shows the invitation', async () => {
    const room = await closedRoom();
    await goOnline(room);
    const place = { tenant: `discord:${room.guild.id}`, channel: room.channel.id };
    const findings = await room.platform.check([place]);
    expect(findings.filter(({ remedy }) => remedy !== null)).toEqual([]);
    const said = findings.map(({ what }) => what).join('\n');
    expect(said).toContain('Discord knows it as Crier');
    expect(said).toContain('/story');
    expect(said).toContain('channel #news: I can see it and post in it');
    const [, invitation = ''] = /invite it with (\S+)/.exec(said) ?? [];
    const url = new URL(invitation);
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
    expect(url.searchParams.get('permissions')).toBe('274877991936');
    expect(url.searchParams.get('client_id')).toBe(room.fake.applicationId);
    expect(room.fake.troubles()).toEqual([]);
  });

  test('says what to do about a token that Discord refuses, and nothing else', async () => {
    const room = await closedRoom({ token: 'wrong' });
    expect(await room.platform.check()).toEqual([
      {
        what: 'token: Discord refused it',
        remedy: expect.stringContaining('Reset Token'),
      },
    ]);
  });

  test('says where Discord cannot be reached', async () => {
    const room = await closedRoom();
    await room.fake.close();
    const [finding] = await room.platform.check();
    expect(finding?.remedy).toContain('reaches https://discord.com');
  });

  test('says that no command is registered yet', async () => {
    const room = await closedRoom();
    const findings = await room.platform.check();
    expect(findings.find(({ what }) => what.includes('none are registered'))?.remedy).toContain(
      'Start Crier',
    );
  });

  test('names the very permissions that are missing in a channel and how to grant them', async () => {
    const room = await closedRoom();
    const { fake, guild } = room;
    const everyone = guild.roles.get(guild.id)!;
    const narrow = fake.build.channel(guild, { name: 'narrow' });
    fake.build.overwrite(narrow, everyone, { deny: ['EMBED_LINKS', 'SEND_MESSAGES_IN_THREADS'] });
    const thread = fake.build.channel(guild, {
      kind: 'publicThread',
      parent: narrow,
      name: 'talk',
    });
    const unseen = fake.build.channel(guild);
    fake.build.overwrite(unseen, everyone, { deny: ['VIEW_CHANNEL'] });
    const allowed = fake.build.channel(guild, { name: 'allowed' });
    fake.build.overwrite(allowed, everyone, { deny: ['SEND_MESSAGES'] });
    fake.build.overwrite(allowed, fake.world.bot, { allow: ['SEND_MESSAGES'] });
    const category = fake.build.channel(guild, { kind: 'category', name: 'all' });
    const tenant = `discord:${guild.id}`;
    const findings = await room.platform.check([
      { tenant, channel: narrow.id },
      { tenant, channel: thread.id },
      { tenant, channel: unseen.id },
      { tenant, channel: allowed.id },
      { tenant, channel: category.id },
      { tenant, channel: '12345678901234567' },
      { tenant: 'discord:1', channel: allowed.id },
      { tenant: EVERYBODY, channel: allowed.id },
    ]);
    const places = findings.slice(-8);
    expect(places.map(({ what }) => what)).toEqual([
      'channel #narrow: I lack Embed Links, Send Messages in Threads',
      'channel #talk: I lack Embed Links, Send Messages in Threads',
      `channel ${unseen.id}: I cannot see it`,
      'channel #allowed: I can see it and post in it',
      'channel #all: it is a category',
      'channel 12345678901234567: there is none of that number',
      'channel #allowed: it is not of discord:1',
      'channel #allowed: I can see it and post in it',
    ]);
    expect(places[0]?.remedy).toContain('#narrow → Permissions');
    expect(places[2]?.remedy).toContain('View Channel');
    expect(places.map(({ remedy }) => remedy === null)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
