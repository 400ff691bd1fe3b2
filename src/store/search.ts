import { sql } from 'kysely';
import type { ArticleId } from '../news/article.ts';
import type { TenantId } from '../news/tenant.ts';
import { letterByLetter } from '../text/unspaced-scripts.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

/** Words one after another, in any of their forms, as the index is asked for them. */
export function phraseOf(words: string): string {
  // Quoted, a word is never syntax; the index's own parser ends at a NUL.
  return `"${letterByLetter(words).replaceAll('"', '""').replaceAll('\u0000', ' ')}"`;
}

export type Hit = {
  readonly article: ArticleId;
  /** Bigger is better; comparable within one search only. */
  readonly relevance: number;
};

// A common word matches most of the store: reading every match costs 300 ms at a million articles,
// the newest 500 cost 5. What is older than those is found by adding a word.
const NEWEST = 500;
const TITLE_WEIGHT = 4;

/**
 * The newest articles that hold the words, with their bm25 relevance (title words count four times).
 * `match` is `all`: every word must stand in the article; `any`: one is enough.
 */
export async function searchArticles(
  db: Db,
  tenant: TenantId,
  query: {
    readonly words: readonly string[];
    readonly match: 'all' | 'any';
    /** Only what came after; null: everything held. */
    readonly since?: Date | null;
  },
): Promise<Hit[]> {
  if (query.words.length === 0) return [];
  const expression = query.words.map(phraseOf).join(query.match === 'all' ? ' AND ' : ' OR ');
  const { rows } = await sql<{ id: number; rank: number }>`
    select articles.id as id, bm25(article_search, ${TITLE_WEIGHT}, 1.0) as rank
    from article_search join articles on articles.id = article_search.rowid
    where article_search match ${expression}
      and articles.tenant in (${sql.join(visibleTo(tenant))})
      and articles.superseded = 0
      and articles.seen_at >= ${query.since?.getTime() ?? 0}
    order by article_search.rowid desc limit ${NEWEST}`.execute(db);
  return rows.map((row) => ({ article: row.id, relevance: -row.rank }));
}

/**
 * The articles that best fit a question, the best first, by bm25 over all its words: those that hold one of `rare`,
 * however old. Reading each of them is dear, so `rare` must be words of few articles (see `countHolding`).
 */
export async function bestArticles(
  db: Db,
  tenant: TenantId,
  query: {
    readonly rare: readonly string[];
    readonly common: readonly string[];
    readonly since: Date | null;
    readonly limit: number;
  },
): Promise<Hit[]> {
  if (query.rare.length === 0) return [];
  const rare = query.rare.map(phraseOf).join(' OR ');
  const common = query.common.map(phraseOf);
  const expression = common.length > 0 ? `(${rare}) AND (${[rare, ...common].join(' OR ')})` : rare;
  const { rows } = await sql<{ id: number; rank: number }>`
    select articles.id as id, bm25(article_search, ${TITLE_WEIGHT}, 1.0) as rank
    from article_search join articles on articles.id = article_search.rowid
    where article_search match ${expression}
      and articles.tenant in (${sql.join(visibleTo(tenant))})
      and articles.superseded = 0
      and articles.seen_at >= ${query.since?.getTime() ?? 0}
    order by rank, article_search.rowid desc limit ${query.limit}`.execute(db);
  return rows.map((row) => ({ article: row.id, relevance: -row.rank }));
}

/** How many articles hold a word, whoever may see them, counted up to `most`: whether it tells much. */
export async function countHolding(db: Db, word: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select rowid from article_search where article_search match ${phraseOf(word)} limit ${most})`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

/** The words of the index (as it keeps them: stems without accents) that begin with the same letters. */
export async function wordsBeginning(db: Db, letters: string): Promise<string[]> {
  // A view of the index for this connection: nothing is stored.
  await sql`create virtual table if not exists temp.article_words using fts5vocab('main', 'article_search', 'row')`.execute(
    db,
  );
  const { rows } = await sql<{ term: string }>`
    select term from temp.article_words where term >= ${letters} and term < ${`${letters}\u{10FFFF}`}`.execute(
    db,
  );
  return rows.map(({ term }) => term);
}
