import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { message, text, troubleSentence } from '../../../src/chat/message.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { linksOf, mentionsOf } from '../../support/slack/mrkdwn.ts';
import type { Message } from '../../support/slack/state.ts';
import {
  type Crier,
  crierInSlack,
  fakeSlack,
  manifestFor,
  NEWS,
  SETTINGS,
} from './crier-in-slack.ts';

const words = (message: Pick<Message, 'blocks'>): string => JSON.stringify(message.blocks);

/** Nothing that real Slack would refuse, and nobody saw anything fail. */
function expectClean(fake: FakeSlack): void {
  expect(fake.violations).toEqual([]);
  expect(fake.failures).toEqual([]);
  for (const one of fake.world.messages.filter(({ via }) => via !== 'person')) {
    expect(mentionsOf(one).filter(({ kind }) => kind !== 'channel')).toEqual([]);
    for (const { url } of linksOf(one)) expect(NEWS.map((news) => news.url)).toContain(url);
  }
}

const ask = async ({ fake }: Crier, command: string, typed: string, channel = 'news') =>
  (await fake.user('ada').slash(command, typed, { channel })).answer();

describe('a typed command', () => {
  test('is answered to the one who typed it alone', async () => {
    const crier = await crierInSlack();
    const answer = await ask(crier, '/story', 'kelmouth crane');
    expect(words(answer)).toContain('Kelmouth harbour closed');
    expect(words(answer)).toContain('We will lift the crane out before the weekend');
    expect(answer.ephemeralTo).toBe(crier.fake.user('ada').id);
    expect(crier.fake.user('ben').sees('news')).toEqual([]);
    expectClean(crier.fake);
  });

  test('with share:yes is answered to everybody, with the command above it and no Share button', async () => {
    const crier = await crierInSlack();
    const asking = await crier.fake
      .user('ada')
      .slash('/story', 'kelmouth crane share:yes', { channel: 'news' });
    const answer = await asking.answer();
    expect((await asking.acknowledged()).ackBody).toEqual({ response_type: 'in_channel' });
    expect(crier.fake.user('ben').sees('news')).toEqual([answer]);
    expect(words(answer)).not.toContain('crier.share');
    expect(words(answer)).toContain('Quotes');
    expectClean(crier.fake);
  });

  test('with share:yes whose answer fails is answered to the one who typed it alone', async () => {
    const crier = await crierInSlack({
      answering: (real) => ({
        ...real,
        prepare: () => ({ shared: true, answer: async () => troubleSentence('No such story.') }),
      }),
    });
    const answer = await ask(crier, '/story', 'zeppelin share:yes');
    expect(words(answer)).toContain('No such story');
    expect(answer.ephemeralTo).toBe(crier.fake.user('ada').id);
    expectClean(crier.fake);
  });

  test.for([
    ['/ask', 'what did ada quill say about the crane', 'crane'],
    ['/digest', '', 'News digest'],
    ['/digest', 'ostrava 2d length:full', 'Ostrava trams'],
    ['/news', 'list', 'Nothing comes here by itself yet'],
    ['/news', 'sources', 'No feeds yet'],
    ['/news', 'status', 'Articles'],
    ['/news', 'why kelmouth crane', 'It is in the digest'],
    ['/news', 'help', '/digest'],
    ['/news', 'hepl', 'Did you mean /news help?'],
    ['/story', 'zeppelin over atlantis', 'No story holds all of'],
    ['/story', 'view:all kelmouth', 'takes one of'],
    ['/story', '#999999', 'No story'],
  ] as const)('%s %s', async ([command, typed, said]) => {
    const crier = await crierInSlack();
    const answer = await ask(crier, command, typed);
    expect(words(answer)).toContain(said);
    expect(answer.ephemeralTo).not.toBeNull();
    expectClean(crier.fake);
  });

  test('with several stories to mean offers them, and choosing one opens it privately', async () => {
    const crier = await crierInSlack({
      answering: (real) => ({
        ...real,
        prepare: (said, asker) =>
          said.kind === 'line' && said.line === '/story everything'
            ? {
                shared: false,
                answer: async () =>
                  message([
                    { kind: 'paragraph', runs: [text('Which one?')] },
                    {
                      kind: 'menu',
                      label: 'Open a story',
                      entries: [1, 2].map((id) => ({
                        label: `Story ${id}`,
                        hint: '',
                        line: `/story #${id}`,
                      })),
                    },
                  ]),
              }
            : real.prepare(said, asker),
      }),
    });
    const { fake } = crier;
    const offered = await ask(crier, '/story', 'everything');
    const chosen = await fake.user('ada').select(offered, 'Open a story', 'Story 1');
    const card = await chosen.answer();
    expect(words(card)).toMatch(/Kelmouth|Ostrava/);
    expect(card.ephemeralTo).toBe(fake.user('ada').id);
    expectClean(fake);
  });

  test('by a new name does the same, and answers speak of it by that name', async () => {
    const settings = {
      ...SETTINGS,
      slack: {
        ...SETTINGS.slack,
        commands: { story: 'crier-story', ask: 'crier-ask', digest: 'crier-digest', news: 'crier' },
      },
    };
    const crier = await crierInSlack({ settings });
    expect(words(await ask(crier, '/crier-story', 'kelmouth crane'))).toContain('/crier-story #');
    expect(words(await ask(crier, '/crier', 'help'))).toContain('/crier-digest climate 3d');
    expect(words(await ask(crier, '/crier', 'hepl'))).toContain('Did you mean /crier help?');
    expectClean(crier.fake);
  });

  test('delivered twice is answered once', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ada').slash('/news', 'status', { channel: 'news' });
    await asking.answer();
    const delivery = asking.deliveries[0]!;
    fake.repeat(delivery);
    await fake.until('the second acknowledgement', () =>
      delivery.attempts[1]?.outcome === 'acknowledged' ? true : undefined,
    );
    await (await fake.user('ada').slash('/news', 'help', { channel: 'news' })).answer();
    expect(asking.answers()).toHaveLength(1);
    expectClean(fake);
  });

  test('is acknowledged although its answer takes long', async () => {
    let finish: () => void = () => {};
    const crier = await crierInSlack({
      answering: (real) => ({
        ...real,
        prepare: (said, asker) => ({
          shared: false,
          answer: async () => {
            await new Promise<void>((resolve) => {
              finish = resolve;
            });
            return real.prepare(said, asker).answer();
          },
        }),
      }),
    });
    const asking = await crier.fake.user('ada').slash('/digest', '', { channel: 'news' });
    await asking.acknowledged();
    expect(asking.answers()).toEqual([]);
    finish();
    expect(words(await asking.answer())).toContain('News digest');
  });

  test('in a channel that Crier is not in is answered all the same', async () => {
    const crier = await crierInSlack();
    expect(words(await ask(crier, '/digest', '', 'general'))).toContain('News digest');
    expectClean(crier.fake);
  });
});

