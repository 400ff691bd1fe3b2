import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import type { Outlet, SampleArticle } from '../../src/sample/newsroom.ts';
import { type Printed, printArticle } from '../../src/sample/print.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const newsroom = loadNewsroom(join(import.meta.dirname, '../../config/sample'));
const { articles, outlets } = newsroom;
const origin = new Date('2031-05-14T09:30:00Z');
const afterwards = new Date(origin.getTime() + 30 * DAY);

const outletOf = (article: SampleArticle): Outlet =>
  outlets.find(({ slug }) => slug === article.outlet)!;

/** Each version of the article as it is printed, with its own time as now. */
function printings(article: SampleArticle): Printed[] {
  return article.versions.map(({ hours }) => {
    const now = new Date(origin.getTime() + hours * HOUR);
    return printArticle(article, outletOf(article), origin, now)!;
  });
}

const hoursOf = (article: SampleArticle) => article.versions[0].hours;
const between = (from: number, to: number) =>
  articles.filter((article) => hoursOf(article) > from && hoursOf(article) <= to);
const eventsOf = (some: readonly SampleArticle[]) => new Set(some.map(({ event }) => event));

describe('the sample newsroom is big enough to look real', () => {
  test('it has at least 24 events in 100 articles of 9 outlets', () => {
    expect(eventsOf(articles).size).toBeGreaterThanOrEqual(24);
    expect(articles.length).toBeGreaterThanOrEqual(100);
    expect(outlets.length).toBeGreaterThanOrEqual(9);
  });

  test('every outlet has something to show at the start and something to add later', () => {
    for (const { slug } of outlets) {
      const times = articles.filter(({ outlet }) => outlet === slug).map(hoursOf);
      expect(Math.min(...times), slug).toBeLessThanOrEqual(0);
      expect(Math.max(...times), slug).toBeGreaterThan(0);
    }
  });

  test('at the start 8 events of the last day were told by two outlets in their own words', () => {
    const fresh = between(-24, 0);
    const told = [...eventsOf(fresh)].filter((event) => {
      const own = fresh.filter((article) => article.event === event && article.copyOf === null);
      return new Set(own.map(({ outlet }) => outlet)).size >= 2;
    });
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(fresh.length).toBeLessThanOrEqual(30);
  });

  test('nothing is older than three days at the start or comes after the fifth day', () => {
    const times = articles.map(hoursOf);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(-72);
    expect(Math.max(...times)).toBeLessThanOrEqual(120);
  });

  test.each([1, 2, 3, 4, 5])('day %i brings new events and developments of told ones', (day) => {
    const before = eventsOf(between(-72, (day - 1) * 24));
    const today = [...eventsOf(between((day - 1) * 24, day * 24))];
    expect(today.filter((event) => !before.has(event)).length).toBeGreaterThanOrEqual(2);
    expect(today.filter((event) => before.has(event)).length).toBeGreaterThanOrEqual(2);
  });

  test('all feed formats, a broken feed, headlines only, and three languages are there', () => {
    const formats = outlets.map(({ format }) => format);
    expect(formats.filter((format) => format === 'rss').length).toBeGreaterThanOrEqual(3);
    expect(formats.filter((format) => format === 'atom').length).toBeGreaterThanOrEqual(2);
    expect(formats).toContain('rdf');
    expect(formats).toContain('json');
    expect(outlets.filter(({ broken }) => broken)).toHaveLength(1);
    expect(outlets.filter(({ items }) => items === 'headline')).toHaveLength(1);
    expect(new Set(outlets.map(({ language }) => language.slice(0, 2)))).toEqual(
      new Set(['en', 'es', 'de']),
    );
    expect(outlets.some(({ charset }) => charset !== 'utf-8')).toBe(true);
  });
});

