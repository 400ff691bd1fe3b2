import { expect, test } from 'vitest';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { joinsOf, supersededAmong } from '../../src/store/edits.ts';
import type { Db } from '../../src/store/schema.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const AT = new Date('2026-03-02T08:10:00Z');

/** A story of each of these tenants, whose first article was corrected. */
async function corrected(db: Db, tenants: readonly string[]) {
  const stories: number[] = [];
  const first: number[] = [];
  for (const tenant of tenants) {
    const story = await arrive(db, AT, { tenant });
    const { id } = await db
      .selectFrom('articles')
      .select('id')
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow();
    await arrive(db, AT, { tenant, story, revises: id });
    stories.push(story);
    first.push(id);
  }
  return { stories, first };
}

test("that an article was corrected is known to its tenant and where it is everybody's, not to others", async () => {
  const db = await temporaryStore();
  const { first } = await corrected(db, [EVERYBODY, 'guild-1', 'guild-2']);
  const known = async (tenant: string) =>
    (await supersededAmong(db, tenant, first)).map((id) => first.indexOf(id)).toSorted();
  expect(await known('guild-1')).toEqual([0, 1]);
  expect(await known('guild-2')).toEqual([0, 2]);
  expect(await known(EVERYBODY)).toEqual([0]);
});

test("when a story grew is known to its tenant and where it is everybody's, not to others", async () => {
  const db = await temporaryStore();
  const { stories } = await corrected(db, [EVERYBODY, 'guild-1', 'guild-2']);
  const known = async (tenant: string) =>
    [...new Set((await joinsOf(db, tenant, stories)).map(({ story }) => story))]
      .map((story) => stories.indexOf(story))
      .toSorted();
  expect(await known('guild-1')).toEqual([0, 1]);
  expect(await known('guild-2')).toEqual([0, 2]);
  expect(await known(EVERYBODY)).toEqual([0]);
});