describe('an answer', () => {
  const LONG = {
    Latin: 'The harbour was closed on Monday, and forty ships waited outside of it. ',
    Chinese: '港口星期一关闭了，四十艘船在外海等候。',
    Arabic: 'أغلق الميناء يوم الاثنين وانتظرت أربعون سفينة في عرض البحر. ',
    emoji: '👩‍👩‍👧‍👦🇺🇦⚓️',
  };

  test.for(Object.entries(LONG))(
    'of 60,000 letters in %s comes whole, to one person',
    async ([, unit]) => {
      const paragraphs = Array.from({ length: 60 }, (_, at) => ({
        kind: 'paragraph' as const,
        runs: [text(`Part ${at}. ${unit.repeat(Math.ceil(1000 / unit.length))}`)],
      }));
      const crier = await crierInSlack({
        answering: (real) => ({
          ...real,
          prepare: () => ({ shared: false, answer: async () => message(paragraphs) }),
        }),
      });
      const { fake } = crier;
      const ada = fake.user('ada');
      await ada.slash('/digest', '', { channel: 'news' });
      await fake.until('the last part', () =>
        ada.sees('news').find((one) => words(one).includes('Part 59.')),
      );
      const said = ada.sees('news').map(words).join('');
      for (let at = 0; at < 60; at += 1) expect(said).toContain(`Part ${at}.`);
      expect(ada.sees('news').length).toBeGreaterThan(5);
      expect(fake.messages('news')).toEqual([]);
      expectClean(fake);
    },
  );

  test('whose rest has no way into the channel goes on in a direct message', async () => {
    const crier = await crierInSlack({
      answering: (real) => ({
        ...real,
        prepare: () => ({
          shared: false,
          answer: async () =>
            message(
              Array.from({ length: 60 }, (_, at) => ({
                kind: 'paragraph',
                runs: [text(`Part ${at}. ${LONG.Latin.repeat(14)}`)],
              })),
            ),
        }),
      }),
    });
    const { fake } = crier;
    const ada = fake.user('ada');
    await ada.slash('/digest', '', { channel: 'general' });
    await fake.until('the last part', () =>
      fake.messages(ada.direct().id).find((one) => words(one).includes('Part 59.')),
    );
    expect(ada.sees('general')).toHaveLength(5);
  });

  test('finds another way where its address is over', async () => {
    const crier = await crierInSlack();
    crier.fake.fail({
      method: 'response_url',
      when: 'before',
      fault: { kind: 'status', status: 404, body: '{"ok":false,"error":"expired_url"}' },
    });
    const answer = await ask(crier, '/news', 'help');
    expect(answer.via).toBe('chat.postEphemeral');
    expectClean(crier.fake);
  });

  test('finds another way where nobody listens at its address', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const asking = await ada.slash('/news', 'help', { channel: 'news' });
    await asking.answer();
    const [delivery] = asking.deliveries;
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    Object.assign(delivery!.payload, {
      trigger_id: '9.9.9',
      response_url: `http://127.0.0.1:${port}/commands`,
    });
    fake.repeat(delivery!);
    const answer = await fake.until('the answer', () => ada.sees('news')[1]);
    expect(answer.via).toBe('chat.postEphemeral');
  });

  test('whose connection broke after it arrived stands there once', async () => {
    const crier = await crierInSlack();
    crier.fake.fail({ method: 'response_url', when: 'after', fault: { kind: 'reset' } });
    await ask(crier, '/news', 'help');
    await ask(crier, '/news', 'status');
    expect(crier.fake.user('ada').sees('news')).toHaveLength(2);
  });
});

