import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HOUR } from '../../src/lib/clock.ts';
import { hashOf } from '../../src/lib/hash.ts';
import type { Incoming } from '../../src/pipeline/take-in.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { printArticle } from '../../src/sample/print.ts';

/** A question with what is right: `from` null where nothing held answers it. */
export type AskRow = {
  readonly ask: string;
  /** What kind of question: the heading it stands under. */
  readonly kind: string;
  /** The ids of the articles that are right sources. */
  readonly from: ReadonlySet<string> | null;
  /** Words of which one must stand in the first part of the answer, lower case. */
  readonly say: readonly string[];
  /** Asked within the story of this article. */
  readonly story: string | null;
  /** The first questions are half for tuning and half for judging, told apart by their hash; `fresh` were never looked at. */
  readonly half: 'tuning' | 'judging' | 'fresh';
};

/** Articles by their ids as they are taken in, and what is asked of them. */
export type AskSet = {
  readonly name: string;
  readonly now: Date;
  readonly articles: readonly { readonly id: string; readonly incoming: Incoming }[];
  readonly rows: readonly AskRow[];
};

type Written = {
  readonly ask: string;
  readonly from?: string;
  readonly say?: string;
  readonly story?: string;
};
type Sections = Readonly<Record<string, readonly Written[]>>;

const HOME = join(import.meta.dirname, '../..');
const QUESTIONS = join(import.meta.dirname, 'questions');
/** A Monday: the questions name days. */
const ORIGIN = new Date('2026-03-02T08:00:00Z');
const NOW = new Date(ORIGIN.getTime() + 120 * HOUR);

const read = <T>(name: string): T => parse(readFileSync(join(QUESTIONS, name), 'utf8')) as T;

/** Questions on the sample newsroom that are all for one purpose, whatever their hash. */
const FURTHER: readonly (readonly [file: string, half: AskRow['half']])[] = [
  ['tuning.yaml', 'tuning'],
  ['tuning-more-1.yaml', 'tuning'],
  ['tuning-more-2.yaml', 'tuning'],
  ['judging-fresh.yaml', 'fresh'],
];

function furtherRows(articles: readonly Held[]): AskRow[] {
  return FURTHER.flatMap(([file, half]) => {
    const { told = [], untold = [] } = read<Sections>(file);
    const rows = rowsOf({ [`${file}, told`]: told }, { [`${file}, untold`]: untold }, articles);
    return rows.map((row) => ({ ...row, half }));
  });
}

/** The sets there are; the seeds' only where `../shared` lies beside the project. */
export function askSets(dataDir: string): AskSet[] {
  const newsroom = sampleArticles();
  const french = read<French>('french.yaml');
  const sample = [...newsroom, ...french.articles.map(frenchArticle)];
  const sets: AskSet[] = [
    {
      name: 'sample newsroom',
      now: NOW,
      articles: inOrder(sample),
      rows: [
        ...rowsOf(
          { ...read<Sections>('told.yaml'), 'in French': french.told },
          { ...read<Sections>('untold.yaml'), 'in French, untold': french.untold },
          sample,
        ),
        ...furtherRows(sample),
      ],
    },
  ];
  const seeds = seedArticles(join(dataDir, '../seeds'));
  if (seeds) {
    const articles = [
      ...newsroom.filter(({ id }) => !id.startsWith('austin-shoigu-call/')),
      ...seeds,
    ];
    const { told, untold } = read<{ told: Written[]; untold: Written[] }>('seeds.yaml');
    sets.push({
      name: 'seeds',
      now: NOW,
      articles: inOrder(articles),
      rows: rowsOf({ told }, { untold }, articles),
    });
  }
  return sets;
}

type Held = {
  readonly id: string;
  readonly copyOf: string | null;
  readonly incoming: Incoming;
};

const inOrder = (articles: readonly Held[]): Held[] =>
  [...articles].sort((a, b) => timeOf(a) - timeOf(b));
const timeOf = ({ incoming }: Held) => incoming.draft.publishedAt?.getTime() ?? NOW.getTime();

function held(
  id: string,
  draft: Omit<Incoming['draft'], 'byline' | 'url'>,
  copyOf: string | null = null,
): Held {
  const url = `https://${encodeURIComponent(draft.outlet ?? 'seed')}.example/${encodeURIComponent(id)}`;
  return {
    id,
    copyOf,
    incoming: {
      draft: { ...draft, byline: null, url },
      tenant: '',
      feedId: null,
      keys: [url],
      itemHash: null,
    },
  };
}

/** The newsroom as its outlets show it at the end, corrections made. */
function sampleArticles(): Held[] {
  const { articles, outlets } = loadNewsroom(join(HOME, 'config/sample'));
  return articles.flatMap((article) => {
    const outlet = outlets.find(({ slug }) => slug === article.outlet)!;
    const printed = printArticle(article, outlet, ORIGIN, NOW);
    if (!printed) return [];
    const { title, paragraphs, publishedAt } = printed;
    const draft = {
      title,
      text: paragraphs.join('\n\n'),
      publishedAt,
      outlet: outlet.name,
      language: outlet.language.slice(0, 2),
    };
    return [held(article.path, draft, article.copyOf)];
  });
}

type French = {
  readonly articles: readonly {
    readonly id: string;
    readonly outlet: string;
    readonly title: string;
    readonly hours: number;
    readonly text: string;
  }[];
  readonly told: readonly Written[];
  readonly untold: readonly Written[];
};

function frenchArticle({ id, outlet, title, hours, text }: French['articles'][number]): Held {
  const publishedAt = new Date(ORIGIN.getTime() + hours * HOUR);
  return held(id, { title, text: text.trim(), publishedAt, outlet, language: 'fr' });
}

function seedArticles(dir: string): Held[] | undefined {
  if (!existsSync(dir)) return undefined;
  return readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(dir, name), 'utf8');
      const title = text.split('\n', 1)[0] ?? '';
      return held(name, { title, text, publishedAt: null, outlet: null, language: 'en' });
    });
}

function rowsOf(told: Sections, untold: Sections, articles: readonly Held[]): AskRow[] {
  const row = (kind: string, written: Written, from: ReadonlySet<string> | null): AskRow => ({
    ask: written.ask,
    kind,
    from,
    say: written.say?.toLowerCase().split('|') ?? [],
    story: written.story ?? null,
    half: Number.parseInt(hashOf(written.ask).slice(0, 2), 16) % 2 === 0 ? 'tuning' : 'judging',
  });
  const all = (sections: Sections, fromOf: (written: Written) => ReadonlySet<string> | null) =>
    Object.entries(sections).flatMap(([kind, list]) =>
      list.map((written) => row(kind, written, fromOf(written))),
    );
  return [
    ...all(told, ({ ask, from = '' }) => sourcesNamed(ask, from.split(' '), articles)),
    ...all(untold, () => null),
  ];
}

/** The articles of these ids, events or beginnings, and those that print the same text. */
function sourcesNamed(
  ask: string,
  names: readonly string[],
  articles: readonly Held[],
): ReadonlySet<string> {
  const right = new Set<string>();
  for (const name of names) {
    const meant = articles.filter(
      ({ id }) => id === name || id.startsWith(`${name}/`) || id.startsWith(`${name}_`),
    );
    if (meant.length === 0) throw new Error(`"${ask}": no article is called ${name}`);
    for (const { id, copyOf } of meant) {
      right.add(id);
      if (copyOf) right.add(copyOf);
    }
  }
  for (const { id, copyOf } of articles) if (copyOf && right.has(copyOf)) right.add(id);
  return right;
}
