import { expect, test } from 'vitest';
import { sentence } from '../../src/chat/message.ts';
import { SETTLE_MS } from '../../src/pipeline/deliver-outcome.ts';
import { deliveriesOf } from '../support/deliveries.ts';
import { crier } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

test('a story torn in two posts of which the second is given up after the first is news again', async () => {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z', async ({ items }) =>
    items.flatMap(({ story, digest }) =>
      ['first', 'second'].map((half) => ({
        message: sentence(`${half} half of ${digest.headline}`),
        stories: [story.id],
      })),
    ),
  );
  const { tenant, channel } = await at.subscribe('general');
  await arrive(db, at.at('2026-03-02T08:10:00Z'), { title: 'Kelmouth harbour closes' });
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  const told = () => db.selectFrom('told').select('story_id').execute();
  const reasons = async () =>
    (await deliveriesOf(db, tenant, { channel })).map(({ reason }) => reason).toSorted();
  expect(await told()).toHaveLength(1);
  // Both have waited for too long by then.
  at.at('2026-03-02T18:30:00Z');
  for (let i = 0; i < 4; i += 1) {
    await at.deliver();
    at.pass(SETTLE_MS);
  }
  expect(at.read('general')).toEqual([]);
  expect(await reasons()).toEqual(['too old', 'too old']);
  expect(await told()).toEqual([]);
});