test('a fault in answering is logged by its reason alone', async () => {
  const fault = Object.assign(new Error('broken'), { request: { token: 'xoxb-secret' } });
  const { fake, lines } = await crierInSlack({
    answering: (real) => ({
      ...real,
      prepare: () => ({ shared: false, answer: () => Promise.reject(fault) }),
    }),
  });
  await fake.user('ada').slash('/news', 'help', { channel: 'news' });
  const told = await fake.until('the line', () =>
    lines.find(({ what }) => what === 'slack answer failed'),
  );
  expect(told.fields).toEqual({ reason: 'broken' });
});

describe('commands for managers', () => {
  const add = 'feed add https://feeds.example/a.xml';

  test('are done for an admin of the workspace', async () => {
    const crier = await crierInSlack();
    expect(words(await ask(crier, '/news', add))).toContain('I read ');
    expectClean(crier.fake);
  });

  test('are done under their other name too', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ada').sayToBot(`/news-admin ${add}`);
    expect(words(await asking.answer())).toContain('I read ');
  });

  test('are refused to others, with whom to ask', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ben').slash('/news', add, { channel: 'news' });
    expect(words(await asking.answer())).toContain('is for workspace admins: ask one of them');
  });

  test('are done for whoever the configuration lists', async () => {
    const fake = await fakeSlack();
    const ben = fake.user('ben').id;
    await crierInSlack({
      fake,
      settings: { ...SETTINGS, slack: { ...SETTINGS.slack, managers: [ben] } },
    });
    const asking = await fake.user('ben').slash('/news', add, { channel: 'news' });
    expect(words(await asking.answer())).toContain('I read ');
  });

  test('are refused to everybody while Slack does not say who is an admin', async () => {
    const crier = await crierInSlack();
    crier.fake.fail({
      method: 'users.info',
      when: 'before',
      fault: { kind: 'error', error: 'missing_scope' },
    });
    expect(words(await ask(crier, '/news', add))).toContain('is for workspace admins');
    expect(words(await ask(crier, '/news', add))).toContain('I read ');
  });

  test('are acknowledged in time and refused while Slack does not answer who somebody is', async () => {
    const { fake } = await crierInSlack();
    fake.fail({ method: 'users.info', when: 'before', fault: { kind: 'hang' } });
    const asking = await fake.user('ada').slash('/news', add, { channel: 'news' });
    expect((await asking.acknowledged()).ackAfterMs).toBeLessThan(3_000);
    expect(words(await asking.answer())).toContain('please try again');
    expect(fake.failures).toEqual([]);
  });

  test('cost one question about somebody, not one for each', async () => {
    const crier = await crierInSlack();
    await ask(crier, '/news', add);
    await ask(crier, '/news', 'feed remove nothing');
    await ask(crier, '/news', 'status');
    expect(crier.fake.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });
});

