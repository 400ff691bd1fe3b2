import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/chat/clean.ts';
import type { Message, Run } from '../../src/chat/message.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { answeringOver, asker, NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';
import { atTheTerminal, type Driver, onDiscord, onSlack, type Request } from './drivers.ts';

// What every platform promises, asked through the real discord.js, the real Bolt and a real prompt.

const LONG = (name: string, title: string, sentence: string, said: string): Told => ({
  url: `https://long.example/${name}`,
  outlet: 'Langtext',
  title,
  text: Array.from({ length: 80 }, (_, i) =>
    [sentence, said].map((words) => words.replaceAll('#', String(i + 1))).join(' '),
  ).join(' '),
});

const FEED = {
  tenant: EVERYBODY,
  url: 'https://courier.example/feed',
  outlet: 'The Courier',
  language: null,
  origin: 'added',
} as const;

const NEWS: readonly Told[] = [
  {
    url: 'https://courier.example/crane',
    outlet: 'The Courier',
    title: 'Kelmouth harbour closed after crane falls into the dock',
    text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
  },
  {
    url: 'https://herald.example/crane',
    outlet: 'Herald',
    title: 'Crane falls into dock, Kelmouth harbour closed',
    text: 'A crane fell into the main dock of Kelmouth on Monday and the harbour was closed. “We will lift it before the weekend,” harbour master Ada Quill said. Ferries to Sandrey were sent to Port Oswin instead.',
  },
  {
    url: 'https://herald.example/bakery',
    outlet: 'Herald',
    title: 'Kelmouth bakery wins the golden rye for its bread',
    text: 'A bakery in Kelmouth has won the golden rye for the best bread of the coast. “We only ever wanted to sell bread that keeps for a week,” baker Ines Harrow said on Sunday.',
  },
  LONG(
    'english',
    'Council of Brixford sits all night over its sea wall',
    'In the longest council meeting of Brixford member number # spoke at length about the wall that the sea has been taking down stone by stone for all of these years.',
    '“Part # of the wall has to be built again before the storms of the winter come,” said Tobin Marsh#, a member of the council of Brixford.',
  ),
  LONG(
    'chinese',
    '市议会整夜讨论海堤',
    `第#位市议员在市政厅的长会上谈到了海堤的修缮和预算问题，${'并说明年必须完工，否则全城都会受到影响，'.repeat(15)}大家都同意了。`,
    '市长王小明说：“第#段海堤必须在冬天的暴风雨到来之前重新修好，我们不能再等了。”',
  ),
  LONG(
    'arabic',
    'المجلس يناقش السور البحري طوال الليل',
    'قال العضو رقم # في المجلس إن السور البحري يحتاج إلى إصلاح عاجل قبل نهاية العام وإن المدينة كلها تنتظر القرار.',
    'وقال أحمد منصور: "الجزء # من السور البحري يجب أن يبنى من جديد قبل عواصف الشتاء".',
  ),
  LONG(
    'emoji',
    'Festival 🎉 of kites 🪁 opens in the meadows of Vissing',
    'Festival 🎉 of kites 🪁 number # opened 👨‍👩‍👧‍👦 in the meadows of Vissing 🏳️‍🌈 with lanterns 🏮 and one @everyone <!channel> too many.',
    '“Kite 🪁 number # is *the* one that flies higher than all_of_the others 🎈,” said Mirela Osk#, who mends kites in Vissing.',
  ),
];

