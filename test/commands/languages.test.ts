import { describe, expect, test } from 'vitest';
import { questionWindow } from '../../src/chat/discord/question.ts';
import type { Message, Run } from '../../src/chat/message.ts';
import type { Asker, Form } from '../../src/chat/platform.ts';
import { homeView } from '../../src/chat/slack/home.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { TEXTS } from '../../src/commands/texts/index.ts';
import { DAY } from '../../src/lib/clock.ts';
import { channelAt, closeChannels } from '../../src/store/channels.ts';
import { addNotice } from '../../src/store/notices.ts';
import { keepSettings } from '../../src/store/tenants.ts';
import { NOW } from '../support/answering.ts';
import { ada, BAKERY, ben, CRANE, GENERAL, place, TENANT, valuesOf } from './place.ts';

const terminal: Asker = { ...ada, platform: 'terminal', channel: 'terminal' };

/** A walk past every command: what it does, what it says when there is nothing, and its slips. */
const WALK: readonly (readonly [string, Asker?])[] = [
  ['/news help'],
  ['/news help', ben],
  ['/news list'],
  ['/news list', ben],
  ['/news audit'],
  ['/news status'],
  ['/news sources'],
  ['/news settings'],
  ['/news spend'],
  ['/news subscribe harbour at 08:30 and 18:00 on mon,thu top 5 +crane -sport lang:de quiet 22-7'],
  ['/news subscribe harbour at 08:30 and 18:00 on mon,thu top 5 +crane -sport lang:de quiet 22-7'],
  ['/news subscribe until:30d empty:line length:full'],
  ['/news subscribe nothing of the kind'],
  ['/news subscribe at 25:61'],
  ['/news subscribe on funday'],
  ['/news subscribe tz Mars'],
  ['/news subscribe top 99'],
  ['/news subscribe lang:klingon'],
  ['/news subscribe quiet 22'],
  ['/news subscribe pack:nowhere'],
  ['/news subscribe climate', ben],
  ['/news edit #1'],
  ['/news edit #1 at 07:00 on weekends'],
  ['/news edit #1 at 07:00'],
  ['/news edit #77'],
  ['/news schedule #1'],
  ['/news schedule #1 at 06:00'],
  ['/news test #1'],
  ['/news test #3'],
  ['/news pause #1'],
  ['/news pause #1'],
  ['/news schedule #1'],
  ['/news resume #1'],
  ['/news resume #1'],
  ['/news alert climate outlets:4 until:7d'],
  ['/news alert outlets:99'],
  ['/news edit #4 at 07:00'],
  ['/news follow #1'],
  ['/news follow #1'],
  ['/news follow Ada Quill deliver:here'],
  ['/news follow Ada Quill deliver:here', ben],
  ['/news follow Ada Quill until:2020-01-01'],
  ['/news unfollow #99'],
  ['/news unfollow #5'],
  ['/news mute #1'],
  ['/news mute "cup final"'],
  ['/news mute #1'],
  ['/news unmute'],
  ['/news unmute #2'],
  ['/news why #1'],
  ['/news list'],
  ['/news unmute #1'],
  ['/news why #1'],
  ['/news why nothing of the kind'],
  ['/news why https://elsewhere.example/1'],
  ['/news why https://courier.example/crane'],
  ['/news report #1'],
  ['/news report #1 the quote is of somebody else'],
  ['/news report #99'],
  ['/news feed add https://new.example/feed Another One'],
  ['/news feed add nowhere'],
  ['/news feed remove Nobody'],
  ['/news feed check'],
  ['/news feed export'],
  ['/news feed import https://new.example/list.opml'],
  ['/news subscribe Another One at 6'],
  ['/news feed remove Another One'],
  ['/news list'],
  ['/news subscribe langs:de'],
  ['/news subscribe pack:wrld'],
  ['/news subscribe quiet:99-7'],
  ['/news unsubscribe #1'],
  ['/news unsubscribe #1 sure:yes'],
  ['/news list everywhere:yes'],
  ['/news audit'],
  ['/news feed'],
  ['/news feed rub'],
  ['/newz'],
  ['/sausage'],
  ['/story'],
  ['/story #99'],
  ['/story harbour'],
  ['/story harbour view:sources'],
  ['/story harbour view:timeline'],
  ['/story kelmouth vissing'],
  ['/story harbour veiw:card'],
  ['/story harbour since:soon'],
  ['/digest'],
  ['/digest nothing 3d'],
  ['/digest length:none'],
  ['/ask'],
  ['/ask who was hurt in the harbour'],
  ['/ask which gardener paid for the orchid'],
  ['/news subscribe bakery', terminal],
  ['/news pause #6', terminal],
  [`/ask ${'very '.repeat(500)}long`],
];

