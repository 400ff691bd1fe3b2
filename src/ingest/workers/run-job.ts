import type { Body, FeedArticles, JobKind, Jobs } from './jobs.ts';

type Runners = {
  readonly [K in JobKind]: () => Promise<
    (input: Jobs[K]['in']) => Jobs[K]['out'] | Promise<Jobs[K]['out']>
  >;
};

// What each kind of job needs is loaded with its first one: a bot that reads feeds alone never holds a DOM in memory.
const RUNNERS: Runners = {
  async feed() {
    const { parseFeed } = await import('../formats/index.ts');
    const textOf = await decoder();
    return (input) => parseFeed(textOf(input), input);
  },
  async articles() {
    const { parseFeed } = await import('../formats/index.ts');
    const { articlesOfFeed } = await import('../to-article.ts');
    const textOf = await decoder();
    return (input): FeedArticles => {
      const reading = parseFeed(textOf(input), input);
      if (reading.kind !== 'feed') return reading;
      const { title, language, link, polling } = reading.feed;
      const articles = articlesOfFeed(reading.feed, input);
      return { kind: 'feed', feed: { title, language, link, polling }, articles };
    };
  },
  async feedList() {
    const { readOpml } = await import('../opml.ts');
    const textOf = await decoder();
    return (input) => readOpml(textOf(input));
  },
  async page() {
    const { readPage } = await import('../pages/read-page.ts');
    const { detectLanguage } = await import('../parse/language.ts');
    const textOf = await decoder();
    return async (input) => {
      const page = readPage(textOf(input), input.url);
      // What the page declares wins; many declare nothing.
      return page.language === null ? { ...page, language: await detectLanguage(page.text) } : page;
    };
  },
  async language() {
    const { detectLanguage } = await import('../parse/language.ts');
    return detectLanguage;
  },
};

/** Loads what a kind of job needs and gives what does it. */
export function runnerOf(kind: JobKind): Promise<(input: unknown) => unknown> {
  return RUNNERS[kind]() as Promise<(input: unknown) => unknown>;
}

async function decoder(): Promise<(input: Body) => string> {
  const { decodeBody } = await import('../parse/charset.ts');
  return ({ body, contentType }) =>
    typeof body === 'string' ? body : decodeBody(body, contentType);
}
