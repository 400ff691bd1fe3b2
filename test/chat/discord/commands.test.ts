import { describe, expect, test } from 'vitest';
import { troubleSentence } from '../../../src/chat/message.ts';
import { ClientRefusal } from '../../support/discord/people.ts';
import { closedRoom, goOnline, openRoom, type Room, soon, wordsOf } from './newsroom.ts';

/** Discord refused nothing, and nothing went wrong on our side. */
const nothingWrong = ({ fake, lines }: Room) => {
  expect(fake.troubles()).toEqual([]);
  expect(fake.everyMention()).toEqual([]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
};

const idsOf = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"custom_id":"((?:\\.|[^"\\])*)"/g)].map(
    ([, id]) => JSON.parse(`"${id}"`) as string,
  );

describe('commands', () => {
  test('/story answers the asker alone, with its sources and quotes', async () => {
    const room = await openRoom();
    const asked = room.reader.slash('/story', { query: 'crane' }, { channel: room.channel });
    expect((await asked.acknowledged()).ephemeral).toBe(true);
    const [card] = (await asked.answer()).embeds;
    expect(card?.title).toContain('harbour');
    expect(card?.url).toMatch(/^https:\/\/(?:courier|herald)\.example\//);
    expect(card?.description).toContain('> “We will lift it before the weekend');
    expect(card?.description).toContain('[Herald](https://herald.example/crane)');
    expect(card?.footer?.text).toContain('2 articles · 2 outlets');
    expect(room.fake.messagesIn(room.channel)).toEqual([]);
    nothingWrong(room);
  });

  test.each([
    ['/digest', {}, 'News digest'],
    ['/ask', { question: 'what did Ada Quill say' }, 'We will lift it'],
    ['/news list', {}, 'Nothing comes here by itself yet'],
    ['/news sources', {}, 'No feeds yet'],
    ['/news status', {}, 'Articles'],
    ['/news why', { about: 'crane' }, 'crane'],
    ['/news help', {}, '/story'],
  ])('%s is answered privately', async (line, options, words) => {
    const room = await openRoom();
    const asked = room.reader.slash(line, options, { channel: room.channel });
    expect((await asked.acknowledged()).ephemeral).toBe(true);
    expect(wordsOf(await asked.answer())).toContain(words);
    nothingWrong(room);
  });

  test('a digest has one embed for each story, and a menu that opens one', async () => {
    const room = await openRoom();
    const digest = await room.reader.slash('/digest', {}, { channel: room.channel }).answer();
    expect(digest.embeds).toHaveLength(3);
    const opened = room.reader.select(digest, ['/story #2']);
    expect((await opened.acknowledged()).ephemeral).toBe(true);
    expect(wordsOf(await opened.answer())).toContain('Norrland');
    nothingWrong(room);
  });

  test('what shall be shared everybody sees, and it offers no sharing', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    await room.reader.slash('/story', { query: 'crane', share: true }, where).answer();
    const [shared] = room.fake.messagesIn(room.channel);
    expect(wordsOf(shared!)).toContain('harbour');
    expect(idsOf(shared).some((id) => id.startsWith('1s'))).toBe(false);
    expect(idsOf(shared).some((id) => id.startsWith('1a'))).toBe(true);
    nothingWrong(room);
  });

  test('a slip is said to the one who made it, although it was to be shared', async () => {
    const room = await openRoom();
    const options = { query: 'crane', since: 'long ago', share: true };
    const asked = room.reader.slash('/story', options, { channel: room.channel });
    expect((await asked.acknowledged()).ephemeral).toBe(true);
    expect((await asked.answer()).content).toContain('since: takes a span');
    expect(room.fake.messagesIn(room.channel)).toEqual([]);
    nothingWrong(room);
  });

  test('what goes wrong while a shared answer is made is said to the asker alone', async () => {
    const room = await openRoom({
      answering: (real) => ({
        ...real,
        prepare: () => ({ shared: true, answer: async () => troubleSentence('Nothing works.') }),
      }),
    });
    const options = { query: 'crane', share: true };
    const asked = room.reader.slash('/story', options, { channel: room.channel });
    const told = await asked.followUp();
    expect([told.content, told.flags]).toEqual(['Nothing works.', 64]);
    expect(room.fake.messagesIn(room.channel)).toEqual([]);
    nothingWrong(room);
  });

  test('no hit says so; several are offered to choose from', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const none = await room.reader.slash('/story', { query: 'volcano' }, where).answer();
    expect(wordsOf(none)).toContain('No story holds all of “volcano”');
    const several = await room.reader.slash('/story', { query: 'kelmouth' }, where).answer();
    expect(wordsOf(several)).toContain('Which one?');
    const chosen = await room.reader.select(several, ['/story #3']).answer();
    expect(wordsOf(chosen)).toContain('bakery');
    nothingWrong(room);
  });

  test('stories are suggested while one is typed', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const choices = await room.reader.type('/story', 'query', 'kel', where);
    expect(choices.map(({ name }) => name)).toContain(
      'Kelmouth bakery wins the golden rye for its bread',
    );
    const [first] = choices;
    const answer = await room.reader
      .slash('/story', { query: String(first?.value) }, where)
      .answer();
    expect(wordsOf(answer)).toContain('Kelmouth');
    const numbers = await room.reader.type('/ask', 'story', '', where, { question: 'who?' });
    expect(numbers.every(({ value }) => /^#\d+$/.test(String(value)))).toBe(true);
    nothingWrong(room);
  });

  test('suggestions that never come are an empty list', async () => {
    const room = await openRoom({
      answering: (real) => ({ ...real, suggest: () => new Promise(() => {}) }),
    });
    expect(await room.reader.type('/story', 'query', 'kel', { channel: room.channel })).toEqual([]);
    nothingWrong(room);
  });

  test('long headlines are suggested within the limits, letters whole', async () => {
    const long = '👨‍👩‍👧'.repeat(60);
    const room = await openRoom({
      answering: (real) => ({
        ...real,
        suggest: async () =>
          Array.from({ length: 40 }, (_, i) => ({ label: `${i} ${long}`, value: `#${i}` })),
      }),
    });
    const choices = await room.reader.type('/story', 'query', 'x', { channel: room.channel });
    expect(choices).toHaveLength(25);
    expect(choices[0]?.name).toMatch(/^0 (?:👨‍👩‍👧)+…$/u);
    nothingWrong(room);
  });

  test('a private conversation with Crier is a place of its own', async () => {
    const room = await openRoom({
      news: [
        { title: 'For everybody: a bridge opens', text: 'A bridge opens for everybody today.' },
        {
          url: 'https://secret.example/1',
          title: 'For the newsroom alone: a tunnel opens',
          text: 'A tunnel opens for the newsroom alone.',
          tenant: 'discord:999',
        },
      ],
    });
    const answer = await room.reader.slash('/digest').answer();
    expect(wordsOf(answer)).toContain('bridge');
    expect(wordsOf(answer)).not.toContain('tunnel');
    nothingWrong(room);
  });
});

