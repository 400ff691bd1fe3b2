import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../src/desk/articles-for-question.ts';
import { DAY } from '../../src/lib/clock.ts';
import type { ArticleId } from '../../src/news/article.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { createIntake } from '../../src/pipeline/take-in.ts';
import { articleByKeys } from '../../src/store/articles.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/schema.ts';
import { storiesOfArticles } from '../../src/store/stories.ts';
import type { AskRow, AskSet } from './ask-sets.ts';

/** A store that holds the articles of a set. */
type Filled = {
  readonly db: Db;
  /** What the set calls each article. */
  readonly names: ReadonlyMap<ArticleId, string>;
  readonly questionOf: (row: AskRow) => Promise<Question>;
};

/** Takes the articles of a set in as if they came from feeds, and throws the store away after use. */
export async function inStore<T>(set: AskSet, use: (filled: Filled) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-ask-'));
  const db = await openStore(join(folder, 'crier.db'));
  try {
    const ids = await takeIn(db, set);
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    const questionOf = async (row: AskRow): Promise<Question> => {
      const story = row.story === null ? null : await storyOf(db, ids.get(row.story)!);
      return { text: row.ask, now: set.now, story, since: null, language: null };
    };
    return await use({ db, names, questionOf });
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeIn(db: Db, { now, articles }: AskSet): Promise<Map<string, ArticleId>> {
  const intake = createIntake({ db, clock: () => now, windowMs: 14 * DAY });
  const incoming = articles.map((article) => ({ ...article.incoming, tenant: EVERYBODY }));
  await intake.takeIn(incoming);
  const ids = new Map<string, ArticleId>();
  for (const [i, { id }] of articles.entries()) {
    const found = await articleByKeys(db, EVERYBODY, incoming[i]!.keys);
    if (found) ids.set(id, found.article.id);
  }
  return ids;
}

async function storyOf(db: Db, article: ArticleId) {
  return (await storiesOfArticles(db, EVERYBODY, [article])).get(article) ?? null;
}
