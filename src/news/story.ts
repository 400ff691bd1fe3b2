import type { TenantId } from './tenant.ts';

export type StoryId = number;

/** The articles on one event, growing as a stream. */
export type Story = {
  readonly id: StoryId;
  readonly tenant: TenantId;
  /** One more each time an article joins, is corrected or leaves: a digest belongs to one version. */
  readonly version: number;
  readonly title: string;
  /** How many articles, outlets and independent outlets tell it (coverage.ts). */
  readonly articles: number;
  readonly outlets: number;
  readonly independent: number;
  /** Publication of its first and last article, arrival where that is unknown. */
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** When its last article came. */
  readonly arrivedAt: Date;
};