/** All that is said in a message: its runs one by one, what buttons and menus say. */
function saidIn({ blocks }: Message): string[] {
  const words = (runs: readonly Run[]) =>
    runs.flatMap((run) => ('text' in run && run.kind !== 'command' ? [run.text ?? ''] : []));
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'bullets':
        return block.items.flatMap(words);
      case 'quote':
        return words(block.attribution);
      case 'fields':
        // How a command is typed is the same everywhere.
        return block.fields.flatMap(({ name, value }) => [
          ...(name.startsWith('/') ? [] : [name]),
          ...words(value),
        ]);
      case 'divider':
        return [];
      case 'buttons':
        return block.buttons.map(({ label }) => label);
      case 'menu':
        return [block.label, ...block.entries.flatMap(({ label, hint }) => [label, hint])];
      default:
        return words(block.runs);
    }
  });
}

/** What is nobody's words here, the longest first: articles, what was asked for, and lines as they were typed. */
const GIVEN = [
  ...[CRANE, BAKERY].flatMap(({ title, text }) => [text, title, ...text.split(/(?<=[.”]) /)]),
  ...WALK.map(([line]) => line.replace(/(\/\/[^/]+\/)\S+/g, '$1…')),
  // Who speaks in them, as they call them.
  'Ada Quill, harbour master',
  'Ines Harrow, baker',
  'nothing of the kind',
].sort((one, other) => other.length - one.length);

/** Whether there are three words or more beside what is given. */
function isSentence(words: string): boolean {
  const own = GIVEN.reduce((left, given) => left.replaceAll(given, ' '), words).replace(
    /\S+\/\/\S+/g,
    '',
  );
  return (own.match(/\p{L}{2,}/gu) ?? []).length >= 3;
}

async function walk(language: string): Promise<string[]> {
  const here = await place({
    readFeedList: async () => ({
      feeds: [{ url: 'https://listed.example/feed', title: 'Listed', language: null }],
    }),
    tryFeed: async (url) =>
      url.includes('courier') ? { problem: 'it refuses us (403)' } : { title: 'New', items: 3 },
  });
  await keepSettings(here.db, TENANT, { zone: 'Europe/Berlin', language });
  const said: string[] = [];
  for (const [line, asking] of WALK) said.push(...saidIn((await here.say(line, asking)).message));
  for (const asking of [ada, ben]) {
    for (const message of await here.answering.welcome(asking)) said.push(...saidIn(message));
    said.push(...saidIn((await here.home(asking)).message));
  }
  for (const from of ['subjects', 'subscriptions'] as const) {
    const offered = await here.answering.suggest(from, '', ada);
    said.push(...offered.map(({ label }) => label));
  }
  const channel = await channelAt(here.db, TENANT, { platform: 'discord', place: GENERAL });
  const notice = { tenant: TENANT, channel: channel.id, at: new Date(NOW.getTime() - DAY) };
  await addNotice(here.db, { ...notice, kind: 'refused', reason: 'the platform is busy' });
  const reason = 'Crier was taken out of this place';
  await closeChannels(here.db, channel, { kind: 'gone', reason, at: NOW });
  for (const asking of [ada, ben])
    said.push(...saidIn((await here.say('/news list', asking)).message));
  for (const line of ['/news subscribe', '/news edit #2', '/news settings']) {
    said.push(...saidInForm(await here.form(line)));
  }
  said.push(...saidInForm(await here.form('/news pause #2')));
  return said;
}

const saidInForm = (form: Form | Message): string[] =>
  'blocks' in form
    ? saidIn(form)
    : [
        form.title,
        form.submit,
        ...form.fields.flatMap(({ label, hint, choices }) => [
          label,
          hint,
          ...choices.map((choice) => choice.label),
        ]),
      ];