describe('managing', () => {
  test('the client offers /news-admin to managers only, and not in private', async () => {
    const room = await openRoom();
    const line = '/news-admin feed check';
    expect(() => room.reader.slash(line, {}, { channel: room.channel })).toThrow(ClientRefusal);
    expect(() => room.manager.slash(line)).toThrow('cannot be used here');
    await room.manager.slash(line, {}, { channel: room.channel }).answer();
    nothingWrong(room);
  });

  test('who gets at it all the same is refused by us, with whom to ask', async () => {
    const room = await openRoom();
    // An administrator has granted the command to everybody.
    for (const command of room.fake.world.commands.values()) {
      Object.assign(command.body, { default_member_permissions: null });
    }
    const options = { url: 'https://news.example/feed' };
    const where = { channel: room.channel };
    const asked = room.reader.slash('/news-admin feed add', options, where);
    expect((await asked.answer()).content).toContain('is for members with Manage Server');
    nothingWrong(room);
  });

  test('help names the commands as they are called here', async () => {
    const room = await openRoom();
    const asked = room.manager.slash('/news help', {}, { channel: room.channel });
    const help = () => asked.messages().map(wordsOf).join('\n');
    await soon(() => help().includes('/news-admin feed add'));
    expect(help()).not.toContain('/news feed add');
  });
});

