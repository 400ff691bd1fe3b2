import { expect, test } from 'vitest';
import { ask, type Question } from '../../src/desk/ask.ts';
import { DAY } from '../../src/lib/clock.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import type { Db } from '../../src/store/schema.ts';
import { storiesBetween } from '../../src/store/stories.ts';
import { NOW, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const OLD = 'https://echo.example/old';
const NEW = 'https://herald.example/new';

/** Two articles about the ferries of Sandrey, a week and two hours old, and one about another place. */
async function told(): Promise<Db> {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: OLD,
      outlet: 'Echo',
      title: 'Ferries of Sandrey stand still',
      text: 'The ferries of Sandrey stand still because of ice. The harbour master counted forty ships.',
      hoursAgo: 24 * 7,
    },
    {
      url: NEW,
      outlet: 'Herald',
      title: 'Crews of Sandrey on strike',
      text: 'The ferries of Sandrey stand still because of a strike. The crews want shorter nights.',
    },
    {
      url: 'https://lens.example/orchid',
      outlet: 'Lens',
      title: 'An orchid blooms',
      text: 'In the greenhouse of Torrin an orchid blooms for the first time.',
    },
  ]);
  // What came since is what Crier has seen since.
  const weekAgo = NOW.getTime() - 7 * DAY;
  await db.updateTable('articles').set({ seen_at: weekAgo }).where('url', '=', OLD).execute();
  return db;
}

const about = (more: Partial<Question> = {}): Question => ({
  text: 'Why do the ferries of Sandrey stand still?',
  now: NOW,
  story: null,
  since: null,
  language: 'en',
  ...more,
});

async function sourcesOf(db: Db, question: Question) {
  const { answer, articles } = await ask(db, EVERYBODY, question);
  const cited = answer.flatMap(({ refs }) => refs.map(({ article }) => articles.get(article)?.url));
  return { read: [...articles.values()].map(({ url }) => url).sort(), cited: [...new Set(cited)] };
}

test('everything held is read, and the sentences of the answer stand in it', async () => {
  const db = await told();
  expect((await sourcesOf(db, about())).read).toEqual(expect.arrayContaining([NEW, OLD]));
  const { answered, answer, articles } = await ask(db, EVERYBODY, about());
  expect(answered).toBe(true);
  for (const { text, refs } of answer) {
    expect(refs.length).toBeGreaterThan(0);
    for (const { article } of refs) expect(articles.get(article)?.text).toContain(text);
  }
});

test('asked for what came since, nothing older is read or cited', async () => {
  const since = new Date(NOW.getTime() - DAY);
  const { read, cited } = await sourcesOf(await told(), about({ since }));
  expect(read).not.toContain(OLD);
  expect(cited).toEqual([NEW]);
});

test('asked about one story, only its articles are read', async () => {
  const db = await told();
  const stories = await storiesBetween(db, EVERYBODY, { from: new Date(0), to: NOW });
  const orchid = stories.find(({ title }) => title.includes('orchid'));
  const { read } = await sourcesOf(db, about({ story: orchid?.id ?? -1 }));
  expect(read).toEqual(['https://lens.example/orchid']);
});

test('what the articles do not say is not answered, and the nearest stories are named', async () => {
  const question = about({ text: 'Who won the chess final of Torrin?' });
  const { answered, answer, nearest } = await ask(await told(), EVERYBODY, question);
  expect(answered).toBe(false);
  expect(answer).toEqual([]);
  expect(nearest.map(({ title }) => title)).toContain('An orchid blooms');
});

test('the nearest sentences stand in an article read, and their story is named first', async () => {
  const db = await told();
  const question = about({ text: 'Which gardener paid for the orchid in the greenhouse?' });
  const { answered, nearestSentences, nearest, articles } = await ask(db, EVERYBODY, question);
  expect(answered).toBe(false);
  expect(nearestSentences.map(({ text }) => text).join(' ')).toContain('an orchid blooms');
  for (const { text, refs } of nearestSentences)
    for (const { article } of refs) expect(articles.get(article)?.text).toContain(text);
  expect(nearest[0]?.title).toBe('An orchid blooms');
});

test('a name with a slip of the pen is found, and so is a word of the same meaning', async () => {
  const db = await told();
  const misspelt = await sourcesOf(
    db,
    about({ text: 'Why do the ferries of Sandry stand still?' }),
  );
  expect(misspelt.cited.length).toBeGreaterThan(0);
  expect([OLD, NEW]).toEqual(expect.arrayContaining(misspelt.cited));
  const reworded = await ask(
    db,
    EVERYBODY,
    about({ text: 'Why do the ships of Sandrey stand still?' }),
  );
  expect(reworded.answered).toBe(true);
});

test('a day in the question narrows what is cited, and "since" opens it to today', async () => {
  const db = await told();
  const of = async (when: string) =>
    (await sourcesOf(db, about({ text: `Why do the ferries of Sandrey stand still ${when}?` })))
      .cited;
  expect(await of('today')).toEqual([NEW]);
  expect(await of('yesterday')).toEqual([]);
  expect(await of('since yesterday')).toEqual([NEW]);
});

test('what fits best is read though five hundred newer articles hold one of the words', async () => {
  const db = await told();
  await tell(
    db,
    Array.from({ length: 520 }, (_, i) => ({
      url: `https://filler.example/${i}`,
      outlet: `Filler ${i % 7}`,
      title: `Notice ${i} of the harbour`,
      text: `Berth ${i} of another harbour stands empty and ferries pass it by number ${i}.`,
      hoursAgo: 1,
    })),
  );
  const { cited } = await sourcesOf(db, about({ text: 'Who counted forty ships?' }));
  expect(cited).toEqual([OLD]);
});

test('a question in which no word is held has no answer and no nearest story', async () => {
  const { answered, nearest } = await ask(
    await told(),
    EVERYBODY,
    about({ text: 'Quantum xylophones?' }),
  );
  expect({ answered, nearest }).toEqual({ answered: false, nearest: [] });
});