describe('buttons', () => {
  test('open the other views of a card privately', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane share:yes');
    for (const [label, said] of [
      ['Quotes', 'that is what counts for us'],
      ['Sources', 'The Tribune'],
      ['Timeline', 'Kelmouth'],
    ] as const) {
      const view = await (await fake.user('ben').press(card, label)).answer();
      expect(words(view)).toContain(said);
      expect(view.ephemeralTo).toBe(fake.user('ben').id);
    }
    expectClean(fake);
  });

  test('share an answer with everybody', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane');
    const shared = await (await fake.user('ada').press(card, 'Share')).answer();
    expect(shared.ephemeralTo).toBeNull();
    expect(fake.user('ben').sees('news')).toEqual([shared]);
    expect(card.deleted).toBe(false);
    expectClean(fake);
  });

  test('pressed twice to share share once, and the second press gets a private word', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const ada = fake.user('ada');
    const card = await ask(crier, '/story', 'kelmouth crane');
    await ada.press(card, 'Share');
    await ada.press(card, 'Share');
    const told = await fake.until('the private word', () =>
      ada.sees('news').find((one) => words(one).includes('You shared this a moment ago')),
    );
    expect(told.ephemeralTo).toBe(ada.id);
    await fake.until('the shared card', () => fake.messages('news')[0]);
    expect(fake.messages('news')).toHaveLength(1);
    expectClean(fake);
  });

  test('to share whose answer fails say so privately, and may be pressed again', async () => {
    let isBroken = false;
    const crier = await crierInSlack({
      answering: (real) => ({
        ...real,
        prepare: (said, asker) =>
          isBroken
            ? { shared: false, answer: async () => troubleSentence('Something went wrong.') }
            : real.prepare(said, asker),
      }),
    });
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane');
    isBroken = true;
    const failed = await (await fake.user('ada').press(card, 'Share')).answer();
    expect(words(failed)).toContain('Something went wrong');
    expect(failed.ephemeralTo).toBe(fake.user('ada').id);
    isBroken = false;
    const shared = await (await fake.user('ada').press(card, 'Share')).answer();
    expect(shared.ephemeralTo).toBeNull();
    expectClean(fake);
  });

  test('pressed and delivered twice answer once', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane');
    const pressing = await fake.user('ada').press(card, 'Share');
    await pressing.answer();
    fake.repeat(pressing.deliveries[0]!);
    await ask(crier, '/news', 'help');
    expect(fake.messages('news')).toHaveLength(1);
  });

  test('ask for a question about the story, and answer it privately', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const ada = fake.user('ada');
    const card = await ask(crier, '/story', 'kelmouth crane');
    const form = await (await ada.press(card, 'Ask')).modal();
    const sent = await ada.submit(form, { Question: 'when was the harbour closed?' });
    const answer = await fake.until('the answer', () =>
      ada.sees('news').find((one) => one.revision > form.revision && one.ephemeralTo === ada.id),
    );
    expect((await sent.acknowledged()).outcome).toBe('acknowledged');
    expect(words(answer)).toMatch(/harbour.* on Monday|closed on Monday/);
    expect(crier.heard.at(-1)?.said).toEqual({
      kind: 'line',
      line: expect.stringMatching(/^\/ask story:#\d+ "when was the harbour closed\?"$/),
    });
    expectClean(fake);
  });

  test('of another time say politely that they are old', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane');
    for (const block of card.blocks.filter(({ type }) => type === 'actions')) {
      const [first] = block.elements as { action_id: string }[];
      if (first) first.action_id = 'mute-story';
    }
    const answer = await (await fake.user('ada').press(card, 'mute-story')).answer();
    expect(words(answer)).toContain('earlier version of Crier');
    expect(answer.ephemeralTo).toBe(fake.user('ada').id);
  });

  test('of a digest open a story from its menu', async () => {
    const crier = await crierInSlack();
    const digest = await ask(crier, '/digest', '');
    const headline = NEWS[2]!.title;
    const card = await (
      await crier.fake.user('ada').select(digest, 'Open a story', headline)
    ).answer();
    expect(words(card)).toContain('We have not had a rise in four years');
    expectClean(crier.fake);
  });
});