describe('buttons', () => {
  test('answer privately, also under a card that everybody sees', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const shared = room.reader.slash('/story', { query: 'crane', share: true }, where);
    const quotes = room.manager.press(await shared.answer(), 'Quotes');
    expect((await quotes.acknowledged()).ephemeral).toBe(true);
    expect(wordsOf(await quotes.answer())).toContain('before the weekend');
    nothingWrong(room);
  });

  test('Share shows everybody what one person sees', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    await room.reader.press(card, 'Share').answer();
    const [shared] = room.fake.messagesIn(room.channel);
    expect(shared?.embeds[0]?.title).toBe(card.embeds[0]?.title);
    nothingWrong(room);
  });

  test('Share pressed twice shares once, and again a minute later', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    const [first, second] = [room.reader.press(card, 'Share'), room.reader.press(card, 'Share')];
    await first.answer();
    expect((await second.acknowledged()).ephemeral).toBe(true);
    expect((await second.answer()).content).toContain('a moment ago');
    expect(room.fake.messagesIn(room.channel)).toHaveLength(1);
    room.time.advance(60_000);
    await room.reader.press(card, 'Share').answer();
    expect(room.fake.messagesIn(room.channel)).toHaveLength(2);
    nothingWrong(room);
  });

  test('Share may be pressed again at once when nothing came of it', async () => {
    let failures = 1;
    const room = await openRoom({
      answering: (real) => ({
        ...real,
        prepare: (said, asker) => {
          const prepared = real.prepare(said, asker);
          if (!prepared.shared || failures-- === 0) return prepared;
          return { ...prepared, answer: async () => troubleSentence('Nothing works.') };
        },
      }),
    });
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    expect((await room.reader.press(card, 'Share').followUp()).content).toBe('Nothing works.');
    await room.reader.press(card, 'Share').answer();
    expect(room.fake.messagesIn(room.channel)).toHaveLength(1);
    nothingWrong(room);
  });

  test('Ask opens a window, and the question is about its story', async () => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    const window = room.reader.press(card, 'Ask');
    expect(await window.modal()).toMatchObject({ title: 'Ask about this' });
    const question = 'what did "Ada Quill"\nsay?';
    const asked = room.reader.submit(window, { question });
    expect((await asked.acknowledged()).ephemeral).toBe(true);
    expect(wordsOf(await asked.answer())).toContain('before the weekend');
    nothingWrong(room);
  });

  test('work after a restart', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    await first.end();
    await goOnline(room, room.make());
    expect(wordsOf(await room.reader.press(card, 'Quotes').answer())).toContain('weekend');
    nothingWrong(room);
  });

  test('whose line is too long for them keep it, over a restart too', async () => {
    const room = await closedRoom();
    const first = await goOnline(room);
    const question = `what did Ada Quill say ${'about the crane in the dock '.repeat(8)}`.trim();
    const asked = room.reader.slash('/ask', { question }, { channel: room.channel });
    const answer = await asked.answer();
    expect(idsOf(answer)).toEqual([expect.stringMatching(/^1s =[0-9a-f]{32}$/)]);
    await first.end();
    await goOnline(room, room.make());
    const shared = await room.reader.press(answer, 'Share').answer();
    expect(wordsOf(shared)).toBe(wordsOf(answer));
    expect(room.fake.messagesIn(room.channel)).toHaveLength(1);
    nothingWrong(room);
  });

  test.each([
    'story:12:quotes',
    '1a =0123456789abcdef0123456789abcdef',
    '1s =zz',
    '1x',
    '2a /story #1',
  ])('that nobody knows any more (%s) say so politely', async (custom_id) => {
    const room = await openRoom();
    const where = { channel: room.channel };
    const card = await room.reader.slash('/story', { query: 'crane' }, where).answer();
    const row = room.fake.world.messages.get(card.id)?.components[0]?.components as unknown as {
      custom_id: string;
    }[];
    row[0]!.custom_id = custom_id;
    const pressed = room.reader.press(card, custom_id);
    expect((await pressed.acknowledged()).ephemeral).toBe(true);
    expect((await pressed.answer()).content).toContain('too old for me');
    nothingWrong(room);
  });

  test('answer from what the presser may see, wherever the message came from', async () => {
    const room = await openRoom({
      news: [
        {
          title: 'For one server alone: a tunnel opens',
          text: 'A tunnel opens for one server alone.',
          tenant: 'discord:999',
        },
      ],
    });
    const where = { channel: room.channel };
    const list = await room.reader.slash('/story', { query: '#1' }, where).answer();
    expect(wordsOf(list)).not.toContain('tunnel');
    nothingWrong(room);
  });
});

