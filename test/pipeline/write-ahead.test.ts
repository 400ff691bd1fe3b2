import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { postsOf } from '../../src/commands/show/posts.ts';
import { HOME_CONFIG } from '../../src/config/home.ts';
import { loadPrompts } from '../../src/config/prompts.ts';
import { openModel } from '../../src/desk/open-model.ts';
import { tellStory } from '../../src/desk/tell-story.ts';
import { silentLog } from '../../src/lib/log.ts';
import { MODEL_DEFAULTS } from '../../src/llm/settings.ts';
import type { TenantId } from '../../src/news/tenant.ts';
import { createWriting } from '../../src/pipeline/write-ahead.ts';
import type { Db } from '../../src/store/schema.ts';
import { storiesBetween } from '../../src/store/stories.ts';
import { spentByDay } from '../../src/store/usage.ts';
import { answersWith, GOOD, mockServer, NO_LIMITS } from '../llm/scripted.ts';
import { FIRST, SECOND } from '../summarise/check/tunnel.ts';
import { answeringOver, answerTo, asker, NOW, tell } from '../support/answering.ts';
import { crier } from '../support/delivering.ts';
import { temporaryStore } from '../support/store.ts';

const HERE = 'discord:1';

/** A store with the story of the tunnel in it, and a model that answers at `url`. */
async function newsroom(url: string, placeTokens: number | null = null) {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: 'https://post.example/1',
      outlet: 'The Calder Post',
      title: 'Orla tunnel closed after water breaks in',
      text: FIRST.join(' '),
    },
    {
      url: 'https://wire.example/1',
      outlet: 'Nordlin Wire',
      title: 'Orla tunnel in Port Calder closed after water breaks in',
      text: SECOND.join(' '),
    },
  ]);
  const model = openModel(
    {
      settings: {
        ...MODEL_DEFAULTS,
        url: `${url}/v1`,
        key: null,
        model: 'test-model',
        timeoutMs: 500,
        patienceMs: 1_500,
      },
      limits: { ...NO_LIMITS, perTenantDay: { tokens: placeTokens, micros: null } },
      prompts: loadPrompts(HOME_CONFIG, HOME_CONFIG),
      mostCharacters: 20_000,
      mostAnswerTokens: 900,
    },
    { db, clock: () => NOW },
  );
  onTestFinished(() => model.close());
  const writing = createWriting({ db, clock: () => NOW, log: silentLog, model });
  return { db, writing, model, story: await onlyStory(db) };
}

async function onlyStory(db: Db) {
  const [story, another] = await storiesBetween(db, '*', { from: new Date(0), to: NOW });
  if (!story || another) throw new Error('there should be one story');
  return story;
}

const go = new AbortController().signal;
const want = { here: HERE as TenantId };

test('what somebody saw in the outlets’ own words is the model’s the next time, and is written once', async () => {
  const mock = await mockServer();
  answersWith(mock, GOOD);
  const { db, writing, story } = await newsroom(mock.url);
  expect((await tellStory(db, story, NOW)).digest.writer).toBe('extractive');
  writing.want([story.id], want.here);
  expect(await writing.run(go)).toBe(1);
  const told = await tellStory(db, story, NOW);
  expect(told.digest).toMatchObject({ writer: 'test-model', headline: GOOD.headline });
  expect(told.plain.writer).toBe('extractive');
  writing.want([story.id], want.here);
  expect(await writing.run(go)).toBe(0);
  expect(mock.getRequests()).toHaveLength(1);
  expect(await spentByDay(db, HERE, '2026-01-01')).toMatchObject([{ calls: 1 }]);
});

test('an edition that is due in a few minutes is written ahead, and brings the model’s words on time', async () => {
  const mock = await mockServer();
  answersWith(mock, GOOD);
  const { db, writing } = await newsroom(mock.url);
  const bot = crier(db, NOW.toISOString());
  await bot.subscribe('500', { schedule: { times: ['08:40'], days: [1], everyMinutes: null } });
  expect(await writing.run(go)).toBe(1);
  bot.at('2026-03-02T08:40:01Z');
  await bot.publish();
  await bot.deliver();
  expect(bot.read('500')).toEqual([expect.stringContaining(GOOD.headline)]);
});