describe('the articles read like news', () => {
  const written = articles.filter((article) => outletOf(article).page !== 'paywall');

  test.each(written.map((article) => [article.path, article] as const))('%s', (_, article) => {
    const outlet = outletOf(article);
    for (const printed of printings(article)) {
      const all = [printed.title, printed.summary, printed.note ?? '', ...printed.paragraphs];
      const words = printed.paragraphs.join(' ').split(/\s+/).length;
      expect(words).toBeLessThanOrEqual(350);
      if (article.copyOf === null) expect(words).toBeGreaterThanOrEqual(120);
      for (const text of all) {
        expect(text).not.toMatch(/\{\{|\}\}/);
        expect(unbalanced(text, outlet.quotes), text).toBe(false);
        expect(iconv.decode(iconv.encode(text, outlet.charset), outlet.charset)).toBe(text);
      }
    }
  });

  test('no article names a weekday but by a placeholder', () => {
    const names = new Set<string>();
    for (const language of ['en', 'es', 'de']) {
      for (let day = 0; day < 7; day += 1) {
        const date = new Date(day * DAY);
        names.add(
          new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
            .format(date)
            .toLowerCase(),
        );
      }
    }
    for (const { path, versions } of articles) {
      for (const { title, paragraphs } of versions) {
        const words =
          [title, ...paragraphs]
            .join(' ')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [];
        expect(
          words.filter((word) => names.has(word)),
          path,
        ).toEqual([]);
      }
    }
  });

  test('placeholders give the weekday in the language of the outlet', () => {
    const lede = (path: string) =>
      printings(articles.find((article) => article.path === path)!)[0]!.paragraphs.join(' ');
    // Three hours before the origin, a Wednesday, is still Wednesday; a day and more is Tuesday.
    expect(lede('parcelo-data-breach/deichbote')).toContain('am Mittwoch');
    expect(lede('brisa-uno-wind-farm/gaceta-del-estuario')).toContain('el martes');
    expect(lede('austin-shoigu-call/meridian-wire')).toContain('on Tuesday');
  });

  test('titles are unique within an outlet', () => {
    const titles = articles.map(({ outlet, versions }) => `${outlet}: ${versions[0].title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('outlets write for themselves', () => {
  test('no sentence stands in two outlets but in declared agency copies', () => {
    const seen = new Map<string, string>();
    for (const article of articles.filter(({ copyOf }) => copyOf === null)) {
      const { paragraphs } = article.versions[0];
      for (const sentence of sentencesOf(paragraphs)) {
        const earlier = seen.get(sentence);
        if (earlier) expect(earlier, `${article.path}: ${sentence}`).toBe(article.outlet);
        seen.set(sentence, article.outlet);
      }
    }
    expect(seen.size).toBeGreaterThan(1000);
  });

  test('an agency copy prints paragraphs of the agency word for word under its own headline', () => {
    const copies = articles.filter(({ copyOf }) => copyOf !== null);
    expect(new Set(copies.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(3);
    for (const copy of copies) {
      const original = articles.find(({ path }) => path === copy.copyOf)!;
      expect(original.event).toBe(copy.event);
      expect(copy.versions[0].title).not.toBe(original.versions[0].title);
      expect(original.versions[0].paragraphs.slice(0, copy.versions[0].paragraphs.length)).toEqual(
        copy.versions[0].paragraphs,
      );
    }
  });

  test('one embedded post makes a claim that the article around it does not make', () => {
    const posts = articles.filter(({ post }) => post !== null);
    expect(posts).toHaveLength(1);
    expect(posts[0]!.versions[0].paragraphs.join(' ')).not.toContain('undeclared solvent');
    expect(posts[0]!.post!.text).toContain('undeclared solvent');
  });

  test('a corrected article shows its new figures and its note, and keeps its address', () => {
    const article = articles.find(({ path }) => path === 'tarsomycin-trial/open-lens')!;
    const outlet = outletOf(article);
    const before = printArticle(article, outlet, origin, origin)!;
    const after = printArticle(article, outlet, origin, afterwards)!;
    expect(before.paragraphs.join(' ')).toContain('340 patients');
    expect(before.note).toBeNull();
    expect(after.paragraphs.join(' ')).toContain('430 patients');
    expect(after.note).toContain('not 340');
    expect(after.slug).toBe(before.slug);
    expect(after.publishedAt).toEqual(before.publishedAt);
    expect(after.updatedAt > before.updatedAt).toBe(true);
  });
});

/** Sentences of at least five words, without what stands in quotation marks: a speaker may be heard by two outlets. */
function sentencesOf(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) =>
    splitSentences(paragraph)
      .map(({ start, end }) => paragraph.slice(start, end))
      .map((sentence) => sentence.replace(/"[^"]*"?/g, ' ').toLowerCase())
      .map((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).join(' '))
      .filter((sentence) => sentence.split(' ').length >= 5),
  );
}

function unbalanced(text: string, style: Outlet['quotes']): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  if (style === 'straight') return count('"') % 2 !== 0;
  const [opening, closing] = { curly: '“”', german: '„“', guillemets: '«»' }[style];
  return count('"') > 0 || count(opening!) !== count(closing!);
}
