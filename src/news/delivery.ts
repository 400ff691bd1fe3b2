import type { ChannelId } from './channel.ts';
import type { StoryId } from './story.ts';
import type { SubscriptionId } from './subscription.ts';
import type { TenantId } from './tenant.ts';

export type EditionId = number;
export type DeliveryId = number;
export type ScheduleId = number;

/**
 * What became of one slot of a schedule; there is at most one for each. `made`: it has deliveries. `empty`: there was
 * nothing new. `skipped`: Crier was not there in time, or the channel was closed.
 */
export type Edition = {
  readonly id: EditionId;
  readonly tenant: TenantId;
  readonly subscription: SubscriptionId;
  readonly channel: ChannelId;
  /** Its nominal time on the wall clock and the zone: `2026-03-29T02:30 Europe/Berlin`. */
  readonly slot: string;
  readonly slotAt: Date;
  readonly madeAt: Date;
  readonly state: 'made' | 'empty' | 'skipped';
  /** Why it was skipped. */
  readonly reason: string | null;
  /** Stories that were looked at and are not in it. */
  readonly leftOut: readonly LeftOut[];
};

/**
 * Why a story is not in an edition. `told`: nothing new since the channel was told. `muted`, `filtered`: the
 * subscription's filter. `beyond`: others weighed more.
 */
export type LeftOut = {
  readonly story: StoryId;
  readonly why: 'told' | 'muted' | 'filtered' | 'beyond';
};

/**
 * One post of an edition: `pending → sending → sent`. `ambiguous`: the platform may or may not have it, so it is looked
 * for before anything else. `parked`: it will not be posted; `reason` says why.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'ambiguous' | 'parked';

export type Delivery = {
  readonly id: DeliveryId;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly edition: EditionId;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The platform's id of the message, once it is known. */
  readonly sentId: string | null;
  readonly sentAt: Date | null;
  readonly reason: string | null;
};

/** What a channel was told of a story: at which version, and the sentences of it. */
export type Told = {
  readonly story: StoryId;
  readonly version: number;
  readonly texts: readonly string[];
};

/** Something a tenant's admins must be told once: a channel is closed to us, or did not take a message. */
export type Notice = {
  readonly id: number;
  readonly tenant: TenantId;
  /** Null where it is about the whole tenant. */
  readonly channel: ChannelId | null;
  readonly kind: 'gone' | 'revoked' | 'refused' | 'unknown';
  readonly reason: string;
  readonly at: Date;
};

/** Which of the posts of an edition one is, from 1, and how many of its stories stand in those before. */
export type PostPart = { readonly number: number; readonly of: number; readonly before: number };

/** The part that an edition in one post is. */
export const WHOLE: PostPart = { number: 1, of: 1, before: 0 };