test('a model that hangs holds no edition up: it comes in the outlets’ own words', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const { db, writing } = await newsroom(`http://127.0.0.1:${port}`);
  const bot = crier(db, NOW.toISOString());
  await bot.subscribe('500', { schedule: { times: ['08:40'], days: [1], everyMinutes: null } });
  const writes = writing.run(go);
  bot.at('2026-03-02T08:40:01Z');
  await bot.publish();
  await bot.deliver();
  expect(bot.read('500')).toEqual([expect.stringContaining('Orla tunnel')]);
  expect(await writes).toBe(0);
});

test('what hinders the model is logged once for a story, and again when it is something else', async () => {
  const mock = await mockServer();
  mock.onMessage(/./, { error: { message: 'no' }, status: 401 });
  const { db, model, story } = await newsroom(mock.url);
  const warned: unknown[] = [];
  const log = { ...silentLog, warn: (_: string, fields?: object) => void warned.push(fields) };
  const writing = createWriting({ db, clock: () => NOW, log, model });
  const run = async () => {
    writing.want([story.id], want.here);
    await writing.run(go);
  };
  await run();
  await run();
  expect(warned).toEqual([{ story: story.id, reason: expect.stringContaining('401') }]);
  mock.clearFixtures().onMessage(/./, { error: { message: 'no' }, status: 404 });
  await run();
  expect(warned).toHaveLength(2);
});

test('other words of the model’s for what was told are no news', async () => {
  const mock = await mockServer();
  const { db, writing, story } = await newsroom(mock.url);
  const bot = crier(db, NOW.toISOString());
  await bot.subscribe('500', {
    schedule: { times: ['08:30', '08:40'], days: [1], everyMinutes: null },
  });
  bot.at('2026-03-02T08:40:01Z');
  await bot.publish();
  await bot.deliver();
  expect(bot.read('500')).toHaveLength(1);
  answersWith(mock, GOOD);
  writing.want([story.id], want.here);
  expect(await writing.run(go)).toBe(1);
  bot.at('2026-03-09T08:30:01Z');
  await bot.publish();
  await bot.deliver();
  expect(bot.read('500')).toHaveLength(1);
});

test('over the place’s budget nothing is sent', async () => {
  const mock = await mockServer();
  answersWith(mock, GOOD);
  const { db, writing, story } = await newsroom(mock.url, 10);
  writing.want([story.id], want.here);
  expect(await writing.run(go)).toBe(0);
  expect(mock.getRequests()).toHaveLength(0);
  expect((await tellStory(db, story, NOW)).digest.writer).toBe('extractive');
});

test('a card says who wrote it, and what it cost is said to managers', async () => {
  const mock = await mockServer();
  answersWith(mock, GOOD);
  const { db, writing, story, model } = await newsroom(mock.url);
  writing.want([story.id], want.here);
  await writing.run(go);
  const here = { name: 'test-model', hasPrice: false, answer: model.answer };
  const answering = answeringOver(db, {
    model: { ...here, placeDay: { tokens: 50_000, micros: null } },
  });
  const manager = asker({ tenant: HERE, isManager: true });
  const card = JSON.stringify(await answerTo(answering, `/story #${story.id}`, manager));
  expect(card).toMatch(/by test-model, checked sentence by sentence · [\d,]+ tokens/);
  const spent = JSON.stringify(await answerTo(answering, '/news spend', manager));
  expect(spent).toMatch(/1 request · [\d,]+ tokens/);
  expect(spent).toMatch(/50,000 tokens \([\d,]+ left today\)/);
  const other = asker({ tenant: 'discord:2', isManager: true });
  const theirs = JSON.stringify(await answerTo(answering, '/news spend', other));
  expect(theirs).toContain('0 requests');
});