describe('forms', () => {
  test('/story alone searches while somebody types, and opens what they choose', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const form = await (await ada.slash('/story', '', { channel: 'news' })).modal();
    const found = await ada.suggest(form, 'Story', 'ostrava');
    expect(found.map(({ label }) => label)).toEqual([NEWS[2]!.title, 'Search for “ostrava”']);
    await ada.submit(form, { Story: NEWS[2]!.title });
    const card = await fake.until('the card', () => ada.sees('news')[0]);
    expect(words(card)).toContain('Jan Novak');
    expect(card.ephemeralTo).toBe(ada.id);
    expectClean(fake);
  });

  test('words that are no story can be searched for as they are', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const form = await (await ada.slash('/story', '', { channel: 'news' })).modal();
    const found = await ada.suggest(form, 'Story', 'zeppelin view:all');
    await ada.submit(form, { Story: found.at(-1)!.label });
    const answer = await fake.until('the answer', () => ada.sees('news')[0]);
    expect(words(answer)).toContain('zeppelin view:all');
    expectClean(fake);
  });

  test('nothing typed yet brings the newest stories', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const form = await (await ada.slash('/story', '', { channel: 'news' })).modal();
    expect(await ada.suggest(form, 'Story', '')).toHaveLength(2);
    expectClean(fake);
  });

  test('/ask alone asks for the question, whose words are words and no options', async () => {
    const { fake, heard } = await crierInSlack();
    const ada = fake.user('ada');
    const form = await (await ada.slash('/ask', '', { channel: 'news' })).modal();
    await ada.submit(form, { Question: 'what did jan novak say "now" since:9d' });
    const answer = await fake.until('the answer', () => ada.sees('news')[0]);
    expect(words(answer)).toContain('Ostrava');
    expect(heard.at(-1)?.said).toEqual({
      kind: 'line',
      line: `/ask "what did jan novak say 'now' since:9d"`,
    });
    expectClean(fake);
  });

  test('a message’s shortcut opens the question with its words in it', async () => {
    const { fake } = await crierInSlack();
    const ben = fake.user('ben');
    const { said } = await ben.say('When was the harbour of <Kelmouth> closed & why?', {
      channel: 'news',
    });
    const ada = fake.user('ada');
    const form = await (await ada.messageShortcut('crier.about', said!)).modal();
    expect(JSON.stringify(form.content.blocks)).toContain(
      'When was the harbour of <Kelmouth> closed & why?',
    );
    await ada.submit(form);
    const answer = await fake.until('the answer', () =>
      ada.sees('news').find(({ ephemeralTo }) => ephemeralTo === ada.id),
    );
    expect(words(answer)).toMatch(/closed on Monday|on Monday and closed it/);
    expect(fake.user('ben').sees('news')).toEqual([said]);
    expectClean(fake);
  });

  test('that cannot be opened leave a word on how to type it', async () => {
    const crier = await crierInSlack();
    crier.fake.fail({
      method: 'views.open',
      when: 'before',
      fault: { kind: 'error', error: 'expired_trigger_id' },
    });
    expect(words(await ask(crier, '/story', ''))).toContain('/story austin shoigu');
  });
});

