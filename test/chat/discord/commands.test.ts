import { describe, expect, test } from 'vitest';
import { closedRoom, goOnline, openRoom, type Room, wordsOf } from './newsroom.ts';

const nothingWrong = ({ fake, lines }: Room) => {
  expect(fake.troubles()).toEqual([]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
};

describe('commands', () => {
  test('/story answers the asker alone, with its sources and quotes', async () => {
    const room = await openRoom();
    const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
    expect((await asked.acknowledged()).ephemeral).toBe(true);
    const answer = await asked.answer();
    const [card] = answer.embeds;
    expect(card?.title).toContain('harbour');
    expect(card?.url).toMatch(/^https:\/\/(?:courier|herald)\.example\//);
    expect(card?.description).toContain('> “We will lift it before the weekend');
    expect(card?.description).toContain('[Herald](https://herald.example/crane)');
    expect(card?.footer?.text).toContain('2 articles · 2 outlets');
    expect(room.fake.messagesIn(room.channel)).toEqual([]);
    nothingWrong(room);
  });
});
