import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { storiesBetween } from '../../src/store/stories.ts';
import { answeringOver, answerTo, asker, NOW, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const THEIRS = 'slack:T0THEIRS';
const OURS = 'discord:424242424242424242';

// Words that stand in the other tenant's rows alone.
const SECRETS = /zarquon|quillfeather|brandywhistle|hush\.example|s3cr3t-path/i;

async function twoPlaces() {
  const db = await temporaryStore();
  await addFeed(
    db,
    {
      tenant: THEIRS,
      url: 'https://hush.example/s3cr3t-path/feed',
      outlet: 'The Zarquon Letter',
      language: null,
      origin: 'added',
    },
    NOW,
  );
  await tell(db, [
    {
      tenant: THEIRS,
      url: 'https://hush.example/s3cr3t-path/1',
      outlet: 'The Zarquon Letter',
      title: 'Quillfeather merger with Ostler Bank agreed in secret',
      text: 'Quillfeather and Ostler Bank have agreed to merge, two directors said on Sunday. “Nobody outside this room knows the price of the merger yet,” said Wilma Brandywhistle, the chairwoman of Quillfeather.',
    },
    {
      url: 'https://open.example/1',
      outlet: 'The Courier',
      title: 'Ostler Bank opens a branch in Kelmouth',
      text: 'Ostler Bank opened a branch in Kelmouth on Sunday. “We have waited for this day for many years,” said Ida Moss, who runs it. Forty people came.',
    },
  ]);
  const answering = answeringOver(db);
  const they = asker({ tenant: THEIRS, isManager: true });
  const theirs = [
    '/news subscribe Quillfeather at 08:30',
    '/news follow Wilma Brandywhistle',
    '/news mute zarquon',
  ];
  for (const line of theirs) {
    expect(await answerTo(answering, line, they)).toMatchObject({ trouble: false });
  }
  const [secret] = await storiesBetween(db, THEIRS, { from: new Date(0), to: NOW }).then((all) =>
    all.filter((story) => story.tenant === THEIRS),
  );
  return { db, answering, secret: secret! };
}

const everything = (message: Message): string =>
  JSON.stringify([message.blocks, [...message.sources.entries()], message.story]);

describe('another place’s news, feeds and stories never show', () => {
  test('the words that must not show do show at home', async () => {
    const { answering, secret } = await twoPlaces();
    const theirs = asker({ tenant: THEIRS });
    const shown = await answerTo(answering, `/story #${secret.id}`, theirs);
    expect(everything(shown)).toMatch(SECRETS);
    expect(everything(await answerTo(answering, '/news sources', theirs))).toMatch(/Zarquon/);
    expect(everything(await answerTo(answering, '/digest', theirs))).toMatch(/Quillfeather/);
    const listed = everything(await answerTo(answering, '/news list', theirs));
    expect(listed).toMatch(/Quillfeather/);
    expect(listed).toMatch(/Brandywhistle/);
    expect(listed).toMatch(/zarquon/);
    const audited = await answerTo(answering, '/news audit', asker({ ...theirs, isManager: true }));
    expect(everything(audited)).toMatch(/Quillfeather/);
  });

  test('whatever command is given with whatever foreign number, word or address', async () => {
    const { answering, secret } = await twoPlaces();
    const baits = [
      '#1',
      '#2',
      `#${secret.id}`,
      String(secret.id),
      'merger agreed',
      'ostler bank',
      'who runs ostler bank',
      'https://hush.example/s3cr3t-path/1',
      'feed',
    ];
    for (const isManager of [false, true]) {
      let serial = 0;
      for (const command of COMMANDS) {
        for (const bait of ['', ...baits]) {
          // A place of its own each time: what was typed and kept (a mute) may be said back to those who typed it.
          serial += 1;
          const who = asker({ tenant: `${OURS}${serial}`, isManager, story: secret.id });
          // Adding an address one knows is no leak: it is then a feed of one's own.
          if (command.name === 'news feed add' && bait.startsWith('https')) continue;
          for (const more of ['', ' view:quotes', ' view:sources', ' view:timeline', ' 30d']) {
            const line = `/${command.name} ${bait}${more}`;
            const shown = everything(await answerTo(answering, line, who));
            // What the asker typed may be said back.
            const said = shown.split(bait || '\0').join('');
            expect({ line, leaks: SECRETS.exec(said)?.[0] ?? null }).toEqual({ line, leaks: null });
          }
        }
      }
    }
  });

  test('suggestions, completion and the welcome hold their own only', async () => {
    const { answering } = await twoPlaces();
    const who = asker({ tenant: OURS });
    const shown = JSON.stringify([
      await answering.suggest('stories', '', who),
      await answering.suggest('stories', 'merger', who),
      await answering.complete('/story ', who),
      (await answering.welcome(who)).map(everything),
    ]);
    expect(shown).toMatch(/Ostler Bank opens/);
    expect(shown).not.toMatch(SECRETS);
  });

  test('a manager takes out no feed of another place, nor one of everybody', async () => {
    const { db, answering } = await twoPlaces();
    await addFeed(
      db,
      {
        tenant: '*',
        url: 'https://open.example/feed',
        outlet: 'The Courier',
        language: null,
        origin: 'added',
      },
      NOW,
    );
    const who = asker({ tenant: OURS, isManager: true });
    for (const name of ['The Zarquon Letter', 'The Courier', 'https://open.example/feed']) {
      await answerTo(answering, `/news feed remove ${name}`, who);
    }
    const off = await db.selectFrom('feeds').select('url').where('status', '=', 'off').execute();
    expect(off).toEqual([]);
  });
});

test('why does not spell out a feed’s address, part by part', async () => {
  const { answering } = await twoPlaces();
  const theirs = asker({ tenant: THEIRS });
  const why = async (url: string) =>
    everything(await answerTo(answering, `/news why ${url}`, theirs));
  expect(await why('https://hush.example/another')).toContain('I read The Zarquon Letter');
  for (const part of ['s3cr3t', 's3cr3t-path', 'feed', 'hush', 'example']) {
    expect(await why(`https://${part}/`)).toContain('None of my feeds is of that site');
  }
});

describe('commands for managers', () => {
  test('take a name behind the address', async () => {
    const { answering } = await twoPlaces();
    const who = asker({ tenant: OURS, isManager: true });
    const line = '/news feed add https://new.example/feed Example News';
    expect(everything(await answerTo(answering, line, who))).toMatch(/Example News/);
  });

  test('are refused to others with whom to ask', async () => {
    const { db, answering } = await twoPlaces();
    const managers = COMMANDS.filter((command) => command.access === 'managers');
    expect(managers.length).toBeGreaterThan(0);
    for (const command of managers) {
      const who = asker({ tenant: OURS, managers: 'members with Manage Server' });
      const shown = everything(await answerTo(answering, command.example, who));
      expect(shown).toContain('is for members with Manage Server: ask one of them.');
    }
    expect(await db.selectFrom('feeds').select('url').execute()).toHaveLength(1);
  });

  test('add a feed for the place alone, and take it out again', async () => {
    const { answering } = await twoPlaces();
    const who = asker({ tenant: OURS, isManager: true });
    const line = '/news-admin feed add https://new.example/feed name:"New Example"';
    expect(everything(await answerTo(answering, line, who))).toMatch(/New Example.*3 articles/);
    expect(everything(await answerTo(answering, '/news sources', who))).toContain('New Example');
    const theirs = asker({ tenant: THEIRS });
    expect(everything(await answerTo(answering, '/news sources', theirs))).not.toContain('New Ex');
    await answerTo(answering, '/news feed remove new example', who);
    expect(everything(await answerTo(answering, '/news sources', who))).not.toContain('New Ex');
  });

  test('a feed that cannot be read is not added, and the reason is said', async () => {
    const { db } = await twoPlaces();
    const answering = answeringOver(db, { tryFeed: async () => ({ problem: 'it is no feed' }) });
    const who = asker({ tenant: OURS, isManager: true });
    const shown = await answerTo(answering, '/news feed add https://x.example', who);
    expect(everything(shown)).toContain('Not added: it is no feed.');
    expect(await db.selectFrom('feeds').select('url').execute()).toHaveLength(1);
  });
});

test('in the thread of a story a question is about that story', async () => {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: 'https://a.example/1',
      outlet: 'The Courier',
      title: 'Mayor of Kelmouth resigns over harbour crane',
      text: 'Rolf Anders, the mayor of Kelmouth, resigned on Sunday. “I should have had that crane inspected,” Anders said. He was mayor for nine years.',
    },
    {
      url: 'https://b.example/1',
      outlet: 'The Standard',
      title: 'Skier wins third gold medal at Vissing',
      text: 'Mira Holt won her third gold medal in Vissing on Sunday. “My legs were shaking at the last gate,” Holt said. The race was stopped twice.',
    },
  ]);
  const answering = answeringOver(db);
  const stories = await storiesBetween(db, '*', { from: new Date(0), to: NOW });
  for (const story of stories) {
    const shown = everything(
      await answerTo(answering, 'who said what?', asker({ story: story.id })),
    );
    const other = story.title.includes('Mayor') ? /Holt/ : /Anders/;
    expect(shown).not.toMatch(other);
  }
});
