import { type APIInteraction, ChannelType } from 'discord.js';
import { expect, test } from 'vitest';
import { createRest } from '../../../src/chat/discord/rest.ts';
import { createThreadStory } from '../../../src/chat/discord/thread-story.ts';
import { Secret } from '../../../src/lib/secret.ts';
import { openRoom } from './newsroom.ts';

test('a thread that was asked about before we knew who we are is looked at again', async () => {
  const room = await openRoom();
  const where = { channel: room.channel };
  await room.reader.slash('/story', { query: '#1', share: true }, where).answer();
  const [card] = room.fake.messagesIn(room.channel);
  const rest = createRest({
    token: new Secret(room.fake.token),
    api: room.fake.url,
    timeoutMs: 5_000,
    log: room.opening.log,
  });
  let bot: string | undefined;
  const storyOf = createThreadStory(rest, () => bot, room.opening.log);
  const asked = {
    channel: { id: card!.id, type: ChannelType.PublicThread, parent_id: room.channel.id },
  } as unknown as APIInteraction;
  expect(await storyOf(asked)).toBeNull();
  bot = room.fake.world.bot.id;
  expect(await storyOf(asked)).toBe(1);
});
