import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { mergeStories } from '../../src/store/stories.ts';
import { passing } from './passing.ts';
import { ada, BAKERY, ben, CRANE, OTHER, place } from './place.ts';

/** A channel after its first digest. */
async function afterDigest(line: string, ...before: string[]) {
  const at = await place();
  const rows = await at.db.selectFrom('stories').select(['id', 'title']).execute();
  const number = (title: string) => `#${rows.find((row) => row.title === title)!.id}`;
  for (const one of before) await at.say(one);
  expect((await at.say(line)).trouble).toBe(false);
  const { pass, later, standing } = passing(at.db);
  await pass(DAY);
  const why = (title: string, asking = ada) => later(`/news why ${number(title)}`, asking);
  return { ...at, why, standing };
}

describe('why a story was, or was not, brought to this channel', () => {
  test('says which digest brought it, and that another was not asked for', async () => {
    const { why, standing } = await afterDigest('/news subscribe crane');
    expect(standing).toHaveLength(1);
    expect(await why(CRANE.title, ben)).toContain(
      'In this channel\n2026-03-03 08:30 UTC · #1 · posted',
    );
    expect(await why(BAKERY.title, ben)).toContain(
      '#1 · left out: it is not what the subscription asks for',
    );
  });

  test('says that it is muted', async () => {
    const { why } = await afterDigest('/news subscribe', '/news mute bakery');
    expect(await why(BAKERY.title)).toContain('#1 · left out: it is muted, or holds a muted word');
  });

  test.each([
    ['#', 'Ada muted it in this channel: no digest here brings it. /news unmute #'],
    ['vissing', 'It holds “vissing”, which Ada muted in this channel: no digest here brings it.'],
    // Words of what would be shown of it, and of no headline.
    ['keeps for a week', '“keeps for a week”, which Ada muted in this channel'],
  ])('says first that it is muted, before any digest was due: %s', async (what, said) => {
    const { db, say } = await place();
    const { id } = await db
      .selectFrom('stories')
      .select('id')
      .where('title', '=', BAKERY.title)
      .executeTakeFirstOrThrow();
    await say('/news subscribe');
    expect((await say(`/news why #${id}`)).words).toContain('It is in the digest of the last 24');
    await say(`/news mute ${what === '#' ? `#${id}` : what}`);
    const { words } = await say(`/news why #${id}`, ben);
    expect(words).toContain(said);
    expect(words).toContain('/news unmute ');
    expect(words).not.toContain('It is in the digest');
    const elsewhere = { ...ada, channel: OTHER };
    expect((await say(`/news why #${id}`, elsewhere)).words).toContain('It is in the digest');
    expect((await say('/news why crane')).words).toContain('It is in the digest');
  });

  test('says that others weighed more', async () => {
    const { why } = await afterDigest('/news subscribe top 1');
    const said = [await why(CRANE.title), await why(BAKERY.title)];
    expect(said.filter((words) => words.includes('#1 · posted'))).toHaveLength(1);
    expect(said.filter((words) => words.includes('left out: others weighed more'))).toHaveLength(1);
  });

  test('says of one channel nothing in another', async () => {
    const { why } = await afterDigest('/news subscribe crane');
    expect(await why(CRANE.title, { ...ada, channel: OTHER })).not.toContain('In this channel');
    expect(await why(CRANE.title, { ...ada, channel: null })).not.toContain('In this channel');
  });

  test('where nothing comes says nothing of it, and leaves no trace of who looked', async () => {
    const { db, say } = await place();
    for (const line of ['/news why crane', '/news audit', '/news list', '/news help']) {
      expect((await say(line)).words).not.toContain('In this channel');
    }
    expect(await db.selectFrom('channels').selectAll().execute()).toEqual([]);
  });

  test('says that nothing was due yet', async () => {
    const { say } = await place();
    await say('/news subscribe');
    expect((await say('/news why crane')).words).toContain(
      'In this channel\nNo digest was due here yet.',
    );
  });

  describe('of a digest in two posts', () => {
    /** Bakery and crane in a post each, written and not sent yet. */
    async function written() {
      const at = await place();
      await at.say('/news subscribe');
      const time = passing(at.db, 1);
      time.move(DAY);
      await time.write();
      const rows = await at.db.selectFrom('stories').select(['id', 'title']).execute();
      const id = (title: string) => rows.find((row) => row.title === title)!.id;
      return { ...at, ...time, id };
    }

    test('says what became of the one post that holds it', async () => {
      const { db, send, later, id, standing } = await written();
      await send();
      expect(standing).toHaveLength(1);
      const posts = await db.selectFrom('deliveries').select(['state']).orderBy('part').execute();
      expect(posts.map(({ state }) => state)).toEqual(['sent', 'pending']);
      const said = [
        await later(`/news why #${id(CRANE.title)}`),
        await later(`/news why #${id(BAKERY.title)}`),
      ];
      const lines = said.map((words) => /#1 · (.*)$/m.exec(words)?.[1]);
      expect(lines.toSorted()).toEqual(['posted', 'waits to be posted']);
    });

    test('says that the post that held it waited for too long', async () => {
      const { db, move, send, later, id } = await written();
      for (const ms of [10, 1, 1, 1, 1].map((hours) => hours * HOUR)) {
        move(ms);
        await send();
      }
      expect(await db.selectFrom('told').selectAll().execute()).toEqual([]);
      expect(await later(`/news why #${id(CRANE.title)}`)).toContain('#1 · given up (too old)');
    });

    test('says that what it stood in was muted while it waited', async () => {
      const { say, send, later, id } = await written();
      await say('/news mute bakery');
      await send();
      await send();
      const words = await later(`/news why #${id(BAKERY.title)}`);
      expect(words).toContain('#1 · given up (what it was to tell was muted while it waited)');
    });

    test('finds the post of a story by the one that it went into since', async () => {
      const { db, send, later, id } = await written();
      await send();
      const merge = { from: id(BAKERY.title), into: id(CRANE.title) };
      await mergeStories(db, EVERYBODY, merge);
      const words = await later(`/news why #${id(CRANE.title)}`);
      expect(words).toMatch(/#1 · (?:posted, waits|waits to be posted, posted)/);
    });
  });
});