describe("a card's thread", () => {
  async function sharedCard(room: Room) {
    const where = { channel: room.channel };
    await room.reader.slash('/story', { query: 'crane', share: true }, where).answer();
    const [card] = room.fake.messagesIn(room.channel);
    return card!;
  }

  /** What the client does when somebody opens a thread on a message. */
  function openThread(room: Room, message: { readonly id: string }) {
    const thread = room.fake.build.channel(room.guild, {
      kind: 'publicThread',
      parent: room.channel,
    });
    room.fake.world.channels.delete(thread.id);
    const same = { ...thread, id: message.id };
    room.fake.world.channels.set(same.id, same);
    return same;
  }

  test('knows the story that a question is about', async () => {
    const room = await openRoom();
    const thread = openThread(room, await sharedCard(room));
    const asked = room.reader.slash(
      '/ask',
      { question: 'who won the golden rye' },
      { channel: thread },
    );
    // Only the bakery knows that, and the thread is about the crane.
    expect(wordsOf(await asked.answer())).toContain('do not answer that');
    const elsewhere = room.reader.slash(
      '/ask',
      { question: 'who won the golden rye' },
      { channel: room.channel },
    );
    expect(wordsOf(await elsewhere.answer())).toContain('golden rye');
    nothingWrong(room);
  });

  test('is like any other place where its beginning may not be read', async () => {
    const room = await openRoom();
    const thread = openThread(room, await sharedCard(room));
    room.fake.build.overwrite(room.channel, room.fake.world.bot, {
      deny: ['READ_MESSAGE_HISTORY'],
    });
    const asked = room.reader.slash(
      '/ask',
      { question: 'who won the golden rye' },
      { channel: thread },
    );
    expect(wordsOf(await asked.answer())).toContain('golden rye');
  });

  test("of somebody else's message knows no story", async () => {
    const room = await openRoom();
    const message = room.fake.write(room.channel, room.reader.user, 'look at this');
    const thread = openThread(room, message);
    const asked = room.reader.slash(
      '/ask',
      { question: 'who won the golden rye' },
      { channel: thread },
    );
    expect(wordsOf(await asked.answer())).toContain('golden rye');
    nothingWrong(room);
  });
});

describe('long stories', () => {
  test.each([
    ['English', 'The harbour stays closed until the divers have looked at every wall of it. '],
    ['Chinese', '港口将一直关闭，直到潜水员检查完每一面墙。'],
    ['Arabic', 'سيبقى الميناء مغلقا حتى يفحص الغواصون كل جدار فيه. '],
    ['emoji', '👨‍👩‍👧 🏴‍☠️ 👍🏽 '],
    ['marks', '*_~`|[]()<>#@everyone <@1> https://evil.example/x '],
  ])('in %s are shown whole, in as many messages as they need', async (_, sentence) => {
    const words = sentence.repeat(400).trim();
    const room = await openRoom({
      answering: (real) => ({
        ...real,
        prepare: () => ({
          shared: false,
          answer: async () => ({
            blocks: [
              { kind: 'heading', level: 1, runs: [{ kind: 'text', text: words.slice(0, 600) }] },
              { kind: 'paragraph', runs: [{ kind: 'text', text: words }] },
              { kind: 'bullets', items: [[{ kind: 'strong', text: words }]] },
              { kind: 'quote', text: words, attribution: [{ kind: 'text', text: '— somebody' }] },
              { kind: 'note', runs: [{ kind: 'faint', text: words.slice(0, 3_000) }] },
            ],
            sources: new Map(),
            story: 1,
            trouble: false,
          }),
        }),
      }),
    });
    const asked = room.reader.slash('/story', { query: 'x' }, { channel: room.channel });
    await asked.answer();
    await room.fake.until('the small print', () =>
      asked.messages().some(({ embeds }) => embeds.some((e) => e.description?.includes('-# ')))
        ? true
        : undefined,
    );
    expect(asked.messages().every(({ flags }) => flags === 64)).toBe(true);
    nothingWrong(room);
  });
});