describe('a mention', () => {
  test('is answered in its thread, before everybody', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake
      .user('ada')
      .say('@crier when was the harbour of Kelmouth closed?', { channel: 'news' });
    const answer = await asking.answer();
    expect(answer.threadTs).toBe(asking.said?.ts);
    expect(answer.ephemeralTo).toBeNull();
    expect(words(answer)).toMatch(/closed on Monday|on Monday and closed it/);
    expect(words(answer)).not.toContain('crier.share');
    expectClean(fake);
  });

  test.for([
    ['@crier /digest', 'News digest'],
    ['@crier digest 3d', 'News digest'],
    ['@crier: story kelmouth crane', 'Kelmouth harbour closed'],
    ['@crier news status', 'Articles'],
    ['@crier', '/digest'],
    ['@crier help', '/digest'],
    ['@crier news about the crane?', 'crane'],
  ] as const)('%s', async ([said, answered]) => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ada').say(said, { channel: 'news' });
    expect(words(await asking.answer())).toContain(answered);
    expectClean(fake);
  });

  test('in the thread of a card is about its story', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'ostrava trams share:yes');
    const asking = await fake.user('ben').say('@crier when did they stop work over their pay?', {
      channel: 'news',
      thread: card,
    });
    const answer = await asking.answer({ match: ({ threadTs }) => threadTs === card.ts });
    expect(words(answer)).toContain('Tram drivers in Ostrava stopped work on Sunday');
    expect(crier.heard.at(-1)?.asker.story).toBe(2);
    expect(answer.metadata).toMatchObject({ event_payload: { story: expect.any(Number) } });
    expectClean(fake);
  });

  test.for([
    ['a command for managers', '@crier news feed check', /feed/i],
    ['a slip', '@crier story view:all kelmouth', /takes one of/],
  ] as const)('with %s is answered to the one who asked alone', async ([, said, answered]) => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    const { said: asked } = await ada.say(said, { channel: 'news' });
    const answer = await fake.until('the answer', () =>
      ada.sees('news').find((one) => one.via !== 'person'),
    );
    expect(words(answer)).toMatch(answered);
    expect(answer.ephemeralTo).toBe(ada.id);
    expect(fake.messages('news')).toEqual([asked]);
    expectClean(fake);
  });

  test('goes on about the story that Crier showed further down in the thread', async () => {
    const { fake, heard } = await crierInSlack();
    const first = await fake.user('ada').say('@crier story ostrava trams', { channel: 'news' });
    await first.answer();
    await fake.user('ben').say('@crier and then?', { channel: 'news', thread: first.said! });
    const asked = await fake.until('the question', () => heard[1]);
    expect(asked).toMatchObject({ said: { line: 'and then?' }, asker: { story: 2 } });
  });

  test('in the thread of somebody who writes metadata by our name is about nothing of theirs', async () => {
    const { fake, heard } = await crierInSlack();
    const { said } = await fake.user('ben').say('look here', { channel: 'news' });
    said!.metadata = { event_type: 'crier', event_payload: { story: 2 } };
    await fake.user('ada').say('@crier and then?', { channel: 'news', thread: said! });
    expect((await fake.until('the question', () => heard[0])).asker.story).toBeNull();
  });

  test('in a thread that may not be read is answered without its story', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'ostrava trams share:yes');
    fake.fail({
      method: 'conversations.replies',
      when: 'before',
      fault: { kind: 'error', error: 'missing_scope' },
    });
    const asking = await fake
      .user('ben')
      .say('@crier when was the harbour of Kelmouth closed?', { channel: 'news', thread: card });
    const answer = await asking.answer({ match: (one) => one.threadTs === card.ts });
    expect(words(answer)).toMatch(/closed on Monday|on Monday and closed it/);
  });

  test('delivered again is not answered again', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ada').say('@crier help', { channel: 'news' });
    await asking.answer();
    fake.repeat(asking.deliveries[0]!);
    await (await fake.user('ada').say('@crier digest', { channel: 'news' })).answer({
      match: ({ text }) => text.includes('News digest'),
    });
    expect(fake.messages('news')).toHaveLength(4);
  });

  test('waits and is answered once where Slack says that it is too much', async () => {
    const { fake } = await crierInSlack();
    fake.fail({
      method: 'chat.postMessage',
      when: 'before',
      fault: { kind: 'rate limited', retryAfter: 1 },
    });
    const asking = await fake.user('ada').say('@crier help', { channel: 'news' });
    expect(words(await asking.answer())).toContain('/digest');
    expect(fake.messages('news')).toHaveLength(2);
  });

  test('by a bot is not answered', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ada').say('@crier help', { channel: 'news' });
    const [told] = asking.deliveries;
    await asking.answer();
    const again = structuredClone(told!.payload) as { event_id: string; event: { bot_id: string } };
    again.event_id = 'Ev0OTHER';
    again.event.bot_id = 'B0OTHER';
    await fake.settled(fake.deliver(again));
    await (await fake.user('ada').slash('/news', 'help', { channel: 'news' })).answer();
    expect(fake.messages('news')).toHaveLength(2);
  });
});

