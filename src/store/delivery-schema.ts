import type { Generated, Selectable } from 'kysely';

// Times are milliseconds since 1970 UTC, flags are 0 or 1, JSON is text, as in schema.ts.

type Millis = number;
type Flag = 0 | 1;

type ChannelTable = {
  id: Generated<number>;
  tenant: string;
  platform: string;
  /** The platform's own id of the place. */
  place: string;
  closed_kind: 'gone' | 'revoked' | null;
  closed_reason: string | null;
  closed_at: Millis | null;
  /** One more each time it is told something. */
  revision: number;
  /** Nothing is sent there before; decided at `paced_at`, so that a clock put back is noticed. */
  next_send_at: Millis;
  paced_at: Millis;
};

type SubscriptionTable = {
  id: Generated<number>;
  tenant: string;
  channel_id: number;
  kind: 'digest' | 'follow' | 'alert';
  filter: string;
  zone: string;
  stories: number;
  length: 'headlines' | 'short' | 'full';
  language: string | null;
  quiet: string | null;
  when_empty: 'silence' | 'line';
  paused: Flag;
  threshold: number | null;
  until_at: Millis | null;
  created_by: string;
  created_by_name: string;
  created_at: Millis;
  since_at: Millis;
};

type ScheduleTable = {
  id: Generated<number>;
  tenant: string;
  subscription_id: number;
  times: string;
  days: string;
  every_minutes: number | null;
  /** The next slot; null: none ever. Decided at `decided_at`, so that a clock put back is noticed. */
  next_run_at: Millis | null;
  decided_at: Millis;
};

type EditionTable = {
  id: Generated<number>;
  tenant: string;
  schedule_id: number;
  subscription_id: number;
  channel_id: number;
  slot: string;
  slot_at: Millis;
  made_at: Millis;
  state: 'made' | 'empty' | 'skipped';
  reason: string | null;
  left_out: string;
  /** The newest article held when it was made: what came later is told by this, whatever the clock said. */
  seen_article: number;
};

type DeliveryTable = {
  id: Generated<number>;
  tenant: string;
  channel_id: number;
  edition_id: number;
  /** Which of the edition's posts, from 1. */
  part: number;
  /** Goes along with the post and finds it again on the platform; never used twice, in no store. */
  key: string;
  /** The message, as the pipeline writes it. */
  body: string;
  state: 'pending' | 'sending' | 'sent' | 'ambiguous' | 'parked';
  attempts: number;
  /** The last claim, and until when nobody else may take it. */
  tried_at: Millis;
  lease_until: Millis;
  not_before: Millis;
  sent_id: string | null;
  sent_at: Millis | null;
  reason: string | null;
  created_at: Millis;
  /** The stories it shows, as the pipeline writes them: what an edit begins from. Null: it is never edited. */
  items: string | null;
  /** When its stories were last looked at for an edit, when it was last edited, and why it no longer is. */
  looked_at: Millis;
  edited_at: Millis | null;
  edits_ended: string | null;
};

type ToldTable = {
  tenant: string;
  channel_id: number;
  story_id: number;
  version: number;
  edition_id: number;
  texts: string;
  told_at: Millis;
};

type NoticeTable = {
  id: Generated<number>;
  tenant: string;
  /** `channel:7`, or `tenant` for all of them. */
  subject: string;
  kind: 'gone' | 'revoked' | 'refused' | 'unknown';
  channel_id: number | null;
  reason: string;
  at: Millis;
  told_at: Millis | null;
  /** Somebody is telling it until then. */
  lease_until: Generated<Millis>;
};

/** What a channel does not want to be told: a story, or words that stand in one. */
type MuteTable = {
  id: Generated<number>;
  tenant: string;
  channel_id: number;
  story_id: number | null;
  phrase: string | null;
  by_name: string;
  at: Millis;
};

export type DeliverySchema = {
  mutes: MuteTable;
  channels: ChannelTable;
  subscriptions: SubscriptionTable;
  schedules: ScheduleTable;
  editions: EditionTable;
  deliveries: DeliveryTable;
  told: ToldTable;
  notices: NoticeTable;
};

export type ChannelRow = Selectable<ChannelTable>;
export type SubscriptionRow = Selectable<SubscriptionTable>;
export type ScheduleRow = Selectable<ScheduleTable>;
export type EditionRow = Selectable<EditionTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type NoticeRow = Selectable<NoticeTable>;
