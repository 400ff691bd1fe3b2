import { describe, expect, onTestFinished, test } from 'vitest';
import { postsOf } from '../../src/commands/show/posts.ts';
import { HOME_CONFIG } from '../../src/config/home.ts';
import { loadPrompts } from '../../src/config/prompts.ts';
import { openModel } from '../../src/desk/open-model.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { MODEL_DEFAULTS } from '../../src/llm/settings.ts';
import { shownAs } from '../../src/pipeline/edit-said.ts';
import { createWriting } from '../../src/pipeline/write-ahead.ts';
import { mockServer, NO_LIMITS } from '../llm/scripted.ts';
import { crier } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const HARBOUR = {
  title: 'Harbour of Kelmouth closed after a storm',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers. Eleven boats were lost in the storm, the harbour master said.',
};
const CORRECTED = {
  ...HARBOUR,
  text: HARBOUR.text.replace('Eleven boats', 'Nine boats'),
  revises: 1,
};
const CLOSED =
  'Der Hafen von Kelmouth wurde am Montag geschlossen, nachdem der Sturm zwei Piers weggerissen hatte.';
const LOST = 'Elf Boote gingen im Sturm verloren, sagte der Hafenmeister.';

/** What the model makes of a sentence; others stay as they are, which the check lets stand in no other language. */
const GERMAN: Readonly<Record<string, string>> = {
  [HARBOUR.title]: 'Hafen von Kelmouth nach einem Sturm geschlossen',
  'The harbour of Kelmouth was closed on Monday after the storm tore away two piers.': CLOSED,
  'Eleven boats were lost in the storm, the harbour master said.': LOST,
  'Nine boats were lost in the storm, the harbour master said.':
    'Neun Boote gingen im Sturm verloren, sagte der Hafenmeister.',
  'Divers from Vissing removed 14 wrecks from the channel during the night.':
    'Taucher aus Vissing holten in der Nacht 14 Wracks aus der Fahrrinne.',
};

/** A German channel that was posted the harbour's story, and a model that translates by the list. */
async function posted() {
  const asked: string[] = [];
  const mock = await mockServer();
  let isDown = false;
  mock.onMessage(/./, ({ messages }) => {
    if (isDown) return { error: { message: 'down' }, status: 400 };
    const prompt = String(messages.at(-1)?.content);
    const texts = [...prompt.matchAll(/^([TQ]\d+): (.*)$/gm)].map(([, id = '', text = '']) => ({
      id,
      text,
    }));
    asked.push(...texts.map(({ text }) => text));
    const translated = (text: string) =>
      Object.entries(GERMAN).reduce((left, [from, to]) => left.replace(from, to), text);
    const translations = texts.map(({ id, text }) => ({ id, text: translated(text) }));
    return { content: JSON.stringify({ translations }) };
  });
  const db = await temporaryStore();
  const model = openModel(
    {
      settings: { ...MODEL_DEFAULTS, url: `${mock.url}/v1`, key: null, model: 'test-model' },
      limits: NO_LIMITS,
      prompts: loadPrompts(HOME_CONFIG, HOME_CONFIG),
      mostCharacters: 20_000,
      mostAnswerTokens: 900,
    },
    { db, clock: systemClock },
  );
  onTestFinished(() => model.close());
  const at = crier(db, '2026-03-02T08:00:00Z', (edition, subscription) =>
    postsOf(edition, subscription, {
      db,
      tenant: subscription.tenant,
      language: 'de',
      packs: [],
      translating: { model, recall: false },
      fits: () => true,
    }),
  );
  await at.subscribe('general', { language: 'de', length: 'full' });
  const story = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  const writing = createWriting({ db, clock: at.clock, log: silentLog, model });
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  await at.deliver();
  return {
    ...at,
    db,
    story,
    writing,
    asked,
    down: () => {
      isDown = true;
    },
    /** The runs of the post in order; what is struck out stands between tildes. */
    post: () =>
      at.standing.map(({ message }) => {
        const runs: string[] = [];
        JSON.stringify(message, (_, value) => {
          if (typeof value?.text === 'string') {
            runs.push(
              value.style === 'struck' || value.kind === 'struck' ? `~${value.text}~` : value.text,
            );
          }
          return value as unknown;
        });
        return runs.join(' ');
      })[0] ?? '',
  };
}

describe('a post in another language', () => {
  test('of which a sentence was corrected shows it struck out in the words that were read', async () => {
    const { db, story, at, edit, post } = await posted();
    expect(post()).toContain(CLOSED);
    expect(post()).toContain(LOST);
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...CORRECTED, story });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
    expect(post()).toContain(`~${LOST}~`);
    expect(post()).toContain('Neun Boote gingen im Sturm verloren');
    expect(post()).not.toMatch(/boats/);
  });

  test('asks for nothing again that it shows already, and keeps its words while the model is away', async () => {
    const { db, story, at, edit, post, asked, down } = await posted();
    const before = asked.length;
    await arrive(db, at('2026-03-02T09:00:00Z'), {
      title: 'Divers work in Kelmouth',
      outlet: 'Courier',
      text: 'Divers from Vissing removed 14 wrecks from the channel during the night.',
      story,
    });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
    expect(post()).toContain(
      'Taucher aus Vissing holten in der Nacht 14 Wracks aus der Fahrrinne.',
    );
    expect(asked.slice(before).filter((text) => asked.slice(0, before).includes(text))).toEqual([]);
    down();
    await arrive(db, at('2026-03-02T09:30:00Z'), { ...CORRECTED, story });
    at('2026-03-02T09:40:00Z');
    expect(await edit()).toBe(1);
    expect(post()).toContain(`~${LOST}~`);
    expect(post()).toContain('Nine boats were lost in the storm');
    expect(post()).toContain('Taucher aus Vissing');
  });
});

describe('the words by which a post shows a sentence', () => {
  const original = 'One pier fell. Two boats sank.';
  const shown = 'Ein Pier stürzte ein. Zwei Boote sanken.';
  const within = (body: string) => (text: string) => body.includes(text);

  test.each([
    ['are its own where it stands in the original', original, 'Two boats sank.'],
    ['are those of its translation', shown, 'Zwei Boote sanken.'],
    ['are none where the post does not show it', 'Something else.', undefined],
  ])('%s', (_what, body, words) => {
    expect(shownAs('Two boats sank.', new Map([[original, shown]]), within(body))).toBe(words);
  });

  test('are its own where two sentences became one', () => {
    const joined = 'Ein Pier stürzte ein, und zwei Boote sanken.';
    expect(shownAs('Two boats sank.', new Map([[original, joined]]), within(joined))).toBe(
      'Two boats sank.',
    );
  });
});