describe('somebody of another company', () => {
  const FOREIGN = 'Only members of the workspace';

  /** What somebody says to Crier, told once more with other words about who they are. */
  async function saidAs(team: string | undefined, envelope: object) {
    const crier = await crierInSlack();
    const { fake } = crier;
    const asking = await fake.user('ben').say('@crier help', { channel: 'news' });
    await asking.answer();
    const payload = structuredClone(asking.deliveries[0]!.payload) as {
      event_id: string;
      event: { team?: string | undefined };
      authorizations: { enterprise_id: string | null }[];
    };
    Object.assign(payload, { event_id: 'Ev0OTHER', ...envelope });
    payload.event.team = team;
    payload.authorizations[0]!.enterprise_id = 'E0ACME';
    const before = fake.messages('news').length;
    fake.deliver(payload);
    const answer = await fake.until('the answer', () => fake.messages('news')[before]);
    return words(answer);
  }

  test('is not answered, also where the workspace is part of an organisation', async () => {
    expect(await saidAs('T0STRANGER', { is_ext_shared_channel: true })).toContain(FOREIGN);
  });

  test('of whom nothing is told is looked up before they are answered', async () => {
    expect(await saidAs(undefined, { is_ext_shared_channel: true })).toContain('/digest');
    expect(await saidAs(undefined, { is_ext_shared_channel: false })).toContain('/digest');
  });

  test('cannot press or send what they see in a channel that both share', async () => {
    const crier = await crierInSlack();
    const { fake } = crier;
    const card = await ask(crier, '/story', 'kelmouth crane share:yes');
    const pressing = await fake.user('ada').press(card, 'Ask');
    const form = await pressing.modal();
    const sent = await fake.user('ada').submit(form, { Question: 'when was it closed?' });
    await sent.acknowledged();
    const refusals = () =>
      fake
        .user('ada')
        .sees('news')
        .filter((one) => words(one).includes(FOREIGN));
    for (const [at, { deliveries }] of [pressing, sent].entries()) {
      const payload = structuredClone(deliveries[0]!.payload) as {
        trigger_id: string;
        user: { team_id: string };
      };
      payload.trigger_id = `${payload.trigger_id}.again`;
      payload.user.team_id = 'T0STRANGER';
      fake.deliver(payload);
      await fake.until('the refusal', () => refusals()[at]);
    }
    expect(refusals()).toHaveLength(2);
  });
});

describe('a direct message', () => {
  test('is a question, answered beside it', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ben').sayToBot('when was the harbour of Kelmouth closed?');
    const answer = await asking.answer();
    expect(words(answer)).toMatch(/closed on Monday|on Monday and closed it/);
    expect(answer.threadTs).toBeNull();
    expectClean(fake);
  });

  test('may be a command with its slash or without', async () => {
    const { fake } = await crierInSlack();
    const asking = await fake.user('ben').sayToBot('story ostrava trams');
    expect(words(await asking.answer())).toContain('Jan Novak');
  });
});

describe('first minutes', () => {
  test('whoever opens the home tab sees what is here, and is welcomed once', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    await ada.openHome();
    const home = await fake.until('the home tab', () => ada.home());
    expect(JSON.stringify(home.content)).toContain('/story austin shoigu');
    const channel = ada.direct().id;
    await fake.until('the welcome', () => (fake.messages(channel).length === 2 ? true : undefined));
    await ada.openHome();
    await (await ada.slash('/news', 'help', { channel: 'news' })).answer();
    expect(fake.messages(channel)).toHaveLength(2);
    expect(words(fake.messages(channel)[1]!)).toContain('News digest');
    expectClean(fake);
  });
});

