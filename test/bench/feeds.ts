import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { DomUtils, parseDocument, parseFeed as parseWithLibrary } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parseFeed } from '../../src/ingest/formats/index.ts';
import { readPage } from '../../src/ingest/pages/read-page.ts';
import { decodeBody } from '../../src/ingest/parse/charset.ts';
import { htmlToText } from '../../src/ingest/parse/html-to-text.ts';
import { casesOf, withSuite } from '../quality/suites.ts';
import type { Speed } from './speed.ts';

type Case = { readonly file: string };

/** Feeds, HTML and pages a second, on one core, without the worker threads around them. */
export async function bench(dataDir: string): Promise<Speed[]> {
  if (!existsSync(join(dataDir, 'suites'))) return [];
  const feeds = await bodiesOf(dataDir, 'realworld', 127);
  const pages = await bodiesOf(dataDir, 'aeb', 60);
  const hint = { url: 'https://feeds.example/', contentType: null };
  const xml = feeds.filter((body) => body.includes('<'));
  const contents = xml
    .map((body) => parseFeed(body, hint))
    .flatMap((reading) => (reading.kind === 'feed' ? reading.feed.items : []))
    .map((item) => item.content ?? item.summary ?? '');
  return [
    speed(
      'feeds',
      'htmlparser2 parseFeed',
      xml,
      (body) => parseFeed(body, hint),
      (body) => parseWithLibrary(body, { xmlMode: true }),
    ),
    speed(
      'HTML to text',
      'htmlparser2 parseDocument and textContent',
      contents,
      htmlToText,
      (html) => DomUtils.textContent(parseDocument(html).children),
    ),
    speed(
      'pages with their metadata',
      'Readability on linkedom alone',
      pages,
      (html) => readPage(html, null),
      (html) => new Readability(parseHTML(html).document as never).parse(),
    ),
  ];
}

async function bodiesOf(dataDir: string, suite: string, most: number): Promise<string[]> {
  return withSuite(dataDir, suite, async (dir) => {
    const rows = (await casesOf<Case>(dir)).slice(0, most);
    return Promise.all(
      rows.map(async ({ file }) => decodeBody(await readFile(join(dir, file)), null)),
    );
  });
}

function speed(
  name: string,
  baseline: string,
  inputs: readonly string[],
  ours: (input: string) => unknown,
  theirs: (input: string) => unknown,
): Speed {
  const [own, other] = bestOf(
    () => runAll(inputs, ours),
    () => runAll(inputs, theirs),
  );
  return {
    name,
    figure: Math.round((1_000 * inputs.length) / own),
    unit: `${name.split(' ')[0]}/s`,
    baseline,
    ratio: other / own,
  };
}

function runAll(inputs: readonly string[], run: (input: string) => unknown): void {
  for (const input of inputs) run(input);
}

/** The best of three rounds in turn, in milliseconds: the rest is what the machine did besides. */
function bestOf(a: () => void, b: () => void): [number, number] {
  let [bestA, bestB] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 3; round++) {
    bestA = Math.min(bestA, timed(a));
    bestB = Math.min(bestB, timed(b));
  }
  return [bestA, bestB];
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