describe('a walk past every command', () => {
  test('leaves none out', () => {
    const typed = WALK.map(([line]) => line);
    const passed = COMMANDS.filter(({ name }) =>
      typed.some((line) => line === `/${name}` || line.startsWith(`/${name} `)),
    );
    expect(COMMANDS.filter((command) => !passed.includes(command))).toEqual([]);
  });

  test.each(Object.keys(TEXTS).filter((one) => one !== 'en'))(
    'in a place whose language is %s reads no English',
    async (language) => {
      const english = new Set(await walk('en'));
      const own = await walk(language);
      expect(own.length).toBeGreaterThan(400);
      const same = own.filter((words) => english.has(words) && isSentence(words));
      expect([...new Set(same)]).toEqual([]);
    },
  );
});

describe('a place whose language is German', () => {
  const german = async () => {
    const here = await place();
    await keepSettings(here.db, TENANT, { zone: 'Europe/Berlin', language: 'de' });
    return here;
  };

  test('subscribes and lists in German, with its days, times and numbers', async () => {
    const { say } = await german();
    const made = await say('/news subscribe harbour at 08:30 on weekdays top 5 until:2026-04-01');
    expect(made.words).toContain(
      'Für diesen Kanal abonniert von Ada: harbour · montags bis freitags um 08:30, Europe/Berlin · höchstens 5 Geschichten · bis Mi., 1. Apr.',
    );
    expect(made.words).toContain('Erste Ausgabe morgen 08:30 Europe/Berlin (in 23 Stunden)');
    expect(Object.keys(made.buttons)).toEqual(['Ändern', 'Probe', 'Abbestellen']);
    const listed = await say('/news list');
    expect(listed.words).toContain('Dieser Kanal');
    expect(listed.words).toContain('Nächste Ausgabe morgen 08:30');
    expect(listed.words).toContain('gerade angelegt von Ada');
    expect((await say('/news status')).words).toContain('Artikel: 2');
  });

  test('is told in German what is wrong with a line, and how it is typed', async () => {
    const { say } = await german();
    expect((await say('/news subscribe at 25:61')).words).toBe(
      'Eine Uhrzeit „25:61“ gibt es nicht. Schreibweise: at 08:30, oder at 08:30,18:00.',
    );
    expect((await say('/ask')).words).toBe(
      'Bei /ask fehlt: eine Frage. Beispiel: /ask what did peskov say about talks',
    );
    expect((await say('/news pause #3', ben)).words).toContain('ist Sache der Verwalter');
  });

  test('fills in German forms, whose values stay as they are typed', async () => {
    const { form } = await german();
    const opened = await form('/news subscribe');
    if (!('fields' in opened)) throw new Error('there is no form');
    expect([opened.title, opened.submit]).toEqual(['Kanal abonnieren', 'Abonnieren']);
    const labels = Object.fromEntries(opened.fields.map(({ name, label }) => [name, label]));
    expect(labels).toMatchObject({ topic: 'Thema', quiet: 'Ruhezeit', must: 'Muss vorkommen' });
    expect(valuesOf(opened)).toMatchObject({ on: 'daily', length: 'short' });
    const length = opened.fields.find(({ name }) => name === 'length');
    expect(length?.choices[1]).toEqual({ label: 'kurz', value: 'short' });
  });

  test('reads German on the page and in the windows that a platform makes itself', async () => {
    const { answering } = await german();
    const says = await answering.words(ada);
    expect(questionWindow('ask', says).title).toBe('Dazu fragen');
    const look = { commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' } };
    const page = JSON.stringify(homeView(COMMANDS, null, { ...look, sample: false, says }));
    expect(page).toContain('Was man schreiben kann');
    expect(page).toContain('Eine Geschichte mit Quellen und Zitaten');
    expect(page).not.toContain('One story');
    expect(says.told('Crier is not in it: write "/invite @crier" there.')).toContain('nicht darin');
  });

  test('shows the digest of a subscription in its own language, what is said of it in German', async () => {
    const { say } = await german();
    await say('/news subscribe bakery lang:fr');
    expect((await say('/news list')).words).toContain('auf Französisch');
    expect((await say('/news test #1')).words).toContain('Eine Probe von #1');
  });
});

test('where there are no words in a language, words and dates alike are English', async () => {
  const { db, say } = await place();
  await keepSettings(db, TENANT, { zone: null, language: 'ja' });
  expect((await say('/news subscribe harbour')).words).toContain('First digest tomorrow 08:30');
});