describe('the home tab', () => {
  test('opened again and again makes no digest each time', async () => {
    let made = 0;
    const { fake } = await crierInSlack({
      answering: (real) => ({
        ...real,
        welcome(asker) {
          made += 1;
          return real.welcome(asker);
        },
      }),
    });
    const ada = fake.user('ada');
    await ada.openHome();
    await fake.until('the welcome', () => fake.messages(ada.direct().id)[1]);
    const revision = ada.home()?.revision ?? 0;
    await ada.openHome();
    await fake.until('the home tab', () =>
      (ada.home()?.revision ?? 0) > revision ? true : undefined,
    );
    expect(made).toBe(1);
    expectClean(fake);
  });

  test('welcomes again whoever could not be written to', async () => {
    const { fake, lines } = await crierInSlack();
    const ada = fake.user('ada');
    fake.fail({
      method: 'chat.postMessage',
      when: 'before',
      fault: { kind: 'error', error: 'messages_tab_disabled' },
    });
    await ada.openHome();
    await fake.until('the failure', () =>
      lines.find(({ what }) => what === 'slack answer not delivered'),
    );
    expect(fake.messages(ada.direct().id)).toEqual([]);
    await ada.openHome();
    await fake.until('the welcome', () => fake.messages(ada.direct().id)[1]);
    expect(words(fake.messages(ada.direct().id)[1]!)).toContain('News digest');
  });
});

describe('brought into a channel', () => {
  test('with too few permissions Crier names each and how to grant it', async () => {
    const all = manifestFor();
    const bot = all.oauth_config?.scopes?.bot?.filter((one) => one !== 'users:read') ?? [];
    const fake = await fakeSlack({ manifest: { ...all, oauth_config: { scopes: { bot } } } });
    await crierInSlack({ fake });
    const ada = fake.user('ada');
    fake.invite('general', undefined, ada.id);
    await fake.until('the welcome', () => ada.sees('general')[2]);
    const [, wrong] = ada.sees('general');
    expect(words(wrong!)).toContain('permission users:read');
    expect(words(wrong!)).toContain('OAuth & Permissions');
    expect(words(wrong!)).not.toContain('chat:write');
    expect(fake.messages('general')).toEqual([]);
  });

  test('Crier greets who did it, there and seen by nobody else, once', async () => {
    const { fake } = await crierInSlack();
    const ada = fake.user('ada');
    fake.invite('general', undefined, ada.id);
    await fake.until('the welcome', () => (ada.sees('general').length === 2 ? true : undefined));
    expect(words(ada.sees('general')[1]!)).toContain('News digest');
    expect(fake.messages('general')).toEqual([]);
    fake.remove('general');
    fake.invite('general', undefined, ada.id);
    await (await ada.slash('/news', 'help', { channel: 'news' })).answer();
    expect(ada.sees('general')).toHaveLength(2);
    expectClean(fake);
  });

  test('by nobody, it keeps quiet', async () => {
    const { fake } = await crierInSlack();
    fake.invite('general');
    await (await fake.user('ada').slash('/news', 'help', { channel: 'news' })).answer();
    expect(fake.user('ada').sees('general')).toEqual([]);
  });
});

test('of the sample newsroom every message says that it is one', async () => {
  const crier = await crierInSlack({ sample: true });
  const { fake } = crier;
  const ada = fake.user('ada');
  const card = await ask(crier, '/story', 'kelmouth crane');
  await (await ada.press(card, 'Share')).answer();
  await (await ada.say('@crier help', { channel: 'news' })).answer();
  const form = await (await ada.slash('/ask', '', { channel: 'news' })).modal();
  const ours = fake.world.messages.filter(({ via }) => via !== 'person');
  expect(ours.length).toBeGreaterThanOrEqual(3);
  for (const one of ours) expect(words(one)).toContain('SAMPLE');
  expect(JSON.stringify(form.content.title)).toContain('SAMPLE');
});
