import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageArticle } from '../../src/ingest/pages/read-page.ts';
import { createParsers, type Parsers } from '../../src/ingest/workers/parsers.ts';
import { mean, sameLetters, shingleF1, wordF1 } from './page-scores.ts';
import { casesOf, withSuite } from './suites.ts';
import type { Measure, Row } from './table.ts';

type Case = { readonly id: string; readonly file: string; readonly url?: string };
type AebCase = Case & { readonly articleBody: string };
type WcxbCase = Case & {
  readonly title: string | null;
  readonly author: string | null;
  readonly publish_date: string | null;
  readonly main_content: string | null;
};

const DAY = 86_400_000;

/** Pages: text, titles, dates and authors against what people marked, read in worker threads as the product does. */
export const measure: Measure = async (dataDir) => {
  const parsers = createParsers({ timeoutMs: 20_000 });
  try {
    return [
      ...(await aeb(dataDir, parsers)),
      ...(await wcxb(dataDir, parsers)),
      ...(await readability(dataDir, parsers)),
    ];
  } finally {
    await parsers.close();
  }
};

async function read(parsers: Parsers, dir: string, row: Case): Promise<PageArticle> {
  const body = await readFile(join(dir, row.file));
  const parsed = await parsers.page({ body, url: row.url ?? null, contentType: null });
  if (parsed.kind !== 'done') throw new Error(`${row.id}: ${parsed.kind}`);
  return parsed.value;
}

const aeb = (dataDir: string, parsers: Parsers) =>
  withSuite(dataDir, 'aeb', async (dir): Promise<Row[]> => {
    const pages: { gold: string; text: string }[] = [];
    for (const row of await casesOf<AebCase>(dir)) {
      pages.push({ gold: row.articleBody, text: (await read(parsers, dir, row)).text });
    }
    return [
      {
        set: 'aeb',
        measure: 'shingle F1',
        figure: shingleF1(pages),
        target: 0.955,
        note: `${pages.length} pages`,
      },
    ];
  });

const wcxb = (dataDir: string, parsers: Parsers) =>
  withSuite(dataDir, 'wcxb-dev300', async (dir): Promise<Row[]> => {
    const text: number[] = [];
    const title: number[] = [];
    const date: number[] = [];
    const author: number[] = [];
    for (const row of await casesOf<WcxbCase>(dir)) {
      const page = await read(parsers, dir, row);
      text.push(wordF1(row.main_content ?? '', page.text));
      if (row.title) title.push(Number(sameLetters(row.title, page.title)));
      if (row.publish_date) date.push(Number(withinADay(row.publish_date, page.publishedAt)));
      if (row.author) author.push(Number(sameLetters(row.author, page.byline)));
    }
    const set = 'wcxb-dev300';
    return [
      { set, measure: 'word F1', figure: mean(text), target: 0.94, note: `${text.length} pages` },
      {
        set,
        measure: 'titles, letter by letter',
        figure: mean(title),
        target: 0.83,
        note: `${title.length} titles`,
      },
      {
        set,
        measure: 'dates, a day either way',
        figure: mean(date),
        target: 0.76,
        note: `${date.length} dates`,
      },
      {
        set,
        measure: 'authors, letter by letter',
        figure: mean(author),
        target: 0.7,
        note: `${author.length} authors`,
      },
    ];
  });

function withinADay(wanted: string, found: string | null): boolean {
  return (
    found !== null &&
    Math.abs(Math.floor(Date.parse(found) / DAY) - Math.floor(Date.parse(wanted) / DAY)) <= 1
  );
}

/** Mozilla's own test pages were never looked at while the rules were made: only information. */
const readability = (dataDir: string, parsers: Parsers) =>
  withSuite(dataDir, 'readability-pages', async (dir): Promise<Row[]> => {
    const rows = await casesOf<
      Case & { readonly title: string | null; readonly byline: string | null }
    >(dir);
    const titles: number[] = [];
    let texts = 0;
    for (const row of rows) {
      const page = await read(parsers, dir, row);
      if (page.text.length > 140) texts += 1;
      if (row.title) titles.push(Number(sameLetters(row.title, page.title)));
    }
    return [
      {
        set: 'readability-pages',
        measure: 'pages with a text %',
        figure: (100 * texts) / rows.length,
        target: null,
        note: `${rows.length} pages`,
      },
      {
        set: 'readability-pages',
        measure: 'titles, letter by letter',
        figure: mean(titles),
        target: null,
      },
    ];
  });
