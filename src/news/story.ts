import type { ArticleId } from './article.ts';
import type { TenantId } from './tenant.ts';

export type StoryId = number;

/** The articles on one event, growing as a stream. */
export type Story = {
  readonly id: StoryId;
  readonly tenant: TenantId;
  /** One more each time an article joins, is corrected or leaves: a digest belongs to one version. */
  readonly version: number;
  readonly title: string;
  readonly articles: readonly ArticleId[];
  readonly firstSeen: Date;
  readonly lastSeen: Date;
};