describe.each([
  ['discord', onDiscord],
  ['slack', onSlack],
  ['terminal', atTheTerminal],
] as const)('%s', (name, driver) => {
  async function room(): Promise<Driver> {
    const db = await temporaryStore();
    await tell(db, NEWS);
    await addFeed(db, FEED, NOW);
    return await driver(db);
  }
  const hasOthers = name !== 'terminal';

  test('every command is answered, to the asker alone', async () => {
    const here = await room();
    const morning = { topic: 'kelmouth', at: '08:30' };
    await here.ask({ command: 'news subscribe', options: morning }, 'manager');
    const asked: [Request, RegExp][] = [
      [
        { command: 'story', options: { query: 'kelmouth crane' } },
        /We will lift it before the weekend.*Ada Quill/s,
      ],
      [{ command: 'story', options: { query: 'kelmouth crane', view: 'sources' } }, /Herald/],
      [
        { command: 'ask', options: { question: 'what did ada quill say about the crane' } },
        /We will lift it/,
      ],
      [{ command: 'digest', options: { topic: 'kelmouth' } }, /News digest/],
      [{ command: 'digest', options: { topic: 'kelmouth', length: 'headlines' } }, /golden rye/],
      [{ command: 'news list' }, /kelmouth · 08:30 daily.*Next digest \*?tomorrow 08:30/s],
      [{ command: 'news test', options: { subscription: '#1' } }, /A sample of #1/],
      [{ command: 'news follow', options: { what: 'Ines Harrow' } }, /You follow Ines Harrow/],
      [{ command: 'news unfollow', options: { subscription: '#2' } }, /Ended/],
      [
        { command: 'news report', options: { story: '#1', words: 'wrong speaker' } },
        /report R-1 about story #1/,
      ],
      [{ command: 'news sources' }, /The Courier/],
      [{ command: 'news status' }, /Stories/],
      [{ command: 'news why', options: { about: 'kelmouth crane' } }, /It is in the digest/],
      [{ command: 'news help' }, /\/digest/],
    ];
    expect(new Set(asked.map(([{ command }]) => command))).toEqual(
      new Set(COMMANDS.filter(({ access }) => access === 'all').map((one) => one.name)),
    );
    for (const [request, said] of asked) {
      const { words, isPublic } = await here.ask(request);
      expect({ request, words }).toMatchObject({ words: expect.stringMatching(said) });
      expect(isPublic).toBe(hasOthers ? false : null);
    }
    expect(here.troubles()).toEqual([]);
  });

  test('what is shared everybody sees', async () => {
    const here = await room();
    const { words, isPublic } = await here.ask({
      command: 'story',
      options: { query: 'kelmouth crane', share: 'yes' },
    });
    expect(words).toMatch(/Kelmouth harbour/);
    expect(isPublic).toBe(hasOthers ? true : null);
    expect(here.troubles()).toEqual([]);
  });

  test('nothing found names the nearest; several are offered; slips are explained', async () => {
    const here = await room();
    const none = await here.ask({ command: 'story', options: { query: 'crane over atlantis' } });
    expect(none.words).toMatch(/No story holds all of/);
    expect(none.words).toMatch(/Kelmouth/);
    const several = await here.ask({ command: 'story', options: { query: 'kelmouth' } });
    expect(several.words).toMatch(/2 stories about/);
    const gone = await here.ask({ command: 'story', options: { query: '#999999' } });
    expect(gone.words).toMatch(/No story/);
    expect(here.troubles()).toEqual([]);
  });

  test('stories are suggested while somebody types', async () => {
    const here = await room();
    expect((await here.suggest('kelmouth cra')).join()).toMatch(/crane/i);
    expect((await here.suggest('zeppelin')).join()).not.toMatch(/kelmouth|crane/i);
  });

  test.for([
    ['english', 'council brixford'],
    ['chinese', '市议员'],
    ['arabic', 'المجلس'],
    ['emoji', 'kites vissing'],
  ])('a long story in %s comes whole and within every limit', async ([, query = '']) => {
    const db = await temporaryStore();
    await tell(db, NEWS);
    const here = await driver(db);
    for (const view of ['card', 'quotes', 'sources', 'timeline']) {
      const options = { query, view };
      const answering = answeringOver(db);
      const said = answering.prepare({ kind: 'options', command: 'story', options }, asker());
      const wanted = sentencesOf(await said.answer());
      const { soFar } = await here.ask({ command: 'story', options });
      const missing = () => wanted.filter((one) => !bare(soFar()).includes(bare(one)));
      await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
    }
    expect(here.troubles()).toEqual([]);
  });

  test('a digest of long stories in all scripts comes whole and within every limit', async () => {
    const db = await temporaryStore();
    await tell(db, NEWS);
    const here = await driver(db);
    const options = { length: 'full' };
    const said = answeringOver(db).prepare(
      { kind: 'options', command: 'digest', options },
      asker(),
    );
    const wanted = sentencesOf(await said.answer());
    const { soFar } = await here.ask({ command: 'digest', options });
    const missing = () => wanted.filter((one) => !bare(soFar()).includes(bare(one)));
    await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)('whoever chooses one of several stories is shown that one', async () => {
    const here = await room();
    for (const [label, said, other] of [
      [/bakery/i, /We only ever wanted to sell bread/, /Ada Quill/],
      [/crane/i, /We will lift it before the weekend/, /Ines Harrow/],
    ] as const) {
      await here.ask({ command: 'story', options: { query: 'kelmouth' } });
      const { words, isPublic } = await here.choose(label);
      expect(words).toMatch(said);
      expect(words).not.toMatch(other);
      expect(isPublic).toBe(false);
    }
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)('the other views of a card open for the presser alone', async () => {
    const here = await room();
    for (const [label, said] of [
      ['Quotes', /We will lift it before the weekend/],
      ['Sources', /The Courier.*Herald|Herald.*The Courier/s],
      ['Timeline', /Kelmouth/],
    ] as const) {
      const shared = { query: 'kelmouth crane', share: 'yes' };
      expect((await here.ask({ command: 'story', options: shared })).isPublic).toBe(true);
      const { words, isPublic } = await here.press(label);
      expect(words).toMatch(said);
      expect(isPublic).toBe(false);
    }
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)('commands for managers are theirs alone', async () => {
    const here = await room();
    const request = { command: 'news feed check' };
    const refused = await here.ask(request, 'reader').then(
      ({ words }) => words,
      (error: Error) => error.message,
    );
    expect(refused).toMatch(/is for .*: ask one of them|may not|not allowed|permission/i);
    expect((await here.ask(request, 'manager')).words).toMatch(/no feeds of its own/);
  });
});

describe.each([
  ['discord', onDiscord],
  ['slack', onSlack],
  ['terminal', atTheTerminal],
] as const)('subscriptions on %s', (name, driver) => {
  async function room() {
    const db = await temporaryStore();
    await tell(db, NEWS);
    await addFeed(db, FEED, NOW);
    const here = await driver(db);
    const held = async () => {
      const tenants = await db.selectFrom('subscriptions').select('tenant').execute();
      const all = await Promise.all(
        [...new Set(tenants.map(({ tenant }) => tenant))].map((one) => subscriptionsOf(db, one)),
      );
      return all.flat();
    };
    const places = async () =>
      (await db.selectFrom('channels').select('place').execute()).map(({ place }) => place);
    return { ...here, db, held, places };
  }
  const hasOthers = name !== 'terminal';

  test('a channel is subscribed before everybody, with a sample at once', async () => {
    const here = await room();
    const options = { topic: 'kelmouth', at: '08:30', tz: 'Europe/Berlin', top: '3' };
    const { words, isPublic } = await here.ask({ command: 'news subscribe', options }, 'manager');
    expect(words).toMatch(
      /subscribed this channel to kelmouth · 08:30 daily, Europe\/Berlin · top 3/,
    );
    expect(words).toMatch(/First digest tomorrow 08:30 Europe\/Berlin \(in 23 hours\)/);
    expect(words).toMatch(/A sample of now/);
    expect(isPublic).toBe(hasOthers ? true : null);
    expect(await here.places()).toEqual([here.ids.channel]);
    expect(await here.held()).toMatchObject([
      {
        filter: { topic: 'kelmouth' },
        schedule: { times: ['08:30'] },
        zone: 'Europe/Berlin',
        stories: 3,
        createdBy: here.ids.manager,
      },
    ]);
    expect(here.troubles()).toEqual([]);
  });

  test('a slip is explained to the asker alone, and changes nothing', async () => {
    const here = await room();
    const options = { topic: 'kelmouth', at: '25:61' };
    const { words, isPublic } = await here.ask({ command: 'news subscribe', options }, 'manager');
    expect(words).toMatch(/There is no time "25:61"/);
    expect(isPublic).toBe(hasOthers ? false : null);
    expect(await here.held()).toEqual([]);
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)('a form subscribes, another changes it, for everybody to see', async () => {
    const here = await room();
    const made = await here.fill(
      { command: 'news subscribe' },
      { 'What it is about': 'kelmouth', At: '07:15' },
    );
    expect(made.words).toMatch(/subscribed this channel to kelmouth · 07:15 daily/);
    expect(made.isPublic).toBe(true);
    await here.ask({ command: 'news list' }, 'manager');
    const changed = await here.fill('Change', { At: '18:00' });
    expect(changed.words).toMatch(/changed subscription #1: kelmouth · 18:00 daily/);
    expect(changed.isPublic).toBe(true);
    expect(await here.held()).toMatchObject([
      { filter: { topic: 'kelmouth' }, schedule: { times: ['18:00'] } },
    ]);
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)(
    'ending one is asked about, the presser alone, and then said to everybody',
    async () => {
      const here = await room();
      await here.ask({ command: 'news subscribe', options: { topic: 'kelmouth' } }, 'manager');
      const asked = await here.press('Unsubscribe', 'manager');
      expect(asked.words).toMatch(/End subscription #1/);
      expect(asked.isPublic).toBe(false);
      const ended = await here.press('End it', 'manager');
      expect(ended.words).toMatch(/ended subscription #1/);
      expect(ended.isPublic).toBe(true);
      expect(await here.held()).toEqual([]);
      expect(here.troubles()).toEqual([]);
    },
  );

  test.runIf(hasOthers)(
    'a reader sees the list, follows from a card, and mutes nothing',
    async () => {
      const here = await room();
      await here.ask({ command: 'news subscribe', options: { topic: 'kelmouth' } }, 'manager');
      expect((await here.ask({ command: 'news list' })).words).toMatch(/kelmouth.*Next digest/s);
      const card = { command: 'story', options: { query: 'kelmouth crane' } };
      await here.ask(card);
      const followed = await here.choose(/follow/i);
      expect(followed.words).toMatch(/You follow Kelmouth harbour closed/);
      expect(followed.isPublic).toBe(false);
      expect(await here.places()).toContain(`@${here.ids.reader}`);
      await here.ask(card);
      const refused = await here.choose(/mute/i);
      expect(refused.words).toMatch(/is for .*: ask one of them/);
      expect(refused.isPublic).toBe(false);
      expect(await here.db.selectFrom('mutes').selectAll().execute()).toEqual([]);
      await here.ask(card, 'manager');
      const muted = await here.choose(/mute/i, 'manager');
      expect(muted.words).toMatch(/muted story #1/);
      expect(await here.db.selectFrom('mutes').selectAll().execute()).toHaveLength(1);
      expect(here.troubles()).toEqual([]);
    },
  );

  test.runIf(hasOthers)('readers may give no command for managers', async () => {
    const here = await room();
    const given: Request[] = [
      { command: 'news subscribe', options: { topic: 'kelmouth' } },
      { command: 'news alert', options: { topic: 'kelmouth' } },
      { command: 'news mute', options: { what: 'kelmouth' } },
      { command: 'news settings', options: { tz: 'UTC' } },
      { command: 'news audit' },
    ];
    for (const request of given) {
      const refused = await here.ask(request).then(
        ({ words }) => words,
        (error: Error) => error.message,
      );
      expect(refused).toMatch(/is for .*: ask one of them|may not|not allowed|permission/i);
    }
    expect(await here.held()).toEqual([]);
    expect(await here.db.selectFrom('mutes').selectAll().execute()).toEqual([]);
  });
});

/** Every sentence of what the commands say, before any platform; links, buttons and menus left out. */
function sentencesOf({ blocks }: Message): string[] {
  const written = (runs: readonly Run[]) =>
    runs.flatMap((run) => (run.kind === 'source' || run.kind === 'channel' ? [] : [run.text]));
  const texts = blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return written(block.runs);
      case 'bullets':
        return block.items.flatMap(written);
      case 'quote':
        return [block.text, ...written(block.attribution)];
      case 'fields':
        return block.fields.flatMap(({ name, value }) => [name, ...written(value)]);
      default:
        return [];
    }
  });
  return texts.flatMap((words) => words.split(/(?<=[.!?。！？])/)).filter((one) => one.trim());
}

/** Words without what a platform may add to show them: white space, marks of its markup, the bar beside a quote. */
function bare(words: string): string {
  return cleanText(words).replace(/[\s\\*`│]/g, '');
}
