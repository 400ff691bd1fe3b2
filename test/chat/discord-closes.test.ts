import { expect, test } from 'vitest';
import { openRoom, type Room, soon, wordsOf } from './discord/newsroom.ts';

// Discord docs "Opcodes and Status Codes": closes after which a client shall come back, and op 7, which asks it to.
const CLOSES = [4001, 4002, 4003, 4005, 4008, 4009] as const;
const HAPPENINGS: [string, (room: Room) => void][] = [
  ...CLOSES.map((code): [string, (room: Room) => void] => [
    `close ${code}`,
    ({ fake }) => fake.gateway.close(code),
  ]),
  ['op 7', ({ fake }) => fake.gateway.askToReconnect()],
];

const ask = (room: Room) =>
  room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });

test.for(HAPPENINGS)(
  'after %s Crier is back, answers, and answers nothing twice',
  async ([, happen]) => {
    const room = await openRoom();
    const { gateway } = room.fake;
    const before = ask(room);
    await before.answer();
    // Told on the line that breaks: whether it was heard there or is told again on the next, it is answered once.
    const meanwhile = ask(room);
    happen(room);
    await gateway.connected(2);
    const after = ask(room);
    for (const asked of [before, meanwhile, after]) {
      expect(wordsOf(await asked.answer())).toContain('harbour');
    }
    // Once more round: whatever was told again has been worked on by then.
    await ask(room).answer();
    for (const asked of [before, meanwhile, after]) expect(asked.messages()).toHaveLength(1);
    const acknowledging = room.fake.calls.filter(({ route }) => route.endsWith('/callback'));
    expect(acknowledging).toHaveLength(4);
    expect(gateway.live).toHaveLength(1);
    expect(room.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(room.fake.troubles()).toEqual([]);
  },
);

test('again and again, Crier comes back each time', async () => {
  const room = await openRoom();
  for (const [at, code] of [4001, 4002, 4001, 4002].entries()) {
    room.fake.gateway.close(code);
    await room.fake.gateway.connected(at + 2);
    expect(wordsOf(await ask(room).answer())).toContain('harbour');
  }
  await soon(() => room.fake.gateway.live.length === 1);
  expect(room.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
