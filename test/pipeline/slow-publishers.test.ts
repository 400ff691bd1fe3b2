import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { type Item, newsroom, page, publisher, rss } from './publishers.ts';

const LONG =
  'The harbour of Kelmouth reopened on Monday after the storm of the week before. '.repeat(25);

test('a publisher whose pages do not answer holds back no other’s news', {
  timeout: 30_000,
}, async () => {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  const slow = await publisher((request, response) => {
    if (request.url === '/feed') {
      const items = ['/1', '/2', '/3'].map((path) => ({
        title: `Item ${path}`,
        link: slow + path,
      }));
      return response.setHeader('content-type', 'text/xml').end(rss(items));
    }
    return void released.then(() => response.writeHead(404).end());
  });
  const good = await publisher((_, response) =>
    response.setHeader('content-type', 'text/xml').end(rss([{ title: 'Reopened', text: LONG }])),
  );
  const { refresh, articles } = await newsroom([slow, good], [`${slow}/feed`, `${good}/feed`]);
  const refreshed = refresh();
  await vi.waitFor(
    async () => expect((await articles()).map(({ title }) => title)).toEqual(['Reopened']),
    { timeout: 15_000, interval: 100 },
  );
  release();
  expect(await refreshed).toMatchObject({ feeds: 2, added: 4 });
});

test('a poll reads so many pages, the next ones the rest, and no 304 hides it', async () => {
  const asked: { path: string; condition: string | undefined }[] = [];
  const paths = ['/1', '/2', '/3', '/4', '/5'];
  const origin: string = await publisher((request, response) => {
    const condition = request.headers['if-none-match'];
    asked.push({ path: request.url ?? '', condition });
    if (request.url !== '/feed') {
      const body = page(`Item ${request.url}`, `${LONG} It is item ${request.url}.`);
      return response.setHeader('content-type', 'text/html').end(body);
    }
    if (condition) return response.writeHead(304).end();
    response.setHeader('content-type', 'text/xml').setHeader('etag', '"same"');
    // Days old: by its own pace the feed would be asked again after hours.
    const date = new Date('2026-02-25T08:30:00Z');
    const items = paths.map((path) => ({ title: `Item ${path}`, link: origin + path, date }));
    const whole = { title: 'Whole', link: `${origin}/6`, text: LONG, date };
    return response.end(rss([...items, whole]));
  });
  const { refresh, pass, articles } = await newsroom([origin], [`${origin}/feed`], {
    pages: 2,
    ms: HOUR,
  });
  // What needs no page waits for none.
  expect(await refresh()).toMatchObject({ added: 3 });
  // As soon as may be asked again, whatever pace the feed has.
  pass(15 * MINUTE);
  expect(await refresh()).toMatchObject({ feeds: 1, added: 2 });
  pass(15 * MINUTE);
  expect(await refresh()).toMatchObject({ feeds: 1, added: 1 });
  pass(DAY);
  expect(await refresh()).toMatchObject({ feeds: 1, unchanged: 1, added: 0 });
  expect(asked.filter(({ path }) => path === '/feed').map(({ condition }) => condition)).toEqual([
    undefined,
    undefined,
    undefined,
    '"same"',
  ]);
  expect(asked.flatMap(({ path }) => (path === '/feed' ? [] : path)).sort()).toEqual(paths);
  for (const { text } of await articles()) expect(text.length).toBeGreaterThan(1_000);
});

test('a page is not read for a feed that may say nothing about its article', async () => {
  let pages = 0;
  let round = 0;
  const paper: string = await publisher((request, response) => {
    if (request.url !== '/feed') pages += 1;
    response.setHeader('content-type', 'text/xml');
    response.end(rss([{ title: 'Reopened', link: `${paper}/a`, text: LONG }]));
  });
  const pointer = await publisher((_, response) => {
    response.setHeader('content-type', 'text/xml');
    response.end(rss([{ title: `See this, for the ${++round}. time`, link: `${paper}/a` }]));
  });
  // Another name, thus another publisher.
  const elsewhere = pointer.replace('127.0.0.1', 'localhost');
  const feeds = [`${paper}/feed`, `${elsewhere}/feed`];
  const { refresh, pass, articles } = await newsroom([paper, elsewhere], feeds);
  await refresh();
  const before = pages;
  for (let i = 0; i < 3; i++) {
    pass(DAY);
    await refresh();
  }
  expect(round).toBe(4);
  expect(pages).toBe(before);
  expect((await articles()).map(({ title }) => title)).toEqual(['Reopened']);
});

test('a fault with one feed’s articles stops no other, and that feed is read again', async () => {
  const origin = await publisher((request, response) => {
    const items: Item[] = [{ title: request.url === '/a' ? 'Poison' : 'Good', text: LONG }];
    response.setHeader('content-type', 'text/xml').end(rss(items));
  });
  const { db, refresh, articles } = await newsroom([origin], [`${origin}/a`, `${origin}/b`]);
  await sql`create trigger poison before insert on articles when new.title = 'Poison'
    begin select raise(abort, 'poisoned'); end`.execute(db);
  await expect(refresh()).rejects.toThrow('could not refresh');
  expect((await articles()).map(({ title }) => title)).toEqual(['Good']);
  await sql`drop trigger poison`.execute(db);
  // What the failed poll learned was not kept, so the feed is still due.
  expect(await refresh()).toMatchObject({ feeds: 1, added: 1, failed: [] });
  expect((await articles()).map(({ title }) => title)).toEqual(['Good', 'Poison']);
});

test('of two feeds of one moment the older article goes in first, whichever feed answers first', async () => {
  const dates: Record<string, Date> = {
    '/agency': new Date('2026-03-02T06:00:00Z'),
    '/paper': new Date('2026-03-02T07:00:00Z'),
  };
  const answer = (delay: number) =>
    publisher((request, response) => {
      const path = request.url ?? '';
      const body = rss([{ title: `From ${path}`, text: LONG, date: dates[path] as Date }]);
      setTimeout(() => response.setHeader('content-type', 'text/xml').end(body), delay);
    });
  const [agency, paper] = [await answer(300), await answer(0)];
  const { refresh, articles } = await newsroom(
    [agency, paper],
    [`${paper}/paper`, `${agency}/agency`],
  );
  await refresh();
  expect((await articles()).map(({ title }) => title)).toEqual(['From /agency', 'From /paper']);
});