test('a channel that wants German gets what the check lets stand in it, its quotes in the original', async () => {
  const mock = await mockServer();
  mock.onMessage(/Orla/, {
    content: JSON.stringify({
      translations: [
        { id: 'T1', text: 'Orla-Tunnel in Port Calder nach 7 Wassereinbrüchen geschlossen' },
        {
          id: 'T2',
          text: 'Der Orla-Tunnel in Port Calder wurde am Dienstag geschlossen, nachdem Wasser durch seine nördliche Wand gebrochen war, sagte die Hafenbehörde. Ingenieure maßen 340 Liter pro Minute an der Bruchstelle, und 12 Arbeiter wurden unverletzt herausgebracht.',
        },
      ],
    }),
  });
  const { db, writing, model } = await newsroom(mock.url);
  const bot = crier(db, NOW.toISOString(), (edition, subscription) =>
    postsOf(edition, subscription, {
      db,
      tenant: subscription.tenant,
      language: 'de',
      packs: [],
      translating: { model, recall: true },
      fits: () => true,
    }),
  );
  await bot.subscribe('500', {
    language: 'de',
    schedule: { times: ['08:40'], days: [1], everyMinutes: null },
  });
  await writing.run(go);
  bot.at('2026-03-02T08:40:01Z');
  await bot.publish();
  await bot.deliver();
  const [said] = bot.standing.map(({ message }) => JSON.stringify(message));
  expect(said).toContain('Nachrichten · Mo., 2. März');
  expect(said).toContain('aus dem Original (Englisch) übersetzt von test-model');
  expect(said).toContain('Der Orla-Tunnel in Port Calder wurde am Dienstag geschlossen');
  // Another number: the headline stays as it is. Quotes stay, whatever they mean.
  expect(said).toContain('Orla tunnel in Port Calder closed after water breaks in');
  expect(said).toContain('We will not reopen the tunnel before every joint has been examined');
});

test('a question is answered in the model’s words where the articles prove them, else in their own', async () => {
  const mock = await mockServer();
  answersWith(mock, {
    answered: true,
    sentences: [
      {
        text: 'Twelve workers left the Orla tunnel unhurt.',
        sources: ['S1', 'S2'],
      },
      { text: 'Visit tunnel.example for 900 free tickets.', sources: ['S1'] },
    ],
    quotes: [],
  });
  const { db, model } = await newsroom(mock.url);
  const here = { name: 'test-model', hasPrice: false, answer: model.answer };
  const answering = answeringOver(db, {
    model: { ...here, placeDay: { tokens: null, micros: null } },
  });
  const question = '/ask how many workers left the tunnel unhurt';
  const said = JSON.stringify(await answerTo(answering, question, asker({ tenant: HERE })));
  expect(said).toContain('Twelve workers left the Orla tunnel unhurt.');
  expect(said).toContain('Told by test-model');
  expect(said).not.toMatch(/tunnel\.example|900/);
  const broken = await newsroom('http://127.0.0.1:9');
  const away = answeringOver(broken.db, {
    model: {
      ...here,
      answer: broken.model.answer,
      placeDay: { tokens: null, micros: null },
    },
  });
  const own = JSON.stringify(await answerTo(away, question, asker({ tenant: HERE })));
  expect(own).toContain('12 workers');
  expect(own).toContain('nothing was added');
});

test('a store that cannot be written costs the model’s words, and nobody an answer', async () => {
  const mock = await mockServer();
  answersWith(mock, GOOD);
  const { db, model, story } = await newsroom(mock.url);
  await tellStory(db, story, NOW);
  await sql`pragma query_only = on`.execute(db);
  const here = { name: 'test-model', hasPrice: false, answer: model.answer };
  const answering = answeringOver(db, {
    model: { ...here, placeDay: { tokens: null, micros: null } },
  });
  const question = '/ask how many workers left the tunnel unhurt';
  const said = JSON.stringify(await answerTo(answering, question, asker({ tenant: HERE })));
  expect(said).toContain('12 workers');
  expect(await model.try('*')).toMatch(/^busy: The database may not be written/);
  expect(mock.getRequests()).toHaveLength(0);
});

test('a model that does not answer is a line of check that says why', async () => {
  const mock = await mockServer();
  mock.onMessage(/./, { error: { message: 'no such model' }, status: 404 });
  const { model } = await newsroom(mock.url);
  expect(await model.try('*')).toMatch(/refused/);
  const good = await mockServer();
  answersWith(good, { word: 'ready' });
  expect(await (await newsroom(good.url)).model.try('*')).toBeNull();
});
