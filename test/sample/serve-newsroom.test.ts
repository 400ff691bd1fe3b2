import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR } from '../../src/lib/clock.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { type ServedNewsroom, serveNewsroom } from '../../src/sample/serve-newsroom.ts';
import { faultOf } from './well-formed.ts';

const newsroom = loadNewsroom(join(import.meta.dirname, '../../config/sample'));
const origin = new Date('2031-05-14T09:30:00Z');
let now = origin;
let served: ServedNewsroom;

beforeAll(async () => {
  served = await serveNewsroom(newsroom, { clock: () => now, origin });
});
afterAll(() => served.close());

const at = (hours: number) => new Date(origin.getTime() + hours * HOUR);
const feedOf = (slug: string) => served.feeds.find(({ url }) => url.includes(`/${slug}/`))!.url;
const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers });
async function textAt(hours: number, url: string): Promise<string> {
  now = at(hours);
  const response = await get(url);
  expect(response.status).toBe(200);
  return response.text();
}

/** The addresses of a feed's items, in its order, whatever its format. */
function itemUrls(feed: string): string[] {
  const urls = feed.match(/http:\/\/127\.0\.0\.1:\d+\/[a-z-]+\/[a-z0-9-]+\.html/g) ?? [];
  return [...new Set(urls)];
}

test('every outlet is served with its address, title and language', () => {
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(served.feeds).toHaveLength(newsroom.outlets.length);
  expect(served.feeds.map(({ title }) => title)).toContain('La Gaceta del Estuario');
  expect(served.feeds.every(({ url }) => url.startsWith(served.url))).toBe(true);
});

test('the index names every outlet', async () => {
  const index = await textAt(0, served.url + '/');
  for (const { slug, name } of newsroom.outlets) {
    expect(index).toContain(`${served.url}/${slug}/`);
    expect(index).toContain(name);
  }
});

test('every feed is what its type says', async () => {
  now = at(0);
  const roots = { rss: '<rss ', atom: '<feed ', rdf: '<rdf:RDF ', json: '{' };
  for (const outlet of newsroom.outlets) {
    const response = await get(feedOf(outlet.slug));
    const type = response.headers.get('content-type')!;
    const bytes = Buffer.from(await response.arrayBuffer());
    const body = iconv.decode(bytes, outlet.charset);
    expect(type).toContain(`charset=${outlet.charset}`);
    expect(type).toContain(outlet.format === 'rdf' ? 'rdf+xml' : outlet.format);
    expect(body, outlet.slug).toContain(roots[outlet.format]);
    if (outlet.format === 'json') expect(JSON.parse(body).items.length).toBeGreaterThan(0);
    else if (outlet.broken) expect(faultOf(body), outlet.slug).not.toBeNull();
    else expect(faultOf(body), outlet.slug).toBeNull();
    expect(itemUrls(body).length, outlet.slug).toBeGreaterThan(0);
  }
});

test('the broken feed has bare ampersands, unknown entities and unclosed tags', async () => {
  const feed = await textAt(0, feedOf('valley-echo'));
  expect(feed).toMatch(/<title>[^<]* & /);
  expect(feed).toContain('&nbsp;');
  expect(feed).toContain('<category>');
  expect(feed).not.toContain('</category>');
});

test('items appear as the clock passes their time, newest first, and their pages with them', async () => {
  const article = newsroom.articles.find(({ path }) => path === 'merrow-prize/northgate-standard')!;
  const [{ hours }] = article.versions;
  const page = `${served.url}/northgate-standard/${article.slug}.html`;
  expect(itemUrls(await textAt(hours - 0.01, feedOf('northgate-standard')))).not.toContain(page);
  expect((await get(page)).status).toBe(404);
  expect(itemUrls(await textAt(hours, feedOf('northgate-standard')))[0]).toBe(page);
  expect(await textAt(hours, page)).toContain('eleven minutes');
});

test('a feed holds at most twenty items', async () => {
  const feed = await textAt(200, feedOf('meridian-wire'));
  expect(feed.split('<item>').length - 1).toBe(20);
});

