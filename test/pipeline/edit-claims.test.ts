import type { KyselyPlugin } from 'kysely';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts';
import { editPosts } from '../../src/pipeline/edit.ts';
import { closeChannels, reopenChannels } from '../../src/store/channels.ts';
import { crier, showFully } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const HARBOUR = {
  title: 'Kelmouth harbour closes',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers.',
};
const DIVERS = {
  title: 'Divers work in Kelmouth',
  outlet: 'Courier',
  text: 'Divers from Vissing removed 14 wrecks from the channel during the night.',
};

/** A post whose story went on and rests: it is to be edited. */
async function toEdit(about: Parameters<ReturnType<typeof crier>['subscribe']>[1] = {}) {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z', showFully);
  const here = await at.subscribe('general', about);
  const story = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  await at.deliver();
  await arrive(db, at.at('2026-03-02T08:40:00Z'), { ...DIVERS, story });
  at.at('2026-03-02T08:46:00Z');
  const deps = { ...at.publishing, poster: at.poster };
  const edits = () => at.asked.filter((one) => one.startsWith('edit')).length;
  return { db, ...at, here, story, deps, countEdits: edits };
}

describe('what a clock hours ahead claimed or put off blocks no edit after it was put right:', () => {
  test('the claim of a program that died', async () => {
    const { deps, at, edit, asked } = await toEdit();
    at('2026-03-02T17:46:00Z');
    let begun = false;
    const dying: typeof deps.poster.edit = () => {
      begun = true;
      return new Promise(() => {});
    };
    void editPosts({ ...deps, poster: { ...deps.poster, edit: dying } });
    await expect.poll(() => begun).toBe(true);
    at('2026-03-02T08:47:00Z');
    expect(await edit()).toBe(1);
    expect(asked).toEqual(['post general', 'edit general']);
  });

  test('the wait for a busy platform', async () => {
    const { at, edit, edits } = await toEdit();
    at('2026-03-02T17:46:00Z');
    edits({ kind: 'busy', retryAfterMs: 40_000 });
    expect(await edit()).toBe(0);
    edits(null);
    at('2026-03-02T08:47:00Z');
    expect(await edit()).toBe(1);
  });
});

test('a platform that is busy for an hour is left alone for an hour', async () => {
  const { edit, edits, pass, countEdits } = await toEdit();
  edits({ kind: 'busy', retryAfterMs: HOUR });
  expect(await edit()).toBe(0);
  edits(null);
  for (let minutes = 0; minutes < 60; minutes += 1) {
    expect(await edit()).toBe(0);
    pass(MINUTE);
  }
  expect(countEdits()).toBe(1);
  expect(await edit()).toBe(1);
});

test('an edit that another program made while this one wrote the same is not made once more', async () => {
  const { deps, edit, countEdits } = await toEdit();
  const show: typeof deps.show = async (...of) => {
    expect(await edit()).toBe(1);
    return deps.show(...of);
  };
  expect(await editPosts({ ...deps, show })).toBe(0);
  expect(countEdits()).toBe(1);
});

test('an edit whose claim took most of its time is not begun with the rest, but claimed anew', async () => {
  const { db, deps, edit, pass, countEdits } = await toEdit();
  const slowly: KyselyPlugin = {
    transformQuery({ node }) {
      if (node.kind === 'UpdateQueryNode') pass(40 * SECOND);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  expect(await editPosts({ ...deps, db: db.withPlugin(slowly) })).toBe(0);
  expect(countEdits()).toBe(0);
  pass(MINUTE);
  expect(await edit()).toBe(1);
});

test('a post in a closed channel is left alone, and edited once that is open again', async () => {
  const { db, here, at, clock, edit, pass, countEdits } = await toEdit();
  const { tenant, channel } = here;
  const reason = { kind: 'gone', reason: 'Missing Access', at: clock() } as const;
  await closeChannels(db, { id: channel, tenant, platform: 'discord' }, reason);
  at('2026-03-02T09:00:00Z');
  expect(await edit()).toBe(0);
  expect(countEdits()).toBe(0);
  await reopenChannels(db, tenant, channel);
  pass(MINUTE);
  expect(await edit()).toBe(1);
});

test('a post says what became of its story though a later one of its channel told it, too', async () => {
  const { story, at, edit, publish, deliver, read } = await toEdit({
    schedule: { times: ['08:30', '08:42'], days: [1], everyMinutes: null },
  });
  at('2026-03-02T08:43:00Z');
  await publish();
  await deliver();
  expect(read('general')[1]).toContain(`update #${story} v2`);
  at('2026-03-02T08:46:00Z');
  expect(await edit()).toBe(1);
  expect(read('general')[0]?.split('\n')[1]).toBe(`08:46 ${DIVERS.text}`);
});
