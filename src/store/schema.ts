import type { Generated, Kysely, Selectable } from 'kysely';
import type { DeliverySchema } from './delivery-schema.ts';
import type { ModelSchema } from './model-schema.ts';
import type { PlaceSchema } from './place-schema.ts';

// Times are milliseconds since 1970 UTC, flags are 0 or 1, JSON is text: one shape on every engine.

type Millis = number;
type Flag = 0 | 1;

type FeedTable = {
  id: Generated<number>;
  tenant: string;
  url: string;
  /** The name articles are shown under; null: the title the feed gives itself. */
  outlet: string | null;
  title: string | null;
  language: string | null;
  site_url: string | null;
  /** `config`: stands in feeds.opml and leaves with it. `added`: added by command. `sample`: the sample newsroom's. */
  origin: 'config' | 'added' | 'sample';
  /** `gone`: the publisher said 410; `off`: taken out. Neither is fetched again. */
  status: 'active' | 'gone' | 'off';
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  validated_at: Millis | null;
  interval_ms: Millis | null;
  next_poll_at: Millis;
  polled_at: Millis | null;
  ok_at: Millis | null;
  failures: number;
  problem: string | null;
  added_at: Millis;
};

type ArticleTable = {
  id: Generated<number>;
  tenant: string;
  feed_id: number | null;
  url: string | null;
  outlet: string | null;
  title: string;
  byline: string | null;
  published_at: Millis | null;
  seen_at: Millis;
  language: string | null;
  text: string;
  /** What the feed item looked like: a changed one may be a correction. */
  item_hash: string | null;
  copy_of: number | null;
  revises: number | null;
  /** 1: a later reading of the same address took its place; it is in no story, yet old digests still point here. */
  superseded: Flag;
};

/** Every address and identifier an article is known by, so that no door lets it in twice. */
type ArticleKeyTable = { tenant: string; key: string; article_id: number };

/** What was forgotten but may come again, because nothing says how old it is: see forgotten-keys.ts. */
type ForgottenKeyTable = { tenant: string; key: string; title: string; seen_at: Millis };

type StoryTable = {
  id: Generated<number>;
  tenant: string;
  version: number;
  title: string;
  articles: number;
  outlets: number;
  independent: number;
  /** Publication of the first and last article, arrival where that is unknown. */
  first_at: Millis;
  last_at: Millis;
  /** When the last article came: what "new" is told by. */
  arrived_at: Millis;
  merged_into: number | null;
};

type StoryArticleTable = {
  tenant: string;
  story_id: number;
  article_id: number;
  joined_version: number;
  joined_at: Millis;
};

type QuoteTable = {
  id: Generated<number>;
  tenant: string;
  article_id: number;
  start_offset: number;
  end_offset: number;
  /** The resolved name, else the words of the text, lower case: what "what did X say" looks for. */
  speaker_key: string | null;
  body: string;
};

type DigestTable = {
  tenant: string;
  story_id: number;
  version: number;
  writer: string;
  body: string;
  made_at: Millis;
};

/** What a chat platform must remember: see vault.ts. */
type VaultTable = { key: string; value: string };

export type Schema = DeliverySchema &
  ModelSchema &
  PlaceSchema & {
    vault: VaultTable;
    feeds: FeedTable;
    articles: ArticleTable;
    article_keys: ArticleKeyTable;
    forgotten_keys: ForgottenKeyTable;
    stories: StoryTable;
    story_articles: StoryArticleTable;
    quotes: QuoteTable;
    digests: DigestTable;
  };

/** A database or a transaction on it. */
export type Db = Kysely<Schema>;

export type FeedRow = Selectable<FeedTable>;
export type ArticleRow = Selectable<ArticleTable>;
export type StoryRow = Selectable<StoryTable>;
