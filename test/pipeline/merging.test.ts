import { expect, test } from 'vitest';
import { FERRY, OTHERS } from '../cluster/invented-news.ts';
import { answeringOver, answerTo, asker, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const told = (name: string, news: { title: string; text: string }, hoursAgo: number): Told => ({
  url: `https://news.example/${name}`,
  outlet: `The ${name}`,
  hoursAgo,
  title: news.title,
  text: news.text,
});

test('two stories that an article shows to be one go on as one, and the old number leads there', async () => {
  const db = await temporaryStore();
  await tell(db, [
    ...OTHERS.map((other, i) => told(`other${i}`, other, 20 + i)),
    told('one', FERRY.courier, 9),
    told('two', { ...FERRY.herald, title: 'Two' }, 8),
    told('three', { ...FERRY.herald, title: 'Three' }, 7),
  ]);
  // As if the stream had not seen it at first: the first report stands in a story of its own.
  const apart = 999;
  const first = await db
    .selectFrom('articles')
    .select('id')
    .where('url', '=', 'https://news.example/one')
    .executeTakeFirstOrThrow();
  const whole = await db
    .selectFrom('stories')
    .selectAll()
    .where('articles', '=', 3)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('stories')
    .values({ ...whole, id: apart, articles: 1, outlets: 1, independent: 1 })
    .execute();
  await db
    .updateTable('story_articles')
    .set({ story_id: apart })
    .where('article_id', '=', first.id)
    .execute();

  const text = `${FERRY.herald.text.slice(0, 300)} ${FERRY.courier.text.slice(100, 400)}`;
  await tell(db, [told('four', { title: FERRY.courier.title, text }, 1)]);

  const merged = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('id', '=', apart)
    .executeTakeFirstOrThrow();
  expect(merged.merged_into).toBe(whole.id);
  const shown = await answerTo(answeringOver(db), `/story #${apart} view:sources`, asker());
  expect(shown.story).toBe(whole.id);
  expect(shown.sources.size).toBe(4);
});
