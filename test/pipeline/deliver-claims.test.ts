import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { HOUR, SECOND } from '../../src/lib/clock.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { crier } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const POST = 'new #1 v1: Kelmouth harbour closes';

/** A post in the outbox. */
async function due() {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z');
  await at.subscribe('general');
  await arrive(db, at.at('2026-03-02T08:10:00Z'), { title: 'Kelmouth harbour closes' });
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  // Nobody renews a claim while these requests run.
  const deps = { ...at.publishing, poster: at.poster, repeat: () => () => {} };
  return { db, ...at, deps };
}

test.each([2, 25])(
  'a post that stands by the clock of a platform %d hours behind ours is found',
  async (hours) => {
    const { deps, clock, pass, turn, standing, asked, read } = await due();
    const postedAt = new Map<string, number>();
    const poster: typeof deps.poster = {
      ...deps.poster,
      post(place, message, key) {
        postedAt.set(key, clock().getTime() - hours * HOUR);
        return deps.poster.post(place, message, key);
      },
      async find(place, key, since) {
        const found = await deps.poster.find(place, key, since);
        return (postedAt.get(key) ?? 0) >= since.getTime() ? found : null;
      },
    };
    turn({ kind: 'ambiguous', reason: 'reset' }, true);
    await deliver({ ...deps, poster });
    pass(90 * SECOND);
    expect(await deliver({ ...deps, poster })).toMatchObject({ sent: 1 });
    expect(asked).toEqual(['post general', 'find general']);
    expect(standing).toHaveLength(1);
    expect(read('general')).toEqual([POST]);
  },
);

test('a post whose claim took most of its time is claimed anew before it is begun, so that nobody takes it over in the middle', async () => {
  const { db, deps, pass, deliver: other, asked, read } = await due();
  let isFirst = true;
  const slowly: KyselyPlugin = {
    transformQuery({ node }) {
      if (isFirst && node.kind === 'UpdateQueryNode') {
        isFirst = false;
        pass(40 * SECOND);
      }
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const post: typeof deps.poster.post = async (...of) => {
    pass(25 * SECOND);
    expect(await other()).toMatchObject({ sent: 0 });
    return deps.poster.post(...of);
  };
  const poster = { ...deps.poster, post };
  expect(await deliver({ ...deps, db: db.withPlugin(slowly), poster })).toMatchObject({ sent: 1 });
  expect(asked).toEqual(['post general']);
  expect(read('general')).toEqual([POST]);
});
