import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/chat/clean.ts';
import type { Message, Run } from '../../src/chat/message.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { answeringOver, asker, type Told, tell } from '../support/answering.ts';
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
    return await driver(db);
  }
  const hasOthers = name !== 'terminal';

  test('every command is answered, to the asker alone', async () => {
    const here = await room();
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
      [{ command: 'news list' }, /feeds/],
      [{ command: 'news sources' }, /No feeds yet/],
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