test('an unchanged feed is answered 304 to its ETag and to its date', async () => {
  now = at(0);
  const url = feedOf('harbour-courier');
  const first = await get(url);
  const etag = first.headers.get('etag')!;
  const modified = first.headers.get('last-modified')!;
  const byTag = await get(url, { 'if-none-match': etag });
  expect(byTag.status).toBe(304);
  expect(await byTag.text()).toBe('');
  expect((await get(url, { 'if-modified-since': modified })).status).toBe(304);
  now = at(41);
  expect((await get(url, { 'if-none-match': etag })).status).toBe(200);
  expect((await get(url, { 'if-modified-since': modified })).status).toBe(200);
});

test('a revision changes the page, the item and its updated date, and not its address', async () => {
  const article = newsroom.articles.find(({ path }) => path === 'tarsomycin-trial/open-lens')!;
  const page = `${served.url}/open-lens/${article.slug}.html`;
  const item = async (hours: number) => {
    const feed = JSON.parse(await textAt(hours, feedOf('open-lens')));
    return feed.items.find(({ url }: { url: string }) => url === page);
  };
  const before = await item(29);
  expect(before.content_html).toContain('340 patients');
  expect(await textAt(29, page)).not.toContain('Correction');
  const after = await item(30);
  expect(after.content_html).toContain('430 patients');
  expect(after.id).toBe(before.id);
  expect(after.date_published).toBe(before.date_published);
  expect(Date.parse(after.date_modified)).toBe(at(30).getTime());
  expect(Date.parse(before.date_modified)).toBe(at(-15).getTime());
  // The note's placeholder is filled from the newsroom's own calendar.
  expect(await textAt(30, page)).toContain('Correction, May 15:');
});

test('a full-text feed carries the last paragraph, a summary feed and a headline feed do not', async () => {
  const last = (path: string) =>
    newsroom.articles
      .find((a) => a.path === path)!
      .versions[0].paragraphs.at(-1)!
      .slice(0, 30);
  expect(await textAt(0, feedOf('meridian-wire'))).toContain(
    last('austin-shoigu-call/meridian-wire'),
  );
  expect(await textAt(0, feedOf('ledger-lane'))).not.toContain(
    last('halden-orbis-takeover/ledger-lane'),
  );
  expect(await textAt(0, feedOf('kensley-review'))).not.toContain('<description><');
});

test('the page of a headline outlet shows the title and no text', async () => {
  const [page] = itemUrls(await textAt(0, feedOf('kensley-review')));
  const html = await textAt(0, page!);
  expect(html).toContain('<h1>Halden, Orbis and the price of light</h1>');
  expect(html).toContain('for subscribers');
  expect(html).not.toMatch(/<p>[^<]{200}/);
});

test('pages of every shape hold all paragraphs, escaped, in the charset they name', async () => {
  now = at(0);
  for (const outlet of newsroom.outlets.filter(({ page }) => page !== 'paywall')) {
    const article = newsroom.articles.find(({ outlet: slug }) => slug === outlet.slug)!;
    now = at(article.versions[0].hours);
    const response = await get(`${served.url}/${outlet.slug}/${article.slug}.html`);
    expect(response.status, article.path).toBe(200);
    const html = iconv.decode(Buffer.from(await response.arrayBuffer()), outlet.charset);
    expect(html).toContain(`<meta charset="${outlet.charset}">`);
    for (const paragraph of article.versions[0].paragraphs) {
      const [words] = paragraph.split(/["'{&]/, 1);
      expect(html, article.path).toContain(words);
    }
    expect(html.replace(/&(?:amp|lt|gt|quot|#39|mdash);/g, '')).not.toMatch(/&/);
  }
});

test('the outlet that compresses does so for readers that ask', async () => {
  const url = feedOf('coastline-today');
  expect((await get(url, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe(
    'gzip',
  );
  expect(await (await get(url, { 'accept-encoding': 'gzip' })).text()).toContain('<rss ');
  expect(
    (await get(url, { 'accept-encoding': 'identity' })).headers.get('content-encoding'),
  ).toBeNull();
});

test('unknown paths are 404 and other methods 405', async () => {
  for (const path of [
    '/nobody/feed.xml',
    '/open-lens/feed.xml',
    '/open-lens/no-such.html',
    '/x',
    '/open-lens/a/b',
  ]) {
    expect((await get(served.url + path)).status, path).toBe(404);
  }
  expect((await fetch(served.url + '/', { method: 'POST' })).status).toBe(405);
});
